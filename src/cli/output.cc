#include "cli/output.h"

#include <utility>

#include "base/text.h"
#include "cli/asked.h"
#include "report/json.h"

namespace claudestep::cli {
namespace {

void talk(const Context& context, std::string_view prefix, Paint paint, std::string_view text) {
  if (!context.err) return;
  std::string line;
  if (!prefix.empty()) line = painted(prefix, paint, context.terminal.err_color) + " ";
  line += text;
  line += '\n';
  context.err(line);
}

std::string_view escape_code(Paint paint) {
  switch (paint) {
    case Paint::kPlain:
      return "";
    case Paint::kBold:
      return "\x1b[1m";
    case Paint::kDim:
      return "\x1b[2m";
    case Paint::kRed:
      return "\x1b[31m";
    case Paint::kGreen:
      return "\x1b[32m";
    case Paint::kYellow:
      return "\x1b[33m";
    case Paint::kCyan:
      return "\x1b[36m";
  }
  return "";
}

}  // namespace

void say(const Context& context, std::string_view text) {
  if (context.talk != Talk::kQuiet) talk(context, "", Paint::kPlain, text);
}

void explain(const Context& context, std::string_view text) {
  if (context.talk == Talk::kVerbose) talk(context, "note:", Paint::kCyan, text);
}

void warn(const Context& context, std::string_view text) {
  talk(context, "warning:", Paint::kYellow, text);
}

void hint(const Context& context, std::string_view text) {
  if (context.talk != Talk::kQuiet) {
    talk(context, "hint:", Paint::kCyan, for_asked(context.asked, std::string(text)));
  }
}

void print_answer(const Context& context, JsonWriter answer) {
  context.out(report::end_answer(std::move(answer)));
}

std::string painted(std::string_view text, Paint paint, bool allowed) {
  if (!allowed || paint == Paint::kPlain || text.empty()) return std::string(text);
  std::string out(escape_code(paint));
  out += text;
  out += "\x1b[0m";
  return out;
}

}  // namespace claudestep::cli
