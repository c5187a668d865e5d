// The branch: its remote, its ref, its tip and its files.
#include <unistd.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/address.h"
#include "base/file_rights.h"
#include "base/text.h"
#include "host/transport.h"
#include "model/operation_parts.h"
#include "model/project.h"
#include "query/doctor_parts.h"
#include "query/scan.h"
#include "store/forgotten_remote.h"
#include "store/history.h"
#include "store/remote.h"
#include "store/sync_tracking.h"
#include "store/view.h"
#include "store/write_lock.h"

namespace claudestep::query {

namespace {

// A command that leaves the ref `source` out of what is fetched from `remote`.
std::string leave_out(const Patient& patient, const std::string& remote,
                      const std::string& source) {
  return in_repository(patient, "git config --add " +
                                    model::shell_word("remote." + remote + ".fetch", "KEY") + " " +
                                    model::shell_word("^" + source, "REFSPEC"));
}

// A remote whose branches git puts in the place of ours, or ours in the place of its.
void examine_fetches(const Patient& patient) {
  for (const store::FetchSetting& forced : store::forced_fetches(patient.repository, patient.ref)) {
    const std::string key = "remote." + forced.remote + ".fetch";
    patient.add("remote", Health::kProblem,
                "git fetch from " + quoted(forced.remote) + " puts what it has in the place of " +
                    quoted(short_ref(patient.ref)) + ", with all that was not synced: " +
                    escape_for_terminal(key) + " is " + quoted(forced.refspec),
                {"the next hint leaves the branch out; claudestep sync goes on fetching it",
                 leave_out(patient, forced.remote, forced.source)});
  }
}

void examine_pushes(const Patient& patient, const std::string& remote) {
  const std::string key = "remote." + remote + ".mirror";
  if (!patient.repository.config_bool(key, false).value_or(false)) return;
  patient.add("remote", Health::kProblem,
              "git push to " + quoted(remote) +
                  " puts the branches that are here in the place of those there, with all that "
                  "others synced: " +
                  escape_for_terminal(key) + " is true",
              {"the next hint ends that; claudestep sync does not mirror in any case",
               in_repository(patient, "git config " + model::shell_word(key, "KEY") + " false")});
}

// An address without how it is reached and as whom: "host/path" for "https://host/path.git" and for
// "git@host:path".
std::string bare_address(std::string address) {
  const std::size_t scheme = address.find("://");
  if (scheme != std::string::npos) address.erase(0, scheme + 3);
  const std::size_t user = address.substr(0, address.find('/')).find('@');
  if (user != std::string::npos) address.erase(0, user + 1);
  const std::size_t colon = address.substr(0, address.find('/')).find(':');
  if (scheme == std::string::npos && colon != std::string::npos) address[colon] = '/';
  while (address.ends_with('/')) address.pop_back();
  if (address.ends_with(".git")) address.resize(address.size() - 4);
  return address;
}

// Nobody is asked here whether two addresses are of one repository.
void examine_addresses(const Patient& patient, const std::string& remote) {
  const auto sides = host::sides_of(patient.repository, patient.environment, remote);
  if (!sides) {
    patient.checkups.push_back(examine_failure("remote", sides.error()));
    return;
  }
  for (const std::string& address : sides->pushed_to) {
    if (bare_address(address) == bare_address(sides->fetched_from)) continue;
    patient.add(
        "remote", Health::kWarning,
        quoted(remote) + " is fetched from " + quoted(shown_address(sides->fetched_from)) +
            " and pushed to " + quoted(shown_address(address)) +
            ": where these are two repositories, claudestep sync and claims are refused",
        {"to give the metadata a remote of its own: git remote add NAME ADDRESS; git config " +
         model::shell_word("branch." + short_ref(patient.ref) + ".remote", "KEY") + " NAME"});
  }
}

// A mirror's fetch takes away what notes the state of a remote.
void examine_prunes(const Patient& patient, const std::string& tracking) {
  const std::string incoming(store::kIncomingRefs);
  for (const auto& fetch : store::pruning_fetches(patient.repository, tracking, patient.ref)) {
    std::vector<std::string> hints = {"the next hint leaves it out",
                                      leave_out(patient, fetch.remote, fetch.source)};
    for (const auto& other : store::pruning_fetches(patient.repository, incoming, "")) {
      if (other.remote != fetch.remote || other.refspec != fetch.refspec) continue;
      hints.emplace_back("the next hint leaves out where a sync lands");
      hints.push_back(leave_out(patient, other.remote, other.source + "/*"));
    }
    patient.add("remote", Health::kWarning,
                "git fetch --prune from " + quoted(fetch.remote) + " takes " + quoted(tracking) +
                    " away, and without it a rewind of the remote is not noticed: " +
                    escape_for_terminal("remote." + fetch.remote + ".fetch") + " is " +
                    quoted(fetch.refspec),
                std::move(hints));
  }
}

// A plain git fetch may have brought that the remote dropped what it had.
void examine_rewind(const Patient& patient, const std::string& tracking) {
  const auto known = patient.repository.find_ref(tracking);
  if (!known || !*known) return;
  const auto dropped =
      store::find_dropped(patient.repository, patient.ref, tracking, *known, *known);
  if (!dropped || !*dropped) return;
  patient.add("remote", Health::kProblem,
              "the remote was rewound: it had " + (*dropped)->hex().substr(0, 12) + ", which " +
                  quoted(short_ref(tracking)) +
                  " does not have any more: claudestep sync and claims are refused",
              {"the next hint says what can be done", "claudestep sync"});
}

// Whether a sync may move the ref. Where nothing may be written here, that is told of the disk.
void examine_noting(const Patient& patient, const std::string& end) {
  const auto closed = closed_to_moves(patient, end);
  if (!closed || ::access(patient.repository.common_dir().c_str(), W_OK) != 0) return;
  patient.add("remote", Health::kProblem,
              with_owner(*closed) + " and cannot be written: " + quoted(end) +
                  ", which notes what the remote has, stays where it is, and claudestep sync fails",
              {"who owns it, or root, gives the right; what was pushed is safe there"});
}

// What the remote has is noted in a ref of its own.
void examine_tracking(const Patient& patient) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!tracking || !*tracking) return;
  const std::string end = patient.repository.resolve_ref_name(**tracking).value_or(**tracking);
  const std::string& common = patient.repository.common_dir();
  const auto locked = store::describe_ref_lock(common, end);
  // Any fetch takes it for a moment.
  if (locked && !store::may_soon_be_free(common, end)) {
    patient.add("remote", Health::kProblem,
                *locked + ": while it stays, claudestep sync and claims are refused",
                {"a git process is at work, or one was killed; make sure that none runs before the "
                 "lock file is taken away"});
  }
  examine_noting(patient, end);
  examine_rewind(patient, **tracking);
  examine_prunes(patient, **tracking);
  const auto other = patient.repository.ref_in_the_way_of(**tracking);
  if (!other) return;
  patient.add(
      "remote", Health::kProblem,
      "there is no place for " + quoted(**tracking) + " beside " + quoted(*other) +
          ": claudestep sync and claims are refused",
      {"to take that away: " +
       in_repository(patient, "git update-ref --no-deref -d " + model::shell_word(*other, "REF"))});
}

