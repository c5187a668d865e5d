#include "report/forge_import.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "report/json.h"
#include "report/table.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kMostShown = 20;
constexpr std::size_t kLeastBranch = 16;
constexpr std::size_t kLeastReason = 20;

std::string and_more(std::size_t count) {
  if (count <= kMostShown) return {};
  return "  and " + std::to_string(count - kMostShown) + " more; --json lists all of them\n";
}

std::string doubts_text(const std::vector<query::PullDoubt>& doubts, const Style& style) {
  if (doubts.empty()) return {};
  std::string text = toned("left as they are, for a person to decide:", Tone::kWarning, style);
  text += "\n";
  const std::size_t shown = std::min(doubts.size(), kMostShown);
  for (std::size_t at = 0; at < shown; ++at) {
    const query::PullDoubt& doubt = doubts[at];
    text += "  - #" + std::to_string(doubt.number) + " in " + safe(doubt.project) +
            ": recorded as " + quoted(doubt.recorded) + ", the forge says " + quoted(doubt.told) +
            ": " + safe(doubt.reason) + "\n";
  }
  return text + and_more(doubts.size());
}

std::string unknown_text(const std::vector<query::UnknownPull>& unknown, const Style& style) {
  if (unknown.empty()) return {};
  std::vector<const query::UnknownPull*> rows;
  rows.reserve(unknown.size());
  for (const query::UnknownPull& row : unknown) rows.push_back(&row);
  std::stable_partition(rows.begin(), rows.end(),
                        [](const query::UnknownPull* row) { return row->has_task_name; });
  rows.resize(std::min(rows.size(), kMostShown));
  Table table({{"PR", Align::kRight},
               {"STATE"},
               {"BRANCH", Align::kLeft, kLeastBranch},
               {"WHY", Align::kLeft, kLeastReason}});
  for (const query::UnknownPull* row : rows) {
    table.add({{"#" + std::to_string(row->number)},
               {std::string(model::to_string(row->state))},
               {safe(row->branch)},
               {safe(row->reason)}});
  }
  return counted(unknown.size(), "pull request") + (unknown.size() == 1 ? " belongs" : " belong") +
         " to no task:\n" + table.render(style) + and_more(unknown.size());
}

}  // namespace

std::string forge_left_text(const query::ForgeImport& import, const Style& style) {
  return doubts_text(import.doubts, style) + unknown_text(import.unknown, style);
}

void write_forge_left(JsonWriter& writer, const query::ForgeImport& import) {
  write_count(writer, "known", static_cast<std::int64_t>(import.known));
  writer.key("unknown").begin_array();
  for (const query::UnknownPull& row : import.unknown) {
    writer.begin_object();
    write_count(writer, "pr_number", row.number);
    write_text(writer, "pr_state", model::to_string(row.state));
    write_text(writer, "branch", row.branch);
    write_text_or_null(writer, "title",
                       row.title.empty() ? std::nullopt : std::optional(row.title));
    write_text(writer, "reason", row.reason);
    writer.end_object();
  }
  writer.end_array();
  writer.key("doubts").begin_array();
  for (const query::PullDoubt& doubt : import.doubts) {
    writer.begin_object();
    write_text(writer, "project", doubt.project);
    write_count(writer, "pr_number", doubt.number);
    write_text(writer, "recorded", doubt.recorded);
    write_text(writer, "told", doubt.told);
    write_text(writer, "reason", doubt.reason);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace claudestep::report
