// What the operations of a write come to: which files they leave behind, and the message of the
// commit.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "model/record_order.h"
#include "store/attempt.h"
#include "store/commit_message.h"

namespace claudestep::store {

namespace {

bool is_complete(const model::Project& project, Instant now) {
  return model::state_of(model::totals_of(project, now)) == model::ProjectState::kComplete;
}

// The mode of the file that holds the project now, however odd; that of a new file where there is
// none that could be written to.
Result<git::FileMode> mode_of(const View& view, const model::Branch::Change& change) {
  if (!change.before) return git::FileMode::kFile;
  CS_ASSIGN(const auto entry, view.find_file(path_of(change.name, *change.before)));
  const bool file =
      entry && (entry->mode == git::FileMode::kFile || entry->mode == git::FileMode::kExecutable);
  return file ? static_cast<git::FileMode>(entry->raw_mode) : git::FileMode::kFile;
}

// The files that one changed project leaves behind, and what is worth saying about it.
Status add_change(const View& view, const model::Branch::Change& change, Instant now,
                  WritePlan& plan) {
  CS_ASSIGN(const git::FileMode mode, mode_of(view, change));
  std::optional<std::string> moved_bytes;
  if (change.before && change.before != change.after) {
    const std::string path = path_of(change.name, *change.before);
    if (change.after && view.is_taken(change.name, *change.after)) {
      return fail(Error{ErrorCode::kConflict, quoted(path) + " cannot become " +
                                                  quoted(path_of(change.name, *change.after)) +
                                                  ", which is there"}
                      .hint("remove one of the two by a commit of your own"));
    }
    // A project that only changes its shelf keeps its bytes.
    if (change.project != nullptr && change.project == change.original) {
      CS_ASSIGN(moved_bytes, view.read_file(path));
    }
    plan.files.push_back({path, std::nullopt, mode});
  }
  if (!change.after) return {};
  const std::string path = path_of(change.name, *change.after);
  if (moved_bytes) {
    plan.files.push_back({path, std::move(moved_bytes), mode});
    return {};
  }
  plan.files.push_back({path,
                        change.bytes != nullptr
                            ? *change.bytes
                            : codec::write_project(model::in_order(*change.project)),
                        mode});
  if (change.original == nullptr) return {};
  if (is_complete(*change.project, now) && !is_complete(*change.original, now)) {
    plan.outcome.completed_projects.push_back(change.name);
  }
  if (change.original->dialect != model::Dialect::kHybrid && change.bytes == nullptr) {
    plan.outcome.notes.push_back("upgraded " + quoted(path) + " from " +
                                 std::string(describe(change.original->dialect)) + " to 2.0");
  }
  return {};
}

// Where evidence older than the last update makes a change, the later of the two stays, whatever
// the clocks said.
Status keep_last_updated(model::Branch& branch) {
  for (const auto& change : branch.changes()) {
    if (change.original == nullptr || change.project == nullptr) continue;
    const auto& before = change.original->last_updated;
    if (!before ||
        (change.project->last_updated && !(change.project->last_updated->value < before->value))) {
      continue;
    }
    const model::Opt<model::Time> kept = before;
    CS_ASSIGN(model::Project* const project, branch.edit(change.name));
    project->last_updated = kept;
  }
  return {};
}

}  // namespace

Status Attempt::apply_operations(const View& view, WritePlan& plan) const {
  model::Branch branch(view);
  CS_ASSIGN(auto asked, planner_(view, branch));
  const Instant now = operation_time();
  std::vector<model::Operation> done;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const std::size_t effects = branch.effects();
    model::Operation effective = model::without_recorded(branch, asked[i]);
    auto applied = model::apply(std::move(branch), asked[i], now);
    if (!applied && asked.size() == 1) return fail(std::move(applied).error());
    if (!applied) {
      return fail(std::move(applied).error().caused_by("operation " + std::to_string(i + 1) +
                                                       " of " + std::to_string(asked.size()) +
                                                       "; nothing was written"));
    }
    branch = *std::move(applied);
    if (branch.effects() != effects) done.push_back(std::move(effective));
  }
  if (options_.evidence_time) CS_TRY(keep_last_updated(branch));
  for (const auto& change : branch.changes()) CS_TRY(add_change(view, change, now, plan));
  plan.outcome.warnings = branch.warnings();
  plan.outcome.operations = done.empty() ? std::move(asked) : std::move(done);
  return {};
}

Result<WritePlan> Attempt::plan(const View& view) const {
  WritePlan plan;
  if (planner_) {
    // Where a folder of projects cannot be looked into, nobody can say which projects there are.
    CS_TRY(view.check_folders());
    CS_TRY(apply_operations(view, plan));
    if (!plan.outcome.operations.empty()) {
      plan.message = commit_message(plan.outcome.operations, options_.op_id, options_.unique);
    }
  }
  return plan;
}

}  // namespace claudestep::store
