#include "cli/hooks.h"

#include <optional>

#include "base/text.h"
#include "host/hook_files.h"
#include "host/hook_folder.h"
#include "host/hook_text.h"
#include "host/process.h"

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

report::HookRow row_of(const host::SeenHook& seen) {
  const host::HookState& state = seen.state;
  return {seen.hook,        state.file,    state.installed, state.installed && seen.reachable,
          state.executable, state.current, state.chained};
}

report::HooksPage page_of(const Context& context, const git::Repository& repository,
                          const host::HookFolder& folder) {
  report::HooksPage page;
  page.folder = folder.path;
  page.setting = folder.setting;
  if (folder.setting) page.scope = folder.scope;
  page.writable = folder.place == host::HookPlace::kRepository;
  page.program = host::find_program("claudestep", context.environment);
  for (const std::string_view hook : host::hook_names()) {
    page.rows.push_back(row_of(host::see_hook(repository, folder, hook)));
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

Status check_hook_places(const Context& context, const git::Repository& repository,
                         const std::vector<std::string>& hooks) {
  CS_ASSIGN(const auto folder, host::find_hook_folder(repository, context.environment));
  if (folder.place != host::HookPlace::kRepository) return {};
  for (const std::string& hook : hooks) CS_TRY(host::check_hook_place(folder.file_of(hook), hook));
  return {};
}

Result<report::HooksPage> install_hooks(const Context& context, const git::Repository& repository,
                                        const std::vector<std::string>& hooks) {
  CS_TRY(check_hook_places(context, repository, hooks));
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
