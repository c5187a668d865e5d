// Owns: what the upgrades of the old dialects share: extra members that find a free name, tasks
// that several records speak of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/value.h"
#include "codec/record_reader.h"
#include "model/project.h"

namespace claudestep::codec {

// Gathers the extra members of one record. A name that schema 2.0 uses for something else, or that
// is taken with another value, is kept as "<prefix>.<name>", then "<prefix>.<name>.2" and so on;
// the same name with the same value is kept once.
class ExtraKeeper {
 public:
  using IsKnown = bool (*)(std::string_view name);

  explicit ExtraKeeper(IsKnown is_known) : is_known_(is_known) {}
  // Goes on from the extra members that a record has already.
  ExtraKeeper(IsKnown is_known, model::Extra extra);

  void keep(const Member& member, std::string_view prefix = "was");
  void keep(std::string_view name, const Value& value);
  void keep_json(std::string_view name, std::string json);
  void keep_rest(const RecordReader& record);

  [[nodiscard]] model::Extra take() &&;

 private:
  void add(std::string_view name, std::string key_token, std::string json, std::string_view prefix);

  IsKnown is_known_;
  model::Extra extra_;
  std::set<std::string, std::less<>> names_;            // taken, decoded
  std::set<std::pair<std::string, std::string>> told_;  // name and value as they were told
  std::map<std::string, int> copies_;                   // by "<prefix>.<name>"
};

// The tasks of a project whose records each describe a task and perhaps a pull request.
class TaskTable {
 public:
  // Makes the task of `index` known. A description replaces what earlier records said, which then
  // stays in the extra members of the task. Without any the task has a placeholder.
  void describe(const model::Integer& index, const model::Opt<model::Text>& description);
  // Sets the stored status of a task that was described.
  void set_status(std::int64_t index, model::TaskStatus status);
  // The extra members of a task that was described. Valid until the next describe().
  [[nodiscard]] ExtraKeeper& extra_of(std::int64_t index);

  // The tasks in the order in which they were first described.
  [[nodiscard]] std::vector<model::Task> take() &&;

 private:
  struct Entry {
    model::Task task;
    ExtraKeeper extra;
  };
  [[nodiscard]] Entry& entry(std::int64_t index);

  std::vector<Entry> entries_;
  std::map<std::int64_t, std::size_t> places_;
};

// "Task 3", with `placeholder` set.
[[nodiscard]] model::Task placeholder_task(const model::Integer& index);

}  // namespace claudestep::codec
