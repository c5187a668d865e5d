#include "git/told_head.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_rights.h"
#include "base/text.h"
#include "git/discovery.h"
#include "git/files.h"
#include "git/object_id.h"

namespace claudestep::git {
namespace {

constexpr std::string_view kNames = "ref: ";
constexpr std::string_view kToldBranches = "refs/heads/";
constexpr std::size_t kHexIdSize = 40;

struct ToldBranch {
  std::string ref;
  std::string value;
};
using ToldBranches = std::vector<ToldBranch>;

void add_loose(const std::string& common_dir, const std::string& ref, ToldBranches& branches) {
  const std::string path = join_path(common_dir, ref);
  if (is_directory(path)) {
    for (const std::string& name : names_in(path)) {
      add_loose(common_dir, ref + "/" + name, branches);
    }
  } else if (is_file(path)) {
    branches.push_back({ref, read_line_file(path).value_or("")});
  }
}

ToldBranches branches_of(const std::string& common_dir) {
  ToldBranches branches;
  add_loose(common_dir, "refs/heads", branches);
  const std::string packed = read_small_file(join_path(common_dir, "packed-refs")).value_or("");
  for (std::string_view text = packed; !text.empty();) {
    const std::string_view line = trim(cut_line(text));
    if (line.size() <= kHexIdSize || !line.substr(kHexIdSize + 1).starts_with(kToldBranches))
      continue;
    const std::string ref(line.substr(kHexIdSize + 1));
    const bool is_known = std::any_of(branches.begin(), branches.end(),
                                      [&](const ToldBranch& one) { return one.ref == ref; });
    if (!is_known) branches.push_back({ref, std::string(line.substr(0, kHexIdSize))});
  }
  return branches;
}

// Takes out what other work trees have checked out, which git lets nobody else check out.
void leave_out_others(const std::string& common_dir, const std::string& git_dir,
                      ToldBranches& branches) {
  std::vector<std::string> others = {common_dir};
  const std::string folder = join_path(common_dir, "worktrees");
  for (const std::string& name : names_in(folder)) others.push_back(join_path(folder, name));
  for (const std::string& other : others) {
    if (other == git_dir) continue;
    const std::string head = read_line_file(join_path(other, "HEAD")).value_or("");
    std::erase_if(branches, [&](const ToldBranch& one) {
      return head.starts_with(kNames) && head.substr(kNames.size()) == one.ref;
    });
  }
}

struct HeadLog {
  std::string last;  // the id; empty where there is none
  std::string went;  // what it was last put on, as it was named: a branch, or something else
};

// What a line of the reflog says that HEAD was put on; nothing where it says no such thing.
std::optional<std::string_view> put_on(std::string_view message) {
  constexpr std::string_view kBack = "returning to refs/heads/";
  constexpr std::string_view kRenamed = "Branch: renamed refs/heads/";
  constexpr std::string_view kTo = " to ";
  if (const auto at = message.find(kBack); at != std::string_view::npos) {
    return message.substr(at + kBack.size());
  }
  const bool is_renamed = message.starts_with(kRenamed);
  if (!is_renamed && !message.starts_with("checkout: moving from ")) return std::nullopt;
  const std::size_t at = message.rfind(kTo);
  if (at == std::string_view::npos) return std::nullopt;
  return message.substr(at + kTo.size() + (is_renamed ? kToldBranches.size() : 0));
}

HeadLog read_head_log(const std::string& git_dir) {
  HeadLog log;
  const std::string all = read_small_file(join_path(git_dir, "logs/HEAD")).value_or("");
  for (std::string_view text = all; !text.empty();) {
    const std::string_view line = cut_line(text);
    // Two ids, who, and the message behind a tab.
    if (line.size() <= 2 * kHexIdSize + 1) continue;
    const std::string_view id = line.substr(kHexIdSize + 1, kHexIdSize);
    const auto parsed = ObjectId::parse(id);
    if (!parsed || parsed->is_zero()) continue;
    log.last = id;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    if (const auto name = put_on(line.substr(tab + 1))) log.went = *name;
  }
  return log;
}

const ToldBranch* find_branch(const ToldBranches& branches, const std::string& name) {
  const auto found = std::find_if(branches.begin(), branches.end(), [&](const ToldBranch& one) {
    return one.ref == std::string(kToldBranches) + name;
  });
  return found == branches.end() ? nullptr : &*found;
}

// The one among them that is most often checked out.
const ToldBranch* preferred(const std::string& common_dir, const ToldBranches& branches) {
  constexpr std::string_view kThere = "ref: refs/remotes/origin/";
  const std::string there =
      read_line_file(join_path(common_dir, "refs/remotes/origin/HEAD")).value_or("");
  std::vector<std::string> names = {"main", "master"};
  if (there.starts_with(kThere)) names.insert(names.begin(), there.substr(kThere.size()));
  for (const std::string& name : names) {
    if (const ToldBranch* found = find_branch(branches, name)) return found;
  }
  return nullptr;
}

// Whether all is there that git asks for besides HEAD.
bool is_repository_beside(const std::string& common_dir, bool is_named_git) {
  const std::string objects = join_path(common_dir, "objects");
  if (!is_directory(objects) || !is_directory(join_path(common_dir, "refs"))) return false;
  // Folders of these names may be anything.
  return is_named_git ||
         (is_file(join_path(common_dir, "config")) &&
          is_directory(join_path(common_dir, "refs/heads")) &&
          (is_directory(join_path(objects, "info")) || is_directory(join_path(objects, "pack"))));
}

// The commands that write HEAD anew, with what they do.
std::vector<std::string> ways_to_head(const std::string& git_dir, bool is_in_the_way) {
  const std::string head = join_path(git_dir, "HEAD");
  const auto told = told_head(git_dir);
  std::vector<std::string> commands;
  if (is_in_the_way) {
    commands.push_back("mv -n " + shell_quoted(head).value_or("HEAD") + " " +
                       shell_quoted(head + "-damaged").value_or("ELSEWHERE"));
  }
  commands.push_back("echo " +
                     shell_quoted(told.value_or("ref: refs/heads/NAME")).value_or("HEAD") + " >" +
                     shell_quoted(head).value_or("HEAD"));
  commands.insert(commands.begin(),
                  fmt::format("{} it anew, with {}",
                              is_in_the_way ? "the next 2 hints, one after the other, write"
                                            : "the next hint writes",
                              told ? "what was checked out as far as its reflog and the branches "
                                     "tell"
                                   : "NAME for the branch that was checked out"));
  return commands;
}

}  // namespace

bool has_head(const std::string& git_dir) {
  struct stat status {};
  const std::string head = join_path(git_dir, "HEAD");
  if (::lstat(head.c_str(), &status) != 0) return false;
  if (S_ISLNK(status.st_mode)) return true;
  const auto text = read_line_file(head);
  if (!text) return false;
  return text->starts_with("ref:") ||
         (text->size() >= kHexIdSize &&
          text->find_first_not_of("0123456789abcdefABCDEF") >= kHexIdSize);
}

std::optional<Error> without_head(const std::string& git_dir, bool is_named_git) {
  const auto real = real_path(git_dir);
  if (!real || has_head(*real)) return std::nullopt;
  if (!is_repository_beside(common_dir_of(*real), is_named_git)) return std::nullopt;
  const std::string head = join_path(*real, "HEAD");
  constexpr std::size_t kMostShown = 200;
  if (is_refused(head, R_OK)) {
    return Error{ErrorCode::kIo, with_owner(head) + " and may not be read"}.hint(
        "who owns it, or root, gives the right to read it");
  }
  struct stat status {};
  const bool is_there = ::lstat(head.c_str(), &status) == 0;
  const bool is_regular = is_there && S_ISREG(status.st_mode);
  std::string_view what = "is gone";
  if (is_there) what = status.st_size == 0 ? "is empty" : "is damaged";
  if (is_there && !is_regular) what = "is no file";
  Error error{ErrorCode::kCorrupt,
              fmt::format("{} {}: without it git takes the folder for no repository",
                          quoted(head, kMostShown), what)};
  error.hints = ways_to_head(*real, is_there && !is_regular);
  return error;
}

std::optional<std::string> told_head(const std::string& git_dir) {
  const std::string common_dir = common_dir_of(git_dir);
  ToldBranches branches = branches_of(common_dir);
  leave_out_others(common_dir, git_dir, branches);
  const auto names = [](const ToldBranch& branch) { return std::string(kNames) + branch.ref; };
  const HeadLog log = read_head_log(git_dir);
  if (const ToldBranch* branch = find_branch(branches, log.went)) return names(*branch);
  if (log.last.empty()) {
    const ToldBranch* branch = preferred(common_dir, branches);
    return branch != nullptr ? std::optional(names(*branch)) : std::nullopt;
  }
  // It was put on no branch; or nobody put it on another than it began with.
  if (!log.went.empty()) return log.last;
  std::erase_if(branches, [&](const ToldBranch& one) {
    if (one.value == log.last) return false;
    const auto moves = read_small_file(join_path(join_path(common_dir, "logs"), one.ref));
    return !moves || moves->find(log.last) == std::string::npos;
  });
  if (branches.empty()) return log.last;
  const ToldBranch* branch = preferred(common_dir, branches);
  return names(branch != nullptr ? *branch : branches.front());
}

}  // namespace claudestep::git
