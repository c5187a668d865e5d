#include "store/transplant_sayings.h"

#include <algorithm>
#include <utility>

#include "model/merge.h"
#include "model/operation_parts.h"
#include "store/fsck_trailer.h"
#include "store/merge.h"

namespace claudestep::store {

namespace {

std::string line_of(std::string_view name, std::string_view key, const std::string& value) {
  return std::string(name).append(" ").append(key).append("=").append(model::escape_value(value));
}

bool begins_with_word(const std::string& value, std::string_view word) {
  return value.starts_with(std::string(word) + " ");
}

}  // namespace

void Sayings::add(std::string_view message) {
  const auto append = [&](std::string_view key, std::vector<std::string>& to) {
    auto values = trailer_values(message, key);
    to.insert(to.end(), values.begin(), values.end());
  };
  operation_count += named_operations(message).count;
  append(kOpTrailer, operations);
  append(kOpIdTrailer, op_ids);
  // Who types a receipt into another commit has not merged anything.
  if (message.starts_with(kMergeSubject) || message.starts_with(kTransplantSubject)) {
    append(kDroppedTrailer, receipts);
  }
}

void Sayings::say_by_hand(std::string_view key, const std::string& value) {
  std::string line = line_of(kByHand, key, value);
  if (std::find(operations.begin(), operations.end(), line) != operations.end()) return;
  operations.push_back(std::move(line));
  ++operation_count;
}

void Sayings::say_carried(const std::string& project, const std::string& from) {
  std::string line = line_of(kCarry, "project", project);
  if (from != project) line += " from=" + model::escape_value(from);
  carried.insert(std::move(line));
}

void Sayings::forget_carried() {
  operation_count -= std::erase_if(
      operations, [](const std::string& value) { return begins_with_word(value, kCarry); });
}

void Sayings::forget_by_hand() {
  operation_count -= std::erase_if(
      operations, [](const std::string& value) { return begins_with_word(value, kByHand); });
}

bool Sayings::is_all_by_hand() const {
  return std::all_of(operations.begin(), operations.end(),
                     [](const std::string& value) { return begins_with_word(value, kByHand); });
}

std::string Sayings::message(const std::string& tip) const {
  return message_of(tip, kMaxOpTrailers);
}

std::string Sayings::whole_message(const std::string& tip) const {
  return message_of(tip, operations.size());
}

std::string Sayings::message_of(const std::string& tip, std::size_t most) const {
  std::string trailers;
  const auto append = [&](std::string_view key, const std::string& value) {
    trailers.append(key).append(": ").append(value).push_back('\n');
  };
  const std::size_t listed = std::min(operations.size(), most);
  for (std::size_t at = 0; at < listed; ++at) append(kOpTrailer, operations[at]);
  if (operation_count > listed) append(kOpsTrailer, std::to_string(operation_count));
  for (const std::string& value : carried) append(kOpTrailer, value);
  for (const std::string& value : op_ids) append(kOpIdTrailer, value);
  for (const std::string& value : done) append(kDoneTrailer, value);
  for (const std::string& value : receipts) append(kDroppedTrailer, value);
  const std::string subject = std::string(kTransplantSubject) + " on " + tip + "\n";
  return trailers.empty() ? subject : subject + "\n" + trailers;
}

}  // namespace claudestep::store
