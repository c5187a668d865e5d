// Owns: a project as a flat map of what it says, record by record and member by member, for the
// laws of merging. Made by hand, so that it does not share a mistake with the merge.
// Numbers of tasks, statuses and last_updated follow from the rest and are left out.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "model/derive.h"
#include "model/project.h"

namespace claudestep::model::test {

// "pr 42|title" -> "One". The record's own entry, "pr 42|", says that it is there.
using Facts = std::map<std::string, std::string>;

class FactSheet {
 public:
  explicit FactSheet(const Project& project) {
    put("|", "there");
    put("|project", project.name.value);
    maybe("|created_at", project.created_at);
    if (project.plan) {
      put("|plan", text_or_empty(project.plan->path) + " " + text_or_empty(project.plan->kind) +
                       all_of(project.plan->extra));
    }
    if (project.former_names) {
      for (const Text& name : *project.former_names) put("|former_names " + name.value, "there");
    }
    add_each("|", project.extra);
    for (const Task& task : project.tasks) add(task);
    for (const PullRequest& pr : project.pull_requests) add(pr);
  }
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  void put(const std::string& key, std::string_view value) { facts_[key] = value; }
  void maybe(const std::string& key, const Opt<Text>& text) {
    if (text) put(key, text->value);
  }
  void maybe(const std::string& key, const Opt<Time>& time) {
    if (!time) return;
    const Instant at = time->value.instant();
    put(key, format_instant(at) + "." + std::to_string(at.nanos));
  }
  void maybe(const std::string& key, const Opt<bool>& flag) {
    if (flag) put(key, *flag ? "true" : "false");
  }

  template <typename T>
  void maybe(const std::string& key, const Opt<Kept<T>>& number) {
    if (number) put(key, amount(number->value));
  }
  static std::string amount(std::int64_t value) { return std::to_string(value); }
  template <typename Decimal>
  static std::string amount(const Decimal& value) {
    return to_string(value);
  }
  static std::string all_of(const Extra& members) {
    std::string text;
    for (const ExtraMember& member : members) text += " " + member.key_token + member.json;
    return text;
  }
  void add_each(const std::string& at, const Extra& members) {
    for (const ExtraMember& member : members) put(at + member.key_token, member.json);
  }
  static std::string claim_of(const Claim& claim) {
    return claim.by.value + " " + text_or_empty(claim.reviewer) + " " + claim.at.value.text() +
           " " + claim.expires.value.text() + all_of(claim.extra);
  }
  static std::string source_of(const Source& source) {
    std::string text = text_or_empty(source.spec) + " " + text_or_empty(source.task);
    if (source.requirements) {
      for (const Text& one : *source.requirements) text += " " + one.value;
    }
    return text + all_of(source.extra);
  }

  void add(const Task& task) {
    const std::string at = "task " + text_or_empty(task.id) + "|";
    put(at, "there");
    put(at + "description", task.description.value);
    maybe(at + "checked", task.checked);
    // Whose tick it is follows from the tick and the plan's box.
    const bool by_hand = task.by_hand && *task.by_hand;
    if ((task.checked && *task.checked) != by_hand) put(at + "box", "true");
    maybe(at + "placeholder", task.placeholder);
    maybe(at + "removed", task.removed);
    if (task.claim) put(at + "claim", claim_of(*task.claim));
    if (task.source) put(at + "source", source_of(*task.source));
    if (task.depends_on) {
      for (const Text& id : *task.depends_on) put(at + "depends_on " + id.value, "there");
    }
    add_each(at, task.extra);
  }
  void add(const PullRequest& pr) {
    const std::string at = "pr " + std::to_string(pr.number.value) + "|";
    put(at, "there");
    maybe(at + "task", pr.task_id);
    maybe(at + "branch_name", pr.branch_name);
    maybe(at + "reviewer", pr.reviewer);
    maybe(at + "created_at", pr.created_at);
    maybe(at + "title", pr.title);
    std::string state(to_string(pr.state));
    if (pr.merged_at) state += pr.merged_at->value.text();
    state += text_or_empty(pr.merge_commit);
    if (pr.closed_at) state += pr.closed_at->value.text();
    put(at + "pr_state", state);
    add_each(at, pr.extra);
    for (const AiOperation& operation : pr.ai_operations) add(operation, pr.number.value);
  }
  void add(const AiOperation& operation, std::int64_t pr) {
    std::string at = "op ";
    if (operation.operation_id) {
      at += operation.operation_id->value + "|";
    } else {
      at += text_or_empty(operation.type);
      if (operation.workflow_run_id) at += "/" + std::string(run_of(operation));
      if (operation.created_at) at += "/" + format_instant(operation.created_at->value.instant());
      at += " of " + std::to_string(pr) + "|";
    }
    put(at, "there");
    put(at + "pr_number", std::to_string(pr));
    maybe(at + "type", operation.type);
    maybe(at + "model", operation.model);
    maybe(at + "cost_usd", operation.cost_usd);
    maybe(at + "tokens_input", operation.tokens_input);
    maybe(at + "tokens_output", operation.tokens_output);
    maybe(at + "duration_seconds", operation.duration_seconds);
    maybe(at + "tokens_cache_read", operation.tokens_cache_read);
    maybe(at + "tokens_cache_write", operation.tokens_cache_write);
    add_each(at, operation.extra);
    maybe(at + "created_at", operation.created_at);
    if (operation.workflow_run_id) put(at + "workflow_run_id", run_of(operation));
  }

  Facts facts_;
};

// Records of one run of one pull request, with an id and without.
using OperationNames = std::map<std::string, std::string>;

// "PRCreation/7/2026-01-05T11:00:00Z of 42", as receipts name an operation without an id.
inline std::string run_of_pr(const PullRequest& pr, const AiOperation& operation) {
  if (!operation.workflow_run_id || !operation.created_at) return {};
  return text_or_empty(operation.type) + "/" + std::string(run_of(operation)) + "/" +
         format_instant(operation.created_at->value.instant()) + " of " +
         std::to_string(pr.number.value);
}

// The ids that the operations of all versions have. The generators give a run but one.
inline OperationNames names_in(std::initializer_list<const Project*> versions) {
  OperationNames names;
  for (const Project* version : versions) {
    for (const PullRequest& pr : version->pull_requests) {
      for (const AiOperation& operation : pr.ai_operations) {
        if (operation.operation_id) {
          names.emplace(run_of_pr(pr, operation), operation.operation_id->value);
        }
      }
    }
  }
  names.erase("");
  return names;
}

inline Project named(Project project, const OperationNames& names) {
  for (PullRequest& pr : project.pull_requests) {
    for (AiOperation& operation : pr.ai_operations) {
      const auto name = names.find(run_of_pr(pr, operation));
      if (!operation.operation_id && name != names.end())
        operation.operation_id = Text(name->second);
    }
  }
  return project;
}

inline Facts facts_of(const Project& project) {
  return FactSheet(project).facts();
}

}  // namespace claudestep::model::test