void examine_incoming(const Patient& patient) {
  examine_own_refs(patient);
  for (const std::string& ref : patient.repository.broken_refs(store::kIncomingRefs)) {
    patient.add("remote", Health::kWarning,
                quoted(ref) + " is broken: while it is there, git fetch is refused",
                {"it only notes where a fetch landed: the next claudestep sync removes it"});
  }
  // Each remote has a ref beneath.
  const auto other = patient.repository.ref_in_the_way_of(std::string(store::kIncomingRefs) + "/x");
  if (!other) return;
  patient.add(
      "remote", Health::kProblem,
      "there is no place for what a sync fetches beside " + quoted(*other) +
          ": claudestep sync and claims are refused",
      {"to keep its commit, if nothing else does: " +
           in_repository(patient, "git branch NAME " + model::shell_word(*other, "REF")),
       "to take that away: " + in_repository(patient, "git update-ref --no-deref -d " +
                                                          model::shell_word(*other, "REF"))});
}

void examine_no_remote(const Patient& patient) {
  const auto tracking =
      store::forgotten_remote(patient.repository, patient.ref).value_or(std::nullopt);
  if (!tracking) {
    return patient.add("remote", Health::kOk,
                       "there is no remote: metadata stays in this repository");
  }
  patient.add("remote", Health::kWarning,
              "there is no remote, and " + quoted(*tracking) +
                  " notes what one has: git takes that ref away with its remote, so the settings "
                  "in " +
                  quoted(patient.repository.common_dir() + "/config", 200) +
                  " went; claims are refused, and nothing is synced",
              {"the next hint, with its address in the place of ADDRESS, names it again; where "
               "there is none any more, the one after it forgets what it had",
               in_repository(patient, store::names_remote_again(*tracking, patient.ref)),
               in_repository(patient, store::forgets_tracking(*tracking))});
}

