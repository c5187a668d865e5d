// Owns: the options by which questions over many projects say which projects and which pull
// requests they are about. Leaves to others: the questions (query/).
#pragma once

#include <optional>

#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/reading.h"
#include "query/period.h"
#include "query/scan.h"
#include "store/view.h"

namespace claudestep::cli {

inline const OptionSpec kScopeProjectOption = {
    .name = "project",
    .type = ValueType::kProject,
    .value_name = "GLOB",
    .help = "only this project, archived or not, or those whose names match a pattern",
    .repeatable = true};
inline const OptionSpec kScopeReviewerOption = {
    .name = "reviewer",
    .type = ValueType::kText,
    .value_name = "R",
    .help = "only pull requests that R reviews; '' for those that name nobody"};
inline const OptionSpec kScopeSinceOption = {
    .name = "since",
    .type = ValueType::kMoment,
    .value_name = "T",
    .help =
        "only pull requests opened, merged or closed at or after T: 30d, 2w, a date, an "
        "instant"};
inline const OptionSpec kScopeUntilOption = {
    .name = "until",
    .type = ValueType::kMoment,
    .value_name = "T",
    .help = "only pull requests opened, merged or closed before T"};
inline const OptionSpec kScopeArchivedOption = {.name = "archived",
                                                .help = "archived projects as well"};

struct Bounds {
  std::optional<Instant> since;
  std::optional<Instant> until;
};

// --since and --until, where ages count back from `now`. kInvalidInput when --since is not before
// --until.
[[nodiscard]] Result<Bounds> bounds_of(const Arguments& arguments, Instant now);

// The same and --reviewer.
[[nodiscard]] Result<query::PrScope> pr_scope_of(const Arguments& arguments, Instant now);

// Lets `scope` know after how many days each project's configuration on the base branch calls a
// pull request stale. A configuration that cannot be read says nothing; `capacity` and `next` tell.
// Requires: `reading` outlives the scope.
[[nodiscard]] Status ask_stale_days(const Arguments& arguments, const Reading& reading,
                                    query::PrScope& scope);

// The projects that the operands PROJECT and the options --project and --archived choose, all where
// neither names any. Nothing when patterns match no project.
[[nodiscard]] Result<std::optional<query::Selection>> selection_of(const Arguments& arguments,
                                                                   const store::View& view);

// What --project and --archived choose, as above, for commands whose operand is one project.
[[nodiscard]] Result<std::optional<query::Selection>> selection_by_options(
    const Arguments& arguments, const store::View& view);

// Goes through what a selection chose with the facts at `depth`, and warns of files that could not
// be read. Does nothing without a selection.
[[nodiscard]] Status ask_facts(const Context& context, const Arguments& arguments,
                               const store::View& view,
                               const std::optional<query::Selection>& selection,
                               store::FactDepth depth, const store::VisitFacts& visit);

}  // namespace claudestep::cli
