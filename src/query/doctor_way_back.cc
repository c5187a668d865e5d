// The ways back from a tip that has lost objects: what others have, and what is left here. What
// loses least comes first.
#include <algorithm>
#include <cstddef>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "base/text.h"
#include "host/worktree.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
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

// One way among others, with what it is before its commands.
struct Way {
  std::string says;
  std::vector<std::string> commands;
};

void add(const Way& way, const std::string& when, Checkup& problem) {
  problem.hints.push_back(when + way.says);
  problem.hints.insert(problem.hints.end(), way.commands.begin(), way.commands.end());
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
  return back.moves == 0 ? "where the reflog says that the branch was last"
                         : counted(back.moves, "move") + " ago";
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
             ", upon the newest tip that is whole, " + when_whole(back) +
             "; the reflog keeps where the branch was" +
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
                ", without what was written since, in all projects; the reflog keeps where the "
                "branch was";
  }
  if (!is_one) way.says += ", and git stash what a work tree shows of the lost tip";
  return way;
}

// Does the same without a reflog, upon what the remote has: nothing of that is sent.
std::optional<Way> keeps_all_upon_remote(const Case& lost) {
  const Patient& patient = lost.patient;
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!tracking || !*tracking || !lost.stand.tip || look_at_past(patient).is_whole) {
    return std::nullopt;
  }
  const auto noted = patient.repository.find_ref(**tracking).value_or(std::nullopt);
  const auto tip = patient.repository.read_commit(*lost.stand.tip);
  if (!noted || !tip || !has_all_of(patient, tip->tree)) return std::nullopt;
  const auto footing = footing_of(patient, *tip, **tracking, *noted);
  if (!footing) return std::nullopt;
  const Pasts pasts = pasts_of(patient, tip->id, footing->commit, Losses());
  const std::string commit =
      commits_tree(patient, tip->tree.hex(), pasts.commits, "the history between is lost");
  const std::string newest =
      footing->commit == *noted
          ? ""
          : footing->commit.hex().substr(0, 12) + ", the newest of which it has all, of ";
  return Way{"the next hint puts all that the branch has, which lost nothing but history, upon " +
                 newest + quoted(**tracking) + footing->warning + pasts.warning,
             {moves_branch(lost, "\"$(" + commit + ")\"")}};
}

// The way that needs nobody else and loses least; `untold` as above.
std::optional<Way> find_way(const Case& lost, std::string& untold) {
  const auto back = newest_whole_tip(lost.patient, lost.patient.ref);
  if (!back) return keeps_all_upon_remote(lost);
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

// What notes the state of the remote, and has lost some of it.
std::optional<std::string> lost_tracking(const Patient& patient) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!tracking || !*tracking) return std::nullopt;
  const auto noted = patient.repository.find_ref(**tracking);
  if (noted && (!*noted || has_all_of(patient, **noted))) return std::nullopt;
  return **tracking;
}

bool notes_remote(const Patient& patient) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!tracking || !*tracking) return false;
  const auto noted = patient.repository.find_ref(**tracking);
  return !noted || noted->has_value();
}

// What asks those who may have what is missing.
Way refetches(std::vector<std::string> commands) {
  const bool is_one = commands.size() == 1;
  const std::string says =
      is_one ? "the remote may have what is missing: the next hint brings it, also where git ends "
               "that with an error"
             : "these remotes may have what is missing: " + next_hints(commands.size()) +
                   " bring it, also where git ends each with an error";
  return {says + "; right after that claudestep doctor looks again", std::move(commands)};
}

// What comes after refetches().
constexpr const char* kOtherwise = "only where it still says so then: ";

// The way for where that brought nothing of what `tips` lead to: done all the same, it does
// nothing, since more may be whole than when it was found.
Way unless_brought(const Patient& patient, Way way, const std::vector<git::ObjectId>& tips) {
  std::set<git::ObjectId> awaited;  // of each the first: a fetch brings all or nothing
  for (const git::ObjectId& tip : tips) {
    const auto missing = missing_below(patient, {tip});
    if (!missing.empty()) awaited.insert(*missing.begin());
  }
  std::string asks;
  for (const git::ObjectId& id : awaited) {
    asks += in_repository(patient, "git cat-file -e " + id.hex()) + " 2>/dev/null || ";
  }
  for (std::string& command : way.commands) command.insert(0, asks);
  return way;
}

