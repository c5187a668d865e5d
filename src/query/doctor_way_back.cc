// The ways back from a tip that has lost objects: what others have, and what is left here. What
// loses least comes first.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "base/text.h"
#include "host/worktree.h"
#include "model/operation_parts.h"
#include "query/doctor_ways.h"
#include "store/history.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

// The branch that is to be brought back.
struct Case {
  const Patient& patient;
  Stand stand;
  std::vector<Ward> wards;
};

// The command that moves the branch from where it is now, also from a commit that is lost. Given
// later, it is refused.
std::string moves_branch(const Case& lost, const std::string& where) {
  const Patient& patient = lost.patient;
  const auto now = patient.repository.ref_value(patient.ref);
  return in_repository(patient, "git update-ref " + model::shell_word(patient.ref, "REF") + " " +
                                    where + (now ? " " + now->hex() : ""));
}

// What a work tree shows is put aside where no write could tell it from changes of somebody's own:
// that of a tip whose commit is lost, or beside something staged. Git puts nothing aside that it
// could bring back while the index holds what is lost.
std::vector<std::string> worktrees_aside(const Case& lost) {
  std::vector<std::string> commands;
  for (const auto& [worktree, files, has_index] : lost.wards) {
    const std::string git = git_in(lost.patient, worktree) + " ";
    if (!has_index) {
      const std::string index = worktree.git_dir + "/index";
      if (is_on_disk(index)) commands.push_back(move_aside(lost.patient, index, "index"));
      commands.push_back(git + "reset -q -- .");
    } else if (files.empty()) {
      const auto shown = host::tip_shown(lost.patient.repository, worktree, lost.patient.ref,
                                         lost.patient.environment);
      if (shown && *shown) continue;
    } else {
      // The entry first, which git would read to reset it.
      for (const char* clear : {"update-index --force-remove", "--literal-pathspecs reset -q"}) {
        std::string command = git + clear + " --";
        for (const host::LostFile& file : files) command += " " + path_word(file.path, "PATH");
        commands.push_back(std::move(command));
      }
    }
    commands.push_back(git + "stash");
  }
  return commands;
}

std::string when_whole(const WayBack& back) {
  if (back.is_by_history) return counted(back.moves, "commit") + " ago";
  return back.moves == 0 ? "where the reflog says that the branch was last"
                         : counted(back.moves, "move") + " ago";
}

// What tells where the branch was, once it is elsewhere.
std::string keeps_where(const Case& lost, const WayBack& back) {
  const bool has_reflog = !lost.patient.repository.reflog(lost.patient.ref).empty();
  if (!back.is_by_history || has_reflog) return "; the reflog keeps where the branch was";
  return "; no reflog keeps where the branch was, " + lost.stand.tip->hex();
}

// Puts all that the branch has upon the newest tip that is whole, where it lost nothing but
// history.
std::optional<Way> keeps_all(const Case& lost, const git::Commit& tip, const WayBack& back) {
  if (!has_all_of(lost.patient, tip.tree)) return std::nullopt;
  const Pasts pasts = pasts_of(lost.patient, tip.id, back.tip, Losses());
  const std::string commit =
      commits_tree(lost.patient, tip.tree.hex(), pasts.commits, "the history between is lost");
  return Way{
      "the next hint puts all that the branch has, which lost nothing but history, upon the "
      "newest tip that is whole, " +
          when_whole(back) + pasts.warning,
      {moves_branch(lost, "\"$(" + commit + ")\"")}};
}

// Does the same where files or folders are lost as well: earlier versions stand in their place.
// Where what the archive had cannot be told, `untold` says why.
std::optional<Way> keeps_most(const Case& lost, const git::Commit& tip, const WayBack& back,
                              std::string& untold) {
  const auto losses = older_versions(lost.patient, tip.id, back.tip);
  if (losses) untold = losses->untold;
  if (!losses || !untold.empty() || (losses->files.empty() && losses->folders.empty()))
    return std::nullopt;
  Way way{"", worktrees_aside(lost)};
  const Patient& patient = lost.patient;
  const Pasts pasts = pasts_of(patient, tip.id, back.tip, *losses);
  const std::string commit =
      commits_tree(patient, "\"$(" + in_repository(patient, "git write-tree") + ")\"",
                   pasts.commits, older_message(*losses) + ", the history between is lost");
  way.commands.insert(way.commands.begin(),
                      moves_branch(lost, "\"$(export GIT_INDEX_FILE=\"$(mktemp -u)\"; " +
                                             older_index(patient, tip.tree, *losses) + " && " +
                                             commit + "; rm -f \"$GIT_INDEX_FILE\")\""));
  const bool is_one = way.commands.size() == 1;
  way.says = next_hints(way.commands.size()) + older_says(*losses, way.commands.size()) +
             ", upon the newest tip that is whole, " + when_whole(back) + keeps_where(lost, back) +
             (is_one ? "" : ", and git stash what a work tree shows of the lost tip") +
             pasts.warning;
  return way;
}

