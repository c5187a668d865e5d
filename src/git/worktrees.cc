// Which work trees a repository has, read from the files that git keeps about them.
#include <sys/stat.h>
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

bool is_same_folder(const std::string& one, const std::string& other) {
  struct stat a {};
  struct stat b {};
  return ::stat(one.c_str(), &a) == 0 && ::stat(other.c_str(), &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

// Where a work tree's ".git" file leads to, when that is another folder than `git_dir`.
std::optional<std::string> leads_elsewhere(const std::string& dot_git, const std::string& git_dir) {
  constexpr std::string_view kPrefix = "gitdir:";
  const auto text = read_line_file(dot_git);
  if (!text || !text->starts_with(kPrefix)) return std::nullopt;
  const std::string_view said = trim(std::string_view(*text).substr(kPrefix.size()));
  std::string target = join_path(parent_path(dot_git), said);
  if (is_same_folder(target, git_dir)) return std::nullopt;
  return target;
}

// The linked work tree that `git_dir` describes; nothing when it is gone or broken.
std::optional<StrayWorktree> linked_worktree(const std::string& git_dir) {
  const auto pointer = read_line_file(join_path(git_dir, "gitdir"));
  if (!pointer || pointer->empty()) return std::nullopt;
  const std::string dot_git = join_path(git_dir, *pointer);
  if (!is_file(dot_git)) return std::nullopt;
  auto head = read_head(git_dir);
  if (!head) return std::nullopt;
  const auto folder = real_path(parent_path(dot_git));
  if (!folder) return std::nullopt;
  return StrayWorktree{{*folder, git_dir, std::move(head->ref)},
                       leads_elsewhere(dot_git, git_dir).value_or("")};
}

std::vector<StrayWorktree> linked_worktrees(const std::string& common_dir) {
  std::vector<StrayWorktree> all;
  const std::string folder = join_path(common_dir, "worktrees");
  for (const std::string& name : names_in(folder)) {
    if (auto one = linked_worktree(join_path(folder, name))) all.push_back(*std::move(one));
  }
  return all;
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
  for (StrayWorktree& one : linked_worktrees(common)) {
    if (one.leads_to.empty()) found.push_back(std::move(one.worktree));
  }
  return found;
}

std::vector<StrayWorktree> Repository::stray_worktrees() const {
  std::vector<StrayWorktree> found = linked_worktrees(impl_->location.common_dir);
  std::erase_if(found, [](const StrayWorktree& one) { return one.leads_to.empty(); });
  return found;
}

}  // namespace claudestep::git
