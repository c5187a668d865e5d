#include "codec/yaml_merge.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace claudestep::codec {
namespace {

std::optional<Mark> merge_members(Value& map) {
  const auto merge = std::find_if(map.members.begin(), map.members.end(),
                                  [](const Member& member) { return !member.source.empty(); });
  if (merge == map.members.end()) return std::nullopt;
  const Mark mark = merge->value.mark;
  Value from = std::move(merge->value);
  const auto at = map.members.erase(merge) - map.members.begin();
  std::vector<Value> maps;
  if (from.is_array()) {
    maps = std::move(from.items);
  } else {
    maps.push_back(std::move(from));
  }
  std::set<std::string> taken;
  for (const Member& member : map.members) taken.insert(member.key);
  std::vector<Member> merged;
  for (Value& source : maps) {
    if (!source.is_object()) return mark;
    for (Member& member : source.members) {
      if (taken.insert(member.key).second) merged.push_back(std::move(member));
    }
  }
  map.members.insert(map.members.begin() + at, std::make_move_iterator(merged.begin()),
                     std::make_move_iterator(merged.end()));
  return std::nullopt;
}

}  // namespace

std::optional<Mark> merge_keys(Value& value) {
  for (Value& item : value.items) {
    if (const auto fault = merge_keys(item)) return fault;
  }
  for (Member& member : value.members) {
    if (const auto fault = merge_keys(member.value)) return fault;
  }
  return value.is_object() ? merge_members(value) : std::nullopt;
}

}  // namespace claudestep::codec
