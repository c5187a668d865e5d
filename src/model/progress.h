// Owns: what a session of an agent did and left, as its progress file says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/kept.h"
#include "model/placed.h"

namespace claudestep::model {

// A line with a checkbox, and those indented below it.
struct ProgressItem {
  Origin origin;
  bool checked = false;
  std::string id;  // "" where the line names none
  std::string text;
  std::optional<std::int64_t> percent;
  std::vector<ProgressItem> children;
};

struct TouchedFile {
  Words path;
  std::string change;  // "created"; "" where the line does not say
};

struct ProgressFile {
  Words session_id;
  Words started;
  Words last_updated;
  Words feature;
  Words role;
  Words status;  // in lower case
  Words current_task;
  std::string task_id;
  std::string task_progress;
  std::vector<ProgressItem> completed;
  std::vector<ProgressItem> in_progress;
  std::vector<Words> blockers;
  std::vector<Words> notes;
  std::vector<TouchedFile> files;
  std::vector<Words> decisions;
  std::vector<Words> questions;
  Extra extra;  // sections that nobody knows
};

}  // namespace claudestep::model
