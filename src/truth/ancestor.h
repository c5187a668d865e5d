// Owns: the rule `ancestor`: whether the end of a branch came to the base by a merge of that
// branch, and not because it stood there without commits of its own.
// Leaves to others: the other rules (evidence.h).
#pragma once

#include <optional>

#include "truth/evidence.h"
#include "truth/merge_index.h"

namespace claudestep::truth {

class AncestorRule {
 public:
  // Requires: all of it outlives this.
  AncestorRule(const BaseHistory& history, const std::vector<Record>& records,
               const MergeIndex& index)
      : history_(history), records_(records), index_(index) {}

  // What proves it; else what makes it likely; nothing where the end is not on the base, or is
  // another's.
  [[nodiscard]] std::optional<Evidence> apply(const Record& record) const;

 private:
  [[nodiscard]] std::optional<Evidence> by_own_head(const Record& record, Place end) const;
  [[nodiscard]] std::optional<Evidence> by_end(const Record& record, Place end) const;
  [[nodiscard]] std::optional<Evidence> by_time(const Record& record, Place end) const;
  [[nodiscard]] bool was_built_upon(const Record& record, Place end) const;
  [[nodiscard]] bool took_in_base(const Record& record, Place merge, Place end) const;
  [[nodiscard]] bool is_end_of_another(const Record& record, Place end) const;
  [[nodiscard]] bool shares_end(const Record& record, Place end) const;

  const BaseHistory& history_;
  const std::vector<Record>& records_;
  const MergeIndex& index_;
};

}  // namespace claudestep::truth
