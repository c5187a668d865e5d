#include "git/repository.h"

#include <git2/sys/repository.h>

#include <fmt/format.h>
#include <algorithm>

#include "base/text.h"
#include "git/error.h"
#include "git/files.h"
#include "git/format.h"
#include "git/library.h"
#include "git/repository_impl.h"
#include "git/search_path.h"

namespace claudestep::git {
namespace {

// Whether the configuration lets writes return before the disk has them. Only what turns it off in
// so many words counts; git's own default, which leaves loose objects to chance, does not.
Result<bool> wants_fsync(const Config& config) {
  CS_ASSIGN(const auto old_switch, config.get_bool("core.fsyncObjectFiles"));
  bool on = old_switch.value_or(true);
  CS_ASSIGN(const auto components, config.get("core.fsync"));
  if (!components) return on;
  std::string_view rest = *components;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(", \t\n"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word == "none" || word == "-all" || word == "-committed" || word == "-objects" ||
        word == "-loose-object" || word == "-added") {
      on = false;
    } else if (word == "all" || word == "committed" || word == "objects" ||
               word == "loose-object" || word == "added") {
      on = true;
    }
  }
  return on;
}

bool is_linked(const Location& location) {
  return location.git_dir != location.common_dir;
}

Result<bool> find_bare(const Location& location, const Config& config) {
  if (is_linked(location)) return false;
  CS_ASSIGN(const auto configured, config.get_bool("core.bare"));
  if (configured) return *configured;
  return location.found != Found::kByDotGit && base_name(location.git_dir) != ".git";
}

// The work tree that git would use from where we stand; none in a bare repository or inside the git
// folder.
Result<std::optional<std::string>> find_work_dir(const Location& location, const Config& config,
                                                 bool bare, const std::string& cwd) {
  if (location.work_tree) return location.work_tree;
  if (bare) return std::nullopt;
  CS_ASSIGN(const auto configured, config.get("core.worktree"));
  if (configured && !is_linked(location)) {
    const std::string path = join_path(location.git_dir, *configured);
    return real_path(path).value_or(path);
  }
  if (location.found == Found::kByDotGit) return location.folder;
  if (location.found == Found::kByName) return real_path(cwd);
  return std::nullopt;
}

// A bare repository that was only come across counts unless the user said otherwise; what the
// repository itself says does not matter here.
Status check_bare_allowed(const Location& location, const Environment& environment) {
  CS_ASSIGN(const auto config, Config::open(environment, {}, nullptr));
  CS_ASSIGN(const auto allowed, config.get("safe.bareRepository"));
  if (!allowed || to_lower_ascii(*allowed) != "explicit") return {};
  Error error{ErrorCode::kUnsupported,
              fmt::format("cannot use the bare repository at {}: safe.bareRepository is 'explicit'",
                          quoted(location.git_dir))};
  error.hints.emplace_back("name it with --git-dir");
  return fail(std::move(error));
}

std::vector<ObjectId> read_shallow(const std::string& text) {
  std::vector<ObjectId> ids;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (const auto id = ObjectId::parse(std::string_view(text).substr(at, end - at))) {
      ids.push_back(*id);
    }
    at = end + 1;
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

// libgit2 would wait there for what never comes, as git does.
Status check_no_pipes(const Location& location) {
  for (const std::string& path :
       {join_path(location.git_dir, "HEAD"), join_path(location.common_dir, "shallow")}) {
    if (!is_pipe(path)) continue;
    return fail(
        Error{ErrorCode::kCorrupt,
              fmt::format("{} is a pipe, and git waits there without end", quoted(path, 200))}
            .hint("take it away; a HEAD is to be made anew"));
  }
  return {};
}

}  // namespace

void Repository::share(const std::string& path) const {
  impl_->sharing.apply(path);
}

Result<std::unique_ptr<Repository::Impl>> Repository::Impl::open_at(
    Location location, std::shared_ptr<const Environment> environment, Shared shared) {
  ensure_library();
  set_home(*environment);  // of which a file of settings may include one
  CS_TRY(check_no_pipes(location));
  CS_TRY(check_format(location.common_dir));
  auto impl = std::make_unique<Impl>(std::move(shared));
  // libgit2 cannot be told of a GIT_COMMON_DIR; the common folder alone holds all that we use it
  // for.
  const std::string& path = location.common_dir_named ? location.common_dir : location.git_dir;
  if (git_repository_open_bare(Out(impl->repository), path.c_str()) < 0) {
    const ErrorCode code = code_of_last_error();
    return fail(from_libgit2(code, fmt::format("cannot open the repository at {}", quoted(path))));
  }
  std::vector<std::string> files = {join_path(location.common_dir, "config")};
  CS_ASSIGN(const auto local, Config::open_files(files));
  CS_ASSIGN(const auto per_tree, local.get_bool("extensions.worktreeConfig"));
  if (per_tree.value_or(false)) files.push_back(join_path(location.git_dir, "config.worktree"));
  CS_ASSIGN(impl->config, Config::open(*environment, files, impl->repository.get()));
  git_repository_set_config(impl->repository.get(), impl->config.handle());
  CS_ASSIGN(impl->durable, wants_fsync(impl->config));
  set_fsync(impl->durable);
  CS_ASSIGN(impl->sharing, Sharing::from(impl->config));
  CS_ASSIGN(impl->bare, find_bare(location, impl->config));
  const std::string shallow_file = join_path(location.common_dir, "shallow");
  if (exists(shallow_file)) {
    impl->shallow = read_shallow(read_small_file(shallow_file).value_or(""));
    impl->is_shallow = !impl->shallow.empty();
  }
  impl->location = std::move(location);
  impl->environment = std::move(environment);
  CS_TRY(impl->open_odb());
  // libgit2 keeps no reflog in what it takes for a bare repository, and it looks at nothing but
  // whether there is a work tree. The metadata branch has a reflog everywhere, so it is told of
  // one; it never touches it.
  git_repository_set_workdir(impl->repository.get(), impl->location.common_dir.c_str(), 0);
  // The refs' store asks for the process-wide fsync option when it is made: now, before another
  // repository is opened.
  RefdbHandle refs;
  if (git_repository_refdb(Out(refs), impl->repository.get()) < 0) {
    return fail(from_libgit2(code_of_last_error(), fmt::format("cannot open the refs in {}",
                                                               quoted(impl->location.common_dir))));
  }
  return impl;
}

Repository::Repository(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

Result<Repository> Repository::open(const Discovery& discovery) {
  CS_ASSIGN(auto location, discover(discovery));
  auto environment = std::make_shared<const Environment>(
      discovery.environment != nullptr ? *discovery.environment : Environment());
  if (location.found == Found::kAsItself) CS_TRY(check_bare_allowed(location, *environment));
  CS_ASSIGN(auto impl, Impl::open_at(std::move(location), std::move(environment), Shared()));
  CS_ASSIGN(impl->work_dir, find_work_dir(impl->location, impl->config, impl->bare, discovery.cwd));
  return Repository(std::move(impl));
}

Result<Repository> Repository::reopen() const {
  CS_ASSIGN(auto impl, Impl::open_at(impl_->location, impl_->environment, impl_->shared));
  impl->work_dir = impl_->work_dir;
  return Repository(std::move(impl));
}

const std::string& Repository::git_dir() const {
  return impl_->location.git_dir;
}
const std::string& Repository::common_dir() const {
  return impl_->location.common_dir;
}
std::optional<std::string> Repository::work_dir() const {
  return impl_->work_dir;
}
bool Repository::is_bare() const {
  return impl_->bare;
}
const std::vector<ObjectId>& Repository::shallow_boundary() const {
  return impl_->shallow;
}
bool Repository::is_at_boundary(const ObjectId& commit) const {
  return std::binary_search(impl_->shallow.begin(), impl_->shallow.end(), commit);
}

bool Repository::is_shallow() const {
  return impl_->is_shallow;
}

Result<std::optional<std::string>> Repository::config(std::string_view key) const {
  return impl_->config.get(key);
}

std::vector<std::pair<std::string, std::string>> Repository::settings(
    std::string_view prefix) const {
  std::vector<std::pair<std::string, std::string>> settings;
  for (Setting& one : impl_->config.settings(prefix)) {
    settings.emplace_back(std::move(one.key), std::move(one.value).value_or(""));
  }
  return settings;
}

Result<bool> Repository::config_bool(std::string_view key, bool fallback) const {
  CS_ASSIGN(const auto value, impl_->config.get_bool(key));
  return value.value_or(fallback);
}

Result<std::vector<std::string>> Repository::remotes() const {
  constexpr std::string_view kPrefix = "remote.";
  std::vector<std::string> names;
  for (const Setting& one : impl_->config.file_settings(kPrefix)) {
    const std::string_view rest = std::string_view(one.key).substr(kPrefix.size());
    const std::size_t dot = rest.rfind('.');
    if (dot == std::string_view::npos || dot == 0) continue;
    const std::string_view what = rest.substr(dot + 1);
    if (what == "url" || what == "pushurl") names.emplace_back(rest.substr(0, dot));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace claudestep::git
