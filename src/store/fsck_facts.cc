#include "store/fsck_facts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "model/derive.h"

namespace claudestep::store {

namespace {

using model::Opt;

std::string text(const Opt<model::Text>& member) {
  return model::text_or_empty(member);
}

std::string instant(const Timestamp& time) {
  return std::to_string(time.instant().seconds) + "." + std::to_string(time.instant().nanos);
}

std::string time(const Opt<model::Time>& member) {
  return member ? instant(member->value) : std::string();
}

std::string texts(const Opt<std::vector<model::Text>>& member) {
  std::string out;
  if (!member) return out;
  for (const model::Text& item : *member) out += item.value + kBreak;
  return out;
}

std::string flag(bool value) {
  return value ? "true" : "";
}

std::string extra(const model::Extra& members) {
  std::string out;
  for (const model::ExtraMember& member : members) {
    out += member.key_token + kBreak + member.json + kBreak;
  }
  return out;
}

std::string source(const Opt<model::Source>& member) {
  if (!member) return {};
  return text(member->spec) + kBreak + text(member->task) + kBreak + texts(member->requirements) +
         kBreak + extra(member->extra);
}

std::string claim(const Opt<model::Claim>& member) {
  if (!member) return {};
  return member->by.value + kBreak + text(member->reviewer) + kBreak + instant(member->at.value) +
         kBreak + instant(member->expires.value) + kBreak + extra(member->extra);
}

std::string plan(const Opt<model::PlanRef>& member) {
  if (!member) return {};
  return text(member->path) + kBreak + text(member->kind) + kBreak + extra(member->extra);
}

template <typename T>
std::string number(const Opt<model::Kept<T>>& member) {
  if (!member) return {};
  if constexpr (std::is_same_v<T, std::int64_t>) {
    return std::to_string(member->value);
  } else {
    return to_string(member->value);
  }
}

std::string key_by_run(const model::AiOperation& operation) {
  return text(operation.type) + kBreak + std::string(model::run_of(operation)) + kBreak +
         time(operation.created_at);
}

std::string operation_key(const model::AiOperation& operation) {
  if (operation.operation_id) return "id " + operation.operation_id->value;
  return key_by_run(operation);
}

std::string operation_value(const model::AiOperation& operation) {
  std::string out;
  for (const std::string& part :
       {text(operation.type), text(operation.model), number(operation.cost_usd),
        time(operation.created_at), text(operation.workflow_run_id), number(operation.tokens_input),
        number(operation.tokens_output), number(operation.duration_seconds),
        number(operation.tokens_cache_read), number(operation.tokens_cache_write),
        extra(operation.extra)}) {
    out += part + kBreak;
  }
  return out;
}

class FactList {
 public:
  Facts take() && { return std::move(facts_); }

  // Begins a record; its name is unique from then on.
  std::string record(FactOf of, const std::string& name, std::string value = "there") {
    std::string unique = name;
    for (int copy = 2; facts_.contains({of, unique, ""}); ++copy) {
      unique = name + "#" + std::to_string(copy);
    }
    facts_.emplace(FactKey{of, unique, ""}, std::move(value));
    return unique;
  }
  // A member without a value is no fact.
  void member(FactOf of, const std::string& record, std::string_view name, std::string value) {
    if (!value.empty()) facts_.emplace(FactKey{of, record, std::string(name)}, std::move(value));
  }

 private:
  Facts facts_;
};

void add_task(FactList& facts, const model::Task& task) {
  const std::string id = facts.record(FactOf::kTask, text(task.id));
  const auto add = [&](std::string_view name, std::string value) {
    facts.member(FactOf::kTask, id, name, std::move(value));
  };
  add("index", std::to_string(task.index.value));
  add("description", task.description.value);
  add("depends_on", texts(task.depends_on));
  add("checked", flag(task.is_checked()));
  // Whose tick it is follows from the tick and the plan's box.
  add("box", flag(task.is_ticked_in_plan()));
  add("placeholder", flag(task.is_placeholder()));
  add("removed", flag(task.is_removed()));
  add("source", source(task.source));
  add("claim", claim(task.claim));
  add("unknown members", extra(task.extra));
}

void add_pull_request(FactList& facts, const model::PullRequest& pr) {
  const std::string name = facts.record(FactOf::kPullRequest, std::to_string(pr.number.value));
  const auto add = [&](std::string_view member, std::string value) {
    facts.member(FactOf::kPullRequest, name, member, std::move(value));
  };
  const bool by_id = !text(pr.task_id).empty();
  add("task", by_id ? text(pr.task_id) : "index " + std::to_string(pr.task_index.value));
  add("branch_name", text(pr.branch_name));
  add("reviewer", text(pr.reviewer));
  add("created_at", time(pr.created_at));
  add("title", text(pr.title));
  add("state", std::string(to_string(pr.state)) + kBreak + time(pr.merged_at) + kBreak +
                   text(pr.merge_commit) + kBreak + time(pr.closed_at));
  add("unknown members", extra(pr.extra));
  for (const model::AiOperation& operation : pr.ai_operations) {
    facts.record(FactOf::kOperation, name + " " + operation_key(operation),
                 operation_value(operation));
  }
}

// What people call a member that has a name for machines.
std::string_view member_word(std::string_view member) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kWords{{
      {"index", "number"},
      {"depends_on", "dependencies"},
      {"checked", "tick"},
      {"box", "box in the plan"},
      {"placeholder", "mark as a placeholder"},
      {"removed", "mark as removed"},
      {"branch_name", "branch"},
      {"created_at", "time of creation"},
      {"former_names", "former names"},
  }};
  const auto found = std::find_if(kWords.begin(), kWords.end(),
                                  [&](const auto& word) { return word.first == member; });
  return found == kWords.end() ? member : found->second;
}

std::string record_label(const FactKey& key, const model::Project& project) {
  switch (key.of) {
    case FactOf::kProject:
      return quoted(project.name.value);
    case FactOf::kPullRequest:
      return "#" + key.record;
    case FactOf::kOperation:
      return "an AI operation of #" + key.record.substr(0, key.record.find(' '));
    case FactOf::kTask:
      break;
  }
  const model::Task* task = model::find_task_by_id(project, key.record);
  return "task " + (task == nullptr ? quoted(key.record, 40) : std::to_string(task->index.value));
}

}  // namespace

