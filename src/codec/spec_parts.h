// Owns: the records that feature, task and API documents share. Private to codec/.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "codec/fields.h"
#include "model/spec.h"

namespace claudestep::codec {

// Reads the members of a task; `role` and `status` of a task file are its own.
[[nodiscard]] model::SpecTask read_spec_task(const Value& value, std::string path,
                                             std::string_view role, Refusals& refusals);
[[nodiscard]] model::SpecTask task_of_fields(Fields& fields);

[[nodiscard]] model::Endpoint read_endpoint(const Value& value, std::string path,
                                            Refusals& refusals);

// Appends what looks like an id in the texts of `value`, keys not included, and leaves out members
// of the outermost object that `skipped` names.
void collect_mentions(const Value& value, const std::string& path,
                      std::initializer_list<std::string_view> skipped,
                      std::vector<model::Words>& mentions);

}  // namespace claudestep::codec
