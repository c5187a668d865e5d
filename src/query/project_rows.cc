#include "query/project_rows.h"

#include <algorithm>

namespace claudestep::query {

namespace {

bool since(const std::optional<Instant>& value, const std::optional<Instant>& bound) {
  return !bound || (value && *value >= *bound);
}

}  // namespace

ProjectRow project_row(const model::Project& project, std::string_view file, std::string_view blob,
                       bool archived, Instant now) {
  ProjectRow row;
  row.project = project.name.value;
  row.file = file;
  row.schema_version = project.schema_version.value;
  row.totals = model::totals_of(project, now);
  row.state = model::state_of(row.totals);
  row.created_at = model::created_at_of(project);
  if (project.last_updated) row.last_updated = project.last_updated->value.instant();
  row.completed_at = model::completed_at_of(project, row.totals);
  row.blob = blob;
  row.archived = archived;
  return row;
}

ProjectRow project_row(const store::ProjectEntry& entry, const model::FactsView& facts,
                       const model::ProjectFacts& project, Instant now) {
  ProjectRow row;
  row.project = entry.name;
  row.file = entry.path();
  row.schema_version = facts.text(project.schema_version);
  row.totals = model::totals_of(facts, project, now);
  row.state = model::state_of(row.totals);
  row.created_at = facts.instant(project.created_at);
  row.last_updated = facts.instant(project.last_updated);
  row.completed_at = facts.instant(project.completed_at);
  row.blob = entry.blob.hex();
  row.archived = entry.shelf == model::Shelf::kArchive;
  return row;
}

bool matches(const ProjectRow& row, const ProjectFilter& filter) {
  return since(row.last_updated, filter.modified_since) &&
         since(row.created_at, filter.created_since) &&
         since(row.completed_at, filter.completed_since);
}

bool has_work_in(const PrScope& scope, const model::FactsView& facts,
                 const model::ProjectFacts& project, Instant now) {
  if (scope.is_open()) return true;
  const auto prs = model::FactsView::in(facts.pull_requests, project.pull_requests);
  const auto claims = model::FactsView::in(facts.claims, project.claims);
  const auto counts = [&](const model::ClaimFacts& claim) {
    if (!(now < *facts.instant(claim.expires))) return false;
    if (!is_within(scope, facts.instant(claim.at))) return false;
    return !scope.reviewer || facts.name(claim.reviewer) == *scope.reviewer;
  };
  return std::any_of(prs.begin(), prs.end(),
                     [&](const auto& pr) { return is_in(scope, facts, pr); }) ||
         std::any_of(claims.begin(), claims.end(), counts);
}

}  // namespace claudestep::query
