#include "codec/upgrade.h"

#include <fmt/format.h>

#include <utility>

#include "base/json_writer.h"
#include "codec/json_reader.h"
#include "codec/records.h"
#include "codec/value_writer.h"

namespace claudestep::codec {
namespace {

std::string quoted_key(std::string_view name) {
  std::string token;
  append_json_string(token, name);
  return token;
}

// The name that a key's token spells.
std::string decoded(const std::string& token) {
  const auto document = read_json(token);
  CS_CHECK(document.has_value());
  return document->root().text;
}

}  // namespace

ExtraKeeper::ExtraKeeper(IsKnown is_known, model::Extra extra) : is_known_(is_known) {
  for (model::ExtraMember& member : extra) {
    std::string name = decoded(member.key_token);
    told_.emplace(name, member.json);
    names_.insert(std::move(name));
    extra_.push_back(std::move(member));
  }
}

void ExtraKeeper::add(std::string_view name, std::string key_token, std::string json,
                      std::string_view prefix) {
  const auto is_free = [this](std::string_view candidate) {
    return !is_known_(candidate) && !names_.contains(candidate);
  };
  if (!told_.emplace(name, json).second) return;
  std::string chosen(name);
  if (!is_free(chosen)) {
    const std::string stem = fmt::format("{}.{}", prefix, name);
    int& copies = copies_[stem];
    do {
      ++copies;
      chosen = copies == 1 ? stem : fmt::format("{}.{}", stem, copies);
    } while (!is_free(chosen));
    key_token = quoted_key(chosen);
  }
  names_.insert(std::move(chosen));
  extra_.push_back({.key_token = std::move(key_token), .json = std::move(json)});
}

void ExtraKeeper::keep(const Member& member, std::string_view prefix) {
  add(member.key, key_token(member), compact_json(member.value), prefix);
}

void ExtraKeeper::keep(std::string_view name, const Value& value) {
  add(name, quoted_key(name), compact_json(value), "was");
}

void ExtraKeeper::keep_json(std::string_view name, std::string json) {
  add(name, quoted_key(name), std::move(json), "was");
}

void ExtraKeeper::keep_rest(const RecordReader& record) {
  for (const Member* member : record.untaken()) keep(*member);
}

model::Extra ExtraKeeper::take() && {
  return std::move(extra_);
}

model::Task placeholder_task(const model::Integer& index) {
  model::Task task;
  task.index = index;
  task.description = fmt::format("Task {}", index.value);
  task.placeholder = true;
  return task;
}

void TaskTable::describe(const model::Integer& index, const model::Opt<model::Text>& description) {
  const auto [place, is_new] = places_.emplace(index.value, entries_.size());
  if (is_new) {
    entries_.push_back({.task = placeholder_task(index), .extra = ExtraKeeper(is_task_member)});
  }
  if (!description) return;
  Entry& entry = entries_[place->second];
  if (entry.task.is_placeholder()) {
    entry.task.placeholder.reset();
  } else if (entry.task.description != *description) {
    const model::Text& earlier = entry.task.description;
    entry.extra.keep_json("description",
                          earlier.token.empty() ? quoted_key(earlier.value) : earlier.token);
  }
  entry.task.description = *description;
}

TaskTable::Entry& TaskTable::entry(std::int64_t index) {
  const auto place = places_.find(index);
  CS_CHECK(place != places_.end());
  return entries_[place->second];
}

void TaskTable::set_status(std::int64_t index, model::TaskStatus status) {
  entry(index).task.status = status;
}

ExtraKeeper& TaskTable::extra_of(std::int64_t index) {
  return entry(index).extra;
}

std::vector<model::Task> TaskTable::take() && {
  std::vector<model::Task> tasks;
  tasks.reserve(entries_.size());
  for (Entry& entry : entries_) {
    entry.task.extra = std::move(entry.extra).take();
    tasks.push_back(std::move(entry.task));
  }
  return tasks;
}

}  // namespace claudestep::codec
