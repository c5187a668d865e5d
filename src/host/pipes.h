// Owns: talking to a child over its three pipes at once, and waiting for it.
// Internal to host/.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace claudestep::host {

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;

  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }
  void close();

 private:
  int fd_;
};

struct Pipe {
  Descriptor read;
  Descriptor write;
};

struct Pipes {
  Pipe in;
  Pipe out;
  Pipe err;
};

// Three pipes that no other child inherits; our own ends do not block.
[[nodiscard]] Result<Pipes> open_pipes();

// While it lives, writing to a child that has gone is an error (EPIPE) and no signal, on this
// thread.
class SigpipeBlock {
 public:
  SigpipeBlock();
  ~SigpipeBlock();
  SigpipeBlock(const SigpipeBlock&) = delete;
  SigpipeBlock& operator=(const SigpipeBlock&) = delete;
  // The signals that were blocked before.
  [[nodiscard]] const sigset_t& before() const { return before_; }

 private:
  sigset_t before_{};
  bool was_pending_ = false;
};

// A running child, which is waited for exactly once.
class Child {
 public:
  Child(pid_t pid, std::optional<int> timeout_seconds);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  // Milliseconds until the deadline, at most `most`; 0 when it has passed.
  [[nodiscard]] int remaining(int most) const;
  // Whether it has ended, without waiting.
  [[nodiscard]] bool ended();
  // Waits until it ends; nothing when the deadline comes first. The exit code, 128 + n for a
  // signal.
  [[nodiscard]] std::optional<int> wait();
  // Ends it and, where it has a group of its own, all of that.
  void kill();

 private:
  void reap(int status);

  pid_t pid_;
  bool own_group_;
  std::optional<std::chrono::steady_clock::time_point> deadline_;
  std::optional<int> exit_code_;
};

// Writes `input` to the child and collects what it says, until it closes both ends, or ends while
// somebody it started holds them open. False when the deadline comes first.
[[nodiscard]] bool exchange(Child& child, Pipes& pipes, std::string_view input, std::string& out,
                            std::string& err);

}  // namespace claudestep::host
