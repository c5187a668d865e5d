#include "model/facts.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "model/derive_parts.h"

namespace claudestep::model {
namespace {

constexpr Int128 kNanosASecond = 1'000'000'000;
// Up to this many reviewers of a project are compared one by one.
constexpr std::size_t kFewReviewers = 16;

std::uint32_t narrow(std::size_t count) {
  CS_CHECK(count < kNoTask);
  return static_cast<std::uint32_t>(count);
}

Range since(std::size_t first, std::size_t end) {
  return {narrow(first), narrow(end - first)};
}

// The records of a project into the columns of a table.
class Filler {
 public:
  Filler(FactsTable& table, const Project& project) : table_(table), project_(project) {}

  void fill() {
    table_.begin_project();
    for (const Task& task : project_.tasks) fill_task(task);
    for (const PullRequest& pr : project_.pull_requests) fill_pull_request(pr);
    ProjectFacts facts;
    facts.schema_version = table_.keep(project_.schema_version.value);
    facts.created_at = pack(created_at_of(project_));
    if (project_.last_updated) facts.last_updated = pack(*project_.last_updated);
    table_.end_project(facts);
    const FactsView view = table_.view();
    ProjectFacts& added = table_.projects.back();
    const Totals totals = totals_of(view, added, Instant{});
    added.completed_at = pack(completed_at_of(project_, totals));
  }

 private:
  Packed pack(const Time& time) { return table_.pack(time.value.instant()); }
  Packed pack(const Opt<Time>& time) { return time ? pack(*time) : kNoNumber; }
  Packed pack(const std::optional<Instant>& instant) {
    return instant ? table_.pack(*instant) : kNoNumber;
  }
  std::uint32_t intern(const Opt<Text>& text) { return table_.intern(text_or_empty(text)); }

  void fill_task(const Task& task) {
    const auto place = narrow(table_.tasks.size() - table_.begun().tasks);
    if (task.id) by_id_.emplace(task.id->value, place);
    TaskFacts facts;
    facts.index = task.index.value;
    facts.status = task.status;
    facts.removed = task.is_removed() ? 1 : 0;
    facts.checked = task.is_checked() ? 1 : 0;
    facts.placeholder = task.is_placeholder() ? 1 : 0;
    table_.tasks.push_back(facts);
    if (!task.claim || task.is_removed() || task.status != TaskStatus::kPending) return;
    ClaimFacts claim;
    claim.at = pack(task.claim->at);
    claim.expires = pack(task.claim->expires);
    claim.task = place;
    claim.by = table_.intern(task.claim->by.value);
    claim.reviewer = intern(task.claim->reviewer);
    claim.description = table_.keep(task.description.value);
    table_.claims.push_back(claim);
  }

  void fill_pull_request(const PullRequest& pr) {
    PullRequestFacts facts;
    facts.number = pr.number.value;
    facts.task_index = pr.task_index.value;
    facts.created_at = pack(pr.created_at);
    facts.merged_at = pack(pr.merged_at);
    facts.closed_at = pack(pr.closed_at);
    facts.reviewer = intern(pr.reviewer);
    facts.state = pr.state;
    const auto task = by_id_.find(text_or_empty(pr.task_id));
    if (task != by_id_.end()) facts.task = task->second;
    const std::size_t first = table_.operations.size();
    for (const AiOperation& operation : pr.ai_operations) fill_operation(operation);
    facts.operations = since(first, table_.operations.size());
    if (pr.state == PrState::kOpen) fill_waiting(pr, facts);
    table_.pull_requests.push_back(facts);
  }

  void fill_waiting(const PullRequest& pr, const PullRequestFacts& facts) {
    WaitingFacts waiting;
    waiting.created_at = facts.created_at;
    waiting.number = facts.number;
    waiting.task_index = facts.task_index;
    waiting.reviewer = facts.reviewer;
    waiting.task = facts.task;
    if (pr.title) waiting.title = table_.keep(pr.title->value);
    if (facts.task != kNoTask) {
      waiting.description = table_.keep(project_.tasks[facts.task].description.value);
    }
    table_.waiting.push_back(waiting);
  }

