// Owns: making many things on several threads, so that they can be used one after the other, in
// order, while the rest are made.
// Leaves to others: what is made, and where it is put.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace claudestep::store {

// How many cores this process may use.
[[nodiscard]] std::size_t usable_cores();

class Workshop {
 public:
  // Makes the thing of this number and puts it where whoever asks finds it. Called for each number
  // once, for several at a time by different threads.
  using Make = std::function<void(std::size_t number)>;

  // Begins to make `count` things on `threads` threads, the calling one among them, which uses
  // `own`. The others use what `another` gives when called by each, which may be nothing: then the
  // rest do the work.
  Workshop(std::size_t count, std::size_t threads, Make own, std::function<Make()> another);
  // What nobody has begun is not made any more.
  ~Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  // Returns the number of the next thing, counted from 0, when that is made. The calling thread
  // helps while it waits. Only so many are made before they are taken, which bounds the memory.
  // Requires: there is a next one.
  std::size_t take();

 private:
  void work(const Make& make, std::unique_lock<std::mutex>& lock);
  void help();

  const Make own_;
  const std::function<Make()> another_;
  const std::size_t ahead_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;   // the first that nobody makes
  std::size_t taken_ = 0;  // the first that was not taken
  std::vector<bool> made_;
  std::vector<std::thread> helpers_;  // last: they use all of the above
};

}  // namespace claudestep::store
