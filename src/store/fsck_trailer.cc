#include "store/fsck_trailer.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "store/commit_message.h"

namespace claudestep::store {

namespace {

std::size_t count_of(const std::string& digits) {
  std::size_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

constexpr std::string_view kKnown[] = {
    "create-project", "set-plan", "add-task",     "edit-task", "check-task",        "claim",
    "release",        "open-pr",  "set-pr-state", "assign",    "retitle",           "move-pr",
    "rename",         "archive",  "unarchive",    "delete",    "add-ai-operations", "migrate",
    "repair",         "undo",     kByHand};

bool names_index(const model::Project& project, const std::string& word, const std::string& id) {
  return std::any_of(project.tasks.begin(), project.tasks.end(), [&](const model::Task& task) {
    return model::text_or_empty(task.id) == id && std::to_string(task.index.value) == word;
  });
}

}  // namespace

bool is_known_operation(std::string_view name) {
  return std::find(std::begin(kKnown), std::end(kKnown), name) != std::end(kKnown);
}

std::string NamedOperation::key(std::string_view key) const {
  const auto found = keys.find(key);
  return found == keys.end() ? std::string() : found->second;
}

std::optional<std::string> NamedOperation::project_after() const {
  if (name == "delete") return std::nullopt;
  std::string to = key("to");
  if (to.empty()) return project;
  return to;
}

std::optional<NamedOperation> parse_trailer(std::string_view value) {
  NamedOperation operation;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    const std::string_view word = value.substr(0, end);
    value.remove_prefix(std::min(end + 1, value.size()));
    if (operation.name.empty()) {
      operation.name = word;
      continue;
    }
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    operation.keys.insert_or_assign(std::string(word.substr(0, equals)),
                                    percent_unescaped(word.substr(equals + 1)));
  }
  const auto project = operation.keys.find("project");
  if (project != operation.keys.end()) {
    operation.project = std::move(project->second);
    operation.keys.erase(project);
  }
  if (operation.name.empty()) return std::nullopt;
  return operation;
}

std::optional<NamedOperation> parse_operation_trailer(std::string_view value) {
  auto operation = parse_trailer(value);
  if (operation && operation->project.empty()) operation.reset();
  return operation;
}

NamedOperations named_operations(std::string_view message) {
  NamedOperations named;
  const auto values = trailer_values(message, kOpTrailer);
  for (const std::string& value : values) {
    auto operation = parse_trailer(value);
    if (operation && operation->name == kCarry && !operation->project.empty()) {
      const std::string from = operation->key("from");
      named.carried.emplace(operation->project, from.empty() ? operation->project : from);
    } else if (operation && !operation->project.empty()) {
      named.operations.push_back(*std::move(operation));
    } else if (operation && operation->name == kByHand && !operation->key("file").empty()) {
      named.files.insert(operation->key("file"));
    } else {
      named.complete = false;
    }
  }
  const auto counts = trailer_values(message, kOpsTrailer);
  named.count = counts.empty() ? values.size() : count_of(counts.front());
  if (named.count != values.size()) named.complete = false;
  return named;
}

Permissions::Permissions(std::vector<const NamedOperation*> operations,
                         const model::Project* before, const model::Project& after,
                         const Facts& now, const Facts* undone)
    : operations_(std::move(operations)),
      before_(before),
      after_(after),
      got_ids_(after),
      now_(now),
      undone_(undone) {
  const bool moves = std::any_of(operations_.begin(), operations_.end(), [](const auto* operation) {
    return operation->name == "set-plan" || operation->name == "add-task";
  });
  indices_move_ = moves && operations_.size() > 1;
}

bool Permissions::allow(const FactChange& change) {
  return std::any_of(operations_.begin(), operations_.end(),
                     [&](const NamedOperation* operation) { return allows(*operation, change); });
}

bool Permissions::allows(const NamedOperation& operation, const FactChange& change) {
  if (!is_known_operation(operation.name) || operation.name == "create-project") return true;
  if (operation.name == "undo") return allows_undo(change);
  switch (change.key.of) {
    case FactOf::kProject:
      if (change.key.member == "plan") return operation.name == "set-plan";
      return change.key.member == "former_names" && operation.name == "rename";
    case FactOf::kTask:
      return allows_task(operation, change);
    case FactOf::kPullRequest:
      return allows_pr(operation, change);
    case FactOf::kOperation:
      break;
  }
  const std::string number = change.key.record.substr(0, change.key.record.find(' '));
  if (operation.name != "add-ai-operations" || operation.key("pr") != number) return false;
  // A record without an id gets that of an operation which is the same.
  if (change.before) return !change.after && got_ids_.contains(change.key);
  return ++used_[&operation] <= count_of(operation.key("operations"));
}

bool Permissions::allows_undo(const FactChange& change) const {
  // Taking a task out or putting one back numbers the others anew.
  const auto is_place = [](const FactKey& key) {
    return key.of == FactOf::kTask && key.member == "index";
  };
  if (is_place(change.key)) return true;
  if (undone_ == nullptr) return false;
  // Of a record that comes back nothing but the record itself is listed.
  const bool is_record = change.key.member.empty() && change.after;
  const auto is_part = [&](const FactKey& key) {
    return key.of == change.key.of && key.record == change.key.record &&
           (is_record ? !is_place(key) : key.member == change.key.member);
  };
  const auto parts_of = [&](const Facts& facts) {
    std::vector<std::pair<std::string_view, std::string_view>> parts;
    for (auto at = facts.lower_bound({change.key.of, change.key.record, ""});
         at != facts.end() && at->first.of == change.key.of &&
         at->first.record == change.key.record;
         ++at) {
      if (is_part(at->first)) parts.emplace_back(at->first.member, at->second);
    }
    return parts;
  };
  return parts_of(now_) == parts_of(*undone_);
}

bool Permissions::allows_task(const NamedOperation& operation, const FactChange& change) {
  const std::string& name = operation.name;
  const std::string& member = change.key.member;
  const std::string& id = change.key.record;
  if (name == "set-plan") return true;
  if (name == "add-task") {
    if (member.empty()) return !change.before && ++used_[&operation] == 1;
    return member == "index" && !operation.key("index").empty();
  }
  if (name == "edit-task") {
    return (member == "description" || member == "placeholder") && is_task(operation, id);
  }
  if (name == "check-task") {
    return (member == "checked" || member == "box") && is_task(operation, id);
  }
  if (member != "claim") return false;
  if (name == "claim" || name == "release") return is_task(operation, id);
  // A pull request that opens ends the claim of its task.
  const bool ends = !change.after;
  if (name == "open-pr" || name == "move-pr") return ends && is_task(operation, id);
  return ends && name == "set-pr-state" && is_task_of_pr(operation, id);
}

bool Permissions::allows_pr(const NamedOperation& operation, const FactChange& change) {
  const std::string& member = change.key.member;
  // A task that comes back takes in a pull request that named it all along.
  if (member == "task" && operation.name == "add-task") {
    const bool was_loose = before_ != nullptr && change.before &&
                           model::find_task_by_id(*before_, *change.before) == nullptr;
    return was_loose;
  }
  if (operation.key("pr") != change.key.record) return false;
  if (operation.name == "open-pr") return member.empty() && !change.before;
  if (operation.name == "set-pr-state") return member == "state";
  if (operation.name == "assign") return member == "reviewer";
  if (operation.name == "retitle") return member == "title";
  return operation.name == "move-pr" && member == "task";
}

bool Permissions::is_task(const NamedOperation& operation, const std::string& id) const {
  const std::string word = operation.key("task");
  if (word == id || indices_move_) return true;
  return names_index(after_, word, id) || (before_ != nullptr && names_index(*before_, word, id));
}

bool Permissions::is_task_of_pr(const NamedOperation& operation, const std::string& id) const {
  const std::string number = operation.key("pr");
  return std::any_of(
      after_.pull_requests.begin(), after_.pull_requests.end(), [&](const model::PullRequest& pr) {
        return std::to_string(pr.number.value) == number && model::text_or_empty(pr.task_id) == id;
      });
}

}  // namespace claudestep::store
