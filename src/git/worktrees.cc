// Which work trees a repository has, read from the files that git keeps about them.
#include <unistd.h>

#include <array>
#include <climits>

#include "base/text.h"
#include "git/files.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

constexpr std::string_view kRefPrefix = "ref:";

// What a HEAD file says; nothing when it cannot be read.
struct Head {
  std::optional<std::string> ref;  // none: detached
};

std::optional<Head> read_head(const std::string& git_dir) {
  const std::string path = join_path(git_dir, "HEAD");
  std::array<char, PATH_MAX> target{};
  const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
  if (length > 0) {
    const std::string_view text(target.data(), static_cast<std::size_t>(length));
    if (text.starts_with("refs/")) return Head{std::string(text)};
  }
  const auto text = read_line_file(path);
  if (!text || text->empty()) return std::nullopt;
  if (!text->starts_with(kRefPrefix)) return Head{};
  return Head{std::string(trim(std::string_view(*text).substr(kRefPrefix.size())))};
}

// The main work tree's folder; nothing when the repository is bare or its place is not known.
std::optional<std::string> main_folder(const Location& location) {
  const std::string& common = location.common_dir;
  if (location.work_tree && location.git_dir == common) return location.work_tree;
  std::vector<std::string> files = {join_path(common, "config")};
  const auto shared = Config::open_files(files);
  if (!shared) return std::nullopt;
  if (shared->get_bool("extensions.worktreeConfig").value_or(std::nullopt).value_or(false)) {
    files.push_back(join_path(common, "config.worktree"));
  }
  const auto config = Config::open_files(files);
  if (!config) return std::nullopt;
  if (config->get_bool("core.bare").value_or(std::nullopt).value_or(false)) return std::nullopt;
  if (const auto configured = config->get("core.worktree").value_or(std::nullopt)) {
    return real_path(join_path(common, *configured));
  }
  if (base_name(common) == ".git") return parent_path(common);
  // "git init --separate-git-dir" leaves no trace of the work tree here; we know it when we came
  // from it.
  if (location.git_dir == common) return location.folder;
  return std::nullopt;
}

// The linked work tree that `git_dir` describes; nothing when it is gone or broken.
std::optional<Worktree> linked_worktree(const std::string& git_dir) {
  const auto pointer = read_line_file(join_path(git_dir, "gitdir"));
  if (!pointer || pointer->empty()) return std::nullopt;
  const std::string dot_git = join_path(git_dir, *pointer);
  if (!is_file(dot_git)) return std::nullopt;
  auto head = read_head(git_dir);
  if (!head) return std::nullopt;
  const auto folder = real_path(parent_path(dot_git));
  if (!folder) return std::nullopt;
  return Worktree{*folder, git_dir, std::move(head->ref)};
}

}  // namespace

Result<std::vector<Worktree>> Repository::worktrees() const {
  std::vector<Worktree> found;
  const std::string& common = impl_->location.common_dir;
  if (auto folder = main_folder(impl_->location); folder && is_directory(*folder)) {
    if (auto head = read_head(common)) {
      found.push_back(Worktree{*std::move(folder), common, std::move(head->ref)});
    }
  }
  const std::string linked = join_path(common, "worktrees");
  for (const std::string& name : names_in(linked)) {
    if (auto worktree = linked_worktree(join_path(linked, name))) {
      found.push_back(*std::move(worktree));
    }
  }
  return found;
}

}  // namespace claudestep::git
