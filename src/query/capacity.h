// Owns: the answer of `capacity`: who has how much under way, and room for more.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "store/facts.h"

namespace claudestep::query {

// An open pull request.
struct LoadRow {
  std::string project;
  std::int64_t number = 0;
  std::int64_t task_index = 0;
  std::string description;  // of its task; "" when it belongs to none
  bool stale = false;

  bool operator==(const LoadRow&) const = default;
};

struct CapacityRow {
  std::string reviewer;
  std::int64_t claimed = 0;   // claims that count, for this reviewer
  std::vector<LoadRow> open;  // by project and number

  [[nodiscard]] std::int64_t load() const {
    return static_cast<std::int64_t>(open.size()) + claimed;
  }
};

struct Capacity {
  std::optional<std::int64_t> max;     // for each reviewer; none: no limit is known
  std::vector<CapacityRow> reviewers;  // by name
  std::int64_t nobodys = 0;            // open pull requests that name nobody

  // Never below 0; nothing without a limit.
  [[nodiscard]] std::optional<std::int64_t> available(const CapacityRow& row) const;
  // True without a limit.
  [[nodiscard]] bool has_capacity(const CapacityRow& row) const;
};

class CapacityBuilder {
 public:
  // `reviewers`: these alone, whether anything names them or not; empty: everybody whom a pull
  // request or a claim that counts names.
  CapacityBuilder(Instant now, std::optional<std::int64_t> max,
                  const std::vector<std::string>& reviewers);

  void add(const store::FactsRun& run);
  [[nodiscard]] Capacity finish() &&;

 private:
  void add_project(const store::ProjectEntry& entry, const model::FactsView& facts,
                   const model::ProjectFacts& project);
  // Null for one that was not asked for.
  CapacityRow* row_of(std::string_view reviewer);

  Instant now_;
  Capacity capacity_;
  bool only_named_ = false;
  std::map<std::string, CapacityRow, std::less<>> rows_;
};

}  // namespace claudestep::query
