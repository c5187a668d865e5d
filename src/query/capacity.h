// Owns: the answer of `capacity`: who has how much under way, and room for more.
// Leaves to others: where limits come from.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "model/configuration.h"
#include "query/period.h"
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
  std::optional<std::int64_t> max;  // none: no limit is known for this reviewer
  std::int64_t claimed = 0;         // claims that count, for this reviewer
  std::vector<LoadRow> open;        // by project and number

  [[nodiscard]] std::int64_t load() const {
    return static_cast<std::int64_t>(open.size()) + claimed;
  }
  [[nodiscard]] std::int64_t stale() const;  // of the open ones
};

struct Capacity {
  bool limited = false;                // some reviewer has a limit
  std::vector<CapacityRow> reviewers;  // by name
  std::int64_t nobodys = 0;            // open pull requests that name nobody

  // Never below 0; nothing without a limit.
  [[nodiscard]] static std::optional<std::int64_t> available(const CapacityRow& row);
  // One without a limit has room where nobody has one; where others do, no configuration gives
  // this one anything.
  [[nodiscard]] bool has_capacity(const CapacityRow& row) const;
};

// How much reviewers may have under way, and when their pull requests are stale.
struct Limits {
  std::optional<std::int64_t> everybody;                       // goes before `reviewers`
  std::map<std::string, std::int64_t, std::less<>> reviewers;  // the greatest of any project
  StaleDays stale_days = {};                                   // empty: kStaleDays

  // Takes in what the configuration of a project says.
  void add(const model::Configuration& configuration);
  [[nodiscard]] std::optional<std::int64_t> of(std::string_view reviewer) const;
};

class CapacityBuilder {
 public:
  // `reviewers`: these alone, whether anything names them or not; empty: everybody whom a limit, a
  // pull request or a claim that counts names. Of `scope` the bounds hold: what was opened or
  // claimed outside of them weighs nothing.
  CapacityBuilder(Instant now, Limits limits, const std::vector<std::string>& reviewers,
                  PrScope scope = {});

  void add(const store::FactsRun& run);
  [[nodiscard]] Capacity finish() &&;

 private:
  void add_project(const store::ProjectEntry& entry, const model::FactsView& facts,
                   const model::ProjectFacts& project);
  // Null for one that was not asked for.
  CapacityRow* row_of(std::string_view reviewer);
  // The same by the name's id in the run that is being added.
  CapacityRow* row_in_run(const model::FactsView& facts, std::uint32_t name);

  Instant now_;
  Limits limits_;
  PrScope scope_;
  Capacity capacity_;
  bool only_named_ = false;
  std::map<std::string, CapacityRow, std::less<>> rows_;
  std::vector<std::optional<CapacityRow*>> by_name_;  // of the run, as far as looked up
};

}  // namespace claudestep::query
