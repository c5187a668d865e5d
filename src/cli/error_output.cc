#include "cli/error_output.h"

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/output.h"
#include "report/text.h"

namespace claudestep::cli {
namespace {

// `text` safe to show; what comes from git or a remote may have several lines, which stay lines,
// indented.
std::string lines_of(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!out.empty() && !line.empty()) out += "\n    ";
    out += report::safe(line);
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

std::string error_text(const Context& context, const Error& error) {
  const bool color = context.terminal.err_color;
  std::string out = painted("error:", Paint::kRed, color) + " ";
  if (!error.place.file.empty()) out += report::safe(to_string(error.place)) + ": ";
  out += lines_of(error.message) + "\n";
  for (const std::string& cause : error.causes) out += "  caused by: " + lines_of(cause) + "\n";
  for (const std::string& hint : error.hints) {
    out += painted("hint:", Paint::kCyan, color) + " " + lines_of(hint) + "\n";
  }
  return out;
}

// Bytes that are no UTF-8, of a file's name perhaps, become visible escapes.
std::string utf8(std::string_view text) {
  const bool valid = find_invalid_utf8(text) == std::string_view::npos;
  return valid ? std::string(text) : escape_for_terminal(text);
}

void write_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  for (const std::string& text : texts) json.string(utf8(text));
  json.end_array();
}

void write_place(JsonWriter& json, const Place& place) {
  json.key("place");
  if (place.file.empty()) {
    json.null();
    return;
  }
  const auto number = [&](std::string_view key, std::uint32_t value) {
    json.key(key);
    if (value == 0)
      json.null();
    else
      json.integer(value);
  };
  json.begin_object().key("file").string(utf8(place.file));
  number("line", place.line);
  number("column", place.column);
  json.end_object();
}

std::string error_json(const Error& error) {
  JsonWriter json(JsonLayout::kCompact);
  json.begin_object().key("kind").string("error").key("version").integer(1);
  json.key("code").string(error_code_name(error.code));
  json.key("message").string(utf8(error.message));
  write_list(json, "causes", error.causes);
  write_list(json, "hints", error.hints);
  json.key("retryable").boolean(error.retryable());
  write_place(json, error.place);
  json.end_object();
  return std::move(json).finish() + "\n";
}

}  // namespace

void print_error(const Context& context, const Error& error, ErrorForm form) {
  context.err(form == ErrorForm::kJson ? error_json(error) : error_text(context, error));
}

}  // namespace claudestep::cli