// What the remotes had by what is noted of them, else what the branch had.
std::vector<git::ObjectId> tips_at_remotes(const Patient& patient) {
  std::vector<git::ObjectId> tips;
  for (const std::string& remote : remotes_that_had(patient)) {
    const auto ref = store::tracking_ref_at(remote, patient.ref);
    const auto last = ref ? stand_of(patient, *ref).last : std::nullopt;
    if (last && !has_all_of(patient, *last)) tips.push_back(*last);
  }
  const auto last = stand_of(patient, patient.ref).last;
  if (tips.empty() && last) tips.push_back(*last);
  return tips;
}

// The remotes may still have what they once gave.
std::optional<Way> asks_remotes(const Case& lost, Checkup& problem) {
  const Patient& patient = lost.patient;
  std::vector<std::string> commands;
  for (const std::string& remote : remotes_that_had(patient)) {
    const std::string command = store::refetch_command(remote);
    // Where the tracking ref itself cannot be followed, that is said already.
    std::erase_if(problem.hints, [&](const std::string& hint) { return hint.ends_with(command); });
    commands.push_back(in_repository(patient, command));
  }
  // A bare clone notes nothing of what the remote has.
  const auto remote = store::remote_of(patient.repository, patient.ref);
  if (remote && *remote && !notes_remote(patient) && lost.stand.is_lost &&
      patient.repository.ref_value(patient.ref)) {
    const std::string command = store::refetch_command(**remote) + " ";
    commands.insert(commands.begin(),
                    in_repository(patient, command + model::shell_word(patient.ref, "REF")));
  }
  if (commands.empty()) return std::nullopt;
  return refetches(std::move(commands));
}

// The commands that ask for what was pushed, also where it cannot be told which it was.
std::vector<std::string> asks_for_past(const Patient& patient) {
  const auto chosen = store::remote_of(patient.repository, patient.ref).value_or(std::nullopt);
  auto remotes = remotes_that_had(patient);
  const bool is_told = std::find(remotes.begin(), remotes.end(), chosen) != remotes.end();
  if (chosen && !is_told && notes_remote(patient)) remotes.insert(remotes.begin(), *chosen);
  for (std::string& remote : remotes) {
    remote = in_repository(patient, store::refetch_command(remote));
  }
  return remotes;
}

// Takes away where fetches landed of which something is lost: git asks for nothing that they lead
// to.
std::vector<std::string> forgets_landed(const Patient& patient) {
  std::vector<std::string> commands;
  const auto tip = stand_of(patient, patient.ref).tip;
  const auto refs = patient.repository.refs_matching(std::string(store::kIncomingRefs) + "/*");
  for (const std::string& ref : refs.value_or(std::vector<std::string>())) {
    const auto landed = patient.repository.find_ref(ref).value_or(std::nullopt);
    if (!landed || reaches_all_beyond(patient, *landed, tip)) continue;
    commands.push_back(
        in_repository(patient, "git update-ref --no-deref -d " + model::shell_word(ref, "REF")));
  }
  return commands;
}

// Where the remote does not have any more what it was noted to have; `sync` is a sync with it.
Way forgets_remote(const Patient& patient, const std::string& tracking, const std::string& sync) {
  const auto back = newest_whole_tip(patient, tracking);
  const std::string ref = model::shell_word(tracking, "REF");
  Way way{"", forgets_landed(patient)};
  way.commands.insert(way.commands.begin(),
                      in_repository(patient, back ? "git update-ref " + ref + " " + back->tip.hex()
                                                  : "git update-ref --no-deref -d " + ref));
  const std::size_t count = way.commands.size();
  const std::string and_landed = count == 1 ? "" : ", and take away where a fetch landed";
  way.says = next_hints(count);
  if (back) {
    way.says += (count == 1 ? " puts " : " put ") + quoted(tracking) +
                " where its reflog says that it was, at the newest tip that is whole" + and_landed +
                "; then " + sync + " asks the remote";
  } else {
    way.says += (count == 1 ? " takes " : " take ") + quoted(tracking) + " away" + and_landed +
                "; then the next " + sync + " writes it anew";
  }
  return way;
}

constexpr const char* kFromClone =
    "the next hint brings it from another clone, with its path or address in the place of CLONE; "
    "then claudestep doctor looks again";

std::string brings_from_clone(const Patient& patient) {
  return in_repository(
      patient, store::refetch_command("CLONE") + " " + model::shell_word(patient.ref, "REF"));
}

// Where nothing here has what is missing.
Way asks_clones(const Patient& patient) {
  const auto remote = store::remote_of(patient.repository, patient.ref);
  return {std::string(kFromClone) + "; where no clone has it, " +
              (remote && *remote ? "a new clone of the remote has what was synced" : "it is lost"),
          {brings_from_clone(patient)}};
}

