#include "host/pipes.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <thread>
#include <utility>

namespace claudestep::host {
namespace {

// How often a silent child is looked at: one that ended may have left its pipes to a daemon.
constexpr int kLookMilliseconds = 100;
constexpr std::chrono::milliseconds kNap{2};

Result<Pipe> open_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return fail(Error{ErrorCode::kIo, "cannot open a pipe", {std::strerror(errno)}});
  }
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

void do_not_block(const Descriptor& descriptor) {
  ::fcntl(descriptor.get(), F_SETFL, ::fcntl(descriptor.get(), F_GETFL) | O_NONBLOCK);
}

// Reads what there is; closes the descriptor at its end.
void drain(Descriptor& from, std::string& into) {
  std::array<char, 65536> buffer{};
  while (from.is_open()) {
    const ssize_t count = ::read(from.get(), buffer.data(), buffer.size());
    if (count > 0) {
      into.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (count < 0 && errno == EINTR) {
      continue;
    } else if (count < 0 && errno == EAGAIN) {
      return;
    } else {
      from.close();
    }
  }
}

// Writes what the child takes; closes its stdin when all is told or it listens no more.
void feed(Descriptor& to, std::string_view& input) {
  while (to.is_open() && !input.empty()) {
    const ssize_t count = ::write(to.get(), input.data(), input.size());
    if (count >= 0) {
      input.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EAGAIN) {
      return;
    } else if (errno != EINTR) {
      input = {};
    }
  }
  to.close();
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    fd_ = std::exchange(other.fd_, -1);
  }
  return *this;
}

void Descriptor::close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

Result<Pipes> open_pipes() {
  Pipes pipes;
  CS_ASSIGN(pipes.in, open_pipe());
  CS_ASSIGN(pipes.out, open_pipe());
  CS_ASSIGN(pipes.err, open_pipe());
  do_not_block(pipes.in.write);
  do_not_block(pipes.out.read);
  do_not_block(pipes.err.read);
  return pipes;
}

SigpipeBlock::SigpipeBlock() {
  sigset_t pending;
  sigpending(&pending);
  was_pending_ = sigismember(&pending, SIGPIPE) == 1;
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, &before_);
}

SigpipeBlock::~SigpipeBlock() {
  if (!was_pending_) {
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    const timespec at_once{};
    while (sigtimedwait(&pipe, nullptr, &at_once) == SIGPIPE) {
    }
  }
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

Child::Child(pid_t pid, std::optional<int> timeout_seconds)
    : pid_(pid), own_group_(timeout_seconds.has_value()) {
  if (timeout_seconds) {
    deadline_ = std::chrono::steady_clock::now() + std::chrono::seconds(*timeout_seconds);
  }
}

Child::~Child() {
  if (!exit_code_) kill();
}

int Child::remaining(int most) const {
  if (!deadline_) return most;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      *deadline_ - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, most));
}

void Child::reap(int status) {
  exit_code_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool Child::ended() {
  if (exit_code_) return true;
  int status = 0;
  const pid_t got = ::waitpid(pid_, &status, WNOHANG);
  if (got == pid_) reap(status);
  // Somebody ignores SIGCHLD for the whole process: the exit code is lost, the child is not
  // running.
  if (got < 0 && errno == ECHILD) exit_code_ = 0;
  return exit_code_.has_value();
}

std::optional<int> Child::wait() {
  while (!ended()) {
    if (!deadline_) {
      int status = 0;
      if (::waitpid(pid_, &status, 0) == pid_) reap(status);
    } else if (remaining(INT_MAX) == 0) {
      return std::nullopt;
    } else {
      std::this_thread::sleep_for(kNap);
    }
  }
  return exit_code_;
}

void Child::kill() {
  if (exit_code_) return;
  ::kill(own_group_ ? -pid_ : pid_, SIGKILL);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  exit_code_ = 128 + SIGKILL;
}

bool exchange(Child& child, Pipes& pipes, std::string_view input, std::string& out,
              std::string& err) {
  feed(pipes.in.write, input);
  while (pipes.out.read.is_open() || pipes.err.read.is_open()) {
    std::array<pollfd, 3> ends = {pollfd{pipes.out.read.get(), POLLIN, 0},
                                  pollfd{pipes.err.read.get(), POLLIN, 0},
                                  pollfd{pipes.in.write.get(), POLLOUT, 0}};
    const int wait = child.remaining(kLookMilliseconds);
    const int ready = ::poll(ends.data(), ends.size(), wait);
    if (ready < 0 && errno != EINTR) return false;
    const bool over = ready == 0 && child.ended();
    drain(pipes.out.read, out);
    drain(pipes.err.read, err);
    if (ready > 0) feed(pipes.in.write, input);
    if (over) return true;
    if (child.remaining(1) == 0 && !child.ended()) return false;
  }
  return true;
}

}  // namespace claudestep::host
