#include "schema/messages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "schema/uri.h"

namespace claudestep::schema {
namespace {

constexpr std::size_t kLongest = 60;
constexpr std::size_t kMostListed = 12;

// From the document down to `instance`, the document itself left out.
std::vector<const Instance*> way_to(const Instance& instance) {
  std::vector<const Instance*> way;
  for (const Instance* at = &instance; at->parent != nullptr; at = at->parent) way.push_back(at);
  std::reverse(way.begin(), way.end());
  return way;
}

void append_step(std::string& path, const Instance& step) {
  if (step.member == nullptr) {
    path += fmt::format("[{}]", step.index);
    return;
  }
  if (!path.empty()) path += '.';
  path += step.member->key;
}

}  // namespace

std::string code(std::string_view text) {
  std::string shown = quoted(text, kLongest);
  shown.front() = '`';
  shown.back() = '`';
  return shown;
}

std::string subject(const Instance& instance) {
  if (instance.is_name) return "the name " + code(instance.value.text);
  if (instance.parent == nullptr) return "the document";
  std::string name;
  const std::vector<const Instance*> way = way_to(instance);
  // The member, and the indexes that follow it.
  auto first = way.end() - 1;
  while (first != way.begin() && (*first)->member == nullptr) --first;
  for (auto step = first; step != way.end(); ++step) append_step(name, **step);
  return code(name);
}

std::string show(const Value& value) {
  switch (value.kind) {
    case ValueKind::kNull:
      return "`null`";
    case ValueKind::kBool:
      return value.boolean ? "`true`" : "`false`";
    case ValueKind::kNumber:
    case ValueKind::kString:
      return value.text.empty() ? "empty" : code(value.text);
    case ValueKind::kArray:
    case ValueKind::kObject:
      break;
  }
  return std::string(describe(value.kind));
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  const std::size_t count = std::min(words.size(), kMostListed);
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ", ") + words[i];
  if (words.size() > count) text += fmt::format(" and {} more", words.size() - count);
  return text;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const auto meant = nearest(word, candidates);
  return meant && *meant != word ? "did you mean " + code(*meant) + "?" : "";
}

std::string amount(std::size_t count, std::string_view thing) {
  return count == 0 ? "no " + std::string(thing) : counted(count, thing);
}

Finding make_finding(const Instance& instance, std::string_view keyword, std::string location,
                     std::string message, std::string hint) {
  Finding finding;
  finding.keyword = keyword;
  for (const Instance* step : way_to(instance)) {
    append_pointer(finding.instance,
                   step->member != nullptr ? step->member->key : std::to_string(step->index));
    append_step(finding.path, *step);
  }
  finding.schema = std::move(location);
  const bool must_not_be =
      keyword == "false" || keyword == "additionalProperties" || keyword == "unevaluatedProperties";
  const bool at_key = must_not_be && instance.member != nullptr;
  finding.mark = at_key ? instance.member->mark : instance.value.mark;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  return finding;
}

}  // namespace claudestep::schema