// Puts what the branch had at an earlier move, all files of which are there, upon the newest tip
// that is whole.
Way keeps_state(const Case& lost, const git::Commit& state, std::size_t moves,
                const WayBack& back) {
  Way way{"", worktrees_aside(lost)};
  const Pasts pasts = pasts_of(lost.patient, state.id, back.tip, Losses());
  const std::string commit =
      commits_tree(lost.patient, state.tree.hex(), pasts.commits, "the history between is lost");
  way.commands.insert(way.commands.begin(), moves_branch(lost, "\"$(" + commit + ")\""));
  const bool is_one = way.commands.size() == 1;
  const std::string when =
      moves == 0 ? "where the reflog says that it was last" : counted(moves, "move") + " ago";
  way.says = next_hints(way.commands.size()) + (is_one ? " puts" : " put") +
             " all that the branch had " + when + ", of which nothing but history is lost, upon " +
             "the newest tip that is whole, " + when_whole(back) +
             (moves == 0 ? "" : ", without what was written since the former, in all projects") +
             "; the reflog keeps where the branch was";
  if (!is_one) way.says += ", and git stash what a work tree shows of the lost tip";
  way.says += pasts.warning;
  return way;
}

// Leaves out all that came after the newest tip that is whole.
Way goes_back(const Case& lost, const WayBack& back) {
  Way way{"", worktrees_aside(lost)};
  way.commands.insert(way.commands.begin(), moves_branch(lost, back.tip.hex()));
  const bool is_one = way.commands.size() == 1;
  way.says = next_hints(way.commands.size()) + (is_one ? " goes" : " go") + " back to ";
  if (back.moves == 0 && !lost.stand.tip) {
    way.says += "where the reflog says that the branch was last";
  } else {
    way.says += "the newest tip that is whole, " + when_whole(back) +
                ", without what was written since, in all projects" + keeps_where(lost, back);
  }
  if (!is_one) way.says += ", and git stash what a work tree shows of the lost tip";
  return way;
}

// What the remote-tracking ref is at.
struct NotedTip {
  std::string ref;
  git::ObjectId tip;
};
std::optional<NotedTip> noted_of_remote(const Patient& patient) {
  const auto ref = store::tracking_ref_of(patient.repository, patient.ref);
  if (!ref || !*ref) return std::nullopt;
  const auto tip = patient.repository.find_ref(**ref).value_or(std::nullopt);
  if (!tip) return std::nullopt;
  return NotedTip{**ref, *tip};
}

// Does the same without a reflog, upon what the remote has: nothing of that is sent.
std::optional<Way> keeps_all_upon_remote(const Case& lost) {
  const Patient& patient = lost.patient;
  if (!lost.stand.tip || look_at_past(patient).is_whole) return std::nullopt;
  const auto noted = noted_of_remote(patient);
  const auto tip = patient.repository.read_commit(*lost.stand.tip);
  if (!noted || !tip || !has_all_of(patient, tip->tree)) return std::nullopt;
  const auto footing = footing_of(patient, *tip, noted->ref, noted->tip);
  if (!footing) return std::nullopt;
  const Pasts pasts = pasts_of(patient, tip->id, footing->commit, Losses());
  const std::string commit =
      commits_tree(patient, tip->tree.hex(), pasts.commits, "the history between is lost");
  const std::string newest =
      footing->commit == noted->tip
          ? ""
          : footing->commit.hex().substr(0, 12) + ", the newest of which it has all, of ";
  return Way{"the next hint puts all that the branch has, which lost nothing but history, upon " +
                 newest + quoted(noted->ref) + footing->warning + pasts.warning,
             {moves_branch(lost, "\"$(" + commit + ")\"")}};
}

