// Owns: the row of a project in `list`, and what `show` says besides the document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "model/derive.h"
#include "model/facts.h"
#include "model/project.h"
#include "query/period.h"
#include "store/view.h"

namespace claudestep::query {

struct ProjectRow {
  std::string project;
  std::string file;            // "projects/auth.json"
  std::string schema_version;  // as the file says; "" where it says none
  model::ProjectState state = model::ProjectState::kEmpty;
  model::Totals totals;
  std::optional<Instant> created_at;
  std::optional<Instant> last_updated;
  std::optional<Instant> completed_at;
  std::string blob;  // the id of the file's contents
  bool archived = false;
};

// Requires: a settled project.
[[nodiscard]] ProjectRow project_row(const model::Project& project, std::string_view file,
                                     std::string_view blob, bool archived, Instant now);

// The same from facts. Requires: `facts` of the file of `entry`, and that it could be read.
[[nodiscard]] ProjectRow project_row(const store::ProjectEntry& entry,
                                     const model::FactsView& facts,
                                     const model::ProjectFacts& project, Instant now);

// Bounds that a row must keep, all of them; a project without the instant keeps no bound on it.
struct ProjectFilter {
  std::optional<Instant> modified_since;
  std::optional<Instant> created_since;
  std::optional<Instant> completed_since;
};
[[nodiscard]] bool matches(const ProjectRow& row, const ProjectFilter& filter);

// Whether a pull request of the project is in the scope, or a claim that counts. Requires: facts at
// depth kRecords, unless the scope is open; then it is true of every project.
[[nodiscard]] bool has_work_in(const PrScope& scope, const model::FactsView& facts,
                               const model::ProjectFacts& project, Instant now);

}  // namespace claudestep::query
