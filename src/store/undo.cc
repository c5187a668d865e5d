#include "store/undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/revert.h"
#include "store/log.h"
#include "store/project_changes.h"
#include "store/undo_parts.h"

namespace claudestep::store {

namespace {

using model::Obstacle;
using model::UndoCommit;

constexpr std::size_t kMostFiles = 5;   // that a warning names
constexpr std::size_t kMostCauses = 8;  // that a refusal names

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

// Adds to the line that begins with `lead`, so that what one commit did is told together.
void add_to_commit(std::vector<std::string>& texts, const std::string& lead,
                   const std::string& text) {
  for (std::string& line : texts) {
    if (!line.starts_with(lead)) continue;
    const bool known =
        (", " + line.substr(lead.size()) + ", ").find(", " + text + ", ") != std::string::npos;
    if (!known) line += ", " + text;
    return;
  }
  texts.push_back(lead + text);
}

// --- project by project ---

class Undoer {
 public:
  Undoer(const git::Repository& repository, const View& view, const git::Commit& commit)
      : repository_(repository), view_(view), commit_(commit), reader_(repository) {}

  Result<UndoPlan> run() {
    CS_TRY(check_kind());
    CS_ASSIGN(const git::Commit parent, repository_.read_commit(commit_.parents.front()));
    CS_ASSIGN(const Shelves before, shelves_of(repository_, parent.tree));
    CS_ASSIGN(after_, shelves_of(repository_, commit_.tree));
    CS_ASSIGN(now_, shelves_of(repository_, *view_.tree()));
    CS_ASSIGN(const auto changes, project_changes(repository_, reader_, before, after_));
    CS_ASSIGN(const auto foreign, foreign_files(repository_, parent.tree, commit_.tree));
    if (changes.empty()) return fail(cannot_undo(commit_.id, "it changed no project"));
    UndoPlan plan;
    plan.commit = commit_.id;
    for (const ProjectChange& change : changes) {
      CS_ASSIGN(auto operation, take_back(change));
      plan.operations.emplace_back(std::move(operation));
    }
    if (!foreign.empty()) plan.warnings.push_back(foreign_warning(commit_.id, foreign));
    return plan;
  }

 private:
  Status check_kind() const {
    if (commit_.parents.empty()) {
      return fail(cannot_undo(commit_.id, repository_.is_shallow()
                                              ? "this clone is shallow and ends there"
                                              : "the branch begins with it"));
    }
    if (commit_.parents.size() == 1) return {};
    return fail(cannot_undo(commit_.id, "it is a merge")
                    .hint("claudestep log --oneline shows the commits that it brought"));
  }

  // What is there now of the project that the commit left as `after`: under its name, or under the
  // one that it got later.
  Result<std::optional<ProjectEntry>> find_now(const std::string& name) {
    CS_ASSIGN(auto entry, find_entry(repository_, now_, name));
    if (entry) return entry;
    CS_ASSIGN(const auto all, view_.entries());
    for (const ProjectEntry& candidate : all) {
      const auto project = reader_.read(candidate);
      if (!*project || !(*project)->former_names) continue;
      const auto& names = *(*project)->former_names;
      const bool was = std::any_of(names.begin(), names.end(),
                                   [&](const model::Text& former) { return former.value == name; });
      if (was) return std::optional(candidate);
    }
    return std::optional<ProjectEntry>{};
  }

