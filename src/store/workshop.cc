#include "store/workshop.h"

#include <sched.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace claudestep::store {
namespace {

// Things that are made but not yet taken, for each thread.
constexpr std::size_t kAhead = 8;

}  // namespace

std::size_t usable_cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (::sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  return static_cast<std::size_t>(std::max(1, CPU_COUNT(&set)));
}

Workshop::Workshop(std::size_t count, std::size_t threads, Make own, std::function<Make()> another)
    : own_(std::move(own)),
      another_(std::move(another)),
      ahead_(kAhead * std::max<std::size_t>(1, threads)),
      made_(count) {
  for (std::size_t i = 1; i < std::min(threads, count); ++i) {
    try {
      helpers_.emplace_back([this] { help(); });
    } catch (const std::system_error&) {
      return;  // the system gives no more threads: fewer do it
    }
  }
}

Workshop::~Workshop() {
  {
    const std::lock_guard lock(mutex_);
    next_ = made_.size();
  }
  changed_.notify_all();
  for (std::thread& helper : helpers_) helper.join();
}

std::size_t Workshop::take() {
  std::unique_lock lock(mutex_);
  const std::size_t wanted = taken_;
  while (!made_[wanted]) {
    if (next_ < made_.size() && next_ < taken_ + ahead_) {
      work(own_, lock);
    } else {
      changed_.wait(lock);
    }
  }
  ++taken_;
  lock.unlock();
  changed_.notify_all();
  return wanted;
}

// Makes the next thing. Called and left with the lock held.
void Workshop::work(const Make& make, std::unique_lock<std::mutex>& lock) {
  const std::size_t mine = next_++;
  lock.unlock();
  make(mine);
  lock.lock();
  made_[mine] = true;
  changed_.notify_all();
}

void Workshop::help() {
  const Make make = another_();
  if (!make) return;
  std::unique_lock lock(mutex_);
  while (next_ < made_.size()) {
    if (next_ < taken_ + ahead_) {
      work(make, lock);
    } else {
      changed_.wait(lock);
    }
  }
}

}  // namespace claudestep::store
