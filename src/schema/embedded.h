// Owns: the schemas that the program carries: those of schemas/ and the metaschemas.
// Leaves to others: parsing them (codec/), making them ready to use (validator.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claudestep::schema {

// A file whose bytes were made part of the program (cmake/embed.cmake). Valid for ever.
struct EmbeddedFile {
  std::string_view name;  // "feature-spec.schema.json"
  std::string_view bytes;
};
[[nodiscard]] const std::vector<EmbeddedFile>& schema_files();
[[nodiscard]] const std::vector<EmbeddedFile>& metaschema_files();

enum class EmbeddedKind { kFormat, kMetaschema };

struct EmbeddedSchema {
  std::string name;  // "feature-spec", "draft-07", "draft-2020-12.core"
  EmbeddedKind kind = EmbeddedKind::kFormat;
  std::string_view bytes;
};

// All of them, by name, formats first.
[[nodiscard]] const std::vector<EmbeddedSchema>& embedded_schemas();

// The schema with that name, or null. Valid for ever.
[[nodiscard]] const EmbeddedSchema* find_embedded(std::string_view name);

// The schema that is known by `uri` (its `$id`, without a fragment), or null.
[[nodiscard]] const EmbeddedSchema* find_embedded_uri(std::string_view uri);

// The `$id` that a schema of that name has.
[[nodiscard]] std::string embedded_uri(const EmbeddedSchema& schema);

}  // namespace claudestep::schema
