// Owns: schemas that the command line names: embedded ones by name, others by path, and the files
// beside those that they refer to.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/context.h"
#include "schema/validator.h"

namespace claudestep::cli {

// The schema ready to use. `word` is a name of `schema list`; with '/' or '.' in it, a path. A
// schema in a file may refer to itself, to embedded schemas, and to files in its own folder and
// those below, never through a link that leads out. kNotFound for a name that is none,
// kInvalidInput for a file that cannot be read, kSchemaUnusable for what is no schema.
[[nodiscard]] Result<schema::Schema> load_schema(const Context& context, const std::string& word,
                                                 schema::Formats formats);

}  // namespace claudestep::cli
