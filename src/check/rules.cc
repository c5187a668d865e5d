#include "check/rules.h"

#include <algorithm>

namespace claudestep::check {
namespace {

using enum Severity;
using enum Remedy;

std::string heading_of(std::string_view group) {
  if (group == "json") return "Reading the file";
  if (group == "yaml") return "Reading YAML";
  if (group == "document") return "Reading other documents";
  if (group == "schema") return "The shape of a document";
  if (group == "project") return "The project";
  if (group == "task") return "Tasks";
  if (group == "pr") return "Pull requests";
  if (group == "op") return "AI operations";
  if (group == "time") return "Times";
  if (group == "tree") return "Folders of the branch";
  if (group == "object") return "Objects";
  if (group == "ref") return "The branch itself";
  if (group == "spec") return "Specifications";
  if (group == "api") return "API contracts";
  if (group == "trust") return "Trust models";
  if (group == "agent") return "Agent files";
  if (group == "progress") return "Progress files";
  if (group == "metrics") return "Compound metrics";
  if (group == "run") return "Automation runs";
  if (group == "configuration") return "Configurations";
  if (group == "push") return "What a shared repository refuses (`pre-receive`)";
  return "The history (`fsck --frame`)";
}

std::string_view group_of(std::string_view code) {
  return code.substr(0, code.find('/'));
}

// As code in Markdown.
std::string indented(std::string_view lines) {
  std::string text;
  while (true) {
    const std::size_t end = lines.find('\n');
    text += "    " + std::string(lines.substr(0, end)) + "\n";
    if (end == std::string_view::npos) return text;
    lines.remove_prefix(end + 1);
  }
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
      "What `claudestep fsck` and `claudestep validate` find, by code. `claudestep explain CODE` "
      "prints the same text. An error makes them\nexit with 1, a warning does with `--strict`, a "
      "note never does. What has one right answer `fsck --fix` repairs, in one commit; for\nthe "
      "rest "
      "the way out says what a person must decide.\n\n"
      "Examples are tested: each has its finding. One of a document shows what matters, and the "
      "rest is as `claudestep doc new`\nprints it; `SCHEMA on INSTANCE` is for `claudestep schema "
      "check`.\n";
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
    if (!rule.example.empty()) page += indented(rule.example) + "\n";
    page += "Way out: " + std::string(rule.way_out) + ".\n";
  }
  return page;
}

}  // namespace claudestep::check