// Leaves out all that was never pushed, where the tip itself is lost and nothing else tells what
// the branch had.
std::optional<Way> goes_to_remote(const Case& lost) {
  if (lost.stand.tip || !lost.stand.is_lost) return std::nullopt;
  const auto noted = noted_of_remote(lost.patient);
  if (!noted || !has_all_of(lost.patient, noted->tip)) return std::nullopt;
  Way way{"", worktrees_aside(lost)};
  way.commands.insert(way.commands.begin(), moves_branch(lost, noted->tip.hex()));
  const bool is_one = way.commands.size() == 1;
  way.says = next_hints(way.commands.size()) + (is_one ? " goes" : " go") + " to what " +
             quoted(noted->ref) + " notes, without what was never pushed, in all projects";
  if (!is_one) way.says += "; git stash keeps what a work tree shows of the lost tip";
  return way;
}

// Without a reflog the history tells what was there before, as far as it can be read.
std::optional<Way> find_way_by_history(const Case& lost, std::string& untold) {
  if (auto way = keeps_all_upon_remote(lost)) return way;
  if (!lost.stand.tip) return std::nullopt;
  const auto tip = lost.patient.repository.read_commit(*lost.stand.tip);
  const auto back = tip ? newest_whole_ancestor(lost.patient, tip->id) : std::optional<WayBack>();
  if (!back || back->tip == tip->id) return std::nullopt;
  auto way = keeps_all(lost, *tip, *back);
  if (!way) way = keeps_most(lost, *tip, *back, untold);
  if (!way) way = goes_back(lost, *back);
  way->asks_first = true;
  return way;
}

// The way that needs nobody else and loses least; `untold` as above.
std::optional<Way> find_way(const Case& lost, std::string& untold) {
  const auto back = newest_whole_tip(lost.patient, lost.patient.ref);
  if (!back) return find_way_by_history(lost, untold);
  // One whose last line is cut does not tell of the tip.
  if (back->tip == lost.stand.tip) return std::nullopt;
  if (lost.stand.tip) {
    const auto tip = lost.patient.repository.read_commit(*lost.stand.tip);
    auto way = tip ? keeps_all(lost, *tip, *back) : std::nullopt;
    if (tip && !way) way = keeps_most(lost, *tip, *back, untold);
    if (way) return way;
  }
  const auto kept = newest_whole_state(lost.patient, lost.patient.ref);
  const auto state = kept && kept->moves < back->moves
                         ? std::optional(lost.patient.repository.read_commit(kept->tip))
                         : std::nullopt;
  if (state && *state) return keeps_state(lost, **state, kept->moves, *back);
  return goes_back(lost, *back);
}

void add_ways(const Case& lost, Checkup& problem) {
  const Patient& patient = lost.patient;
  const bool is_whole = lost.stand.tip ? has_all_of(patient, *lost.stand.tip) : !lost.stand.is_lost;
  const Holders holders = holders_of_lost(patient);
  const auto remote = asks_remotes(patient, holders, lost.stand, problem);
  std::string untold;
  auto own = find_way(lost, untold);
  const auto tracking = lost_tracking(patient);
  if (!own && is_whole && tracking) own = forgets_remote(patient, *tracking, "claudestep sync");
  if (remote && own) own = unless_brought(patient, holders, *std::move(own));
  if (remote) add_way(*remote, own || !is_whole ? "first: " : "", problem);
  // The way leaves out what a clone has.
  const bool asks_first = own && (own->asks_first || !untold.empty());
  if (own && !untold.empty()) {
    problem.hints.push_back("which projects 'archive/' had cannot be told: " + untold);
  }
  if (asks_first) add_way(asks_clone(patient), remote ? kOtherwise : "", problem);
  const bool is_last = remote || asks_first;
  if (own) add_way(*own, is_last ? kOtherwise : "where nobody else has it: ", problem);
  if (own || is_whole) return;
  const auto last = goes_to_remote(lost);
  add_way(last ? asks_clone(patient) : asks_clones(patient),
          remote ? kOtherwise : "nothing here has what is missing: ", problem);
  if (lost.stand.tip) return;
  problem.hints.push_back("where the branch names what was never a commit, " +
                          lists_lost(patient, patient.ref));
  if (last) add_way(*last, "where nothing has it: ", problem);
}

// What errors say wherever they are met does not name the repository.
void name_repository(const Patient& patient, Checkup& problem) {
  std::erase(problem.hints, store::kAskDoctor);  // it is doctor that is asked
  const bool has_moves = !patient.repository.reflog(patient.ref).empty();
  if (!has_moves) std::erase(problem.hints, store::earlier_tips(patient.ref));
  for (std::string& hint : problem.hints) {
    if (hint.starts_with("git update-ref ")) hint = in_repository(patient, hint);
    if (hint == store::earlier_tips(patient.ref)) hint = cat_reflog(patient);
  }
}

