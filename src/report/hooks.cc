#include "report/hooks.h"

#include <utility>

#include "report/json.h"
#include "report/table.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

Cell state_of(const HookRow& row) {
  if (!row.installed) return {"not installed", Tone::kFaint};
  if (!row.reachable)
    return {"installed where git does not look: " + safe(row.file), Tone::kWarning};
  if (!row.executable) return {"installed, but not executable: git ignores it", Tone::kWarning};
  if (!row.current) return {"installed by another version", Tone::kWarning};
  return {row.chained ? "installed, with another hook" : "installed", Tone::kGood};
}

std::string_view words_for(std::string_view change) {
  if (change == "written") return "installed";
  if (change == "updated") return "brought up to date";
  if (change == "joined") return "installed in the script that was there";
  if (change == "moved_aside") return "installed; the hook that was there is called by it";
  if (change == "removed") return "taken out";
  if (change == "cut") return "taken out of the script that it was in";
  if (change == "restored") return "taken out; the hook that was there is back";
  return "left as it is";
}

void write_hook_row(JsonWriter& writer, const HookRow& row) {
  writer.begin_object();
  write_text(writer, "hook", row.hook);
  write_text(writer, "file", row.file);
  write_flag(writer, "installed", row.installed);
  write_flag(writer, "reachable", row.reachable);
  write_flag(writer, "executable", row.executable);
  write_flag(writer, "current", row.current);
  write_flag(writer, "chained", row.chained);
  writer.end_object();
}

void write_pair(JsonWriter& writer, std::string_view one, const std::string& first,
                std::string_view other, const std::string& second) {
  writer.begin_object();
  write_text(writer, one, first);
  write_text(writer, other, second);
  writer.end_object();
}

}  // namespace

std::string hooks_text(const HooksPage& page, const Style& style) {
  std::string text = "git runs hooks from " + safe(page.folder);
  if (page.setting) text += " (core.hooksPath, " + safe(page.scope.value_or("")) + ")";
  text += "\n";
  Table table({{"HOOK"}, {"STATE"}});
  for (const HookRow& row : page.rows) table.add({{row.hook}, state_of(row)});
  return text + table.render(style);
}

std::string hook_deeds_text(const std::vector<HookDeed>& deeds) {
  std::string text;
  for (const HookDeed& deed : deeds) {
    text += deed.hook + ": " + std::string(words_for(deed.change)) + "\n";
  }
  return text;
}

std::string hook_lines_text(const std::vector<HookLine>& lines) {
  std::string text;
  for (const HookLine& line : lines) {
    text += "add to " + safe(line.file) + ":\n  " + line.line + "\n";
  }
  return text;
}

std::string hooks_json(const HooksPage& page) {
  JsonWriter writer = begin_answer("hooks");
  write_text(writer, "folder", page.folder);
  write_text_or_null(writer, "hooks_path", page.setting);
  write_text_or_null(writer, "scope", page.scope);
  write_flag(writer, "writable", page.writable);
  write_text_or_null(writer, "program", page.program);
  writer.key("hooks").begin_array();
  for (const HookRow& row : page.rows) write_hook_row(writer, row);
  writer.end_array();
  writer.key("changes").begin_array();
  for (const HookDeed& deed : page.deeds) {
    write_pair(writer, "hook", deed.hook, "change", deed.change);
  }
  writer.end_array();
  writer.key("lines").begin_array();
  for (const HookLine& line : page.lines) {
    write_pair(writer, "file", line.file, "line", line.line);
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
