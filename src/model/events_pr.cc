// What happened to pull requests and their AI operations.
#include <fmt/format.h>

#include <string>

#include "base/decimal.h"
#include "base/text.h"
#include "model/derive.h"
#include "model/events_parts.h"

namespace claudestep::model {
namespace {

// What a pull request is tied to, for comparing: the id decides where there is one.
std::string tie_of(const PullRequest& pr) {
  const std::string& id = text_or_empty(pr.task_id);
  return id.empty() ? fmt::format("index {}", pr.task_index.value) : id;
}

std::string_view word_for(PrState before, PrState after) {
  if (after == PrState::kMerged) return "merged";
  if (after == PrState::kClosed && before == PrState::kOpen) return "closed";
  if (after == PrState::kOpen && before == PrState::kClosed) return "reopened";
  return "";
}

class PrTeller {
 public:
  // `home`: the project in which the pull request's task is looked up.
  PrTeller(const Project& home, const Project& named, const PullRequest& pr,
           std::vector<Event>& events)
      : events_(events) {
    about_.project = named.name.value;
    about_.pr_number = pr.number.value;
    const Task* task = task_of(home, pr);
    about_.task = task == nullptr ? pr.task_index.value : task->index.value;
    if (task == nullptr) return;
    about_.task_id = text_or_empty(task->id);
    about_.task_text = task->description.value;
  }

  void opened(const PullRequest& pr) {
    const std::string& reviewer = text_or_empty(pr.reviewer);
    add(EventKind::kPrOpened, reviewer.empty() ? "opened" : "opened for " + plain_word(reviewer),
        std::nullopt, reviewer.empty() ? std::nullopt : std::optional(reviewer));
    tell_state(PrState::kOpen, pr.state);
    tell_costs({}, pr.ai_operations, about_, events_);
  }

  void gone(const PullRequest& pr) {
    add(EventKind::kPrRemoved, "removed", std::string(to_string(pr.state)));
    tell_costs(pr.ai_operations, {}, about_, events_);
  }

  void changed(const PullRequest& before, const PullRequest& after, const Project& old) {
    tell_task(before, after, old);
    tell_state(before.state, after.state);
    tell_reviewer(text_or_empty(before.reviewer), text_or_empty(after.reviewer));
    tell_title(text_or_empty(before.title), text_or_empty(after.title));
    tell_costs(before.ai_operations, after.ai_operations, about_, events_);
    tell_others(before, after);
  }

 private:
  void add(EventKind kind, std::string phrase, std::optional<std::string> from = std::nullopt,
           std::optional<std::string> to = std::nullopt) {
    Event event = about_;
    event.kind = kind;
    event.phrase = std::move(phrase);
    event.from = std::move(from);
    event.to = std::move(to);
    events_.push_back(std::move(event));
  }

  void tell_task(const PullRequest& before, const PullRequest& after, const Project& old) {
    if (tie_of(before) == tie_of(after)) return;
    const Task* task = task_of(old, before);
    const std::string index =
        std::to_string(task == nullptr ? before.task_index.value : task->index.value);
    add(EventKind::kPrMoved, "moved from task " + index, index, std::to_string(*about_.task));
  }

  void tell_state(PrState before, PrState after) {
    if (before == after) return;
    const std::string_view word = word_for(before, after);
    add(EventKind::kPrState,
        word.empty() ? fmt::format("{} -> {}", to_string(before), to_string(after))
                     : std::string(word),
        std::string(to_string(before)), std::string(to_string(after)));
  }

  void tell_reviewer(const std::string& before, const std::string& after) {
    if (before == after) return;
    add(EventKind::kPrAssigned,
        after.empty() ? "taken from " + plain_word(before) : "assigned to " + plain_word(after),
        before.empty() ? std::nullopt : std::optional(before),
        after.empty() ? std::nullopt : std::optional(after));
  }

  void tell_title(const std::string& before, const std::string& after) {
    if (before == after) return;
    add(EventKind::kPrRetitled, after.empty() ? "lost its title" : "retitled " + excerpt(after),
        before.empty() ? std::nullopt : std::optional(before),
        after.empty() ? std::nullopt : std::optional(after));
  }

  void tell_others(const PullRequest& before, const PullRequest& after) {
    OtherMembers others;
    others.compare("branch_name", before.branch_name, after.branch_name);
    others.compare("created_at", before.created_at, after.created_at);
    // The times and the commit of a state come and go with it.
    if (before.state == after.state) {
      others.compare("merged_at", before.merged_at, after.merged_at);
      others.compare("merge_commit", before.merge_commit, after.merge_commit);
      others.compare("closed_at", before.closed_at, after.closed_at);
    }
    others.compare_extra(before.extra, after.extra);
    if (!others.empty()) add(EventKind::kOther, others.phrase());
  }