void add_ways(const Case& lost, Checkup& problem) {
  const Patient& patient = lost.patient;
  const bool is_whole = lost.stand.tip ? has_all_of(patient, *lost.stand.tip) : !lost.stand.is_lost;
  const auto remote = asks_remotes(lost, problem);
  std::string untold;
  auto own = find_way(lost, untold);
  const auto tracking = lost_tracking(patient);
  if (!own && is_whole && tracking) own = forgets_remote(patient, *tracking, "claudestep sync");
  if (remote && own) own = unless_brought(patient, *std::move(own), tips_at_remotes(patient));
  if (remote) add(*remote, own || !is_whole ? "first: " : "", problem);
  if (own && !untold.empty()) {
    // The way leaves out what a clone has.
    problem.hints.push_back("which projects 'archive/' had cannot be told: " + untold);
    add({kFromClone, {brings_from_clone(patient)}}, remote ? kOtherwise : "", problem);
  }
  const bool is_last = remote || !untold.empty();
  if (own) add(*own, is_last ? kOtherwise : "where nobody else has it: ", problem);
  if (own || is_whole) return;
  add(asks_clones(patient), remote ? kOtherwise : "nothing here has what is missing: ", problem);
  if (lost.stand.tip) return;
  problem.hints.push_back("where the branch names what was never a commit, " +
                          lists_lost(patient, patient.ref));
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

// What keeps others from giving what is missing, and is mended first. Whether there is such.
bool add_what_is_first(const Patient& patient, Checkup& checkup) {
  return add_missing_rights(patient, checkup) || add_lost_alternates(patient, checkup) ||
         add_lookups_aside(patient, checkup) || add_packs_mended(patient, checkup) ||
         add_moves_aside(patient, checkup);
}

// What `ref` notes of a remote, or of an address, and the branch does not have: nothing reads it
// before the next sync with that.
void examine_noted(const Patient& patient, const std::string& ref,
                   const std::optional<std::string>& remote) {
  const auto noted = patient.repository.find_ref(ref).value_or(std::nullopt);
  const auto tip = stand_of(patient, patient.ref).tip;
  // One that cannot be followed is told of with the other refs.
  if (!noted || reaches_all_beyond(patient, *noted, tip)) return;
  const std::string word = remote ? model::shell_word(*remote, "REMOTE") : "ADDRESS";
  const std::string sync = "claudestep sync " + word;
  Checkup problem{"remote",
                  Health::kProblem,
                  "some of what " + quoted(ref) + " leads to is missing or damaged: " + sync +
                      " may fail, and so may git gc",
                  {}};
  if (!add_what_is_first(patient, problem)) {
    if (remote) {
      add(refetches({in_repository(patient, store::refetch_command(*remote))}), "first: ", problem);
    } else {
      add({"the next hint brings it, with the address of which that is noted in the place of "
           "ADDRESS; then claudestep doctor looks again",
           {in_repository(patient, store::refetch_command(word) + " " +
                                       model::shell_word(patient.ref, "REF"))}},
          "first: ", problem);
    }
    add(forgets_remote(patient, ref, sync), kOtherwise, problem);
  }
  patient.checkups.push_back(std::move(problem));
}

// What is noted of others than the one with which a sync is when none is named.
void examine_all_noted(const Patient& patient) {
  const auto chosen = store::remote_of(patient.repository, patient.ref).value_or(std::nullopt);
  for (const std::string& remote : remotes_in_order(patient)) {
    const auto ref = store::tracking_ref_at(remote, patient.ref);
    if (ref && remote != chosen) examine_noted(patient, *ref, remote);
  }
  const auto addresses = patient.repository.refs_matching(std::string(store::kAddressRefs) + "/*/" +
                                                          short_ref(patient.ref));
  for (const std::string& ref : addresses.value_or(std::vector<std::string>())) {
    examine_noted(patient, ref, std::nullopt);
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
  std::ifstream stream(worktree.git_dir + "/HEAD", std::ios::binary);
  std::string line;
  return std::getline(stream, line) && git::ObjectId::parse(line).has_value();
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

void add_lost_past(const Patient& patient, Health health, const std::string& message) {
  Checkup warning{"tip", health, message, {kReadsWithout}};
  if (!add_what_is_first(patient, warning)) {
    warning.hints.emplace_back("the next hint names what is lost");
    warning.hints.push_back(in_repository(patient, "git fsck --no-dangling"));
    const auto commands = asks_for_past(patient);
    const bool is_noted = !commands.empty();
    if (is_noted) add(refetches(commands), "first: ", warning);
    add(asks_clones(patient), is_noted ? kOtherwise : "", warning);
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