void examine_remote(const Patient& patient) {
  const auto remotes = patient.repository.remotes();
  const auto remote = store::remote_of(patient.repository, patient.ref);
  const auto strange = store::strange_remote_of(patient.repository, patient.ref);
  if (strange && *strange) {
    const std::string& value = (*strange)->value;
    const bool is_address = store::may_be_address(value);
    patient.add("remote", is_address ? Health::kWarning : Health::kProblem,
                (*strange)->setting + " is " + quoted(shown_address(value)) +
                    (is_address ? ": sync and claims go there"
                                : ", which is no remote: sync and claims are refused"),
                {in_repository(patient, "git remote -v")});
  }
  if (!remotes || !remote) {
    const Error& error = remotes ? remote.error() : remotes.error();
    patient.checkups.push_back(examine_failure("remote", error));
  } else if (remotes->empty()) {
    examine_no_remote(patient);
  } else if (!*remote) {
    patient.add("remote", Health::kWarning,
                "there are " + counted(remotes->size(), "remote") +
                    ", and nothing says which of them has the metadata",
                {"to choose one: " + store::choose_remote(patient.ref)});
  } else {
    examine_pushes(patient, **remote);
    examine_addresses(patient, **remote);
    examine_tracking(patient);
    examine_other_remote(patient, **remote);
    patient.add("remote", Health::kOk, quoted(**remote));
  }
}

// Whether the ref is one that can be written at all.
void examine_ref(const Patient& patient) {
  if (!patient.ref.starts_with("refs/heads/")) {
    return patient.add("ref", Health::kProblem,
                       quoted(patient.ref) + " is no branch: it can be read, and is never written",
                       {"name a branch with --ref, CLAUDESTEP_REF or git config claudestep.ref"});
  }
  const auto is_default = store::is_remote_default(patient.repository, patient.ref);
  if (!is_default) {
    patient.checkups.push_back(examine_failure("ref", is_default.error()));
  } else if (*is_default) {
    patient.add("ref", Health::kProblem,
                quoted(short_ref(patient.ref)) +
                    " is the remote's default branch, where metadata is never written",
                {"name another branch with --ref, CLAUDESTEP_REF or git config claudestep.ref",
                 "where the forge made it the default by mistake, choose another default there, "
                 "then: git remote set-head origin --auto"});
  } else {
    patient.add("ref", Health::kOk, quoted(patient.ref));
  }
}

std::vector<std::string> ways_to_begin(const Patient& patient) {
  const std::string begin = store::how_to_begin(patient.repository, patient.ref);
  if (begin == "claudestep init") return {begin, "the first write makes it as well"};
  return {"to bring it where a remote has it: " + begin,
          "where none has it, the next hint makes it", "claudestep init"};
}

void examine_unmerged(const Patient& patient, const store::View& view) {
  const Error& why = *view.merge_error();
  std::vector<std::string> hints;
  // What brings the history that a shallow clone lacks.
  if (why.code == ErrorCode::kUnsupported) hints = why.hints;
  for (std::string& hint : hints) {
    if (hint.starts_with("git ")) hint = in_repository(patient, hint);
  }
  hints.emplace_back("the next hint shows what each side has");
  hints.push_back(in_repository(
      patient, "git log --oneline --left-right " +
                   model::shell_word(view.ref() + "..." + *view.tracking_ref(), "REVISIONS")));
  patient.add("branch", Health::kProblem,
              quoted(short_ref(patient.ref)) + " and " + quoted(*view.tracking_ref()) +
                  " have gone apart and cannot be merged: reads show the local side alone, and "
                  "writes are refused: " +
                  why.message,
              std::move(hints));
}

