// Owns: a project as a flat map of facts, so that two versions of it can be held against each other
// member by member. What is derived (statuses, order, last_updated) is no fact. Internal to store/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/project.h"

namespace claudestep::store {

enum class FactOf : std::uint8_t { kProject, kTask, kPullRequest, kOperation };

struct FactKey {
  FactOf of = FactOf::kProject;
  std::string record;  // a task's id, a pull request's number, "<number> <operation's key>"
  std::string member;  // "" is the record itself

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a null pointer in a made <=>
  auto operator<=>(const FactKey&) const = default;
};

using Facts = std::map<FactKey, std::string>;

// What stands among the facts for the whole of a file, and for the folder that a project is in.
inline const FactKey kWholeFile{FactOf::kProject, "file", ""};
inline const FactKey kShelf{FactOf::kProject, "file", "folder"};

// Requires: a settled project. A second record of one key is "<key>#2".
[[nodiscard]] Facts facts_of(const model::Project& project);

// Between the parts of a value: in no text that matters here.
inline constexpr char kBreak = '\x1f';

// Absent: there was or is no such fact.
struct FactChange {
  FactKey key;
  std::optional<std::string> before;
  std::optional<std::string> after;
};

// In the order of keys. Of a record that came or went only the record itself is listed, of a pull
// request that went not its operations either.
[[nodiscard]] std::vector<FactChange> changes_between(const Facts& before, const Facts& after);

// Which operations that are one by their run are in a project under an id. Looked up when it is
// first asked.
class GotIds {
 public:
  // Requires: `project` outlives this.
  explicit GotIds(const model::Project& project) : project_(&project) {}

  [[nodiscard]] bool contains(const FactKey& key);

 private:
  const model::Project* project_;
  std::optional<std::set<std::string>> records_;  // of the operations with an id, without it
};

// The AI operation of a record "<number> <operation's key>", as receipts name it.
[[nodiscard]] std::string operation_in(std::string_view record);

// Whether the task names the other among those that it waits for.
[[nodiscard]] bool waits_for(const model::Task& task, const std::string& id);
// The ids of tasks that pull requests are for, or that other tasks wait for.
[[nodiscard]] std::set<std::string> needed_tasks(const model::Project& project);

// "task 3", "the description of task 3", "#42", "the state of #42", "an AI operation of #42",
// "the plan". `project`: where the record is, for the index of a task.
[[nodiscard]] std::string describe_fact(const FactKey& key, const model::Project& project);

}  // namespace claudestep::store