  void fill_operation(const AiOperation& operation) {
    OperationFacts facts;
    if (operation.cost_usd) facts.cost = table_.pack(operation.cost_usd->value.units);
    facts.created_at = pack(operation.created_at);
    if (operation.duration_seconds) {
      facts.duration = table_.pack(operation.duration_seconds->value.units);
    }
    if (operation.tokens_input) facts.tokens_input = operation.tokens_input->value;
    if (operation.tokens_output) facts.tokens_output = operation.tokens_output->value;
    if (operation.tokens_cache_read) {
      facts.tokens_cache_read = operation.tokens_cache_read->value;
    }
    if (operation.tokens_cache_write) {
      facts.tokens_cache_write = operation.tokens_cache_write->value;
    }
    facts.type = intern(operation.type);
    facts.model = intern(operation.model);
    table_.operations.push_back(facts);
  }

  FactsTable& table_;
  const Project& project_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_;
};

}  // namespace

std::optional<Instant> FactsView::instant(Packed packed) const {
  if (packed == kNoNumber) return std::nullopt;
  const Int128 nanos = number(packed);
  Int128 seconds = nanos / kNanosASecond;
  if (nanos % kNanosASecond < 0) --seconds;
  return Instant{static_cast<std::int64_t>(seconds),
                 static_cast<std::int32_t>(nanos - (seconds * kNanosASecond))};
}

Totals totals_of(const FactsView& facts, const ProjectFacts& project, Instant now) {
  Totals totals;
  totals.tasks = project.planned;
  totals.completed = project.completed;
  totals.in_progress = project.in_progress;
  totals.pending = totals.tasks - totals.completed - totals.in_progress;
  for (const ClaimFacts& claim : FactsView::in(facts.claims, project.claims)) {
    if (now < *facts.instant(claim.expires)) ++totals.claimed;
  }
  totals.pull_requests = project.pull_requests.count;
  totals.open = project.open;
  totals.merged = project.merged;
  totals.closed = project.closed;
  totals.ai_operations = project.operations.count;
  totals.cost = facts.money(project.cost);
  totals.tokens_input = facts.number(project.tokens_input);
  totals.tokens_output = facts.number(project.tokens_output);
  totals.duration = Duration{facts.number(project.duration)};
  return totals;
}

FactsTable::FactsTable() : remembered_(kRemembered) {
  own_names_.emplace_back();
  ids_.emplace(own_names_.back(), kNobody);
  names.push_back({});
}

void FactsTable::add(const Project& project) {
  Filler(*this, project).fill();
}

void FactsTable::add_unreadable(std::string_view why) {
  begin_project();
  ProjectFacts facts;
  facts.unreadable = keep(why);
  end_project(facts);
}

FactsView FactsTable::view() const {
  return {projects, tasks,     pull_requests, operations, claims,
          waiting,  reviewers, names,         wide,       texts};
}

void FactsTable::begin_project() {
  begun_ = {tasks.size(),  pull_requests.size(), operations.size(),
            claims.size(), waiting.size(),       reviewers.size()};
}

void FactsTable::take_back() {
  tasks.resize(begun_.tasks);
  pull_requests.resize(begun_.pull_requests);
  operations.resize(begun_.operations);
  claims.resize(begun_.claims);
  waiting.resize(begun_.waiting);
  reviewers.resize(begun_.reviewers);
}

void FactsTable::end_project(ProjectFacts project) {
  project.tasks = since(begun_.tasks, tasks.size());
  project.pull_requests = since(begun_.pull_requests, pull_requests.size());
  project.operations = since(begun_.operations, operations.size());
  project.claims = since(begun_.claims, claims.size());
  project.waiting = since(begun_.waiting, waiting.size());
  count_operations(project);
  count_pull_requests(project);
  for (std::size_t i = begun_.tasks; i < tasks.size(); ++i) {
    if (tasks[i].removed != 0) continue;
    ++project.planned;
    if (tasks[i].status == TaskStatus::kCompleted) ++project.completed;
    if (tasks[i].status == TaskStatus::kInProgress) ++project.in_progress;
  }
  project.reviewers = since(begun_.reviewers, reviewers.size());
  projects.push_back(project);
}

void FactsTable::count_operations(ProjectFacts& project) {
  const FactsView all = view();
  Int128 cost = 0;
  Int128 duration = 0;
  Int128 tokens_input = 0;
  Int128 tokens_output = 0;
  for (const OperationFacts& operation : FactsView::in(all.operations, project.operations)) {
    cost += all.number(operation.cost);
    duration += all.number(operation.duration);
    tokens_input += operation.tokens_input;
    tokens_output += operation.tokens_output;
  }
  project.cost = pack(cost);
  project.duration = pack(duration);
  project.tokens_input = pack(tokens_input);
  project.tokens_output = pack(tokens_output);
}

void FactsTable::count_pull_requests(ProjectFacts& project) {
  reviewer_places_.clear();
  for (std::size_t i = begun_.pull_requests; i < pull_requests.size(); ++i) {
    const PullRequestFacts& pr = pull_requests[i];
    const FactsView all = view();
    Int128 cost = 0;
    for (const OperationFacts& operation : FactsView::in(all.operations, pr.operations)) {
      cost += all.number(operation.cost);
    }
    if (pr.task != kNoTask) ++tasks[begun_.tasks + pr.task].attempts;
    ReviewerFacts& person = reviewer_record(pr.reviewer);
    person.cost = pack(all.number(person.cost) + cost);
    switch (pr.state) {
      case PrState::kOpen:
        ++person.open;
        ++project.open;
        break;
      case PrState::kMerged:
        ++person.merged;
        ++project.merged;
        break;
      case PrState::kClosed:
        ++person.closed;
        ++project.closed;
        break;
    }
  }
}

ReviewerFacts& FactsTable::reviewer_record(std::uint32_t reviewer) {
  const std::size_t known = reviewers.size() - begun_.reviewers;
  const auto first = reviewers.begin() + static_cast<std::ptrdiff_t>(begun_.reviewers);
  if (known <= kFewReviewers) {
    const auto found = std::find_if(first, reviewers.end(), [&](const ReviewerFacts& person) {
      return person.reviewer == reviewer;
    });
    if (found != reviewers.end()) return *found;
  } else {
    for (std::size_t i = reviewer_places_.size(); i < known; ++i) {
      reviewer_places_.emplace(reviewers[begun_.reviewers + i].reviewer, i);
    }
    const auto place = reviewer_places_.find(reviewer);
    if (place != reviewer_places_.end()) return reviewers[begun_.reviewers + place->second];
  }
  reviewers.push_back({});
  reviewers.back().reviewer = reviewer;
  return reviewers.back();
}

Packed FactsTable::pack(Int128 number) {
  if (number >= kFirstPlain && number <= std::numeric_limits<Packed>::max()) {
    return static_cast<Packed>(number);
  }
  wide.push_back(number);
  CS_CHECK(wide.size() < static_cast<std::size_t>(kFirstPlain - kFirstWide));
  return kFirstWide + static_cast<Packed>(wide.size() - 1);
}

Packed FactsTable::pack(Instant instant) {
  return pack((Int128{instant.seconds} * kNanosASecond) + instant.nanos);
}

std::uint32_t FactsTable::intern(std::string_view name) {
  if (name.empty()) return kNobody;
  const auto cheap =
      static_cast<std::size_t>(static_cast<unsigned char>(name.back())) +
      (static_cast<std::size_t>(static_cast<unsigned char>(name[name.size() / 2])) * 7) +
      (name.size() * 3);
  Remembered& slot = remembered_[cheap % kRemembered];
  if (slot.name == name) return slot.id;
  auto known = ids_.find(name);
  if (known == ids_.end()) {
    own_names_.emplace_back(name);
    known = ids_.emplace(own_names_.back(), narrow(names.size())).first;
    names.push_back(keep(name));
  }
  slot = {known->first, known->second};
  return known->second;
}

TextPiece FactsTable::keep(std::string_view text) {
  const TextPiece piece{texts.size(), text.size()};
  texts.insert(texts.end(), text.begin(), text.end());
  return piece;
}

}  // namespace claudestep::model
