#include "check/rules.h"

#include <algorithm>

namespace claudestep::check {
namespace {

using enum Severity;
using enum Remedy;

std::string heading_of(std::string_view group) {
  if (group == "json") return "Reading the file";
  if (group == "schema") return "The shape of a document";
  if (group == "project") return "The project";
  if (group == "task") return "Tasks";
  if (group == "pr") return "Pull requests";
  if (group == "op") return "AI operations";
  if (group == "time") return "Times";
  if (group == "tree") return "Folders of the branch";
  if (group == "object") return "Objects";
  if (group == "ref") return "The branch itself";
  return "The history (`fsck --frame`)";
}

std::string_view group_of(std::string_view code) {
  return code.substr(0, code.find('/'));
}

}  // namespace

const Rule* find_rule(std::string_view code) {
  const auto& all = rules();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Rule& rule) { return rule.code == code; });
  return found == all.end() ? nullptr : &*found;
}

std::string rules_markdown() {
  std::string page =
      "# Findings\n\n"
      "<!-- made from src/check/rules_table.cc; a test fails when this page is stale -->\n\n"
      "What `claudestep fsck` finds, by code. `claudestep explain CODE` prints the same text. An "
      "error makes `fsck` exit with 1, a warning\ndoes with `--strict`, a note never does. What "
      "has "
      "one right answer `fsck --fix` repairs, in one commit; for the rest the way out says\nwhat a "
      "person must decide.\n";
  std::string_view group;
  for (const Rule& rule : rules()) {
    if (group_of(rule.code) != group) {
      group = group_of(rule.code);
      page += "\n## " + heading_of(group) + "\n";
    }
    page += "\n### `" + std::string(rule.code) + "`\n\n";
    page += "**" + std::string(rule.title) + "** (" + std::string(to_string(rule.severity));
    page += rule.remedy == kFix ? ", repaired by `--fix`)\n\n" : ")\n\n";
    page += std::string(rule.text) + "\n\n";
    page += "Way out: " + std::string(rule.way_out) + ".\n";
  }
  return page;
}

}  // namespace claudestep::check
