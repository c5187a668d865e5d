#include "tests/support/run_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include "base/time.h"

namespace claudestep::test {
namespace {

// A file in memory stands for each stream: unlike a pipe, it cannot fill up and block.
class Stream {
 public:
  Stream() : fd_(::memfd_create("test-stream", MFD_CLOEXEC)) {
    if (fd_ < 0) throw std::runtime_error("cannot make a stream");
  }
  ~Stream() { ::close(fd_); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  [[nodiscard]] int fd() const { return fd_; }

  void fill(const std::string& data) const {
    std::size_t done = 0;
    while (done < data.size()) {
      const ssize_t written = ::write(fd_, data.data() + done, data.size() - done);
      if (written < 0) throw std::runtime_error("cannot fill a stream");
      done += static_cast<std::size_t>(written);
    }
    ::lseek(fd_, 0, SEEK_SET);
  }

  [[nodiscard]] std::string drain() const {
    std::string data;
    std::array<char, 65536> part{};
    ::lseek(fd_, 0, SEEK_SET);
    for (ssize_t size = 0; (size = ::read(fd_, part.data(), part.size())) > 0;) {
      data.append(part.data(), static_cast<std::size_t>(size));
    }
    return data;
  }

 private:
  int fd_;
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw std::runtime_error("cannot wait for a child");
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::string variable_of(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : otherwise;
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& arguments,
                          const ProcessOptions& options) {
  const Stream in;
  const Stream out;
  const Stream err;
  in.fill(options.input);
  std::vector<std::string> words = arguments;
  std::vector<std::string> variables;
  for (const auto& [name, value] : options.environment.all()) {
    variables.push_back(name + "=" + value);
  }
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in.fd(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out.fd(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.fd(), STDERR_FILENO);
  if (!options.cwd.empty()) {
    ::posix_spawn_file_actions_addchdir_np(&actions, options.cwd.c_str());
  }
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, words.at(0).c_str(), &actions, nullptr,
                                    pointers_to(words).data(), pointers_to(variables).data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    throw std::runtime_error("cannot start " + words[0] + ": " + std::strerror(failed));
  }
  const int exit_code = wait_for(child);
  return ProcessResult{exit_code, out.drain(), err.drain()};
}

Environment hermetic_environment(const std::filesystem::path& home, std::int64_t seconds) {
  const std::string now = format_instant(Instant{seconds, 0});
  Environment environment({
      {"CLAUDESTEP_NOW", now},
      {"COLUMNS", "80"},
      {"GIT_AUTHOR_DATE", now},
      {"GIT_AUTHOR_EMAIL", "author@example.com"},
      {"GIT_AUTHOR_NAME", "A U Thor"},
      {"GIT_CEILING_DIRECTORIES", home.parent_path().string()},
      {"GIT_COMMITTER_DATE", now},
      {"GIT_COMMITTER_EMAIL", "committer@example.com"},
      {"GIT_COMMITTER_NAME", "C O Mitter"},
      {"GIT_CONFIG_NOSYSTEM", "1"},
      {"GIT_TERMINAL_PROMPT", "0"},
      {"HOME", home.string()},
      {"LC_ALL", "C.UTF-8"},
      {"PATH", variable_of("PATH", "/usr/bin:/bin")},
      {"TERM", "dumb"},
      {"TZ", "UTC"},
  });
  return environment;
}

}  // namespace claudestep::test
