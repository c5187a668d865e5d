#include "model/branch_name.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/project_name.h"

namespace claudestep::model {
namespace {

constexpr std::size_t kBranchHashDigits = 8;

bool is_hash(std::string_view text) {
  return text.size() == kBranchHashDigits && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f');
         });
}

// A number from 1 as bots print it: digits only, no leading zero.
std::optional<std::int64_t> parse_count(std::string_view text) {
  if (text.empty() || text.front() == '0' || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  std::int64_t number = 0;
  const auto end = text.data() + text.size();
  if (std::from_chars(text.data(), end, number).ec != std::errc()) return std::nullopt;
  return number;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// "2026-01-" at the start of `text`.
bool take_month(std::string_view& text) {
  constexpr std::size_t kLength = 8;
  if (text.size() < kLength || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U}) {
    if (!is_digit(text[at])) return false;
  }
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  if (month < 1 || month > 12) return false;
  text.remove_prefix(kLength);
  return true;
}

enum class Ending { kIndex, kHash, kEither };

// "<project>-<ending>". The last hyphen divides, since neither an index nor a hash has one.
void read_ending(std::string_view text, Ending allowed, std::vector<BranchReading>& readings) {
  const auto hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos) return;
  const auto project = text.substr(0, hyphen);
  const auto ending = text.substr(hyphen + 1);
  if (!check_project_name(project)) return;
  if (allowed != Ending::kIndex && is_hash(ending)) {
    readings.push_back({std::string(project), std::nullopt, std::string(ending), std::nullopt});
  }
  if (allowed == Ending::kHash) return;
  if (const auto index = parse_count(ending)) {
    readings.push_back({std::string(project), index, std::nullopt, std::nullopt});
  }
}

// "<project>/step-<n>[-attempt-<k>]", "<project>/task-<id>[-attempt-<k>]"
void read_step(std::string_view text, std::vector<BranchReading>& readings) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return;
  const auto project = text.substr(0, slash);
  auto step = text.substr(slash + 1);
  if (!check_project_name(project)) return;
  const bool is_id = take_prefix(step, "task-");
  if (!is_id && !take_prefix(step, "step-")) return;

  BranchReading reading{std::string(project), std::nullopt, std::nullopt, std::nullopt};
  constexpr std::string_view kAttempt = "-attempt-";
  if (const auto at = step.find(kAttempt); at != std::string_view::npos) {
    reading.attempt = parse_count(step.substr(at + kAttempt.size()));
    if (!reading.attempt) return;
    step = step.substr(0, at);
  }
  if (is_id && is_branch_id(step)) reading.hash = std::string(step);
  if (!is_id) reading.index = parse_count(step);
  if (reading.index || reading.hash) readings.push_back(std::move(reading));
}

}  // namespace

bool is_branch_id(std::string_view id) {
  if (!is_hash(id.substr(0, kBranchHashDigits))) return false;
  id.remove_prefix(kBranchHashDigits);
  return id.empty() || (take_prefix(id, "-") && parse_count(id));
}

std::vector<BranchReading> read_branch_name(std::string_view branch) {
  std::vector<BranchReading> readings;
  if (take_prefix(branch, "claude-step-")) {
    read_ending(branch, Ending::kEither, readings);
  } else if (take_prefix(branch, "claude-chain-")) {
    read_ending(branch, Ending::kHash, readings);
  } else if (take_prefix(branch, "claudestep/")) {
    read_step(branch, readings);
  } else if (take_month(branch)) {
    read_ending(branch, Ending::kIndex, readings);
  }
  return readings;
}

const Task* task_meant(const Project& project, const BranchReading& reading) {
  if (reading.hash) {
    if (const Task* task = find_task_by_id(project, *reading.hash)) return task;
  }
  for (const Task& task : project.tasks) {
    if (reading.hash ? description_hash(task.description.value) == *reading.hash
                     : !task.is_removed() && task.index.value == *reading.index) {
      return &task;
    }
  }
  return nullptr;
}

}  // namespace claudestep::model
