// Owns: the operations that a commit's trailers name, read back, and which changes each of them can
// have made. Internal to store/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/project.h"
#include "store/fsck_facts.h"

namespace claudestep::store {

// "open-pr project=auth pr=42 task=3", taken apart.
struct NamedOperation {
  std::string name;  // "open-pr"
  std::string project;
  std::map<std::string, std::string, std::less<>> keys;  // the others, decoded

  [[nodiscard]] std::string key(std::string_view key) const;  // "" when it has none

  // What its project is called after it; nothing where it is gone then.
  [[nodiscard]] std::optional<std::string> project_after() const;

  bool operator==(const NamedOperation&) const = default;
};

// A name and keys, the project among them or not; nothing for what has not that form.
[[nodiscard]] std::optional<NamedOperation> parse_trailer(std::string_view value);

// Nothing for what is no trailer of an operation, which has a project.
[[nodiscard]] std::optional<NamedOperation> parse_operation_trailer(std::string_view value);

// A commit that carries on the work of several names so what was done by hand in them: of a
// project, or of a file that is none ("by-hand file=NOTES.md").
inline constexpr std::string_view kByHand = "by-hand";

// Names a project that the same commit puts upon its tip as a whole, where the operations do not
// tell how it came to be there so, and the name `from` that it has on that tip, if that is another.
// It stands behind them, and is none.
inline constexpr std::string_view kCarry = "carry";

struct NamedOperations {
  std::vector<NamedOperation> operations;
  std::set<std::string> files;                 // changed by hand
  std::map<std::string, std::string> carried;  // projects, as a whole, and their names before
  std::size_t count = 0;                       // as the commit says
  bool complete = true;                        // false: the commit has more than it names

  [[nodiscard]] bool is_ours() const { return !operations.empty() || !carried.empty(); }
};

// Whether this claudestep makes such operations. What it does not know may do anything to the
// project that it names.
[[nodiscard]] bool is_known_operation(std::string_view name);

// What the message of a commit names; no operations for a commit of somebody else.
[[nodiscard]] NamedOperations named_operations(std::string_view message);

// Holds the changes of one project in one commit to the operations that name it.
class Permissions {
 public:
  // `operations`: those of the commit about this project, under any of its names in that commit.
  // The projects are settled; `before` is null for one that was made. `now` are the facts of
  // `after`, `undone` those that an undo among the operations was to come to. All must outlive
  // this.
  Permissions(std::vector<const NamedOperation*> operations, const model::Project* before,
              const model::Project& after, const Facts& now, const Facts* undone);

  // Whether one of the operations is about this change. Asked once a change, because some
  // operations can make only so many.
  [[nodiscard]] bool allow(const FactChange& change);

 private:
  [[nodiscard]] bool allows(const NamedOperation& operation, const FactChange& change);
  [[nodiscard]] bool allows_undo(const FactChange& change) const;
  [[nodiscard]] bool allows_task(const NamedOperation& operation, const FactChange& change);
  [[nodiscard]] bool allows_pr(const NamedOperation& operation, const FactChange& change);
  // Whether the operation's key "task" can mean the task with that id.
  [[nodiscard]] bool is_task(const NamedOperation& operation, const std::string& id) const;
  [[nodiscard]] bool is_task_of_pr(const NamedOperation& operation, const std::string& id) const;

  std::vector<const NamedOperation*> operations_;
  const model::Project* before_;
  const model::Project& after_;
  GotIds got_ids_;
  const Facts& now_;
  const Facts* undone_;
  bool indices_move_ = false;  // among several operations: an index may mean any task
  std::map<const NamedOperation*, std::size_t> used_;
};

}  // namespace claudestep::store
