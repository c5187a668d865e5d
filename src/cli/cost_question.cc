#include "cli/cost_question.h"

#include <optional>
#include <string>
#include <utility>

#include "base/glob.h"
#include "base/text.h"
#include "cli/question_scope.h"
#include "query/scan.h"

namespace claudestep::cli {

namespace {

Result<query::CostFilter> cost_filter_of(const Arguments& arguments, Instant now) {
  CS_ASSIGN(const Bounds bounds, bounds_of(arguments, now));
  return query::CostFilter{bounds.since, bounds.until, arguments.maybe("reviewer")};
}

// The names that --project gives and those that its patterns match; nothing when it is not given.
Result<std::optional<std::vector<std::string>>> chosen_names(const Arguments& arguments,
                                                             const store::View& view) {
  if (!arguments.has("project")) return std::nullopt;
  CS_ASSIGN(const auto entries, view.entries());
  std::vector<std::string> names;
  for (const std::string& word : arguments.all("project")) {
    if (!is_glob(word)) {
      names.push_back(word);
      continue;
    }
    for (const store::ProjectEntry& entry : entries) {
      const bool shown = arguments.has("archived") || entry.shelf == model::Shelf::kProjects;
      if (shown && matches_glob(word, entry.name)) names.push_back(entry.name);
    }
  }
  return names;
}

}  // namespace

Result<query::Costs> ask_costs(const Context& context, const Arguments& arguments,
                               const Reading& reading, query::CostsBy by,
                               const model::PriceTable* prices) {
  CS_ASSIGN(auto filter, cost_filter_of(arguments, reading.now));
  CS_ASSIGN(const auto names, chosen_names(arguments, reading.view));
  query::CostsBuilder builder(by, std::move(filter), prices);
  std::vector<query::UnreadableFile> unreadable;
  if (!names || !names->empty()) {  // no names would ask for all projects
    const query::Selection selection{names.value_or(std::vector<std::string>()),
                                     arguments.has("archived")};
    CS_ASSIGN(unreadable,
              read_facts(context, arguments, reading.view, selection, store::FactDepth::kRecords,
                         [&](const store::FactsRun& run) { builder.add(run); }));
  }
  query::Costs costs = std::move(builder).finish();
  costs.ref = reading.view.ref();
  if (reading.view.commit()) costs.commit = reading.view.commit()->hex();
  costs.unreadable = std::move(unreadable);
  return costs;
}

}  // namespace claudestep::cli
