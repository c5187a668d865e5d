// Owns: how `hooks status`, `hooks install` and `hooks uninstall` show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/style.h"

namespace claudestep::report {

struct HookRow {
  std::string hook;
  std::string file;
  bool installed = false;
  bool reachable = false;   // git looks there
  bool executable = false;  // and runs it
  bool current = false;     // as this program would write it
  bool chained = false;     // another hook runs with it
};

// What was done to one hook.
struct HookDeed {
  std::string hook;
  std::string change;  // "written", "removed", ...: docs/formats/output.md
};

// A line that a person is to write.
struct HookLine {
  std::string file;
  std::string line;
};

struct HooksPage {
  std::string folder;
  std::optional<std::string> setting;  // core.hooksPath
  std::optional<std::string> scope;    // where that is set
  bool writable = true;                // else the folder is not ours to write
  std::optional<std::string> program;  // the claudestep that a hook finds
  std::vector<HookRow> rows;
  std::vector<HookDeed> deeds;
  std::vector<HookLine> lines;
};

[[nodiscard]] std::string hooks_text(const HooksPage& page, const Style& style);
// What was done, and which lines are to be added.
[[nodiscard]] std::string hook_deeds_text(const std::vector<HookDeed>& deeds);
[[nodiscard]] std::string hook_lines_text(const std::vector<HookLine>& lines);
[[nodiscard]] std::string hooks_json(const HooksPage& page);

}  // namespace claudestep::report
