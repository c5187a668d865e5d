// Owns: reading the YAML that most documents are written in: maps and sequences by indentation,
// text plain, quoted or in blocks, small collections in brackets. It knows no more, and says so;
// what it reads it reads as the library does, many times faster. Leaves to others: all other YAML,
// and every mistake (yaml_reader.cc, through yaml-cpp).
#pragma once

#include <string_view>

#include "codec/yaml_builder.h"

namespace claudestep::codec {

// Tells `builder` the document. False when it is not surely of that kind: then nothing that the
// builder has is worth anything. Throws YamlRefusal as the builder does.
[[nodiscard]] bool read_plain_yaml(std::string_view text, YamlBuilder& builder);

}  // namespace claudestep::codec
