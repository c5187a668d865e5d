#include "model/merge_record.h"

#include <algorithm>
#include <map>
#include <set>

namespace claudestep::model::merging {

namespace {

using Texts = std::vector<Text>;

// The texts of a set by value; of two spellings the greater.
std::map<std::string, Text> by_value(const Opt<Texts>& texts) {
  std::map<std::string, Text> found;
  if (!texts) return found;
  for (const Text& text : *texts) {
    const auto [place, is_new] = found.emplace(text.value, text);
    if (!is_new && order(place->second, text) < 0) place->second = text;
  }
  return found;
}

std::map<std::string, std::string> by_key(const Extra& extra) {
  std::map<std::string, std::string> found;
  for (const ExtraMember& member : extra) found.emplace(member.key_token, member.json);
  return found;
}

// The JSON of a member; nothing comes before all JSON.
std::string json_of(const std::map<std::string, std::string>& members, const std::string& key) {
  const auto found = members.find(key);
  return found == members.end() ? std::string() : found->second;
}

}  // namespace

Opt<Texts> join_set(const Opt<Texts>* base, const Opt<Texts>& ours, const Opt<Texts>& theirs) {
  if (is_same(ours, theirs)) return ours;
  if (base != nullptr && is_same(ours, *base)) return theirs;
  if (base != nullptr && is_same(theirs, *base)) return ours;
  const Opt<Texts> nothing;
  const auto old = by_value(base == nullptr ? nothing : *base);
  const auto mine = by_value(ours);
  auto all = by_value(theirs);
  for (const auto& [value, text] : mine) {
    const auto [place, is_new] = all.emplace(value, text);
    if (!is_new && order(place->second, text) < 0) place->second = text;
  }
  const auto other = by_value(theirs);
  std::erase_if(all, [&](const auto& one) {
    return old.contains(one.first) && !(mine.contains(one.first) && other.contains(one.first));
  });
  Texts result;
  if (base != nullptr && *base) {
    for (const Text& text : **base) {
      if (auto kept = all.extract(text.value)) result.push_back(std::move(kept.mapped()));
    }
  }
  for (auto& [value, text] : all) result.push_back(std::move(text));
  // An empty list and none differ in a file; the greater one stays, as with any member.
  if (result.empty() && !ours && !theirs)
    return std::max(ours.is_null(), theirs.is_null()) ? Opt<Texts>::null() : Opt<Texts>();
  return result;
}

Extra join_extra(const Extra* base, const Extra& ours, const Extra& theirs, const Notes& notes) {
  if (is_same(ours, theirs)) return ours;
  if (base != nullptr && is_same(ours, *base)) return theirs;
  if (base != nullptr && is_same(theirs, *base)) return ours;
  const auto old = by_key(base == nullptr ? Extra() : *base);
  const auto mine = by_key(ours);
  const auto other = by_key(theirs);
  std::set<std::string> keys;
  for (const auto* side : {&mine, &other}) {
    for (const auto& [key, json] : *side) keys.insert(key);
  }
  Extra result;
  for (const std::string& key : keys) {
    const std::string before = json_of(old, key);
    std::string json = join(base == nullptr ? nullptr : &before, json_of(mine, key),
                            json_of(other, key), key, notes);
    if (!json.empty()) result.push_back({key, std::move(json)});
  }
  return result;
}

}  // namespace claudestep::model::merging
