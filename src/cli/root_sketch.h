// Owns: what can still be said of the root of a document whose syntax is broken.
// Leaves to others: what kind of document its keys tell (document_kinds.h).
#pragma once

#include <string_view>

#include "base/value.h"

namespace claudestep::cli {

// An object with the keys that `text` has at its root, as far as they can be seen without its
// grammar: each with an object, a string or null. An object has its own keys in the same way, with
// nothing inside. YAML is looked at up to the end of its first document. A guess, for text that no
// reader takes; linear in its size.
[[nodiscard]] Value sketch_root(std::string_view text);

}  // namespace claudestep::cli
