#include "cli/hooks.h"

#include <unistd.h>

#include <optional>

#include "base/text.h"
#include "host/hook_files.h"
#include "host/hook_folder.h"
#include "host/hook_text.h"

namespace claudestep::cli {

namespace {

using host::HookChange;

std::string_view word_for(HookChange change) {
  switch (change) {
    case HookChange::kNone:
      return "none";
    case HookChange::kWritten:
      return "written";
    case HookChange::kUpdated:
      return "updated";
    case HookChange::kJoined:
      return "joined";
    case HookChange::kBehind:
      return "moved_aside";
    case HookChange::kRemoved:
      return "removed";
    case HookChange::kCut:
      return "cut";
    case HookChange::kRestored:
      return "restored";
  }
  abort_with(__FILE__, __LINE__, "a change that is none");
}

// The program as a hook's shell would find it.
std::optional<std::string> program_in_path(const Environment& environment) {
  std::string_view rest = environment.get("PATH").value_or("");
  while (!rest.empty()) {
    const std::size_t colon = rest.find(':');
    const std::string path = std::string(rest.substr(0, colon)) + "/claudestep";
    if (::access(path.c_str(), X_OK) == 0) return path;
    if (colon == std::string_view::npos) break;
    rest.remove_prefix(colon + 1);
  }
  return std::nullopt;
}

// Husky runs what lies beside its own folder, whether it is executable or not, from files in it.
bool git_runs(const host::HookFolder& folder, const host::HookState& state, std::string_view hook) {
  const std::string entry = folder.path + "/" + std::string(hook);
  return entry == state.file ? state.executable : ::access(entry.c_str(), X_OK) == 0;
}

report::HookRow row_of(const git::Repository& repository, const host::HookFolder& folder,
                       std::string_view hook) {
  const host::HookState state = host::hook_state(folder.file_of(hook), hook);
  report::HookRow row{std::string(hook), state.file,    state.installed, state.installed,
                      state.installed,   state.current, state.chained};
  if (state.installed) {
    row.executable = git_runs(folder, state, hook);
    return row;
  }
  const std::string usual = host::usual_hook_folder(repository) + "/" + row.hook;
  if (usual == state.file) return row;
  const host::HookState there = host::hook_state(usual, hook);
  if (!there.installed) return row;
  return {row.hook, usual, true, false, there.executable, there.current, there.chained};
}

report::HooksPage page_of(const Context& context, const git::Repository& repository,
                          const host::HookFolder& folder) {
  report::HooksPage page;
  page.folder = folder.path;
  page.setting = folder.setting;
  if (folder.setting) page.scope = folder.scope;
  page.writable = folder.place == host::HookPlace::kRepository;
  page.program = program_in_path(context.environment);
  for (const std::string_view hook : host::hook_names()) {
    page.rows.push_back(row_of(repository, folder, hook));
  }
  return page;
}

}  // namespace

std::vector<std::string> usual_hooks(const git::Repository& repository) {
  if (repository.is_bare()) return {"pre-receive"};
  return {"post-merge", "post-rewrite", "post-commit", "pre-commit"};
}

Result<report::HooksPage> hooks_page(const Context& context, const git::Repository& repository) {
  CS_ASSIGN(const auto folder, host::find_hook_folder(repository, context.environment));
  return page_of(context, repository, folder);
}

Result<report::HooksPage> install_hooks(const Context& context, const git::Repository& repository,
                                        const std::vector<std::string>& hooks) {
  CS_ASSIGN(const auto folder, host::find_hook_folder(repository, context.environment));
  std::vector<report::HookDeed> deeds;
  std::vector<report::HookLine> lines;
  for (const std::string& hook : hooks) {
    const std::string file = folder.file_of(hook);
    if (folder.place == host::HookPlace::kRepository) {
      CS_ASSIGN(const auto change, host::install_hook(repository, file, hook));
      if (change != HookChange::kNone) deeds.push_back({hook, std::string(word_for(change))});
    } else if (!host::hook_state(file, hook).installed) {
      lines.push_back({file, host::line_to_add(hook)});
    }
  }
  report::HooksPage page = page_of(context, repository, folder);
  page.deeds = std::move(deeds);
  page.lines = std::move(lines);
  return page;
}

Result<report::HooksPage> uninstall_hooks(const Context& context, const git::Repository& repository,
                                          const std::vector<std::string>& hooks) {
  CS_ASSIGN(const auto folder, host::find_hook_folder(repository, context.environment));
  std::vector<report::HookDeed> deeds;
  std::vector<report::HookLine> lines;
  for (const std::string& hook : hooks) {
    HookChange change = HookChange::kNone;
    if (folder.place == host::HookPlace::kRepository) {
      CS_ASSIGN(change, host::uninstall_hook(repository, folder.file_of(hook)));
    } else if (host::hook_state(folder.file_of(hook), hook).installed) {
      lines.push_back({folder.file_of(hook), host::line_to_add(hook)});
    }
    // Ours of a time when git looked there.
    const std::string usual = host::usual_hook_folder(repository) + "/" + hook;
    if (change == HookChange::kNone && usual != folder.file_of(hook)) {
      CS_ASSIGN(change, host::uninstall_hook(repository, usual));
    }
    if (change != HookChange::kNone) deeds.push_back({hook, std::string(word_for(change))});
  }
  report::HooksPage page = page_of(context, repository, folder);
  page.deeds = std::move(deeds);
  page.lines = std::move(lines);
  return page;
}

std::string why_not_written(const report::HooksPage& page) {
  const std::string setting = "core.hooksPath is " + quoted(page.setting.value_or(""));
  const std::string scope = page.scope.value_or("");
  if (scope == "global" || scope == "system") {
    return setting + " in the " + scope + " configuration, which is not this repository's";
  }
  return setting + ", among the files that are committed";
}

}  // namespace claudestep::cli