constexpr const char* kReadsWithout = "reads and writes do without it";

// Whether only something of the past is lost: that is told with its ways (add_lost_past()).
bool is_past(const Checkup& checkup) {
  return !checkup.hints.empty() && checkup.hints.front() == kReadsWithout;
}

bool is_of_objects(const Checkup& checkup) {
  return checkup.name == "branch" || checkup.name == "tip" || checkup.name == "files";
}

// Where the branch itself misses nothing.
void examine_all_else(const Patient& patient) {
  const std::size_t before = patient.checkups.size();
  examine_lookups(patient);
  const bool is_told =
      patient.checkups.size() != before ||
      std::any_of(patient.checkups.begin(), patient.checkups.end(), [](const Checkup& checkup) {
        return checkup.name == "tip" && checkup.health != Health::kOk;
      });
  if (!is_told) examine_all_noted(patient);
}

// In one whose HEAD is damaged git does not work.
bool has_commit_in_head(const git::Worktree& worktree) {
  return git::ObjectId::parse(first_line_of(worktree.git_dir + "/HEAD")).has_value();
}

// Those on the branch, and those whose HEAD names none, as in the middle of a rebase or a bisect.
std::vector<git::Worktree> worktrees_that_show(const Patient& patient) {
  auto all = patient.repository.worktrees().value_or(std::vector<git::Worktree>());
  const auto on =
      host::worktrees_on(patient.repository, patient.ref).value_or(std::vector<git::Worktree>());
  std::erase_if(all, [&](const git::Worktree& worktree) {
    if (!worktree.head) return !has_commit_in_head(worktree);
    return std::none_of(on.begin(), on.end(),
                        [&](const git::Worktree& one) { return one.git_dir == worktree.git_dir; });
  });
  return all;
}

}  // namespace

void add_way(const Way& way, const std::string& when, Checkup& problem) {
  problem.hints.push_back(when + way.says);
  problem.hints.insert(problem.hints.end(), way.commands.begin(), way.commands.end());
}

bool add_what_is_first(const Patient& patient, Checkup& checkup) {
  return add_missing_rights(patient, checkup) || add_lost_alternates(patient, checkup) ||
         add_lookups_aside(patient, checkup) || add_packs_mended(patient, checkup) ||
         add_moves_aside(patient, checkup);
}

void add_lost_past(const Patient& patient, Health health, const std::string& message) {
  Checkup warning{"tip", health, message, {kReadsWithout}};
  if (!add_what_is_first(patient, warning)) {
    warning.hints.emplace_back("the next hint names what is lost");
    warning.hints.push_back(in_repository(patient, "git fsck --no-dangling"));
    const auto asked = asks_for_past(patient);
    if (asked) add_way(*asked, "first: ", warning);
    add_way(asks_clones(patient), asked ? kOtherwise : "", warning);
  }
  patient.checkups.push_back(std::move(warning));
}

void add_way_back(const Patient& patient) {
  const auto problem =
      std::find_if(patient.checkups.begin(), patient.checkups.end(), [](const Checkup& checkup) {
        return is_of_objects(checkup) && checkup.health == Health::kProblem && !is_past(checkup);
      });
  if (problem == patient.checkups.end()) return examine_all_else(patient);
  name_repository(patient, *problem);
  if (add_names_twice(patient, *problem)) return;
  if (add_missing_rights(patient, *problem) || add_lost_alternates(patient, *problem) ||
      add_lookups_aside(patient, *problem)) {
    return;
  }
  if (add_ref_anew(patient, *problem) || add_packs_mended(patient, *problem) ||
      add_moves_aside(patient, *problem)) {
    return;
  }
  const auto worktrees =
      host::worktrees_on(patient.repository, patient.ref).value_or(std::vector<git::Worktree>());
  const Case lost{patient, stand_of(patient, patient.ref), look_at_worktrees(patient, worktrees)};
  const auto saviours = look_at_worktrees(patient, worktrees_that_show(patient));
  if (const auto saving = rescues(patient, lost.stand.last.value_or(git::ObjectId()), saviours);
      !saving.empty()) {
    problem->hints.push_back(
        "a work tree still has some of what is missing: " + next_hints(saving.size()) +
        (saving.size() == 1 ? " writes" : " write") +
        " it anew; then claudestep doctor looks again");
    problem->hints.insert(problem->hints.end(), saving.begin(), saving.end());
    return;
  }
  add_ways(lost, *problem);
}

}  // namespace claudestep::query
