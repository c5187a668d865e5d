#include "store/undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/revert.h"
#include "store/lineages.h"
#include "store/log.h"
#include "store/project_changes.h"
#include "store/remote.h"
#include "store/undo_kin.h"
#include "store/undo_parts.h"

namespace claudestep::store {

namespace {

using model::Obstacle;
using model::UndoCommit;

constexpr std::size_t kMostFiles = 5;   // that a warning names
constexpr std::size_t kMostCauses = 8;  // that a refusal names
constexpr std::size_t kMostEvents = 4;  // of each

Error cannot_undo(const git::ObjectId& commit, std::string_view why) {
  return Error{ErrorCode::kConflict, fmt::format("cannot undo {}: {}", short_id(commit), why)};
}

std::string foreign_warning(const git::ObjectId& commit, const std::vector<std::string>& files) {
  std::string names;
  for (std::size_t at = 0; at < std::min(files.size(), kMostFiles); ++at) {
    names += (at == 0 ? "" : ", ") + quoted(files[at]);
  }
  if (files.size() > kMostFiles) names += fmt::format(" and {} more", files.size() - kMostFiles);
  return fmt::format("{} also changed files that are no projects; they stay as they are: {}",
                     short_id(commit), names);
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

// What an event is about, as far as an obstacle tells it apart.
model::EventKind family_of(model::EventKind kind) {
  switch (kind) {
    case model::EventKind::kReleased:
      return model::EventKind::kClaimed;
    case model::EventKind::kTaskUnchecked:
      return model::EventKind::kTaskChecked;
    case model::EventKind::kTaskRemoved:
      return model::EventKind::kTaskAdded;
    default:
      return kind;
  }
}

// Whether an event follows from others that are told beside it.
bool follows(model::EventKind kind) {
  return kind == model::EventKind::kTaskStatus || kind == model::EventKind::kProjectCompleted ||
         kind == model::EventKind::kProjectUncompleted;
}

bool is_about(const model::Event& event, const Obstacle& obstacle) {
  const bool any =
      obstacle.kind == model::EventKind::kOther && event.kind != model::EventKind::kTaskMoved;
  // A claim ends when the pull request that it was for opens.
  if (obstacle.kind == model::EventKind::kClaimed && event.kind == model::EventKind::kPrOpened) {
    return event.task_id == obstacle.task_id;
  }
  if (follows(event.kind) || (!any && family_of(event.kind) != family_of(obstacle.kind))) {
    return false;
  }
  if (obstacle.pr_number) return event.pr_number == obstacle.pr_number;
  if (!obstacle.task_id.empty()) return event.task_id == obstacle.task_id && !event.pr_number;
  return !event.task && !event.pr_number;
}

// --- project by project ---

class Undoer {
 public:
  Undoer(const git::Repository& repository, const View& view, const git::Commit& commit)
      : repository_(repository),
        view_(view),
        commit_(commit),
        reader_(repository),
        kin_(repository, view, reader_) {}

  Result<UndoPlan> run() {
    CS_TRY(check_kind());
    CS_ASSIGN(const git::Commit parent, repository_.read_commit(commit_.parents.front()));
    CS_ASSIGN(before_, shelves_of(repository_, parent.tree));
    CS_ASSIGN(after_, shelves_of(repository_, commit_.tree));
    CS_ASSIGN(now_, shelves_of(repository_, *view_.tree()));
    CS_ASSIGN(const auto changes, project_changes(repository_, reader_, before_, after_));
    CS_ASSIGN(const auto foreign, foreign_files(repository_, parent.tree, commit_.tree));
    if (changes.empty()) return fail(cannot_undo(commit_.id, "it changed no project"));
    UndoPlan plan;
    plan.commit = commit_.id;
    std::vector<ProjectEntry> left;
    for (const ProjectChange& change : changes) {
      if (change.after) left.push_back(*change.after);
    }
    kin_.begin(before_, std::move(left));
    for (const ProjectChange& change : changes) {
      CS_ASSIGN(auto operation, take_back(change));
      plan.operations.emplace_back(std::move(operation));
    }
    if (!foreign.empty()) plan.warnings.push_back(foreign_warning(commit_.id, foreign));
    return plan;
  }

 private:
  Status check_kind() const {
    if (repository_.is_at_boundary(commit_.id)) {
      return fail(cannot_undo(commit_.id, "this clone is shallow and ends there")
                      .hint(std::string(kUnshallow)));
    }
    if (commit_.parents.empty()) return fail(cannot_undo(commit_.id, "the branch begins with it"));
    if (commit_.parents.size() == 1) return {};
    return fail(cannot_undo(commit_.id, "it is a merge")
                    .hint("for the commits that it brought: claudestep log --oneline"));
  }

  // What is there now of the project that the commit left as `after`: under its name, or under the
  // one that it got later. Where names went from one to another, who is who goes before the name.
  Result<std::optional<ProjectEntry>> find_now(const ProjectEntry& after) {
    CS_ASSIGN(auto found, find_entry(repository_, now_, after.name));
    const auto left = kin_.identity_at(after);
    if (found) {
      const auto now = kin_.identity_at(*found);
      if (!left || !now || can_be(*left, *now)) return found;
    }
    if (left) {
      CS_ASSIGN(const auto called, kin_.find_called(after.name, &*left));
      if (called) return called;
    }
    if (found) return found;
    return kin_.find_called(after.name, nullptr);
  }

  Result<UndoCommit> take_back(const ProjectChange& change) {
    if (change.after) {
      CS_ASSIGN(const auto now, find_entry(repository_, now_, change.after->name));
      if (now == change.after) {
        CS_TRY(check_gone(change));
        return put_back(change, change.after->name);
      }
    }
    if (change.before) {
      // Taken back already, as after an undo: saying it again changes nothing.
      CS_ASSIGN(const auto old, find_entry(repository_, now_, change.before->name));
      if (old == change.before) return put_back(change, change.before->name);
    }
    if (!change.after) return put_back_deleted(change);
    CS_ASSIGN(const auto now, find_now(*change.after));
    if (!now && !change.before) return put_back(change, change.after->name);  // gone already
    if (!now) return refuse_gone(change);
    if (!change.before) return take_back_created(change, *now);
    return take_back_records(change, *now);
  }

  // The operation that brings the state before the commit back, byte for byte.
  Result<UndoCommit> put_back(const ProjectChange& change, const std::string& name_now) {
    UndoCommit undo = begin(change, name_now);
    if (!change.before) return undo;
    const auto project = reader_.read(*change.before);
    if (!*project) {
      return fail(Error{project->error()}.within(
          fmt::format("cannot undo {}: before it {} could not be read", short_id(commit_.id),
                      quoted(change.before->path()))));
    }
    CS_ASSIGN(auto bytes, repository_.read_blob(change.before->blob));
    undo.restored = UndoCommit::Restored{change.before->name, change.before->shelf, **project,
                                         std::move(bytes)};
    return undo;
  }

  // A project that the commit took away may be there all the same: somebody else had renamed it,
  // and a merge kept that, or it came back and was renamed since. It must not be there twice, but
  // for a copy that stood beside it before.
  Status check_gone(const ProjectChange& change) {
    const auto gone = change.before ? kin_.identity_at(*change.before) : std::nullopt;
    if (!gone) return {};
    const auto left = change.after ? kin_.identity_at(*change.after) : std::nullopt;
    if (change.after && (!left || !were_made_apart(*gone, *left))) return {};
    const std::string& name = change.before->name;
    CS_ASSIGN(const auto twin, kin_.find_twin(*change.before, *gone));
    if (!twin) return {};
    Error error =
        cannot_undo(commit_.id, fmt::format("the project {} that it took away is there, as {}",
                                            quoted(name), quoted(twin->name)));
    if (!change.after) {
      error.hints.push_back("to give it that name again: claudestep project rename " + twin->name +
                            " " + name);
    }
    return fail(std::move(error));
  }

  Result<UndoCommit> put_back_deleted(const ProjectChange& change) {
    const std::string& name = change.before->name;
    CS_ASSIGN(const auto now, find_entry(repository_, now_, name));
    if (!now) {
      CS_TRY(check_gone(change));
      return put_back(change, name);
    }
    CS_ASSIGN(const auto beside, find_entry(repository_, after_, name));
    if (beside) {
      const auto gone = kin_.identity_at(*change.before);
      const auto left = kin_.identity_at(*beside);
      const bool is_copy = gone && left && is_the_same(*gone, *left);
      Error error = cannot_undo(
          commit_.id, fmt::format("it took {} away, and left {}, {}", quoted(change.before->path()),
                                  quoted(beside->path()),
                                  is_copy ? "which is the same project" : "another of that name"));
      if (!is_copy) {
        error.hints.push_back(
            "give that one another name, then try again: claudestep project rename " + now->name +
            " NEW");
      } else if (now->shelf == model::Shelf::kArchive) {
        error.hints.push_back("claudestep project unarchive " + now->name);
      }
      return fail(std::move(error));
    }
    // Of one that got the name by a rename, that alone is in the way.
    std::vector<LogCommit> later = standing_since(name);
    const auto renamed = std::find_if(later.begin(), later.end(), [&](const LogCommit& commit) {
      return tells(commit, model::EventKind::kProjectRenamed, name);
    });
    if (renamed != later.end()) later = {*renamed};
    return fail(refused(*now, quoted(name) + " was made anew later", later));
  }

  Result<UndoCommit> refuse_gone(const ProjectChange& change) {
    return fail(refused(*change.after, {{model::EventKind::kProjectDeleted,
                                         {},
                                         std::nullopt,
                                         quoted(change.after->name) + " was deleted later"}}));
  }

  // The commit made the project: everything that came later depends on it.
  Result<UndoCommit> take_back_created(const ProjectChange& change, const ProjectEntry& now) {
    const auto made = reader_.read(*change.after);
    const auto current = reader_.read(now);
    const bool untouched = *made && *current && now.name == change.after->name &&
                           now.shelf == change.after->shelf &&
                           model::equal_but_for_last_updated(**made, **current);
    if (untouched) return put_back(change, now.name);
    return fail(refused(now, "it was changed later", standing_since(now.name)));
  }

  Result<UndoCommit> take_back_records(const ProjectChange& change, const ProjectEntry& now) {
    const auto before = reader_.read(*change.before);
    const auto after = reader_.read(*change.after);
    const auto current = reader_.read(now);
    for (const auto& project : {before, after, current}) {
      if (*project) continue;
      return fail(Error{project->error()}.within(fmt::format(
          "cannot undo {}: {} was changed later", short_id(commit_.id), quoted(now.path()))));
    }
    if (const auto& schema = (*current)->schema_version.value; model::is_newer_schema(schema)) {
      return fail(
          model::newer_schema("cannot undo " + short_id(commit_.id), schema, quoted(now.path())));
    }
    model::Reverted reverted = model::revert(**before, **after, **current);
    model::Shelf shelf = now.shelf;
    if (change.before->shelf != change.after->shelf) shelf = change.before->shelf;
    if (!reverted.obstacles.empty()) return fail(refused(now, std::move(reverted.obstacles)));
    UndoCommit undo = begin(change, now.name);
    const std::string name = reverted.project.name.value;
    undo.restored = UndoCommit::Restored{name, shelf, std::move(reverted.project), std::nullopt};
    return undo;
  }

  [[nodiscard]] UndoCommit begin(const ProjectChange& change, const std::string& name_now) const {
    UndoCommit undo;
    undo.project = name_now;
    undo.commit = commit_.id.hex();
    undo.subject = commit_.message.substr(0, commit_.message.find('\n'));
    for (const auto& entry : {change.before, change.after}) {
      if (entry && undo.subject.starts_with(entry->name + ": ")) {
        undo.subject.erase(0, entry->name.size() + 2);
        break;
      }
    }
    return undo;
  }

  // --- what stands in the way, and who put it there ---

  static bool tells(const LogCommit& commit, model::EventKind kind, const std::string& project) {
    return std::any_of(commit.projects.begin(), commit.projects.end(), [&](const auto& changed) {
      return changed.project == project &&
             std::any_of(changed.events.begin(), changed.events.end(),
                         [&](const model::Event& event) { return event.kind == kind; });
    });
  }

  // The commits on the project since the one to take back, newest first, without those that were
  // taken back themselves and what did that: such pairs stand in nobody's way.
  [[nodiscard]] std::vector<LogCommit> standing_since(const std::string& project) const {
    std::vector<LogCommit> later;
    std::set<git::ObjectId> met;
    std::set<git::ObjectId> undone;
    LogOptions options;
    options.project = project;
    // History that cannot be read leaves the obstacles without their makers.
    (void)walk_log(repository_, *view_.commit(), options, [&](const LogCommit& commit) {
      if (commit.id == commit_.id) return false;
      met.insert(commit.id);
      if (undone.contains(commit.id)) return true;
      if (commit.undoes) undone.insert(*commit.undoes);
      later.push_back(commit);
      return true;
    });
    // Where names went from one to another, what another did before is told as well.
    std::set<git::ObjectId> earlier;
    (void)repository_.walk(commit_.id, [&](const git::Commit& commit) {
      if (met.contains(commit.id)) earlier.insert(commit.id);
      return true;
    });
    std::erase_if(later, [&](const LogCommit& commit) {
      return (commit.undoes && met.contains(*commit.undoes)) || earlier.contains(commit.id);
    });
    return later;
  }

  // The part of `later` that any of the obstacles is about; those that nobody made keep their text.
  [[nodiscard]] Error refused(const ProjectEntry& now,
                              const std::vector<Obstacle>& obstacles) const {
    std::vector<LogCommit> later = standing_since(now.name);
    std::set<const Obstacle*> made;
    for (LogCommit& commit : later) {
      for (ProjectEvents& changed : commit.projects) {
        std::erase_if(changed.events, [&](const model::Event& event) {
          bool stands = false;
          for (const Obstacle& obstacle : obstacles) {
            if (!is_about(event, obstacle)) continue;
            stands = true;
            made.insert(&obstacle);
          }
          return !stands;
        });
      }
      std::erase_if(commit.projects, [](const auto& changed) { return changed.events.empty(); });
    }
    std::erase_if(later, [](const LogCommit& commit) { return commit.projects.empty(); });
    std::vector<std::string> others;
    for (const Obstacle& obstacle : obstacles) {
      if (!made.contains(&obstacle)) add_once(others, obstacle.text);
    }
    return refusal(now, later, others);
  }

  [[nodiscard]] Error refused(const ProjectEntry& now, const std::string& otherwise,
                              const std::vector<LogCommit>& later) const {
    return refusal(now, later, later.empty() ? std::vector{otherwise} : std::vector<std::string>());
  }

  // `later` is newest first: taken back in that order, none is in the way of the next.
  [[nodiscard]] Error refusal(const ProjectEntry& now, const std::vector<LogCommit>& later,
                              const std::vector<std::string>& others) const {
    Error error = cannot_undo(commit_.id, "later work on " + quoted(now.name) + " depends on it");
    for (const LogCommit& commit : later) {
      error.causes.push_back(fmt::format("later commit {}: {}", short_id(commit.id), told(commit)));
    }
    error.causes.insert(error.causes.end(), others.begin(), others.end());
    if (error.causes.size() > kMostCauses) {
      const std::size_t more = error.causes.size() - kMostCauses;
      error.causes.resize(kMostCauses);
      error.causes.push_back(fmt::format("and {} more", more));
    }
    const auto newest = std::find_if(later.begin(), later.end(),
                                     [](const LogCommit& commit) { return !commit.is_merge; });
    if (newest != later.end()) {
      error.hints.push_back("to take the newest of it back, and then try again: claudestep undo " +
                            short_id(newest->id));
    }
    return error;
  }

  static std::string told(const LogCommit& commit) {
    std::vector<std::string> texts;
    for (const ProjectEvents& changed : commit.projects) {
      for (const model::Event& event : changed.events) {
        if (!follows(event.kind)) add_once(texts, model::text_of(event));
      }
    }
    if (texts.size() > kMostEvents) {
      const std::size_t more = texts.size() - kMostEvents;
      texts.resize(kMostEvents);
      texts.push_back(fmt::format("and {} more", more));
    }
    std::string line;
    for (const std::string& text : texts) line += (line.empty() ? "" : ", ") + text;
    return line;
  }

  const git::Repository& repository_;
  const View& view_;
  const git::Commit& commit_;
  ProjectReader reader_;
  UndoKin kin_;
  Shelves before_;
  Shelves after_;
  Shelves now_;
};

}  // namespace

Result<UndoPlan> plan_undo(const git::Repository& repository, const View& view,
                           const std::optional<std::string>& revision) {
  CS_ASSIGN(const git::ObjectId id, choose_undo(repository, view, revision));
  CS_ASSIGN(const git::Commit commit, repository.read_commit(id));
  return Undoer(repository, view, commit).run();
}

}  // namespace claudestep::store
