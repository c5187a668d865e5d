#include "git/discovery.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <algorithm>

#include "base/text.h"
#include "git/common_dir.h"
#include "git/files.h"
#include "git/search_path.h"
#include "git/told_head.h"

namespace claudestep::git {
namespace {

constexpr std::string_view kGitFilePrefix = "gitdir:";

const Environment& environment_of(const Discovery& discovery) {
  static const Environment none;
  return discovery.environment != nullptr ? *discovery.environment : none;
}

Error not_found(std::string_view where) {
  Error error{
      ErrorCode::kNotFound,
      fmt::format("not a git repository (or any of the parent directories): {}", quoted(where))};
  error.hints.emplace_back("run it inside a repository, or name one with -C or --git-dir");
  return error;
}

Error not_a_repository(std::string_view path) {
  return Error{ErrorCode::kNotFound, fmt::format("not a git repository: {}", quoted(path))};
}

// `error` of following the file `path`, which may be all that is broken.
Error broken_link(Error error, std::string_view path) {
  return std::move(error)
      .caused_by(fmt::format("{} is to say where the repository is", quoted(path, 200)))
      .hint(
          "where this is a work tree of a repository that is elsewhere: git worktree repair, typed "
          "in "
          "that one, writes the file anew");
}

struct Folders {
  std::string git_dir;
  std::string common_dir;
  bool common_dir_named = false;
};

class Finder {
 public:
  explicit Finder(const Discovery& discovery)
      : discovery_(discovery), environment_(environment_of(discovery)) {}

  Result<Location> find() const {
    CS_ASSIGN(auto location, locate());
    if (const auto work_tree = environment_.get_nonempty("GIT_WORK_TREE")) {
      const std::string path = join_path(discovery_.cwd, *work_tree);
      location.work_tree = real_path(path).value_or(path);
    }
    location.object_dir = join_path(location.common_dir, "objects");
    if (const auto objects = environment_.get_nonempty("GIT_OBJECT_DIRECTORY")) {
      location.object_dir = join_path(discovery_.cwd, *objects);
    }
    const auto alternates = environment_.get("GIT_ALTERNATE_OBJECT_DIRECTORIES");
    for (const std::string& path : split_search_path(alternates.value_or(""))) {
      location.alternates.push_back(join_path(discovery_.cwd, path));
    }
    return location;
  }

 private:
  Result<Location> locate() const {
    if (discovery_.git_dir) return by_name(*discovery_.git_dir);
    if (const auto named = environment_.get("GIT_DIR")) return by_name(std::string(*named));
    return upwards();
  }

  Result<Location> by_name(const std::string& name) const {
    std::string path = join_path(discovery_.cwd, name);
    if (name.empty()) return fail(not_a_repository(name));
    if (is_file(path)) {
      CS_ASSIGN(path, follow_git_file(path));
    }
    auto folders = as_git_dir(path);
    if (!folders) {
      return fail(without_head(path, true).value_or(not_a_repository(name)));
    }
    return make(Found::kByName, std::move(*folders));
  }

  Result<Location> upwards() const {
    const auto start = real_path(discovery_.cwd);
    if (!start) return fail(not_found(discovery_.cwd));
    const std::size_t ceiling =
        ceiling_length(*start, environment_.get("GIT_CEILING_DIRECTORIES").value_or(""));
    const auto device = boundary(*start);
    for (std::string folder = *start;; folder = parent_path(folder)) {
      if (device && device_of(folder) != device) break;
      CS_ASSIGN(auto location, at(folder));
      if (location) return *std::move(location);
      const std::string above = parent_path(folder);
      if (folder == "/" || above.size() <= ceiling) break;
    }
    return fail(not_found(discovery_.cwd));
  }

  // The repository whose work tree or git folder `folder` is, if it is one.
  Result<std::optional<Location>> at(const std::string& folder) const {
    const std::string dot_git = join_path(folder, ".git");
    std::string git_dir = dot_git;
    const bool linked = is_file(dot_git);
    if (linked) {
      auto followed = follow_git_file(dot_git);
      if (!followed) return fail(broken_link(std::move(followed).error(), dot_git));
      git_dir = *std::move(followed);
    }
    if (auto folders = as_git_dir(git_dir)) {
      Location location = make(Found::kByDotGit, std::move(*folders));
      location.folder = folder;
      CS_TRY(check_owner({linked ? dot_git : "", folder, location.git_dir}, folder));
      return location;
    }
    // Git goes on to the next folder, and may come to a repository that nobody means.
    if (auto error = without_head(git_dir, true)) return fail(*std::move(error));
    if (linked) return fail(broken_link(not_a_repository(git_dir), dot_git));
    if (auto folders = as_git_dir(folder)) {
      Location location = make(Found::kAsItself, std::move(*folders));
      CS_TRY(check_owner({location.git_dir}, location.git_dir));
      return location;
    }
    if (auto error = without_head(folder, false)) return fail(*std::move(error));
    return std::nullopt;
  }

