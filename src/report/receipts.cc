#include "report/receipts.h"

#include <optional>
#include <string_view>
#include <utility>

#include "report/json.h"
#include "report/text.h"

namespace claudestep::report {

std::string receipts_text(const std::vector<model::Receipt>& receipts, std::string_view lead) {
  std::string text;
  for (const model::Receipt& receipt : receipts) {
    text += std::string(lead) + safe(model::summarise(receipt)) + "\n";
  }
  return text;
}

void write_receipts(JsonWriter& writer, const std::vector<model::Receipt>& receipts) {
  const auto some = [](const std::string& value) {
    return value.empty() ? std::nullopt : std::optional(value);
  };
  writer.key("receipts").begin_array();
  for (const model::Receipt& receipt : receipts) {
    writer.begin_object();
    write_text_or_null(writer, "project", some(receipt.project));
    write_text_or_null(writer, "file", some(receipt.file));
    write_text_or_null(writer, "task", some(receipt.task));
    writer.key("pr_number");
    if (receipt.pr != 0) {
      writer.integer(receipt.pr);
    } else {
      writer.null();
    }
    write_text_or_null(writer, "operation", some(receipt.operation));
    write_text(writer, "member", receipt.member);
    write_text_or_null(writer, "kept", some(receipt.kept));
    write_text_or_null(writer, "dropped", some(receipt.dropped));
    writer.end_object();
  }
  writer.end_array();
}

std::string merges_text(const std::vector<MergeEntry>& merges, const Style& style) {
  std::string text;
  for (const MergeEntry& merge : merges) {
    if (!text.empty()) text += "\n";
    text += toned(short_id(merge.commit), Tone::kStrong, style) + "  " +
            format_instant(merge.time) + "\n" + receipts_text(merge.receipts, "  ");
  }
  return text;
}

std::string merges_json(const std::vector<MergeEntry>& merges) {
  JsonWriter writer = begin_answer("receipts");
  writer.key("merges").begin_array();
  for (const MergeEntry& merge : merges) {
    writer.begin_object();
    write_text(writer, "commit", merge.commit);
    write_time(writer, "time", merge.time);
    write_receipts(writer, merge.receipts);
    writer.end_object();
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
