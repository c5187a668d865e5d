#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/rules.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/wrap.h"
#include "report/json.h"
#include "report/table.h"

namespace claudestep::cli {

namespace {

std::string indented_lines(std::string_view lines) {
  std::string text;
  while (!lines.empty()) text += "    " + std::string(cut_line(lines)) + "\n";
  return text;
}

std::string rule_text(const check::Rule& rule, std::size_t width) {
  const std::string severity(to_string(rule.severity));
  std::string text = std::string(rule.code) + ": " + std::string(rule.title) + " (" + severity;
  text += rule.remedy == check::Remedy::kFix ? ", repaired by fsck --fix)\n\n" : ")\n\n";
  text += wrapped(rule.text, width) + "\n";
  if (!rule.example.empty()) text += indented_lines(rule.example) + "\n";
  return text + wrapped("Way out: " + std::string(rule.way_out) + ".", width);
}

void write_rule(JsonWriter& writer, const check::Rule& rule) {
  report::write_text(writer, "code", rule.code);
  report::write_text(writer, "severity", to_string(rule.severity));
  report::write_flag(writer, "fixable", rule.remedy == check::Remedy::kFix);
  report::write_text(writer, "title", rule.title);
  report::write_text(writer, "text", rule.text);
  report::write_text(writer, "way_out", rule.way_out);
  report::write_text_or_null(
      writer, "example",
      rule.example.empty() ? std::nullopt : std::optional(std::string(rule.example)));
}

void list_rules(const Context& context, bool json) {
  if (json) {
    JsonWriter writer = report::begin_answer("rules");
    writer.key("rules").begin_array();
    for (const check::Rule& rule : check::rules()) {
      writer.begin_object();
      write_rule(writer, rule);
      writer.end_object();
    }
    writer.end_array();
    return print_answer(context, std::move(writer));
  }
  report::Table table({{"CODE"}, {"IS"}, {"MEANS", report::Align::kLeft, 20}});
  for (const check::Rule& rule : check::rules()) {
    table.add({{std::string(rule.code)},
               {std::string(to_string(rule.severity))},
               {std::string(rule.title)}});
  }
  context.out(table.render(style_of(context)));
}

Result<int> run_explain(Context& context, const Arguments& arguments) {
  if (!arguments.has("CODE")) {
    list_rules(context, arguments.json());
    return 0;
  }
  const std::string& code = arguments.text("CODE");
  const check::Rule* rule = check::find_rule(code);
  if (rule == nullptr) {
    std::vector<std::string> codes;
    for (const check::Rule& known : check::rules()) codes.emplace_back(known.code);
    Error error{ErrorCode::kInvalidInput, "no finding has the code " + quoted(code)};
    const auto meant = nearest(code, codes);
    error.hints.push_back(meant ? "did you mean " + quoted(*meant) + "?" : "claudestep explain");
    return fail(std::move(error));
  }
  if (arguments.json()) {
    JsonWriter writer = report::begin_answer("explain");
    write_rule(writer, *rule);
    print_answer(context, std::move(writer));
  } else {
    context.out(rule_text(*rule, std::min(context.terminal.width, kWidestProse)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kExplainCommand = {
    .name = "explain",
    .group = Group::kCheck,
    .kind = CommandKind::kFree,
    .summary = "say what a finding means and how to settle it",
    .example = "claudestep explain time/no-zone",
    .description =
        "Findings of fsck and validate carry a code in brackets. This prints what it means, why it "
        "matters, and "
        "the way out. Without a code it lists them all.",
    .operands = {{.name = "CODE", .help = "the code of a finding", .optional = true}},
    .json_kind = "explain",
    .run = run_explain,
};

}  // namespace claudestep::cli