  static Location make(Found found, Folders folders) {
    Location location;
    location.found = found;
    location.git_dir = std::move(folders.git_dir);
    location.common_dir = std::move(folders.common_dir);
    location.common_dir_named = folders.common_dir_named;
    return location;
  }

  static Result<std::string> follow_git_file(const std::string& path) {
    const auto text = read_line_file(path);
    if (!text || !text->starts_with(kGitFilePrefix)) {
      return fail(ErrorCode::kCorrupt, fmt::format("invalid gitfile format: {}", quoted(path)));
    }
    const std::string target(trim(std::string_view(*text).substr(kGitFilePrefix.size())));
    if (target.empty()) {
      return fail(ErrorCode::kCorrupt, fmt::format("no path in gitfile: {}", quoted(path)));
    }
    return join_path(parent_path(path), target);
  }

  // The folders of the repository whose git folder is `path`; nothing when it is none.
  std::optional<Folders> as_git_dir(const std::string& path) const {
    auto git_dir = real_path(path);
    if (!git_dir || !has_head(*git_dir)) return std::nullopt;
    Folders folders{*git_dir, common_dir_of(*git_dir)};
    if (const auto named = environment_.get_nonempty("GIT_COMMON_DIR")) {
      const std::string common = join_path(discovery_.cwd, *named);
      const std::string resolved = real_path(common).value_or(common);
      folders.common_dir_named = resolved != folders.common_dir;
      folders.common_dir = resolved;
    }
    const auto objects = environment_.get_nonempty("GIT_OBJECT_DIRECTORY");
    const bool has_objects = is_directory(objects ? join_path(discovery_.cwd, *objects)
                                                  : join_path(folders.common_dir, "objects"));
    if (!has_objects || !is_directory(join_path(folders.common_dir, "refs"))) return std::nullopt;
    return folders;
  }

  static std::optional<dev_t> device_of(const std::string& folder) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0) return std::nullopt;
    return status.st_dev;
  }

  // The file system that the search must not leave; nothing when it may.
  std::optional<dev_t> boundary(const std::string& start) const {
    const auto across = environment_.get("GIT_DISCOVERY_ACROSS_FILESYSTEM");
    if (across && is_true(*across)) return std::nullopt;
    return device_of(start);
  }

  bool is_ours(const std::string& path) const {
    struct stat status {};
    if (path.empty()) return true;
    if (::lstat(path.c_str(), &status) != 0) return false;
    const uid_t us = ::geteuid();
    if (status.st_uid == us) return true;
    const auto sudo = environment_.get_nonempty("SUDO_UID");
    return us == 0 && sudo && *sudo == std::to_string(status.st_uid);
  }

  Status check_owner(const std::vector<std::string>& paths, const std::string& subject) const {
    const auto pretend = environment_.get("GIT_TEST_ASSUME_DIFFERENT_OWNER");
    const bool ours = std::all_of(paths.begin(), paths.end(),
                                  [&](const std::string& path) { return is_ours(path); });
    if (ours && !(pretend && is_true(*pretend))) return {};
    if (discovery_.git_accepts_owner && discovery_.git_accepts_owner()) return {};
    Error error{
        ErrorCode::kUnsupported,
        fmt::format("the repository at {} is owned by somebody else, and git does not trust it",
                    quoted(subject))};
    error.hints.push_back(fmt::format("if you do: git config --global --add safe.directory {}",
                                      quoted(subject, 4096)));
    return fail(std::move(error));
  }

  const Discovery& discovery_;
  const Environment& environment_;
};

}  // namespace

std::string common_dir_of(const std::string& git_dir) {
  const auto named = read_line_file(join_path(git_dir, "commondir"));
  if (!named || named->empty()) return git_dir;
  const std::string path = join_path(git_dir, *named);
  return real_path(path).value_or(path);
}

Result<Location> discover(const Discovery& discovery) {
  return Finder(discovery).find();
}

Result<std::string> find_common_dir(const Discovery& discovery) {
  CS_ASSIGN(auto location, discover(discovery));
  return std::move(location.common_dir);
}

}  // namespace claudestep::git
