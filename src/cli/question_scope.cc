#include "cli/question_scope.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/glob.h"
#include "base/text.h"
#include "cli/argument_values.h"
#include "cli/plan_folders.h"
#include "cli/reading.h"
#include "query/pr_rows.h"

namespace claudestep::cli {

namespace {

Result<std::optional<query::Selection>> choose(std::vector<std::string> names,
                                               const Arguments& arguments,
                                               const store::View& view) {
  const bool archived = arguments.has("archived");
  bool patterns_only = names.empty() && arguments.has("project");
  std::optional<std::vector<store::ProjectEntry>> entries;
  for (const std::string& word : arguments.all("project")) {
    if (!is_glob(word)) {
      names.push_back(word);
      patterns_only = false;
      continue;
    }
    if (!entries) {
      CS_ASSIGN(entries, view.entries());
    }
    for (const store::ProjectEntry& entry : *entries) {
      const bool shown = archived || entry.shelf == model::Shelf::kProjects;
      if (shown && matches_glob(word, entry.name)) names.push_back(entry.name);
    }
  }
  if (names.empty() && patterns_only) return std::optional<query::Selection>();
  return std::optional(query::Selection{std::move(names), archived});
}

}  // namespace

Result<Bounds> bounds_of(const Arguments& arguments, Instant now) {
  const Bounds bounds{moment_of(arguments, "since", now), moment_of(arguments, "until", now)};
  if (bounds.since && bounds.until && !(*bounds.since < *bounds.until)) {
    return fail(Error{ErrorCode::kInvalidInput,
                      "nothing is at or after " + quoted(arguments.text("since")) + " and before " +
                          quoted(arguments.text("until"))}
                    .hint("--since takes the earlier of the two"));
  }
  return bounds;
}

Result<query::PrScope> pr_scope_of(const Arguments& arguments, Instant now) {
  CS_ASSIGN(const Bounds bounds, bounds_of(arguments, now));
  return query::PrScope{bounds.since, bounds.until, arguments.maybe("reviewer")};
}

Status ask_stale_days(const Arguments& arguments, const Reading& reading, query::PrScope& scope) {
  CS_ASSIGN(const auto folders, open_plan_folders(*reading.session, arguments));
  if (folders.projects().empty()) return {};
  auto known = std::make_shared<std::map<std::string, std::int64_t, std::less<>>>();
  scope.stale_days = [folders, known](std::string_view project) {
    const auto& planned = folders.projects();
    if (!std::binary_search(planned.begin(), planned.end(), project)) return query::kStaleDays;
    const auto found = known->find(project);
    if (found != known->end()) return found->second;
    const auto configuration = folders.configuration(project);
    const bool says = configuration && configuration->has_value();
    const std::int64_t days = says ? (*configuration)->stale_pr_days : query::kStaleDays;
    known->emplace(project, days);
    return days;
  };
  return {};
}

Result<std::optional<query::Selection>> selection_of(const Arguments& arguments,
                                                     const store::View& view) {
  return choose(arguments.all("PROJECT"), arguments, view);
}

Result<std::optional<query::Selection>> selection_by_options(const Arguments& arguments,
                                                             const store::View& view) {
  return choose({}, arguments, view);
}

Status ask_facts(const Context& context, const Arguments& arguments, const store::View& view,
                 const std::optional<query::Selection>& selection, store::FactDepth depth,
                 const store::VisitFacts& visit) {
  if (!selection) return {};
  CS_ASSIGN(const auto unreadable, read_facts(context, arguments, view, *selection, depth, visit));
  warn_unreadable(context, unreadable);
  return {};
}

}  // namespace claudestep::cli
