// Findings for CI: annotations of GitHub Actions and SARIF.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/rules.h"
#include "report/diagnostics.h"
#include "report/json.h"

namespace claudestep::report {

namespace {

using check::Diagnostic;
using check::Severity;

constexpr std::string_view kSarifSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

void append_percent(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHexDigits[byte >> 4U];
  out += kHexDigits[byte & 0xfU];
}

// Escaped as workflow commands ask it: in a message the ends of lines, in a property what ends one.
std::string command_text(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
  return out;
}

std::string command_message(std::string_view text) {
  return command_text(escape_for_terminal(text), "%\r\n");
}

std::string command_property(std::string_view text) {
  return command_text(escape_for_terminal(text), "%\r\n:,");
}

std::string_view command_of(Severity severity) {
  if (severity == Severity::kError) return "error";
  return severity == Severity::kWarning ? "warning" : "notice";
}

bool is_unreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_' || c == '~' || c == '/';
}

// A URI reference: a path relative to where the tool ran, or of the file system.
std::string uri_of(std::string_view file) {
  std::string uri = file.starts_with('/') ? "file://" : "";
  for (const char c : file) {
    if (is_unreserved(c)) {
      uri += c;
    } else {
      append_percent(uri, c);
    }
  }
  return uri;
}

void write_message(JsonWriter& writer, std::string_view key, std::string_view text) {
  writer.key(key).begin_object();
  write_text(writer, "text", text);
  writer.end_object();
}

// The codes that were found, each once, in the order of the table.
std::vector<const check::Rule*> rules_found(const std::vector<Diagnostic>& diagnostics) {
  std::vector<const check::Rule*> found;
  for (const check::Rule& rule : check::rules()) {
    const bool is_found = std::any_of(diagnostics.begin(), diagnostics.end(),
                                      [&](const Diagnostic& one) { return one.code == rule.code; });
    if (is_found) found.push_back(&rule);
  }
  return found;
}

void write_sarif_rule(JsonWriter& writer, const check::Rule& rule) {
  writer.begin_object();
  write_text(writer, "id", rule.code);
  write_message(writer, "shortDescription", rule.title);
  write_message(writer, "fullDescription", rule.text);
  write_message(writer, "help", "Way out: " + std::string(rule.way_out) + ".");
  writer.key("defaultConfiguration").begin_object();
  write_text(writer, "level", to_string(rule.severity));
  writer.end_object();
  writer.end_object();
}

void write_location(JsonWriter& writer, const Diagnostic& found) {
  writer.begin_object().key("physicalLocation").begin_object();
  writer.key("artifactLocation").begin_object();
  write_text(writer, "uri", uri_of(found.place.file));
  writer.end_object();
  if (found.place.line != 0) {
    writer.key("region").begin_object();
    write_count(writer, "startLine", found.place.line);
    if (found.place.column != 0) write_count(writer, "startColumn", found.place.column);
    writer.end_object();
  }
  writer.end_object().end_object();
}

void write_result(JsonWriter& writer, const Diagnostic& found,
                  const std::vector<const check::Rule*>& rules) {
  const auto rule = std::find_if(rules.begin(), rules.end(),
                                 [&](const check::Rule* one) { return one->code == found.code; });
  writer.begin_object();
  write_text(writer, "ruleId", found.code);
  write_count(writer, "ruleIndex", rule - rules.begin());
  write_text(writer, "level", to_string(found.severity));
  const std::string hint = found.hint.empty() ? "" : "\nhint: " + found.hint;
  write_message(writer, "message", found.message + hint);
  writer.key("locations").begin_array();
  write_location(writer, found);
  writer.end_array();
  writer.end_object();
}

}  // namespace

std::string diagnostics_github(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& found : diagnostics) {
    text += "::" + std::string(command_of(found.severity)) +
            " file=" + command_property(found.place.file);
    if (found.place.line != 0) text += ",line=" + std::to_string(found.place.line);
    if (found.place.column != 0) text += ",col=" + std::to_string(found.place.column);
    text += ",title=" + command_property(found.code) + "::" + command_message(found.message);
    if (!found.hint.empty()) text += "%0Ahint: " + command_message(found.hint);
    text += "\n";
  }
  return text;
}

std::string diagnostics_sarif(const std::vector<Diagnostic>& diagnostics,
                              std::string_view version) {
  const auto rules = rules_found(diagnostics);
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "$schema", kSarifSchema);
  write_text(writer, "version", "2.1.0");
  writer.key("runs").begin_array().begin_object();
  writer.key("tool").begin_object().key("driver").begin_object();
  write_text(writer, "name", "claudestep");
  write_text(writer, "version", version);
  writer.key("rules").begin_array();
  for (const check::Rule* rule : rules) write_sarif_rule(writer, *rule);
  writer.end_array().end_object().end_object();
  write_text(writer, "columnKind", "unicodeCodePoints");
  writer.key("results").begin_array();
  for (const Diagnostic& found : diagnostics) write_result(writer, found, rules);
  writer.end_array().end_object().end_array();
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
