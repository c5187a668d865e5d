// Owns: how the records of each dialect lie in its document, and what each becomes in 2.0 form.
// Leaves to others: the records themselves (records.h). docs/formats/project.md tells it in words.
#pragma once

#include "base/result.h"
#include "codec/record_reader.h"
#include "model/project.h"

namespace claudestep::codec {

// Each reads a whole document of its dialect into an empty project.
[[nodiscard]] Status read_hybrid(RecordReader& document, model::Project& project);
[[nodiscard]] Status read_spec_and_executions(RecordReader& document, model::Project& project);
[[nodiscard]] Status read_pull_request_centred(RecordReader& document, model::Project& project);
// `list` is "steps" or "tasks": both kinds of 1.0 document hold records that are task and pull
// request.
[[nodiscard]] Status read_version_one(RecordReader& document, std::string_view list,
                                      model::Project& project);

}  // namespace claudestep::codec
