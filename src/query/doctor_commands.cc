// Commands as doctor prints them: whoever types them may stand anywhere, so they name their
// repository.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/folder.h"
#include "base/text.h"
#include "host/process.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
#include "store/merge.h"

namespace claudestep::query {

namespace {

// Whether git, called in `folder`, takes `git_dir` for its repository.
bool leads_to_repository(const Patient& patient, const std::string& folder,
                         const std::string& git_dir) {
  if (patient.environment.get("GIT_DIR")) return false;
  const Environment environment = host::scrubbed(patient.environment);
  const auto found = git::Repository::open({.cwd = folder,
                                            .git_dir = std::nullopt,
                                            .environment = &environment,
                                            .git_accepts_owner = {}});
  return found && found->git_dir() == git_dir;
}

std::string git_at(const Patient& patient, const std::string& folder, const std::string& git_dir) {
  std::string git = "git -C " + path_word(folder, "DIR");
  if (!leads_to_repository(patient, folder, git_dir)) {
    git += " --git-dir=" + path_word(git_dir, "GIT_DIR");
  }
  return git;
}

std::string commit_command(const Patient& patient, const std::string& tree,
                           const std::string& parents, const std::string& message) {
  const auto self = patient.repository.signature(git::Repository::Role::kCommitter, patient.now);
  const std::string author =
      self && *self ? "" : "-c user.name=claudestep -c user.email=claudestep@localhost ";
  return in_repository(patient,
                       "git " + author + "commit-tree " + tree + parents + " -m '" + message + "'");
}

// A branch that is not there, for the time of a command.
std::string branch_for_now(const Patient& patient) {
  const std::string first = patient.ref + "-merged";
  std::string name = first;
  for (int more = 2; patient.repository.ref_value(name); ++more) {
    name = fmt::format("{}-{}", first, more);
  }
  return name;
}

// A word of a shell that is what claudestep merges `pasts` into, one after the other.
std::string merges_by_command(const Patient& patient, const std::vector<git::ObjectId>& pasts) {
  const std::string name = branch_for_now(patient);
  const std::string ref = model::shell_word(name, "REF");
  const auto git = [&](const std::string& words) { return in_repository(patient, "git " + words); };
  std::string merges;
  for (std::size_t at = 1; at < pasts.size(); ++at) {
    merges += "claudestep --git-dir=" + path_word(patient.repository.git_dir(), "GIT_DIR") +
              " -q --ref " + ref + " merge " + pasts[at].hex() + " >&2 && ";
  }
  const std::string begins =
      git("update-ref " + ref + " " + pasts.front().hex() + " " + git::ObjectId().hex());
  return "\"$(" + begins + " && { " + merges + git("rev-parse " + ref) + "; " +
         git("update-ref -d " + ref) + "; })\"";
}

// A word of a shell that is a commit upon all of `pasts`, with what claudestep merges them into: of
// another a guard would find that it takes away what only some of them have.
std::string merge_word(const Patient& patient, const std::vector<git::ObjectId>& pasts,
                       const std::string& message) {
  std::string word = pasts.front().hex();
  git::ObjectId merged = pasts.front();
  for (std::size_t at = 1; at < pasts.size(); ++at) {
    const auto merge = store::merge_commits(patient.repository, merged, pasts[at]);
    const auto commit = merge ? patient.repository.read_commit(merge->commit)
                              : Result<git::Commit>(fail(merge.error()));
    // It is read as if it were written.
    if (!commit || !has_all_of(patient, commit->tree)) return merges_by_command(patient, pasts);
    merged = commit->id;
    const std::string parents = " -p " + word + " -p " + pasts[at].hex();
    word = "\"$(" + commit_command(patient, commit->tree.hex(), parents, message) + ")\"";
  }
  return word;
}

}  // namespace

std::string path_word(const std::string& path, std::string_view placeholder) {
  if (auto plain = shell_quoted(path)) return *std::move(plain);
  // The shell takes a line break away that is the last.
  if (path.ends_with('\n')) return std::string(placeholder);
  std::string letters;
  for (const char c : path) {
    const bool is_option = c == '-' && letters.empty();
    if (c >= ' ' && c <= '~' && c != '%' && c != '\\' && c != '\'' && !is_option) {
      letters += c;
    } else {
      letters += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
  }
  return "\"$(printf '" + letters + "')\"";
}

std::string git_in(const Patient& patient, const git::Worktree& worktree) {
  return git_at(patient, worktree.path, worktree.git_dir);
}

std::string in_repository(const Patient& patient, std::string_view command) {
  constexpr std::string_view kGit = "git ";
  CS_CHECK(command.starts_with(kGit));
  const std::string& git_dir = patient.repository.git_dir();
  // Relative addresses of remotes begin at the work tree.
  const std::string git = git_at(patient, patient.repository.work_dir().value_or(git_dir), git_dir);
  return git + " " + std::string(command.substr(kGit.size()));
}

std::string commits_tree(const Patient& patient, const std::string& tree,
                         const std::vector<git::ObjectId>& pasts, const std::string& message) {
  CS_CHECK(!pasts.empty());
  std::string parents = " -p " + pasts.front().hex();
  if (pasts.size() > 1) {
    // No guard lets in a merge of more than two.
    const std::vector<git::ObjectId> first(pasts.begin(), pasts.end() - 1);
    parents = " -p " + merge_word(patient, first, message) + " -p " + pasts.back().hex();
  }
  return commit_command(patient, tree, parents, message);
}

std::string place_aside(const std::string& common_dir, const std::string& name) {
  const std::string first = common_dir + "/damaged-" + name;
  std::string place = first;
  for (int more = 2; is_on_disk(place); ++more) place = fmt::format("{}-{}", first, more);
  return path_word(place, "ELSEWHERE");
}

std::string place_aside(const Patient& patient, const std::string& name) {
  return place_aside(patient.repository.common_dir(), name);
}

std::string move_aside(const std::string& common_dir, const std::string& path,
                       const std::string& name) {
  return "mv -n " + path_word(path, "FILE") + " " + place_aside(common_dir, name);
}

std::string move_aside(const Patient& patient, const std::string& path, const std::string& name) {
  return move_aside(patient.repository.common_dir(), path, name);
}

std::string cat_reflog(const Patient& patient) {
  return "cat " + path_word(patient.repository.common_dir() + "/logs/" + patient.ref, "FILE");
}

std::string some_files(const std::vector<std::string>& paths) {
  constexpr std::size_t kMostNamed = 3;
  const std::size_t named = std::min(paths.size(), kMostNamed);
  std::string all;
  for (std::size_t at = 0; at < named; ++at) all += (at == 0 ? "" : ", ") + quoted(paths[at]);
  return named == paths.size() ? all : all + " and " + counted(paths.size() - named, "more file");
}

std::string next_hints(std::size_t count) {
  return count == 1 ? "the next hint"
                    : "the next " + counted(count, "hint") + ", one after the other,";
}

}  // namespace claudestep::query
