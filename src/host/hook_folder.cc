#include "host/hook_folder.h"

#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "host/process.h"

namespace claudestep::host {
namespace {

constexpr std::string_view kHuskyFolder = "/_";

// The path without links and dots, as far as it exists; what does not exist yet is no link.
std::string resolved(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  if (real) return real.get();
  const auto slash = path.rfind('/');
  if (slash == std::string::npos || slash == 0) return path;
  std::string parent = resolved(path.substr(0, slash));
  const std::string last = path.substr(slash + 1);
  if (last.empty() || last == ".") return parent;
  return last == ".." ? parent.substr(0, parent.rfind('/')) : parent + "/" + last;
}

bool is_inside(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder + "/");
}

HookPlace place_of(const git::Repository& repository, const HookFolder& folder) {
  if (folder.scope == "global" || folder.scope == "system") return HookPlace::kShared;
  const std::string path = resolved(folder.path);
  if (is_inside(path, resolved(repository.common_dir())) ||
      is_inside(path, resolved(repository.git_dir()))) {
    return HookPlace::kRepository;
  }
  const auto root = repository.work_dir();
  const bool is_committed = root && is_inside(path, resolved(*root));
  return is_committed ? HookPlace::kWorkTree : HookPlace::kRepository;
}

}  // namespace

std::string HookFolder::file_of(std::string_view hook) const {
  std::string_view folder = path;
  if (place == HookPlace::kWorkTree && folder.ends_with(kHuskyFolder)) {
    folder.remove_suffix(kHuskyFolder.size());
  }
  return std::string(folder) + "/" + std::string(hook);
}

std::string usual_hook_folder(const git::Repository& repository) {
  return repository.common_dir() + "/hooks";
}

Result<HookFolder> find_hook_folder(const git::Repository& repository,
                                    const Environment& environment) {
  const Environment clean = scrubbed(environment);
  Command command;
  command.argv = {"git",    "--git-dir=" + repository.git_dir(),
                  "config", "--show-scope",
                  "-z",     "--type=path",
                  "--get",  "core.hooksPath"};
  command.cwd = repository.common_dir();
  command.environment = &clean;
  CS_ASSIGN(const auto finished, run(command));
  HookFolder folder;
  folder.path = usual_hook_folder(repository);
  if (finished.exit_code == 1) return folder;  // it is not set
  // "local\0/path\0"
  const std::string_view said = finished.out;
  const std::size_t end = said.find('\0');
  if (finished.exit_code != 0 || end == std::string_view::npos) {
    return fail(Error{ErrorCode::kGitFailed, "git cannot tell where hooks are"}.caused_by(
        std::string(trim(finished.err))));
  }
  folder.scope = said.substr(0, end);
  std::string setting(said.substr(end + 1, said.find('\0', end + 1) - end - 1));
  while (setting.size() > 1 && setting.ends_with('/')) setting.pop_back();
  folder.setting = setting;
  const std::string base = repository.work_dir().value_or(repository.git_dir());
  folder.path = setting.starts_with('/') ? setting : base + "/" + setting;
  folder.place = place_of(repository, folder);
  return folder;
}

SeenHook see_hook(const git::Repository& repository, const HookFolder& folder,
                  std::string_view hook) {
  SeenHook seen{std::string(hook), hook_state(folder.file_of(hook), hook), true};
  if (seen.state.installed) {
    // Husky runs what lies beside its own folder from files in that.
    const std::string entry = folder.path + "/" + seen.hook;
    if (entry != seen.state.file) seen.state.executable = ::access(entry.c_str(), X_OK) == 0;
    return seen;
  }
  const std::string usual = usual_hook_folder(repository) + "/" + seen.hook;
  if (usual == seen.state.file) return seen;
  HookState there = hook_state(usual, hook);
  if (there.installed) seen = {seen.hook, std::move(there), false};
  return seen;
}

}  // namespace claudestep::host
