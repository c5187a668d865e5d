#include "model/merge.h"

#include <algorithm>
#include <memory>

#include "model/branch.h"
#include "model/derive.h"
#include "model/merge_parts.h"
#include "model/merge_record.h"

namespace claudestep::model {

namespace merging {

namespace {

// One that has no operation_id is known by that of the record which another version has of it.
std::string key_of(const AiOperation& operation, const PrKey& pr, const KnownIds& ids) {
  if (operation.operation_id) return "i" + operation.operation_id->value;
  const std::string run = run_key_of(operation);
  const auto known = has_run_key(operation) ? ids.find({pr, run}) : ids.end();
  if (known != ids.end()) return "i" + known->second;
  return "r" + std::to_string(pr.first) + "." + std::to_string(pr.second) + '\0' + run;
}

template <typename Map, typename K, typename V>
typename Map::key_type add_keyed(Map& map, const K& key, V value) {
  std::size_t ordinal = 0;
  while (!map.emplace(typename Map::key_type(key, ordinal), value).second) ++ordinal;
  return {key, ordinal};
}

// The project itself: all members but its records.
Project merge_header(const Work& work, const Notes& notes) {
  const Project* base = work.base == nullptr ? nullptr : &work.base->project;
  const Project& ours = work.ours.project;
  const Project& theirs = work.theirs.project;
  Project merged;
  merged.name = join(part(base, &Project::name), ours.name, theirs.name, "project", notes);
  merged.created_at = join(part(base, &Project::created_at), ours.created_at, theirs.created_at,
                           "created_at", notes, Earliest());
  // It follows from the other changes, so one that gives way is no loss.
  std::vector<Receipt> unsaid;
  merged.last_updated = join(part(base, &Project::last_updated), ours.last_updated,
                             theirs.last_updated, "last_updated", Notes(unsaid, {}));
  merged.former_names =
      join_set(part(base, &Project::former_names), ours.former_names, theirs.former_names);
  merged.plan = join(part(base, &Project::plan), ours.plan, theirs.plan, "plan", notes);
  merged.extra = join_extra(part(base, &Project::extra), ours.extra, theirs.extra, notes);
  return merged;
}

// A name that gave way stays as a former one, so that the project is found under it.
void remember_name(const Work& work, Project& merged) {
  for (const Version* side : {&work.ours, &work.theirs}) {
    const std::string& name = side->project.name.value;
    if (name == merged.name.value || name.empty()) continue;
    if (work.base != nullptr && work.base->project.name.value == name) continue;
    if (!merged.former_names) merged.former_names = std::vector<Text>();
    std::vector<Text>& names = *merged.former_names;
    const bool known = std::any_of(names.begin(), names.end(),
                                   [&](const Text& former) { return former.value == name; });
    if (known) continue;
    // Among the added ones, which stand by bytes behind the base's.
    const std::size_t kept = work.base != nullptr && work.base->project.former_names
                                 ? work.base->project.former_names->size()
                                 : 0;
    auto place = names.begin() + static_cast<std::ptrdiff_t>(std::min(kept, names.size()));
    while (place != names.end() && place->value < name) ++place;
    names.insert(place, Text(name));
  }
}

// Who has the name that another had before does not have it as a former one, unless it said so.
void forget_own_name(const Work& work, Project& merged) {
  if (!was_called(merged, merged.name.value)) return;
  const auto lists_its_own = [&](const Project& side) {
    return side.name.value == merged.name.value && was_called(side, side.name.value);
  };
  if (lists_its_own(work.ours.project) || lists_its_own(work.theirs.project)) return;
  std::erase_if(*merged.former_names,
                [&](const Text& former) { return former.value == merged.name.value; });
}

}  // namespace

Version::Version(const Project& from, KnownIds& ids) : project(from) {
  for (const Task& task : project.tasks) add_keyed(tasks, text_or_empty(task.id), &task);
  for (const PullRequest& pr : project.pull_requests) {
    const PrKey key = add_keyed(prs, pr.number.value, &pr);
    for (const AiOperation& operation : pr.ai_operations) {
      if (!operation.operation_id || !has_run_key(operation)) continue;
      const std::string& id = operation.operation_id->value;
      const auto [known, is_new] = ids.emplace(std::pair(key, run_key_of(operation)), id);
      if (!is_new) known->second = std::min(known->second, id);
    }
  }
}

void Version::place_operations(const KnownIds& ids) {
  for (const bool with_id : {true, false}) {
    for (const auto& [pr, record] : prs) {
      for (const AiOperation& operation : record->ai_operations) {
        if (operation.operation_id.has_value() != with_id) continue;
        add_keyed(operations, key_of(operation, pr, ids), PlacedOperation{pr, &operation});
      }
    }
  }
}

Receipt receipt_for(const TaskKey& key) {
  Receipt receipt;
  receipt.task = key.first;
  return receipt;
}

Receipt receipt_for(const PrKey& key) {
  Receipt receipt;
  receipt.pr = key.first;
  return receipt;
}

}  // namespace merging

bool says_the_same(const Project& a, const Project& b) {
  using merging::is_same;
  const auto same_tasks =
      std::equal(a.tasks.begin(), a.tasks.end(), b.tasks.begin(), b.tasks.end(),
                 [](const Task& one, const Task& other) {
                   return is_same(one.index, other.index) && merging::is_spelt_alike(one, other);
                 });
  const auto same_operation = [](const AiOperation& one, const AiOperation& other) {
    return merging::is_spelt_alike(one, other);
  };
  const auto same_prs = std::equal(
      a.pull_requests.begin(), a.pull_requests.end(), b.pull_requests.begin(),
      b.pull_requests.end(), [&](const PullRequest& one, const PullRequest& other) {
        return merging::is_spelt_alike(one, other) &&
               std::equal(one.ai_operations.begin(), one.ai_operations.end(),
                          other.ai_operations.begin(), other.ai_operations.end(), same_operation);
      });
  return same_tasks && same_prs && is_same(a.name, b.name) && is_same(a.created_at, b.created_at) &&
         is_same(a.last_updated, b.last_updated) && is_same(a.former_names, b.former_names) &&
         is_same(a.plan, b.plan) && is_same(a.extra, b.extra);
}

Merged merge(const Project* base, const Project& ours, const Project& theirs) {
  if (says_the_same(ours, theirs)) return {ours.lacks_ids ? theirs : ours, {}};
  if (base != nullptr && says_the_same(ours, *base)) return {theirs, {}};
  if (base != nullptr && says_the_same(theirs, *base)) return {ours, {}};
  std::vector<Receipt> receipts;
  merging::KnownIds ids;
  merging::Version mine(ours, ids);
  merging::Version other(theirs, ids);
  const auto old = base == nullptr ? nullptr : std::make_unique<merging::Version>(*base, ids);
  for (merging::Version* version : {&mine, &other, old.get()}) {
    if (version != nullptr) version->place_operations(ids);
  }
  const merging::Work work{old.get(), mine, other, receipts};
  Merged result;
  Project& merged = result.project;
  merged = merging::merge_header(work, merging::Notes(receipts, {}));
  merging::remember_name(work, merged);
  merging::forget_own_name(work, merged);
  merged.pull_requests = merging::merge_pull_requests(work);
  merged.tasks = merging::merge_tasks(work, merged);
  settle(merged);
  merged.lacks_ids = false;
  for (Receipt& receipt : receipts) receipt.project = merged.name.value;
  result.receipts = std::move(receipts);
  return result;
}

}  // namespace claudestep::model
