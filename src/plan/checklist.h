// Owns: the tasks of a Markdown checklist such as `spec.md`.
//
// A task is a line of a bullet and a box, "- [ ] text", at any indentation. What is indented under
// it are its details. Lines inside a fenced block or an HTML comment are no tasks, nor are
// headings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "plan/plan.h"

namespace claudestep::plan {

// In document order. Never fails: what is no task is prose. Texts are trimmed, else as written.
[[nodiscard]] std::vector<Item> read_checklist(std::string_view bytes);

// The same as an object: `tasks`, each with `text` and `checked`, and its place that of its bullet.
[[nodiscard]] Value checklist_value(std::string_view bytes);

// `bytes` with the box of the task on `line` ticked, and nothing else changed. Requires: an item of
// read_checklist(bytes).
[[nodiscard]] std::string tick(std::string_view bytes, const Item& item);

}  // namespace claudestep::plan