  Result<UndoCommit> take_back(const ProjectChange& change) {
    if (change.after) {
      CS_ASSIGN(const auto now, find_entry(repository_, now_, change.after->name));
      if (now == change.after) return put_back(change, change.after->name);
    }
    if (change.before) {
      // Taken back already, as after an undo: saying it again changes nothing.
      CS_ASSIGN(const auto old, find_entry(repository_, now_, change.before->name));
      if (old == change.before) return put_back(change, change.before->name);
    }
    if (!change.after) return put_back_deleted(change);
    CS_ASSIGN(const auto now, find_now(change.after->name));
    if (!now && !change.before) return put_back(change, change.after->name);  // gone already
    if (!now) return refuse_gone(change);
    if (!change.before) return refuse_created(change, *now);
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

  Result<UndoCommit> put_back_deleted(const ProjectChange& change) {
    CS_ASSIGN(const auto now, find_entry(repository_, now_, change.before->name));
    if (!now) return put_back(change, change.before->name);
    CS_ASSIGN(const auto beside, find_entry(repository_, after_, change.before->name));
    if (beside) {
      return fail(cannot_undo(commit_.id,
                              fmt::format("it took {} away, and left {} of that name",
                                          quoted(change.before->path()), quoted(beside->path())))
                      .hint("claudestep project rename " + now->name + " NEW; then try again"));
    }
    return fail(refused(*now, {{model::EventKind::kProjectCreated,
                                {},
                                std::nullopt,
                                quoted(now->name) + " was made anew later"}}));
  }

  Result<UndoCommit> refuse_gone(const ProjectChange& change) {
    return fail(refused(*change.after, {{model::EventKind::kProjectDeleted,
                                         {},
                                         std::nullopt,
                                         quoted(change.after->name) + " was deleted later"}}));
  }

  // The commit made the project: everything that came later depends on it.
  Result<UndoCommit> refuse_created(const ProjectChange& change, const ProjectEntry& now) {
    std::vector<Obstacle> obstacles;
    for (const model::Event& event : events_of(reader_, {change.after, now})) {
      if (event.kind == model::EventKind::kProjectCompleted) continue;  // follows from the others
      obstacles.push_back({event.kind, event.pr_number ? std::string() : event.task_id,
                           event.pr_number, model::text_of(event)});
    }
    return fail(refused(now, std::move(obstacles)));
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
    if (model::is_newer_schema((*current)->schema_version.value)) {
      return fail(Error{ErrorCode::kSchemaUnusable,
                        fmt::format("cannot undo {}: {} was written by a newer claudestep",
                                    short_id(commit_.id), quoted(now.path()))});
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

  [[nodiscard]] static bool is_about(const model::Event& event, const Obstacle& obstacle) {
    if (obstacle.kind != model::EventKind::kOther && event.kind != obstacle.kind) return false;
    if (obstacle.pr_number) return event.pr_number == obstacle.pr_number;
    if (!obstacle.task_id.empty()) {
      return event.task_id == obstacle.task_id && !event.pr_number;
    }
    return !event.task && !event.pr_number;
  }

  struct Cause {
    Obstacle obstacle;
    std::optional<git::ObjectId> commit;
    std::string text;
  };

  // Finds the newest commit behind each obstacle, and its words for it. Returns the newest of all.
  std::optional<git::ObjectId> find_makers(const std::string& project,
                                           std::vector<Cause>& causes) const {
    std::optional<git::ObjectId> newest;
    LogOptions options;
    options.project = project;
    const auto visit = [&](const LogCommit& later) {
      if (later.id == commit_.id) return false;
      for (const ProjectEvents& changed : later.projects) {
        for (const model::Event& event : changed.events) {
          for (Cause& cause : causes) {
            if (cause.commit || !is_about(event, cause.obstacle)) continue;
            cause.commit = later.id;
            cause.text = model::text_of(event);
            if (!newest) newest = later.id;
          }
        }
      }
      return true;
    };
    // History that cannot be read leaves the obstacles without their makers.
    (void)walk_log(repository_, *view_.commit(), options, visit);
    return newest;
  }

  [[nodiscard]] Error refused(const ProjectEntry& now, std::vector<Obstacle> obstacles) const {
    std::vector<Cause> causes;
    for (Obstacle& obstacle : obstacles) {
      std::string text = obstacle.text;
      causes.push_back({std::move(obstacle), std::nullopt, std::move(text)});
    }
    const auto newest = find_makers(now.name, causes);
    Error error = cannot_undo(commit_.id, "later work on " + quoted(now.name) + " depends on it");
    std::vector<std::string>& texts = error.causes;
    for (const Cause& cause : causes) {
      if (!cause.commit) {
        add_once(texts, cause.text);
      } else {
        add_to_commit(texts, fmt::format("later commit {}: ", short_id(*cause.commit)), cause.text);
      }
    }
    if (texts.size() > kMostCauses) {
      const std::size_t more = texts.size() - kMostCauses;
      texts.resize(kMostCauses);
      texts.push_back(fmt::format("and {} more", more));
    }
    if (newest) {
      error.hints.push_back("claudestep undo " + short_id(*newest) +
                            " takes the newest of it back; then try again");
    }
    return error;
  }

  const git::Repository& repository_;
  const View& view_;
  const git::Commit& commit_;
  ProjectReader reader_;
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
