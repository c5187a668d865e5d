#include "report/unreadable.h"

#include "report/json.h"
#include "report/text.h"

namespace claudestep::report {

std::string unreadable_text(const std::vector<query::UnreadableFile>& files, const Style& style) {
  std::string text = toned("could not be read, and not counted above:", Tone::kWarning, style);
  text += "\n";
  for (const query::UnreadableFile& file : files) {
    text += "  - " + safe(file.file) + ": " + safe(file.message) + "\n";
  }
  return text;
}

void write_unreadable_files(JsonWriter& writer, const std::vector<query::UnreadableFile>& files) {
  writer.key("unreadable").begin_array();
  for (const query::UnreadableFile& file : files) {
    writer.begin_object();
    write_text(writer, "file", file.file);
    write_text(writer, "message", file.message);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace claudestep::report
