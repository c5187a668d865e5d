// Owns: how every reading command begins, and what it says besides its answer.
// Leaves to others: the question (query/), the look of the answer (report/).
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/session.h"
#include "query/scan.h"
#include "query/unreadable.h"
#include "report/style.h"
#include "store/facts.h"
#include "store/view.h"

namespace claudestep::cli {

// An open repository, the view of the branch that was asked for, and the moment that questions are
// about: now, with --at that of the view. What is stale, whether a claim counts, what "30d" is back
// from, all is judged by it. The session stays where it is, because the view points to it.
struct Reading {
  std::unique_ptr<Session> session;
  store::View view;
  Instant now;

  // Whether there is no metadata branch at all.
  [[nodiscard]] bool has_no_branch() const;
};

// Opens both. Warns when local and remote-tracking branch went apart and cannot be merged, so that
// the view is but one side.
[[nodiscard]] Result<Reading> open_reading(const Context& context, const Arguments& arguments,
                                           CacheUse cache = CacheUse::kUsed);

// How facts are read: --no-cache.
[[nodiscard]] store::FactsOptions facts_options(const Arguments& arguments,
                                                store::FactDepth depth = store::FactDepth::kSums);

// query::scan_facts and query::scan, with a line of progress where the work is long.
[[nodiscard]] Result<std::vector<query::UnreadableFile>> read_facts(
    const Context& context, const Arguments& arguments, const store::View& view,
    const query::Selection& selection, store::FactDepth depth, const store::VisitFacts& visit);
[[nodiscard]] Result<std::vector<query::UnreadableFile>> read_projects(
    const Context& context, const store::View& view, const query::Selection& selection,
    const query::Visit& visit);

// What text may use here. Where output is no terminal and no COLUMNS is set, lines take what they
// need.
[[nodiscard]] report::Style style_of(const Context& context);

// Warns of each file that could not be read.
void warn_unreadable(const Context& context, const std::vector<query::UnreadableFile>& files);

// When a text answer has no rows: where there is no branch, says how to begin; else `nothing`, and
// how many files are not in the answer because they could not be read.
void say_nothing_found(const Context& context, const Reading& reading, std::string_view nothing,
                       std::size_t unreadable = 0);

}  // namespace claudestep::cli
