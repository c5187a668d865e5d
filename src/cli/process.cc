#include "cli/process.h"

#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <utility>

#include "cli/files.h"
#include "cli/terminal.h"

namespace claudestep::cli {
namespace {

constexpr std::size_t kBlock = std::size_t{64} * 1024;

// SIGPIPE ends a process that writes to a closed pipe, unless its parent had the signal ignored.
// Then the end is the same all the same.
[[noreturn]] void end_by_broken_pipe() {
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
  std::_Exit(128 + SIGPIPE);
}

Environment environment_of_process() {
  std::map<std::string, std::string, std::less<>> variables;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view variable(*entry);
    const std::size_t equals = variable.find('=');
    if (equals == std::string_view::npos) continue;
    variables.emplace(variable.substr(0, equals), variable.substr(equals + 1));
  }
  return Environment(std::move(variables));
}

Terminal terminal_of_process(const Environment& environment) {
  Terminal terminal;
  terminal.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  terminal.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  terminal.unicode = shows_unicode(environment);
  winsize size{};
  const int asked = terminal.out_is_terminal ? STDOUT_FILENO : STDERR_FILENO;
  if (terminal.out_is_terminal || terminal.err_is_terminal) {
    if (::ioctl(asked, TIOCGWINSZ, &size) == 0) {
      if (size.ws_col > 0) terminal.width = size.ws_col;
      if (size.ws_row > 0) terminal.height = size.ws_row;
    }
  }
  terminal.width = size_from(environment, "COLUMNS").value_or(terminal.width);
  terminal.height = size_from(environment, "LINES").value_or(terminal.height);
  return terminal;
}

Result<std::string> read_standard_input() {
  std::string bytes;
  char buffer[65536];
  while (true) {
    const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (count == 0) return bytes;
    if (count > 0) {
      bytes.append(buffer, static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return fail(
          Error{ErrorCode::kIo, "cannot read standard input"}.caused_by(std::strerror(errno)));
    }
  }
}

class PipedPager final : public Pager {
 public:
  explicit PipedPager(std::FILE* pipe) : pipe_(pipe) {
    // Who leaves the pager before the end closes the pipe, which is no reason to die.
    before_ = std::signal(SIGPIPE, SIG_IGN);
  }
  ~PipedPager() override { (void)close(); }

  bool write(std::string_view text) override {
    return std::fwrite(text.data(), 1, text.size(), pipe_) == text.size();
  }

  Status close() override {
    if (pipe_ == nullptr) return {};
    const int status = ::pclose(std::exchange(pipe_, nullptr));
    std::signal(SIGPIPE, before_);
    constexpr int kNotFound = 127;  // what the shell ends with when there is no such program
    if (WIFEXITED(status) && WEXITSTATUS(status) == kNotFound) {
      return fail(ErrorCode::kIo, "cannot start the pager");
    }
    return {};
  }

 private:
  std::FILE* pipe_;
  void (*before_)(int);
};

Result<std::unique_ptr<Pager>> start_pager(const std::string& pager) {
  std::FILE* pipe = ::popen(pager.c_str(), "we");
  if (pipe == nullptr) {
    return fail(Error{ErrorCode::kIo, "cannot start the pager"}.caused_by(std::strerror(errno)));
  }
  return std::make_unique<PipedPager>(pipe);
}

// What a signal's handler may touch: no memory that is not there already.
struct LastWords {
  std::array<char, 200> text;
  std::size_t size;
  int exit_code;
};
LastWords last_words{};

extern "C" void end_in_time(int /*signal*/) {
  if (last_words.size > 0) {
    [[maybe_unused]] const ssize_t written =
        ::write(STDERR_FILENO, last_words.text.data(), last_words.size);
  }
  ::_exit(last_words.exit_code);
}

void limit_time(int seconds, std::string_view words, int exit_code) {
  ::alarm(0);  // the handler must not find the words half written
  last_words.exit_code = exit_code;
  last_words.size = words.copy(last_words.text.data(), last_words.text.size());
  std::signal(SIGALRM, end_in_time);
  ::alarm(static_cast<unsigned>(seconds));
}

std::string current_folder() {
  const std::unique_ptr<char, decltype(&std::free)> folder(::getcwd(nullptr, 0), &std::free);
  return folder == nullptr ? std::string() : std::string(folder.get());
}

}  // namespace

void StandardOutput::write(std::string_view text) {
  if (error_ != 0) return;
  if (buffering_ == Buffering::kBlock && held_.size() + text.size() < kBlock) {
    held_ += text;
    return;
  }
  error_ = write_all(descriptor_, std::exchange(held_, {}));
  if (error_ == 0) error_ = write_all(descriptor_, text);
  if (error_ == EPIPE) end_by_broken_pipe();
}

Status StandardOutput::flush() {
  if (error_ == 0) {
    error_ = write_all(descriptor_, std::exchange(held_, {}));
    if (error_ == EPIPE) end_by_broken_pipe();
  }
  if (error_ == 0) return {};
  return fail(
      Error{ErrorCode::kIo, "cannot write to standard output"}.caused_by(std::strerror(error_)));
}

Context context_of_process(StandardOutput& out) {
  Context context;
  context.environment = environment_of_process();
  context.cwd = current_folder();
  context.terminal = terminal_of_process(context.environment);
  context.out = [&out](std::string_view text) { out.write(text); };
  context.err = [&out](std::string_view text) {
    // What was said before stands before, also when both go to one place. A failure is told at the
    // end.
    (void)out.flush();
    (void)write_all(STDERR_FILENO, text);
  };
  context.flush_out = [&out] { return out.flush(); };
  context.read_input = read_standard_input;
  context.limit_time = limit_time;
  context.outlive_listeners = [] { std::signal(SIGPIPE, SIG_IGN); };
  context.start_pager = [&out](const std::string& pager) {
    (void)out.flush();
    return start_pager(pager);
  };
  context.leave = [] { std::_Exit(0); };
  return context;
}

}  // namespace claudestep::cli
