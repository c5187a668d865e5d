#include "schema/equality.h"

#include <algorithm>

#include "base/json_writer.h"
#include "schema/exact_number.h"

namespace claudestep::schema {
namespace {

void append_canonical(std::string& out, const Value& value);

void append_members(std::string& out, const std::vector<Member>& members) {
  std::vector<const Member*> sorted;
  sorted.reserve(members.size());
  for (const Member& member : members) sorted.push_back(&member);
  std::sort(sorted.begin(), sorted.end(),
            [](const Member* a, const Member* b) { return a->key < b->key; });
  out += '{';
  for (const Member* member : sorted) {
    append_json_string(out, member->key);
    out += ':';
    append_canonical(out, member->value);
    out += ',';
  }
  out += '}';
}

void append_canonical(std::string& out, const Value& value) {
  switch (value.kind) {
    case ValueKind::kNull:
      out += 'n';
      return;
    case ValueKind::kBool:
      out += value.boolean ? 't' : 'f';
      return;
    case ValueKind::kNumber: {
      const ExactNumber number = parse_exact(value.text);
      out += number.negative ? '-' : '+';
      out += number.digits + "e" + std::to_string(number.exponent);
      return;
    }
    case ValueKind::kString:
      append_json_string(out, value.text);
      return;
    case ValueKind::kArray:
      out += '[';
      for (const Value& item : value.items) {
        append_canonical(out, item);
        out += ',';
      }
      out += ']';
      return;
    case ValueKind::kObject:
      break;
  }
  append_members(out, value.members);
}

}  // namespace

std::string canonical(const Value& value) {
  std::string out;
  append_canonical(out, value);
  return out;
}

bool equal(const Value& a, const Value& b) {
  if (a.kind != b.kind) return false;
  if (a.is_string()) return a.text == b.text;
  if (a.items.size() != b.items.size() || a.members.size() != b.members.size()) return false;
  return canonical(a) == canonical(b);
}

std::optional<std::pair<std::size_t, std::size_t>> find_equal_items(
    const std::vector<Value>& items) {
  std::vector<std::pair<std::string, std::size_t>> keys;
  keys.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) keys.emplace_back(canonical(items[i]), i);
  std::sort(keys.begin(), keys.end());
  std::optional<std::pair<std::size_t, std::size_t>> first;
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i - 1].first != keys[i].first) continue;
    if (!first || keys[i].second < first->second) first = {keys[i - 1].second, keys[i].second};
  }
  return first;
}

}  // namespace claudestep::schema