  Event about_;
  std::vector<Event>& events_;
};

Money cost_of(const std::vector<AiOperation>& operations) {
  Money cost;
  for (const AiOperation& operation : operations) {
    if (operation.cost_usd) cost += operation.cost_usd->value;
  }
  return cost;
}

// "+$0.17 (2 AI operations)", "-$0.17 (1 AI operation removed)"; one that came is named by its
// type,
// "+$0.17 (PRRefinement)", but for the one that every pull request begins with.
std::string cost_phrase(Money delta, std::size_t added, std::size_t removed, std::size_t changed,
                        std::string_view type) {
  const bool less = delta < Money{};
  const Money amount = less ? Money{-delta.units} : delta;
  std::string parts;
  const auto add = [&parts](std::size_t count, std::string_view what) {
    if (count == 0) return;
    if (!parts.empty()) parts += ", ";
    parts += counted(count, "AI operation") + std::string(what);
  };
  add(added, removed + changed == 0 ? "" : " added");
  add(removed, " removed");
  add(changed, " changed");
  std::string phrase = (less ? "-" : "+") + format_dollars(amount);
  if (added == 1 && removed + changed == 0) {
    if (type.empty() || type == "PRCreation") return phrase;
    parts = plain_word(type);
  }
  return phrase + " (" + parts + ")";
}

}  // namespace

std::string key_of(const AiOperation& operation) {
  if (operation.operation_id) return "id " + operation.operation_id->value;
  std::string key = text_or_empty(operation.type) + '\0' + std::string(run_of(operation));
  if (operation.created_at) {
    const Instant at = operation.created_at->value.instant();
    key += fmt::format(" {}.{}", at.seconds, at.nanos);
  }
  return key;
}

void tell_costs(const std::vector<AiOperation>& before, const std::vector<AiOperation>& after,
                const Event& about, std::vector<Event>& events) {
  if (before == after) return;
  std::size_t added = 0;
  std::size_t removed = 0;
  std::size_t changed = 0;
  std::string_view type;  // of one that came
  const auto key = [](const AiOperation& operation) { return key_of(operation); };
  for (const auto& pair : pair_records(before, after, key)) {
    if (pair.before == nullptr) {
      ++added;
      type = text_or_empty(pair.after->type);
    } else if (pair.after == nullptr) {
      ++removed;
    } else if (!(*pair.before == *pair.after)) {
      ++changed;
    }
  }
  if (added + removed + changed == 0) return;  // another order
  const Money old_cost = cost_of(before);
  const Money new_cost = cost_of(after);
  Event event = about;
  event.kind = EventKind::kCost;
  event.from = to_string(old_cost);
  event.to = to_string(new_cost);
  event.phrase = cost_phrase(Money{new_cost.units - old_cost.units}, added, removed, changed, type);
  events.push_back(std::move(event));
}

void OtherMembers::add(std::string_view name) {
  if (!names_.empty()) names_ += ", ";
  names_ += plain_word(name);
}

void OtherMembers::compare_extra(const Extra& before, const Extra& after) {
  const auto key = [](const ExtraMember& member) { return member.key_token; };
  for (const auto& pair : pair_records(before, after, key)) {
    const bool same =
        pair.before != nullptr && pair.after != nullptr && *pair.before == *pair.after;
    if (same) continue;
    const std::string& token = (pair.after != nullptr ? pair.after : pair.before)->key_token;
    // Without the quotes that a key's token has.
    add(token.size() < 2 ? token : std::string_view(token).substr(1, token.size() - 2));
  }
}

void tell_prs(const Project& before, const Project& after, std::vector<Event>& events) {
  const auto number = [](const PullRequest& pr) { return std::to_string(pr.number.value); };
  for (const PrPair& pair : pair_records(before.pull_requests, after.pull_requests, number)) {
    if (pair.before == nullptr) {
      PrTeller(after, after, *pair.after, events).opened(*pair.after);
    } else if (pair.after == nullptr) {
      PrTeller(before, after, *pair.before, events).gone(*pair.before);
    } else if (!(*pair.before == *pair.after)) {
      PrTeller(after, after, *pair.after, events).changed(*pair.before, *pair.after, before);
    }
  }
}

}  // namespace claudestep::model