void examine_source(const Patient& patient, const store::View& view) {
  const std::string name = quoted(short_ref(patient.ref));
  const std::string tracking = view.tracking_ref() ? quoted(*view.tracking_ref()) : "";
  const auto other =
      view.local() ? std::nullopt : patient.repository.ref_in_the_way_of(patient.ref);
  if (other) {
    return patient.add("branch", Health::kProblem,
                       "there is no branch " + name + ", and it cannot be made beside " +
                           quoted(*other) +
                           (tracking.empty() ? "" : ": every write and sync is refused"),
                       {"give that one another name with git branch -m, or choose another for "
                        "the metadata with git config claudestep.ref"});
  }
  switch (view.source()) {
    case store::ViewSource::kNone:
      return patient.add("branch", Health::kWarning,
                         "there is no branch " + name + ", here or fetched from a remote",
                         ways_to_begin(patient));
    case store::ViewSource::kTracking:
      return patient.add(
          "branch", Health::kOk,
          view.local()
              ? name + " is behind " + tracking + ", which is read and built upon"
              : "only " + tracking + " is there; the first write makes " + name + " from it");
    case store::ViewSource::kDiverged:
      return patient.add("branch", Health::kOk,
                         name + " and " + tracking +
                             " have gone apart: reads show both, and the next write merges them");
    case store::ViewSource::kUnmerged:
      return examine_unmerged(patient, view);
    case store::ViewSource::kLocal:
    case store::ViewSource::kPinned:
      break;
  }
  const auto unseen =
      view.tracking() ? std::nullopt : store::unseen_remote(patient.repository, patient.ref);
  if (unseen) {
    return patient.add("branch", Health::kWarning,
                       name + " is here, and this clone does not show whether " + quoted(*unseen) +
                           " has it as well",
                       {"claudestep sync"});
  }
  patient.add("branch", Health::kOk,
              name + (view.tracking() ? " holds all that was fetched" : " is here"));
}

// What only earlier commits have.
void examine_past(const Patient& patient, const store::View& view) {
  const PastLook past = look_at_past(patient);
  const bool is_merged = view.source() != store::ViewSource::kUnmerged;
  if (past.is_whole && past.has_remote && is_merged && !has_newest(patient)) {
    return add_lost_past(patient, Health::kProblem,
                         "the tip is whole, and so is all that is to be synced, but some "
                         "of what earlier commits have is missing or damaged: log and "
                         "undo fail there, and claudestep sync and claims may fail");
  }
  if (past.is_whole) {
    return patient.add("tip", Health::kOk,
                       past.is_all ? "the tip is whole"
                                   : "the tip is whole, and so is all that the newest " +
                                         std::to_string(kNewestLookedAt) +
                                         " commits have; git fsck looks at the others");
  }
  const std::string lost =
      "the tip is whole, but some of what earlier commits have is missing or damaged";
  if (past.has_remote) {
    return patient.add("tip", Health::kProblem,
                       lost + ", which no push can do without: claudestep sync fails");
  }
  add_lost_past(patient, Health::kWarning,
                lost + ": log and undo fail there, and so would a first sync with a remote");
}

// Whether git finds all commits that what is read is built on. It knows nothing of the merge that
// shows two sides, which nobody has written yet.
bool has_history(const Patient& patient, const store::View& view) {
  if (view.source() != store::ViewSource::kDiverged) return has_history_of(patient, *view.commit());
  return has_history_of(patient, *view.local()) && has_history_of(patient, *view.tracking());
}

void examine_tip(const Patient& patient, const store::View& view) {
  const git::ObjectId tip = *view.commit();
  Status whole = store::check_tip(patient.repository, patient.ref, tip);
  if (whole) whole = store::check_contents(patient.repository, patient.ref, tip);
  if (!whole) {
    patient.checkups.push_back(examine_failure("tip", whole.error()));
    return;
  }
  const auto ours = store::is_metadata_branch(patient.repository, tip);
  if (!ours) {
    patient.checkups.push_back(examine_failure("tip", ours.error()));
  } else if (*ours && !patient.asks_git) {
    patient.add("tip", Health::kWarning,
                "the tip is whole; what it is built on is not looked at, since git does not work "
                "here");
  } else if (*ours && !has_history(patient, view)) {
    patient.add("tip", Health::kProblem,
                "the tip is whole, but commits that it is built on are missing or damaged");
  } else if (*ours) {
    examine_past(patient, view);
  } else {
    patient.add("tip", Health::kProblem,
                quoted(short_ref(patient.ref)) +
                    " is no metadata branch: it has no folder projects/ and did not begin with "
                    "claudestep",
                {"name another branch with --ref; --force puts metadata beside what is there"});
  }
}

