#include "host/process.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "host/pipes.h"

namespace claudestep::host {
namespace {

constexpr std::string_view kDefaultPath = "/usr/local/bin:/usr/bin:/bin";

// What `git rev-parse --local-env-vars` prints.
constexpr std::array<std::string_view, 16> kLocalVariables = {"GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                                              "GIT_COMMON_DIR",
                                                              "GIT_CONFIG",
                                                              "GIT_CONFIG_COUNT",
                                                              "GIT_CONFIG_PARAMETERS",
                                                              "GIT_DIR",
                                                              "GIT_GRAFT_FILE",
                                                              "GIT_IMPLICIT_WORK_TREE",
                                                              "GIT_INDEX_FILE",
                                                              "GIT_INTERNAL_SUPER_PREFIX",
                                                              "GIT_NO_REPLACE_OBJECTS",
                                                              "GIT_OBJECT_DIRECTORY",
                                                              "GIT_PREFIX",
                                                              "GIT_REPLACE_REF_BASE",
                                                              "GIT_SHALLOW_FILE",
                                                              "GIT_WORK_TREE"};

Error cannot_run(const Command& command, int number) {
  Error error{ErrorCode::kIo, fmt::format("cannot run {}", quoted(command.argv.front()))};
  error.causes.emplace_back(number == ENOENT ? "no such program or folder" : std::strerror(number));
  return error;
}

bool is_program(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         ::access(path.c_str(), X_OK) == 0;
}

// The attributes and file actions of one spawn.
class SpawnPlan {
 public:
  SpawnPlan() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  void connect(int pipe_end, int standard) {
    posix_spawn_file_actions_adddup2(&actions_, pipe_end, standard);
  }
  // Also when it is marked to be closed: given to itself a descriptor loses that mark.
  void keep_open(int descriptor) {
    if (descriptor >= 0) posix_spawn_file_actions_adddup2(&actions_, descriptor, descriptor);
  }
  void stand_in(const std::string& folder) {
    if (!folder.empty()) posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
  }
  // The child starts with the usual SIGPIPE and `mask`, whatever we do about signals ourselves.
  void set_signals(const sigset_t& mask) {
    sigset_t usual;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes_, &usual);
    posix_spawnattr_setsigmask(&attributes_, &mask);
    flags_ |= POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
  }
  void own_group() {
    posix_spawnattr_setpgroup(&attributes_, 0);
    flags_ |= POSIX_SPAWN_SETPGROUP;
  }

  int spawn(pid_t& pid, const std::string& program, char* const* argv, char* const* environment) {
    posix_spawnattr_setflags(&attributes_, static_cast<short>(flags_));
    return posix_spawn(&pid, program.c_str(), &actions_, &attributes_, argv, environment);
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
  int flags_ = 0;
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

Result<pid_t> start(const Command& command, const Environment& environment, const Pipes& pipes,
                    const sigset_t& mask) {
  const auto program = find_program(command.argv.front(), environment);
  if (!program) return fail(cannot_run(command, ENOENT));
  std::vector<std::string> argv = command.argv;
  std::vector<std::string> variables;
  variables.reserve(environment.all().size());
  for (const auto& [name, value] : environment.all()) {
    variables.push_back(fmt::format("{}={}", name, value));
  }
  SpawnPlan plan;
  plan.connect(pipes.in.read.get(), STDIN_FILENO);
  plan.connect(pipes.out.write.get(), STDOUT_FILENO);
  plan.connect(pipes.err.write.get(), STDERR_FILENO);
  plan.keep_open(command.keeps_open);
  plan.stand_in(command.cwd);
  plan.set_signals(mask);
  // A child that may be killed takes its own children along. One that may not stays in our group,
  // so that it can ask at the terminal and hears the interrupt key.
  if (command.timeout_seconds) plan.own_group();
  pid_t pid = 0;
  if (const int number =
          plan.spawn(pid, *program, pointers(argv).data(), pointers(variables).data());
      number != 0) {
    return fail(cannot_run(command, number));
  }
  return pid;
}

}  // namespace

std::optional<std::string> find_program(const std::string& name, const Environment& environment) {
  if (name.find('/') != std::string::npos) return name;
  std::string_view rest = environment.get("PATH").value_or(kDefaultPath);
  for (;;) {
    const std::size_t colon = rest.find(':');
    const std::string_view folder = rest.substr(0, colon);
    const std::string path = fmt::format("{}/{}", folder.empty() ? "." : folder, name);
    if (is_program(path)) return path;
    if (colon == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(colon + 1);
  }
}

Result<Finished> run(const Command& command) {
  CS_CHECK(!command.argv.empty());
  static const Environment none;
  const Environment& environment = command.environment != nullptr ? *command.environment : none;
  CS_ASSIGN(auto pipes, open_pipes());
  const SigpipeBlock no_sigpipe;
  CS_ASSIGN(const pid_t pid, start(command, environment, pipes, no_sigpipe.before()));
  pipes.in.read.close();
  pipes.out.write.close();
  pipes.err.write.close();
  Finished finished;
  Child child(pid, command.timeout_seconds);
  const bool in_time = exchange(child, pipes, command.input, finished.out, finished.err);
  const std::optional<int> status = in_time ? child.wait() : std::nullopt;
  if (!status) {
    child.kill();
    return fail(ErrorCode::kIo,
                fmt::format("{} did not end within {} s", quoted(command.argv.front()),
                            command.timeout_seconds.value_or(0)));
  }
  finished.exit_code = *status;
  return finished;
}

Environment scrubbed(const Environment& environment) {
  Environment clean = environment;
  for (const std::string_view name : kLocalVariables) clean.unset(name);
  clean.set("CLAUDESTEP_HOOKS", "0");
  clean.set("LC_ALL", "C");
  return clean;
}

Result<std::string> git(const Environment& environment, const std::string& cwd,
                        std::vector<std::string> args) {
  const Environment clean = scrubbed(environment);
  Command command;
  command.argv = {"git"};
  command.argv.insert(command.argv.end(), args.begin(), args.end());
  command.cwd = cwd;
  command.environment = &clean;
  CS_ASSIGN(auto finished, run(command));
  if (finished.exit_code == 0) return std::move(finished.out);
  Error error{
      ErrorCode::kGitFailed,
      fmt::format("git {} failed (exit {})", args.empty() ? "" : args.front(), finished.exit_code)};
  if (const std::string_view said = trim(finished.err); !said.empty())
    error.causes.emplace_back(said);
  return fail(std::move(error));
}

}  // namespace claudestep::host
