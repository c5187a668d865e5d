// Owns: how the project files show that could not be read and are in no sum.
#pragma once

#include <string>
#include <vector>

#include "base/json_writer.h"
#include "query/unreadable.h"
#include "report/style.h"

namespace claudestep::report {

// A heading and a line a file. Requires: at least one file.
[[nodiscard]] std::string unreadable_text(const std::vector<query::UnreadableFile>& files,
                                          const Style& style);
// The member `unreadable`: {file, message} each.
void write_unreadable_files(JsonWriter& writer, const std::vector<query::UnreadableFile>& files);

}  // namespace claudestep::report
