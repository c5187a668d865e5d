// Owns: the Markdown of a progress file into a positioned Value.
// Leaves to others: its schema, its typed reader (documents.h).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"

namespace claudestep::codec {

// Reads a file that begins with "# Claude Progress File". The Value is an object: `title`, and each
// section ("## Session Info") as a member named by its heading in lower case with underscores.
//   session_info, current_state: objects of the lines "key: value", values as texts
//   completed_this_session, in_progress: arrays of lines with a checkbox, as objects of `checked`,
//     `text`, `id` and `percent` where the line has them, and `children` for those indented below
//   files_modified_this_session: arrays of `path` and, where the line has one, `change`
//   blockers, notes_for_next_session, key_decisions_made, questions_for_human: arrays of texts
//   any other section: its lines as one text
// The word None, in any letter case, is an empty array. Refused, as kInvalidInput with line and
// column: another beginning, a section or a key given twice, a line that is none of what its
// section has, nesting past 128, bad UTF-8.
[[nodiscard]] Result<Document> read_progress(std::string bytes, const std::string& file = {});

// Whether the text begins as a progress file does.
[[nodiscard]] bool looks_like_progress(std::string_view bytes);

}  // namespace claudestep::codec
