// Feature specifications, task specifications and API contracts.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "codec/documents.h"
#include "codec/fields.h"
#include "codec/spec_parts.h"

namespace claudestep::codec {
namespace {

using model::FeatureSpec;

void read_feature(Fields& root, FeatureSpec& spec) {
  auto feature = root.object("feature");
  if (!feature) return;
  spec.id = feature->text("id");
  const bool is_plain =
      spec.id.value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
  if (!is_plain) {
    feature->refusals().add_plain(*feature->value().find("id"), feature->path_of("id"),
                                  "may have lower-case letters, digits and hyphens only");
  }
  spec.name = feature->text("name");
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kLongest = 100;
  const auto characters = static_cast<std::size_t>(
      std::count_if(spec.name.value.begin(), spec.name.value.end(),
                    [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
  if (characters != 0 && (characters < kShortest || characters > kLongest)) {
    feature->refusals().add_plain(
        *feature->value().find("name"), feature->path_of("name"),
        "has " + std::to_string(characters) + " characters; expected 3 to 100");
  }
  spec.priority = feature->word_or("priority", model::Priority::kMedium);
  if (const auto status = feature->word<model::FeatureStatus>("status")) spec.status = *status;
}

void read_objective(Fields& root, FeatureSpec& spec) {
  auto objective = root.object("objective");
  if (!objective) return;
  spec.summary = objective->text("summary");
  spec.business_value = objective->text("business_value");
}

model::Requirement read_requirement(const Value& value, std::string path, Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::Requirement requirement;
  requirement.origin = fields.origin();
  requirement.id = fields.text("id");
  requirement.title = fields.text("title");
  requirement.description = fields.text("description");
  requirement.priority = fields.word_or("priority", model::Priority::kMedium);
  requirement.acceptance_criteria = fields.texts("acceptance_criteria", Need::kRequired, 1);
  if (const auto coverage = fields.word<model::Coverage>("test_coverage", Need::kOptional)) {
    requirement.test_coverage = coverage->value;
  }
  requirement.extra = fields.extra();
  return requirement;
}

model::QualityRequirement read_quality(const Value& value, std::string path, Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::QualityRequirement requirement;
  requirement.origin = fields.origin();
  requirement.id = fields.text("id");
  requirement.type = fields.word_or("type", model::Quality::kPerformance);
  requirement.requirement = fields.text("requirement");
  requirement.extra = fields.extra();
  return requirement;
}

void read_requirements(Fields& root, FeatureSpec& spec) {
  auto requirements = root.object("requirements");
  if (!requirements) return;
  Refusals& refusals = root.refusals();
  requirements->each("functional", Need::kOptional, [&](const Value& item, std::string path) {
    collect_mentions(item, path, {"id"}, spec.mentions);
    spec.functional.push_back(read_requirement(item, std::move(path), refusals));
  });
  requirements->each("non_functional", Need::kOptional, [&](const Value& item, std::string path) {
    collect_mentions(item, path, {"id"}, spec.mentions);
    spec.non_functional.push_back(read_quality(item, std::move(path), refusals));
  });
}

model::InternalContract read_internal_contract(const Value& value, std::string path,
                                               Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::InternalContract contract;
  contract.origin = fields.origin();
  contract.name = fields.text("name");
  contract.type = fields.word_or("type", model::Language::kBash);
  contract.interface = fields.opaque("interface", Need::kRequired,
                                     {ValueKind::kString, ValueKind::kObject, ValueKind::kArray});
  return contract;
}

void read_contracts(Fields& root, FeatureSpec& spec) {
  auto contracts = root.object("contracts", Need::kOptional);
  if (!contracts) return;
  contracts->each("internal", Need::kOptional, [&](const Value& item, std::string path) {
    spec.internal_contracts.push_back(
        read_internal_contract(item, std::move(path), root.refusals()));
  });
  contracts->each("api", Need::kOptional, [&](const Value& item, std::string path) {
    spec.api_contracts.push_back(read_endpoint(item, std::move(path), root.refusals()));
  });
}

void read_roles(Fields& root, FeatureSpec& spec) {
  auto roles = root.object("tasks", Need::kOptional);
  if (!roles) return;
  for (const Member& role : roles->value().members) {
    const std::string path = roles->path_of(role.key);
    if (!role.value.is_array()) {
      root.refusals().add(role.value, path, "an array");
      continue;
    }
    for (std::size_t i = 0; i < role.value.items.size(); ++i) {
      spec.tasks.push_back(
          read_spec_task(role.value.items[i], item_path(path, i), role.key, root.refusals()));
    }
  }
}

// Dates under names that are no part of the format; read where they are there.
void append_dates(Fields& fields, std::initializer_list<std::string_view> names,
                  std::vector<model::SpecDate>& dates) {
  for (const std::string_view name : names) {
    const Value* date = fields.value().find(name);
    if (date == nullptr || !date->is_string()) continue;
    dates.push_back({std::string(name), {date->text, {date->mark, fields.path_of(name)}}});
  }
}

void read_metadata(Fields& root, FeatureSpec& spec) {
  auto metadata = root.object("metadata", Need::kOptional);
  if (!metadata) return;
  metadata->text("created");
  spec.author = metadata->text("author");
  spec.estimated_effort = metadata->text("estimated_effort");
  append_dates(*metadata, {"created", "updated", "last_updated"}, spec.dates);
}

void read_needs(Fields& root, FeatureSpec& spec) {
  auto needs = root.object("dependencies", Need::kOptional);
  if (!needs) return;
  needs->each("external", Need::kOptional, [&](const Value& item, std::string path) {
    Fields fields(item, std::move(path), root.refusals());
    spec.external_dependencies.push_back(
        {fields.text("name"), fields.text("version"), fields.text("reason")});
  });
  needs->each("internal", Need::kOptional, [&](const Value& item, std::string path) {
    Fields fields(item, std::move(path), root.refusals());
    spec.internal_dependencies.push_back({fields.text("feature"), fields.text("reason")});
  });
}

void read_risks(Fields& root, FeatureSpec& spec) {
  root.each("risks", Need::kOptional, [&](const Value& item, std::string path) {
    Fields fields(item, std::move(path), root.refusals());
    spec.risks.push_back({fields.text("description"), fields.text("probability"),
                          fields.text("impact"), fields.text("mitigation")});
  });
}

void read_timeline(Fields& root, FeatureSpec& spec) {
  auto timeline = root.object("timeline", Need::kOptional);
  if (!timeline) return;
  timeline->each("phases", Need::kOptional, [&](const Value& item, std::string path) {
    Fields fields(item, std::move(path), root.refusals());
    model::TimelinePhase phase;
    phase.origin = fields.origin();
    phase.name = fields.text("name");
    phase.duration = fields.text("duration");
    phase.deliverables = fields.texts("deliverables");
    append_dates(fields, {"start", "start_date", "end", "end_date"}, phase.dates);
    spec.phases.push_back(std::move(phase));
  });
}

// Whether a list of requirements or tasks can be read as far as the ids in it.
bool tells_ids(const Value* list) {
  if (list == nullptr) return true;
  return list->is_array() &&
         std::all_of(list->items.begin(), list->items.end(), [](const Value& item) {
           const Value* const id = item.find("id");
           return id != nullptr && id->is_string() && !id->text.empty();
         });
}

bool tells_all_ids(const Value& root) {
  const Value* const requirements = root.find("requirements");
  const Value* const roles = root.find("tasks");
  if (requirements != nullptr && !requirements->is_object()) return false;
  if (roles != nullptr && !roles->is_object()) return false;
  if (requirements != nullptr && (!tells_ids(requirements->find("functional")) ||
                                  !tells_ids(requirements->find("non_functional")))) {
    return false;
  }
  return roles == nullptr || std::all_of(roles->members.begin(), roles->members.end(),
                                         [](const Member& role) { return tells_ids(&role.value); });
}

}  // namespace

Typed<FeatureSpec> read_feature_spec(const Value& root, std::string_view file) {
  Refusals refusals(file);
  Fields fields(root, "", refusals);
  FeatureSpec spec;
  spec.version = fields.text("version", TextForm::kVersion);
  read_feature(fields, spec);
  read_objective(fields, spec);
  read_requirements(fields, spec);
  read_contracts(fields, spec);
  read_roles(fields, spec);
  read_metadata(fields, spec);
  read_needs(fields, spec);
  read_risks(fields, spec);
  read_timeline(fields, spec);
  // Requirements and tasks have given theirs; other features are named in `dependencies`.
  if (const Value* feature = root.find("feature")) {
    collect_mentions(*feature, "feature", {"id"}, spec.mentions);
  }
  if (const Value* requirements = root.find("requirements")) {
    collect_mentions(*requirements, "requirements", {"functional", "non_functional"},
                     spec.mentions);
  }
  collect_mentions(root, "", {"requirements", "tasks", "metadata", "dependencies", "feature"},
                   spec.mentions);
  spec.has_all_ids = tells_all_ids(root);
  spec.extra = fields.extra();
  return typed(std::move(spec), refusals);
}

Typed<model::TaskSpec> read_task_spec(const Value& root, std::string_view file) {
  Refusals refusals(file);
  Fields fields(root, "", refusals);
  model::TaskSpec spec;
  spec.version = fields.text("version", TextForm::kVersion);
  if (auto task = fields.object("task")) {
    spec.task = task_of_fields(*task);
    if (const auto role = task->word<model::Role>("role")) {
      spec.task.role = model::word_of(role->value);
    }
    spec.task.status = task->word<model::SpecTaskStatus>("status");
    const bool is_listed =
        !spec.task.status || spec.task.status->value <= model::SpecTaskStatus::kBlocked;
    if (!is_listed) {
      refusals.add(*task->value().find("status"), task->path_of("status"),
                   "one of pending, in_progress, review, completed, blocked");
      spec.task.status.reset();
    }
    spec.task.extra = task->extra();
  }
  return typed(std::move(spec), refusals);
}

Typed<model::ApiContract> read_api_contract(const Value& root, std::string_view file) {
  Refusals refusals(file);
  Fields fields(root, "", refusals);
  model::ApiContract contract;
  contract.version = fields.text("version", TextForm::kVersion);
  if (auto api = fields.object("api")) {
    contract.name = api->text("name");
    api->each("endpoints", Need::kRequired, [&](const Value& item, std::string path) {
      contract.endpoints.push_back(read_endpoint(item, std::move(path), refusals));
    });
  }
  return typed(std::move(contract), refusals);
}

}  // namespace claudestep::codec