// `files` are those that a newer claudestep wrote.
void examine_newer(const Patient& patient, const std::vector<std::string>& files) {
  if (files.empty()) return;
  const bool is_one = files.size() == 1;
  patient.add(
      "files", Health::kProblem,
      (is_one ? quoted(files.front()) + " was" : counted(files.size(), "project file") + " were") +
          " written by a newer claudestep" +
          (is_one ? ": it can be read, and every write to it is refused"
                  : ", the first of them " + quoted(files.front()) +
                        ": they can be read, and every write to them is refused"),
      {"this claudestep writes schema " + std::string(model::kSchemaVersion) +
       ": use a newer one"});
}

// Takes those out of `files` that are whole where they lie; whether there were such.
bool examine_never_fetched(const Patient& patient, const store::View& view,
                           std::vector<UnreadableFile>& files) {
  const auto elsewhere = never_fetched(view, files);
  if (elsewhere.empty()) return false;
  const bool is_one = elsewhere.size() == 1;
  patient.add("files", Health::kWarning,
              "the contents of " + counted(elsewhere.size(), "project file") +
                  " were never fetched by this partial clone" + (is_one ? ": " : ", the first ") +
                  quoted(elsewhere.front().file),
              {"the next hint fetches them", fetch_contents_command(view)});
  std::erase_if(files, [&](const UnreadableFile& file) {
    return std::find(elsewhere.begin(), elsewhere.end(), file) != elsewhere.end();
  });
  return true;
}

void examine_files(const Patient& patient, const store::View& view) {
  std::size_t files = 0;
  std::size_t old = 0;
  std::vector<std::string> newer;
  auto unreadable = scan(view, {.names = {}, .archived = true},
                         [&](const store::ProjectEntry& entry, const model::Project& project) {
                           ++files;
                           const bool is_newer =
                               model::is_newer_schema(project.schema_version.value);
                           if (is_newer) newer.push_back(entry.path());
                           if (!is_newer && project.dialect != model::Dialect::kHybrid) ++old;
                         });
  if (!unreadable) {
    patient.checkups.push_back(examine_failure("files", unreadable.error()));
    return;
  }
  const bool is_partial = examine_never_fetched(patient, view, *unreadable);
  if (!unreadable->empty()) {
    patient.add("files", Health::kProblem,
                counted(unreadable->size(), "project file") +
                    " cannot be read, the first of them " + quoted(unreadable->front().file) +
                    ": " + escape_for_terminal(unreadable->front().message),
                {"claudestep fsck"});
  }
  examine_newer(patient, newer);
  if (old > 0) {
    patient.add("files", Health::kWarning,
                counted(old, "project file") + " of " + std::to_string(files) +
                    (old == 1 ? " has an older form" : " have an older form"),
                {"claudestep migrate"});
  }
  if (unreadable->empty() && newer.empty() && old == 0 && !is_partial) {
    patient.add("files", Health::kOk, counted(files, "project file") + ", all in the form 2.0");
  }
}

// What is whole is asked of git.
void tell_way_back(const Patient& patient) {
  if (patient.asks_git) return add_way_back(patient);
  for (Checkup& checkup : patient.checkups) {
    const bool tells_of_objects =
        checkup.name == "branch" || checkup.name == "tip" || checkup.name == "files";
    if (!tells_of_objects || checkup.health != Health::kProblem) continue;
    checkup.hints = {"once git works here, claudestep doctor tells the way out"};
  }
}

}  // namespace

void examine_branch(const Patient& patient) {
  examine_remote(patient);
  examine_incoming(patient);
  examine_other_refs(patient);
  examine_ref_names(patient);
  examine_fetches(patient);
  examine_ref(patient);
  const auto view = store::View::open(
      patient.repository,
      {.ref = patient.ref, .at = std::nullopt, .local = false, .now = patient.now});
  if (!view) {
    patient.checkups.push_back(examine_failure("branch", view.error()));
    return tell_way_back(patient);
  }
  examine_source(patient, *view);
  if (!view->commit()) return;
  examine_tip(patient, *view);
  examine_files(patient, *view);
  tell_way_back(patient);
}

}  // namespace claudestep::query
