#include "report/reconcile.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "report/json.h"
#include "report/table.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kMostRows = 20;
constexpr std::size_t kLeastWhy = 20;

std::string more_than_shown(std::size_t count) {
  if (count <= kMostRows) return {};
  return "  and " + std::to_string(count - kMostRows) + " more; --json lists all of them\n";
}

std::string changes_text(const model::Reconciliation& found, model::TruthWeight weight,
                         std::string_view heading, const Style& style) {
  std::vector<const model::TruthChange*> rows;
  for (const model::TruthChange& change : found.changes) {
    if (!change.applied && change.weight == weight) rows.push_back(&change);
  }
  if (rows.empty()) return {};
  Table table(
      {{"PR", Align::kRight}, {"PROJECT"}, {"FROM"}, {"TO"}, {"RULE"}, {"COMMIT"}, {"MERGED"}});
  for (std::size_t at = 0; at < std::min(rows.size(), kMostRows); ++at) {
    const model::TruthChange& change = *rows[at];
    table.add({{"#" + std::to_string(change.number)},
               {safe(change.project)},
               {std::string(to_string(change.from))},
               {std::string(to_string(change.to))},
               {std::string(to_string(change.rule))},
               {short_id(change.commit)},
               {date_or_dash(change.when)}});
  }
  return std::string(heading) + "\n" + table.render(style) + more_than_shown(rows.size());
}

std::string adopted_text(const std::vector<model::TruthAdoption>& adopted, const Style& style) {
  if (adopted.empty()) return {};
  Table table({{"PR", Align::kRight}, {"PROJECT"}, {"TASK", Align::kRight}, {"STATE"}, {"BRANCH"}});
  for (std::size_t at = 0; at < std::min(adopted.size(), kMostRows); ++at) {
    table.add({{"#" + std::to_string(adopted[at].number)},
               {safe(adopted[at].project)},
               {std::to_string(adopted[at].task_index)},
               {std::string(to_string(adopted[at].state))},
               {safe(adopted[at].branch)}});
  }
  return "not recorded so far, and named for a task:\n" + table.render(style) +
         more_than_shown(adopted.size());
}

std::string doubts_list(const std::vector<model::TruthDoubt>& doubts, std::string_view heading,
                        const Style& style) {
  std::vector<const model::TruthDoubt*> rows;
  for (const model::TruthDoubt& doubt : doubts) {
    if (!doubt.settled) rows.push_back(&doubt);
  }
  if (rows.empty()) return {};
  Table table({{"PR", Align::kRight}, {"PROJECT"}, {"RECORDED"}, {"WHY", Align::kLeft, kLeastWhy}});
  for (std::size_t at = 0; at < std::min(rows.size(), kMostRows); ++at) {
    table.add({{"#" + std::to_string(rows[at]->number)},
               {safe(rows[at]->project)},
               {std::string(to_string(rows[at]->recorded))},
               {safe(rows[at]->reason)}});
  }
  return toned(heading, Tone::kWarning, style) + "\n" + table.render(style) +
         more_than_shown(rows.size());
}

void write_doubts(JsonWriter& writer, std::string_view key,
                  const std::vector<model::TruthDoubt>& doubts) {
  writer.key(key).begin_array();
  for (const model::TruthDoubt& doubt : doubts) {
    writer.begin_object();
    write_text(writer, "project", doubt.project);
    write_count(writer, "pr_number", doubt.number);
    write_text(writer, "recorded", to_string(doubt.recorded));
    write_text(writer, "reason", doubt.reason);
    write_flag(writer, "settled", doubt.settled);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

std::string reconciliation_text(const model::Reconciliation& found, const Style& style) {
  return changes_text(found, model::TruthWeight::kProved, "proved, and not recorded:", style) +
         changes_text(found, model::TruthWeight::kLikely,
                      "likely, and not recorded (--likely records them):", style) +
         adopted_text(found.adopted, style) +
         doubts_list(found.doubts, "in doubt, and left as they are:", style) +
         doubts_list(found.unknown,
                     "not to be known in a shallow clone (git fetch --unshallow):", style);
}

void write_reconciliation(JsonWriter& writer, const model::Reconciliation& found) {
  write_text(writer, "base", found.base);
  writer.key("changes").begin_array();
  for (const model::TruthChange& change : found.changes) {
    writer.begin_object();
    write_text(writer, "project", change.project);
    write_count(writer, "pr_number", change.number);
    write_text(writer, "from", to_string(change.from));
    write_text(writer, "to", to_string(change.to));
    write_text(writer, "rule", to_string(change.rule));
    write_text(writer, "weight", to_string(change.weight));
    write_text(writer, "commit", change.commit);
    write_time(writer, "merged_at", change.when);
    write_text(writer, "base", change.base);
    write_flag(writer, "applied", change.applied);
    writer.end_object();
  }
  writer.end_array();
  write_doubts(writer, "doubts", found.doubts);
  writer.key("adopted").begin_array();
  for (const model::TruthAdoption& adoption : found.adopted) {
    writer.begin_object();
    write_text(writer, "project", adoption.project);
    write_count(writer, "pr_number", adoption.number);
    write_text(writer, "branch", adoption.branch);
    write_count(writer, "task_index", adoption.task_index);
    write_text(writer, "pr_state", to_string(adoption.state));
    writer.end_object();
  }
  writer.end_array();
  write_doubts(writer, "unknown", found.unknown);
}

}  // namespace claudestep::report
