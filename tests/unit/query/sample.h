// Owns: small projects for the tests of query/, said in a few words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/derive.h"
#include "model/facts.h"
#include "model/project.h"
#include "store/facts.h"
#include "store/view.h"

namespace claudestep::query {

inline Timestamp at(std::string_view text) {
  auto time = Timestamp::parse(text);
  CS_CHECK(time.has_value());
  return *std::move(time);
}

inline Instant instant(std::string_view text) {
  return at(text).instant();
}

inline constexpr std::string_view kNow = "2026-02-01T00:00:00Z";

// Puts a project together; `done` settles it.
class Sample {
 public:
  explicit Sample(std::string name) {
    project_.name = model::Text(std::move(name));
    project_.last_updated = model::Time(at("2026-01-31T12:00:00Z"));
  }

  Sample& task(std::int64_t index, std::string description) {
    model::Task task;
    task.index = model::Integer(index);
    task.description = model::Text(std::move(description));
    project_.tasks.push_back(std::move(task));
    return *this;
  }
  // About the task that was added last.
  Sample& id(std::string id) {
    return last_task([&](auto& task) { task.id = model::Text(id); });
  }
  Sample& checked() {
    return last_task([](auto& task) { task.checked = true; });
  }
  Sample& removed() {
    return last_task([](auto& task) { task.removed = true; });
  }
  Sample& needs(const std::vector<std::string>& ids) {
    return last_task([&](auto& task) {
      std::vector<model::Text> texts(ids.begin(), ids.end());
      task.depends_on = std::move(texts);
    });
  }
  Sample& claimed(std::string by, std::string_view expires) {
    return last_task([&](auto& task) {
      model::Claim claim;
      claim.by = model::Text(by);
      claim.at = model::Time(at("2026-01-31T23:00:00Z"));
      claim.expires = model::Time(at(expires));
      task.claim = std::move(claim);
    });
  }

  Sample& pr(std::int64_t number, std::int64_t task, model::PrState state,
             std::string_view created_at, std::string reviewer = "alice") {
    model::PullRequest pr;
    pr.number = model::Integer(number);
    pr.task_index = model::Integer(task);
    pr.state = state;
    pr.created_at = model::Time(at(created_at));
    pr.branch_name = model::Text("branch-" + std::to_string(number));
    if (!reviewer.empty()) pr.reviewer = model::Text(std::move(reviewer));
    project_.pull_requests.push_back(std::move(pr));
    return *this;
  }
  // About the pull request that was added last.
  Sample& branch(std::string name) {
    project_.pull_requests.back().branch_name = model::Text(std::move(name));
    return *this;
  }
  Sample& cost(std::string_view dollars) {
    const auto parsed = parse_scaled(dollars, 9);
    CS_CHECK(parsed.has_value());
    model::AiOperation operation;
    operation.cost_usd = model::Cost(Money{parsed->units});
    operation.tokens_input = model::Integer(1000);
    operation.tokens_output = model::Integer(10);
    project_.pull_requests.back().ai_operations.push_back(std::move(operation));
    return *this;
  }

  [[nodiscard]] model::Project& raw() { return project_; }
  [[nodiscard]] model::Project done() {
    model::settle(project_);
    return project_;
  }

 private:
  template <typename Change>
  Sample& last_task(Change change) {
    change(project_.tasks.back());
    return *this;
  }

  model::Project project_;
};

// The facts of some projects, as a scan hands them over.
class SampleRun {
 public:
  explicit SampleRun(const std::vector<model::Project>& projects) {
    for (const model::Project& project : projects) {
      store::ProjectEntry entry;
      entry.name = project.name.value;
      entries_.push_back(std::move(entry));
      table_.add(project);
    }
    view_ = table_.view();
  }

  // Valid as long as this is.
  [[nodiscard]] store::FactsRun run() const { return {entries_, view_}; }

 private:
  std::vector<store::ProjectEntry> entries_;
  model::FactsTable table_;
  model::FactsView view_;
};

inline constexpr auto kOpen = model::PrState::kOpen;
inline constexpr auto kMerged = model::PrState::kMerged;
inline constexpr auto kClosed = model::PrState::kClosed;

}  // namespace claudestep::query
