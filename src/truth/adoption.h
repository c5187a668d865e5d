// Owns: pull requests that are not recorded, as the forge's refs and the merges on the base tell of
// them, and the tasks that the names of their branches mean.
// Leaves to others: whether they were merged (evidence.h), recording them (reconcile.h).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/project.h"
#include "truth/base_history.h"
#include "truth/records.h"

namespace claudestep::truth {

// A record that is yet to be made.
struct Foundling {
  Record record;  // created_at is that of the project: no merge before it counts
  std::int64_t task_index = 0;
  std::optional<git::ObjectId> head;  // its last commit, whose date is taken for its opening
};

class Adopter {
 public:
  // `projects` by name, settled; `known` are the numbers that are recorded anywhere. Both outlive
  // it.
  Adopter(const std::map<std::string, model::Project>& projects, std::set<std::int64_t> known)
      : projects_(projects), known_(std::move(known)) {}

  // Those whose own head, as the forge keeps it, is the end of a branch named for a task.
  void look_at_refs(const RefNames& refs);
  // Those that merges on the base name together with such a branch.
  void look_at_merges(const BaseHistory& history);

  // By project and number.
  [[nodiscard]] const std::vector<Foundling>& found() const { return found_; }

 private:
  struct Tie {
    std::string project;
    std::int64_t task_index = 0;

    auto operator<=>(const Tie&) const = default;
  };
  void add(std::int64_t number, const std::string& branch, std::optional<git::ObjectId> head,
           bool own);
  [[nodiscard]] std::optional<Tie> tie_of(const std::string& branch) const;

  const std::map<std::string, model::Project>& projects_;
  std::set<std::int64_t> known_;
  std::vector<Foundling> found_;
};

}  // namespace claudestep::truth
