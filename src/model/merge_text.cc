// Receipts of a merge in words and as trailers.
#include <fmt/format.h>

#include "base/text.h"
#include "model/merge.h"
#include "model/operation_parts.h"

namespace claudestep::model {

namespace {

constexpr std::size_t kLongestValue = 120;  // bytes of a value in a trailer

// `value` cut between two characters.
std::string_view cut(std::string_view value) {
  if (value.size() <= kLongestValue) return value;
  std::size_t end = kLongestValue;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xc0U) == 0x80U) --end;
  return value.substr(0, end);
}

// The same with a mark where it was cut.
std::string marked(std::string_view value) {
  const std::string_view kept = cut(value);
  return std::string(kept) + (kept.size() < value.size() ? "…" : "");
}

std::string place_of(const Receipt& receipt) {
  if (!receipt.operation.empty()) {
    return fmt::format(" of operation {} of #{}", quoted(receipt.operation), receipt.pr);
  }
  if (receipt.pr != 0) return fmt::format(" of #{}", receipt.pr);
  if (!receipt.task.empty()) return fmt::format(" of task {}", escape_for_terminal(receipt.task));
  return {};
}

std::string shown_value(std::string_view value) {
  return value.empty() ? "nothing" : quoted(value, 80);
}

}  // namespace

std::string trailer_of(const Receipt& receipt) {
  std::string text = escape_value(receipt.member);
  const auto add = [&text](std::string_view key, std::string_view value) {
    if (!value.empty()) text += fmt::format(" {}={}", key, escape_value(value));
  };
  add("project", cut(receipt.project));
  add("file", cut(receipt.file));
  add("task", cut(receipt.task));
  if (receipt.pr != 0) add("pr", std::to_string(receipt.pr));
  add("operation", cut(receipt.operation));
  add("kept", marked(receipt.kept));
  add("dropped", marked(receipt.dropped));
  return text;
}

std::string summarise(const Receipt& receipt) {
  const std::string what =
      fmt::format("{}{}", escape_for_terminal(receipt.member), place_of(receipt));
  const std::string& owner = receipt.file.empty() ? receipt.project : receipt.file;
  return fmt::format("{}: {}: kept {}, gave up {}", escape_for_terminal(owner), what,
                     shown_value(receipt.kept), shown_value(receipt.dropped));
}

}  // namespace claudestep::model
