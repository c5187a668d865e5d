// Owns: a branch in memory that operations are applied to one commit at a time, and what they
// answered as one line of text. Shared by the unit and the property tests of model/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/branch.h"
#include "model/derive.h"
#include "model/operation.h"
#include "model/project.h"

namespace claudestep::model::test {

// 2026-02-01T12:00:00Z
inline constexpr Instant kNow{1769947200, 0};

inline Instant later(std::int64_t seconds) {
  return plus_seconds(kNow, seconds);
}

inline Timestamp time(std::string_view text) {
  return Timestamp::parse(text).value();
}

// A settled project with one task a description, indices from 1.
inline Project make_project(const std::string& name,
                            const std::vector<std::string>& descriptions = {}) {
  Project project;
  project.name = name;
  project.created_at = Time(time("2026-01-01T00:00:00Z"));
  project.last_updated = Time(time("2026-01-01T00:00:00Z"));
  for (const std::string& description : descriptions) {
    Task task;
    task.index = static_cast<std::int64_t>(project.tasks.size()) + 1;
    task.description = description;
    project.tasks.push_back(std::move(task));
  }
  settle(project);
  project.lacks_ids = false;
  return project;
}

inline PullRequest make_pr(std::int64_t number, std::int64_t task_index, PrState state,
                           std::string_view created_at = "2026-01-02T00:00:00Z") {
  PullRequest pr;
  pr.number = number;
  pr.task_index = task_index;
  pr.branch_name = Text("b" + std::to_string(number));
  pr.reviewer = Text("ann");
  pr.state = state;
  if (!created_at.empty()) pr.created_at = Time(time(created_at));
  return pr;
}

// "conflict: cannot ...; cause: ...; hint: ...", the whole of an error on one line.
inline std::string tell(const Error& error) {
  std::string text = std::string(error_code_name(error.code)) + ": " + error.message;
  for (const auto& cause : error.causes) text += "; cause: " + cause;
  for (const auto& hint : error.hints) text += "; hint: " + hint;
  return text;
}

class MapSource final : public ProjectSource {
 public:
  struct Entry {
    Shelf shelf = Shelf::kProjects;
    Project project;
    bool readable = true;
  };

  [[nodiscard]] std::optional<Shelf> find(std::string_view name) const override {
    const auto entry = entries.find(name);
    if (entry == entries.end()) return std::nullopt;
    return entry->second.shelf;
  }
  [[nodiscard]] Result<Project> load(std::string_view name) const override {
    ++loads;
    const Entry& entry = entries.find(name)->second;
    if (!entry.readable) return fail(ErrorCode::kCorrupt, "it is broken");
    return entry.project;
  }
  [[nodiscard]] std::vector<std::string> names() const override {
    std::vector<std::string> names;
    for (const auto& [name, entry] : entries) names.push_back(name);
    return names;
  }

  void add(Project project, Shelf shelf = Shelf::kProjects) {
    const std::string name = project.name.value;
    entries.insert_or_assign(name, Entry{shelf, std::move(project)});
  }

  std::map<std::string, Entry, std::less<>> entries;
  mutable int loads = 0;
};

// Each apply() is one transaction: what it changed is there for the next.
class Ledger {
 public:
  Ledger() = default;
  explicit Ledger(Project project) { source.add(std::move(project)); }

  // "changed", "same" or what tell() says of the refusal, which changes nothing.
  std::string apply(const Operation& operation, Instant now = kNow) {
    auto branch = model::apply(Branch(source), operation, now);
    if (!branch) return tell(branch.error());
    warnings = branch->warnings();
    const auto changes = branch->changes();
    // Read before anything is written: the changes point into the branch.
    std::vector<std::pair<std::string, std::optional<MapSource::Entry>>> writes;
    for (const auto& change : changes) {
      std::optional<MapSource::Entry> entry;
      if (change.after) entry = MapSource::Entry{*change.after, as_read_back(*change.project)};
      writes.emplace_back(change.name, std::move(entry));
    }
    for (auto& [name, entry] : writes) {
      source.entries.erase(name);
      if (entry) source.entries.emplace(name, *std::move(entry));
    }
    return writes.empty() ? "same" : "changed";
  }

  [[nodiscard]] Project& project(std::string_view name = "auth") {
    return source.entries.find(name)->second.project;
  }
  [[nodiscard]] Task& task(std::size_t place, std::string_view name = "auth") {
    return project(name).tasks.at(place);
  }
  [[nodiscard]] PullRequest& pr(std::size_t place, std::string_view name = "auth") {
    return project(name).pull_requests.at(place);
  }
  [[nodiscard]] std::string updated(std::string_view name = "auth") {
    return project(name).last_updated->value.text();
  }

  MapSource source;
  std::vector<std::string> warnings;  // of the last operation that was not refused

 private:
  // A written file is in our form and has its ids.
  static Project as_read_back(Project project) {
    project.dialect = Dialect::kHybrid;
    project.lacks_ids = false;
    return project;
  }
};

// "1 a pending | -2 b completed": the tasks as one line, "-" before a removed one.
inline std::string tasks_of(const Project& project) {
  std::string line;
  for (const Task& task : project.tasks) {
    if (!line.empty()) line += " | ";
    line += (task.is_removed() ? "-" : "") + std::to_string(task.index.value) + " " +
            task.description.value + " " + std::string(to_string(task.status));
  }
  return line;
}

// "#1 open task 2 | ...".
inline std::string prs_of(const Project& project) {
  std::string line;
  for (const PullRequest& pr : project.pull_requests) {
    if (!line.empty()) line += " | ";
    line += "#" + std::to_string(pr.number.value) + " " + std::string(to_string(pr.state)) +
            " task " + std::to_string(pr.task_index.value);
  }
  return line;
}

}  // namespace claudestep::model::test
