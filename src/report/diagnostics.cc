#include "report/diagnostics.h"

#include <set>

#include "base/text.h"
#include "report/json.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

Tone tone_of_severity(check::Severity severity) {
  switch (severity) {
    case check::Severity::kError:
    case check::Severity::kWarning:
      return Tone::kWarning;
    case check::Severity::kNote:
      break;
  }
  return Tone::kFaint;
}

std::string line_of(const check::Diagnostic& found, const Style& style) {
  std::string line = toned(safe(to_string(found.place)), Tone::kStrong, style);
  line += ": " + toned(to_string(found.severity), tone_of_severity(found.severity), style);
  line += ": " + safe(found.message);
  line += " " + toned("[" + found.code + "]", Tone::kFaint, style);
  return line + "\n";
}

void append_count(std::string& text, std::size_t count, std::string_view singular) {
  if (count == 0) return;
  text += (text.empty() ? "" : ", ") + counted(count, singular);
}

void write_diagnostic(JsonWriter& writer, const check::Diagnostic& found) {
  writer.begin_object();
  write_text(writer, "file", found.place.file);
  for (const auto& [key, number] :
       {std::pair("line", found.place.line), std::pair("column", found.place.column)}) {
    writer.key(key);
    if (number == 0) {
      writer.null();
    } else {
      writer.integer(number);
    }
  }
  write_text(writer, "severity", to_string(found.severity));
  write_text(writer, "code", found.code);
  write_text(writer, "message", found.message);
  write_text(writer, "hint", found.hint);
  write_text_or_null(writer, "path", found.path.empty() ? std::nullopt : std::optional(found.path));
  write_flag(writer, "fixable", found.fixable);
  if (!found.schema.empty()) {
    write_text(writer, "instance", found.instance);
    write_text(writer, "schema", found.schema);
  }
  writer.end_object();
}

}  // namespace

std::string diagnostics_text(const std::vector<check::Diagnostic>& diagnostics,
                             const Style& style) {
  std::string text;
  std::set<std::string> told;
  for (const check::Diagnostic& found : diagnostics) {
    text += line_of(found, style);
    if (!found.hint.empty() && told.insert(found.code + found.hint).second) {
      text += "  hint: " + safe(found.hint) + "\n";
    }
  }
  return text;
}

std::string diagnostics_excerpts(const std::vector<check::Diagnostic>& diagnostics,
                                 const FindSource& source, const Style& style) {
  std::string text;
  for (const check::Diagnostic& found : diagnostics) {
    text += line_of(found, style);
    const SourceText* lines = found.place.line == 0 ? nullptr : source(found.place.file);
    if (lines != nullptr) {
      text += excerpt(*lines, Mark{found.place.line, found.place.column}, style);
    }
    if (!found.hint.empty()) text += "  hint: " + safe(found.hint) + "\n";
  }
  return text;
}

std::string diagnostics_jsonl(const std::vector<check::Diagnostic>& diagnostics) {
  std::string text;
  for (const check::Diagnostic& found : diagnostics) {
    JsonWriter writer(JsonLayout::kCompact);
    write_diagnostic(writer, found);
    text += std::move(writer).finish() + "\n";
  }
  return text;
}

std::string diagnostics_summary(std::size_t files, const check::Tally& tally, const Style& style,
                                std::size_t passed_over) {
  std::string found;
  append_count(found, tally.errors, "error");
  append_count(found, tally.warnings, "warning");
  append_count(found, tally.notes, "note");
  if (found.empty()) found = toned("nothing found", Tone::kGood, style);
  if (passed_over > 0) {
    found += "; " + std::to_string(passed_over) + " more could not be read and " +
             (passed_over == 1 ? "was" : "were") + " passed over";
  }
  return counted(files, "file") + " checked: " + found + "\n";
}

std::string diagnostics_json(std::size_t files, const std::vector<check::Diagnostic>& diagnostics,
                             const std::optional<Repaired>& repaired,
                             const std::optional<std::size_t>& unread) {
  const check::Tally tally = tally_of(diagnostics);
  JsonWriter writer = begin_answer("diagnostics");
  write_count(writer, "files", static_cast<Int128>(files));
  if (unread) write_count(writer, "unread", static_cast<Int128>(*unread));
  write_count(writer, "errors", static_cast<Int128>(tally.errors));
  write_count(writer, "warnings", static_cast<Int128>(tally.warnings));
  writer.key("diagnostics").begin_array();
  for (const check::Diagnostic& found : diagnostics) write_diagnostic(writer, found);
  writer.end_array();
  if (repaired) {
    write_count(writer, "fixed", static_cast<Int128>(repaired->findings));
    write_text_or_null(writer, "commit", repaired->commit);
  }
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
