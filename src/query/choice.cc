#include "query/choice.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "codec/json_reader.h"
#include "codec/yaml_reader.h"
#include "model/spec.h"
#include "model/words.h"
#include "query/scan.h"

namespace claudestep::query {

namespace {

bool is_json(const store::BaseFile& file) {
  return to_lower_ascii(file.path).ends_with(".json");
}

std::optional<store::BaseFile> if_specification(std::optional<store::BaseFile> file) {
  if (!file || to_lower_ascii(file->path).ends_with(".md")) return std::nullopt;
  return file;
}

Result<Document> read_document_of(store::BaseFile file) {
  if (is_json(file)) return codec::read_json(std::move(file.bytes), {.file = file.label});
  return codec::read_yaml(std::move(file.bytes), {.file = file.label, .code = ErrorCode::kCorrupt});
}

// The feature specification of `project` on the base branch: the plan that it follows, else the one
// in its folder.
Result<std::optional<store::BaseFile>> specification_of(const store::PlanFolders& folders,
                                                        const model::Project& project) {
  if (project.plan && project.plan->path &&
      model::text_or_empty(project.plan->kind) == "feature-spec") {
    CS_ASSIGN(auto followed, folders.file(project.plan->path->value));
    if (followed) return followed;
  }
  CS_ASSIGN(auto own, folders.plan(project.name.value));
  return if_specification(std::move(own));
}

// Why work on `project` may not begin yet, if that is so.
Result<std::optional<Unapproved>> unapproved(const store::PlanFolders& folders,
                                             const model::Project& project) {
  std::optional<Unapproved> none;
  CS_ASSIGN(auto file, specification_of(folders, project));
  if (!file) return none;
  const std::string path = file->path;
  CS_ASSIGN(const auto document, read_document_of(*std::move(file)));
  // Whatever else is wrong with it, its status counts; one that is none is no permission.
  const Value* feature = document.root().find("feature");
  if (feature == nullptr) return none;
  const Value* status = feature->find("status");
  if (status == nullptr || !status->is_string())
    return std::optional(Unapproved{path, "no status"});
  const auto known = model::parse_word<model::FeatureStatus>(status->text);
  if (known && *known != model::FeatureStatus::kPlanning &&
      *known != model::FeatureStatus::kBlocked) {
    return none;
  }
  return std::optional(Unapproved{path, status->text});
}

// What the reviewers of `configuration` have under way, over all projects.
Result<Capacity> load_of(const store::View& view, const model::Configuration& configuration,
                         const ChoiceOptions& options, std::vector<UnreadableFile>& unreadable) {
  std::vector<std::string> names;
  for (const model::Reviewer& one : configuration.reviewers) names.push_back(one.username.value);
  Limits limits;
  limits.add(configuration);
  CapacityBuilder builder(options.now, std::move(limits), names);
  CS_ASSIGN(unreadable, scan_facts(view, {}, options.facts,
                                   [&](const store::FactsRun& run) { builder.add(run); }));
  return std::move(builder).finish();
}

// Gives the task of `next` its reviewer, or takes it away where nobody has room.
void assign(Next& next, const model::Configuration& configuration, const Capacity& capacity) {
  for (const model::Reviewer& one : configuration.reviewers) {
    const auto row =
        std::find_if(capacity.reviewers.begin(), capacity.reviewers.end(),
                     [&](const CapacityRow& each) { return each.reviewer == one.username.value; });
    if (capacity.has_capacity(*row)) {
      next.reviewer = row->reviewer;
      next.busy.clear();
      return;
    }
    next.busy.push_back({row->reviewer, row->load(), row->max.value_or(0)});
  }
  next.task.reset();
  next.branch.reset();
  next.reason = NextReason::kNoCapacity;
}

}  // namespace

Result<Next> choose_next(const store::View& view, std::string_view project,
                         const ChoiceOptions& options) {
  CS_ASSIGN(const auto found, read_one(view, project));
  Next next = next_of(found.project, found.entry.shelf == model::Shelf::kArchive, options.now);
  if (!next.task) return next;
  CS_ASSIGN(next.unapproved, unapproved(*options.folders, found.project));
  if (next.unapproved) {
    next.task.reset();
    next.branch.reset();
    next.reason = NextReason::kNotApproved;
    return next;
  }
  CS_ASSIGN(const auto configuration, options.folders->configuration(found.project));
  if (!configuration || configuration->reviewers.empty()) return next;
  CS_ASSIGN(const Capacity capacity, load_of(view, *configuration, options, next.unreadable));
  assign(next, *configuration, capacity);
  return next;
}

Limits limits_of(const store::PlanFolders& folders, const std::vector<std::string>& projects,
                 std::vector<UnreadableFile>& unreadable) {
  Limits limits;
  for (const std::string& project : projects.empty() ? folders.projects() : projects) {
    const auto configuration = folders.configuration(project);
    if (!configuration) {
      const Error& error = configuration.error();
      unreadable.push_back({to_string(error.place), error.message});
    } else if (*configuration) {
      limits.add(**configuration);
    }
  }
  return limits;
}

}  // namespace claudestep::query