Facts facts_of(const model::Project& project) {
  FactList facts;
  const std::string self = facts.record(FactOf::kProject, "");
  facts.member(FactOf::kProject, self, "created_at", time(project.created_at));
  facts.member(FactOf::kProject, self, "former_names", texts(project.former_names));
  facts.member(FactOf::kProject, self, "plan", plan(project.plan));
  facts.member(FactOf::kProject, self, "unknown members", extra(project.extra));
  for (const model::Task& task : project.tasks) add_task(facts, task);
  for (const model::PullRequest& pr : project.pull_requests) add_pull_request(facts, pr);
  return std::move(facts).take();
}

std::vector<FactChange> changes_between(const Facts& before, const Facts& after) {
  std::vector<FactChange> changes;
  const auto came_or_went = [&](const FactKey& record) {
    return before.contains(record) != after.contains(record);
  };
  const auto is_part_of_listed = [&](const FactKey& key) {
    if (!key.member.empty()) return came_or_went({key.of, key.record, ""});
    // With a pull request go its operations. They come by an operation of their own.
    if (key.of != FactOf::kOperation || after.contains(key)) return false;
    return !after.contains({FactOf::kPullRequest, key.record.substr(0, key.record.find(' ')), ""});
  };
  auto old = before.begin();
  auto now = after.begin();
  while (old != before.end() || now != after.end()) {
    const bool only_old = now == after.end() || (old != before.end() && old->first < now->first);
    const bool only_now = !only_old && (old == before.end() || now->first < old->first);
    FactChange change;
    change.key = only_now ? now->first : old->first;
    if (!only_now) change.before = (old++)->second;
    if (!only_old) change.after = (now++)->second;
    if (change.before != change.after && !is_part_of_listed(change.key)) {
      changes.push_back(std::move(change));
    }
  }
  return changes;
}

bool GotIds::contains(const FactKey& key) {
  if (key.of != FactOf::kOperation) return false;
  if (!records_) {
    records_.emplace();
    for (const model::PullRequest& pr : project_->pull_requests) {
      const std::string number = std::to_string(pr.number.value) + " ";
      for (const model::AiOperation& operation : pr.ai_operations) {
        if (operation.operation_id) records_->insert(number + key_by_run(operation));
      }
    }
  }
  return records_->contains(key.record);
}

std::string operation_in(std::string_view record) {
  constexpr std::string_view kOfId = "id ";
  record.remove_prefix(record.find(' ') + 1);
  if (record.starts_with(kOfId)) record.remove_prefix(kOfId.size());
  std::string operation(record);
  std::replace(operation.begin(), operation.end(), kBreak, '/');
  return operation;
}

bool waits_for(const model::Task& task, const std::string& id) {
  return task.depends_on && std::any_of(task.depends_on->begin(), task.depends_on->end(),
                                        [&](const model::Text& one) { return one.value == id; });
}

std::set<std::string> needed_tasks(const model::Project& project) {
  std::set<std::string> needed;
  for (const model::PullRequest& pr : project.pull_requests) {
    if (pr.task_id) needed.insert(pr.task_id->value);
  }
  for (const model::Task& task : project.tasks) {
    if (!task.depends_on) continue;
    for (const model::Text& id : *task.depends_on) needed.insert(id.value);
  }
  return needed;
}

std::string describe_fact(const FactKey& key, const model::Project& project) {
  std::string label = record_label(key, project);
  if (key.member.empty()) return label;
  const std::string member = "the " + std::string(member_word(key.member)) + " of ";
  return member + (key.of == FactOf::kProject ? "the project" : label);
}

}  // namespace claudestep::store
