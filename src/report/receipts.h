// Owns: how what gave way in a merge is shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "base/time.h"
#include "model/merge.h"
#include "report/style.h"

namespace claudestep::report {

// A line for each receipt, `lead` before it; "" for none.
[[nodiscard]] std::string receipts_text(const std::vector<model::Receipt>& receipts,
                                        std::string_view lead);

// The member "receipts": an array of objects with project, file, task, pr_number, operation,
// member, kept and dropped; what a receipt has not got is null.
void write_receipts(JsonWriter& writer, const std::vector<model::Receipt>& receipts);

// A merge commit in which something gave way.
struct MergeEntry {
  std::string commit;  // all hex digits
  Instant time;
  std::vector<model::Receipt> receipts;
};

// Each under a line that names it; "" for none.
[[nodiscard]] std::string merges_text(const std::vector<MergeEntry>& merges, const Style& style);
// The kind "receipts".
[[nodiscard]] std::string merges_json(const std::vector<MergeEntry>& merges);

}  // namespace claudestep::report
