#include "plan/spec_plan.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "model/spec_ids.h"

namespace claudestep::plan {
namespace {

using Ids = std::unordered_set<std::string_view>;

Ids requirement_ids(const model::FeatureSpec& spec) {
  Ids ids;
  for (const auto& requirement : spec.functional) ids.insert(requirement.id.value);
  for (const auto& requirement : spec.non_functional) ids.insert(requirement.id.value);
  return ids;
}

// The requirements that a task names, each once, in the order it names them.
std::vector<std::string> named_requirements(const model::SpecTask& task, const Ids& ids) {
  std::vector<std::string> named;
  for (const auto* mentions : {&task.reference, &task.mentions}) {
    for (const model::Words& mention : *mentions) {
      const std::string_view id = model::known_id(mention.value, ids);
      if (id.empty() || std::find(named.begin(), named.end(), id) != named.end()) continue;
      named.emplace_back(id);
    }
  }
  return named;
}

std::vector<std::string> names_of(const std::vector<model::Words>& words) {
  std::vector<std::string> names;
  names.reserve(words.size());
  for (const model::Words& word : words) names.push_back(word.value);
  return names;
}

}  // namespace

std::vector<Item> items_of(const model::FeatureSpec& spec) {
  const Ids ids = requirement_ids(spec);
  std::vector<Item> items;
  items.reserve(spec.tasks.size());
  for (const model::SpecTask& task : spec.tasks) {
    Item item;
    item.text = task.title.value;
    item.name = task.id.value;
    item.requirements = named_requirements(task, ids);
    item.depends_on = names_of(task.dependencies);
    item.line = task.origin.mark.line;
    if (task.status) item.checked = task.status->value == model::SpecTaskStatus::kCompleted;
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<PlanRequirement> requirements_of(const model::FeatureSpec& spec) {
  std::vector<PlanRequirement> requirements;
  for (const auto& one : spec.functional) {
    requirements.push_back({one.id.value, one.title.value});
  }
  for (const auto& one : spec.non_functional) {
    requirements.push_back({one.id.value, one.requirement.value});
  }
  return requirements;
}

std::vector<Item> items_of(const model::PhaseData& data) {
  std::vector<Item> items;
  items.reserve(data.tasks.size());
  for (const model::PhaseTask& task : data.tasks) {
    Item item;
    item.text = task.title.value;
    item.name = task.id.value.empty() ? task.title.value : task.id.value;
    item.depends_on = names_of(task.dependencies);
    // A dependency may be named by its title although it has an id.
    for (std::string& name : item.depends_on) {
      for (const model::PhaseTask& other : data.tasks) {
        if (!other.id.value.empty() && name == other.title.value) name = other.id.value;
      }
    }
    item.line = task.origin.mark.line;
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace claudestep::plan
