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
  if (!text) return std::nullopt;
  if (!text->starts_with(kRefPrefix)) {
    return ObjectId::parse(*text) ? std::optional(Head{}) : std::nullopt;
  }
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

// Where the ".git" file of a work tree says that the work tree's git folder is; nothing where there
// is no such file, or it says nothing.
std::optional<std::string> target_of(const std::string& dot_git) {
  constexpr std::string_view kPrefix = "gitdir:";
  const auto text = read_line_file(dot_git);
  if (!text || !text->starts_with(kPrefix)) return std::nullopt;
  return join_path(parent_path(dot_git), trim(std::string_view(*text).substr(kPrefix.size())));
}

// What the files about linked work trees say.
struct LinkedWorktrees {
  std::vector<StrayWorktree> found;  // with nothing in `leads_to` where they are ours
  std::vector<LostWorktree> lost;
};

class LinkedFinder {
 public:
  // `opened_from`: the folder of the work tree that the repository was opened from.
  LinkedFinder(const Location& location, const std::optional<std::string>& opened_from)
      : location_(location), opened_from_(opened_from) {}

  LinkedWorktrees find() {
    const std::string folder = join_path(location_.common_dir, "worktrees");
    for (const std::string& name : names_in(folder)) look_at(join_path(folder, name));
    return std::move(all_);
  }

 private:
  void look_at(const std::string& git_dir) {
    auto head = read_head(git_dir);
    const std::string note = join_path(git_dir, "gitdir");
    const auto noted = read_line_file(note);
    // What git left of one that it forgot.
    if (!head && !noted && !is_file(join_path(git_dir, "index"))) return;
    Worktree worktree{"", git_dir, head ? std::move(head->ref) : std::nullopt};
    std::string leads_to;
    const bool is_noted = noted && !noted->empty() && noted->find('\0') == std::string::npos;
    if (is_noted) {
      const std::string dot_git = join_path(git_dir, *noted);
      worktree.path = parent_path(dot_git);
      if (const auto folder = is_file(dot_git) ? real_path(worktree.path) : std::nullopt) {
        worktree.path = *folder;
        const auto target = target_of(dot_git);
        if (target && !is_same_folder(*target, git_dir)) leads_to = *target;
        // Another one of ours has taken its place.
        const bool is_taken = !leads_to.empty() && is_directory(leads_to) &&
                              is_same_folder(parent_path(leads_to), parent_path(git_dir));
        if (!is_taken) return add(std::move(worktree), std::move(leads_to), head.has_value());
      }
    }
    if (is_opened_from(git_dir)) {
      worktree.path = *opened_from_;
      worktree.is_misplaced = true;
      return add(std::move(worktree), "", head.has_value());
    }
    all_.lost.push_back({std::move(worktree), false, head.has_value()});
  }

  void add(Worktree worktree, std::string leads_to, bool has_head) {
    if (has_head) {
      all_.found.push_back({std::move(worktree), std::move(leads_to)});
    } else if (leads_to.empty()) {
      all_.lost.push_back({std::move(worktree), true, false});
    }
  }

  [[nodiscard]] bool is_opened_from(const std::string& git_dir) const {
    if (!opened_from_ || git_dir != location_.git_dir) return false;
    const auto target = target_of(join_path(*opened_from_, ".git"));
    return target && is_same_folder(*target, git_dir);
  }

  const Location& location_;
  const std::optional<std::string>& opened_from_;
  LinkedWorktrees all_;
};

}  // namespace

Result<std::vector<Worktree>> Repository::worktrees() const {
  std::vector<Worktree> found;
  const std::string& common = impl_->location.common_dir;
  if (auto folder = main_folder(impl_->location); folder && is_directory(*folder)) {
    if (auto head = read_head(common)) {
      found.push_back(Worktree{*std::move(folder), common, std::move(head->ref)});
    }
  }
  for (StrayWorktree& one : LinkedFinder(impl_->location, impl_->work_dir).find().found) {
    if (one.leads_to.empty()) found.push_back(std::move(one.worktree));
  }
  return found;
}

std::vector<StrayWorktree> Repository::stray_worktrees() const {
  auto found = LinkedFinder(impl_->location, impl_->work_dir).find().found;
  std::erase_if(found, [](const StrayWorktree& one) { return one.leads_to.empty(); });
  return found;
}

std::vector<LostWorktree> Repository::lost_worktrees() const {
  return LinkedFinder(impl_->location, impl_->work_dir).find().lost;
}

}  // namespace claudestep::git
