#include "schema/embedded.h"

#include <algorithm>

namespace claudestep::schema {
namespace {

constexpr std::string_view kFormatBase = "urn:claudestep:schema:";
constexpr std::string_view kDraft7 = "http://json-schema.org/draft-07/schema";
constexpr std::string_view kDraft202012 = "https://json-schema.org/draft/2020-12/";
constexpr std::string_view kVocabularyPrefix = "draft-2020-12.";

// "feature-spec" of "feature-spec.schema.json".
std::string without_suffix(std::string_view name) {
  for (const std::string_view suffix : {".schema.json", ".json"}) {
    if (name.ends_with(suffix)) return std::string(name.substr(0, name.size() - suffix.size()));
  }
  return std::string(name);
}

void append_sorted(std::vector<EmbeddedSchema>& schemas, const std::vector<EmbeddedFile>& files,
                   EmbeddedKind kind) {
  const auto first = static_cast<std::ptrdiff_t>(schemas.size());
  for (const EmbeddedFile& file : files) {
    schemas.push_back({without_suffix(file.name), kind, file.bytes});
  }
  std::sort(schemas.begin() + first, schemas.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
}

}  // namespace

const std::vector<EmbeddedSchema>& embedded_schemas() {
  static const std::vector<EmbeddedSchema> schemas = [] {
    std::vector<EmbeddedSchema> all;
    append_sorted(all, schema_files(), EmbeddedKind::kFormat);
    append_sorted(all, metaschema_files(), EmbeddedKind::kMetaschema);
    return all;
  }();
  return schemas;
}

const EmbeddedSchema* find_embedded(std::string_view name) {
  for (const EmbeddedSchema& schema : embedded_schemas()) {
    if (schema.name == name) return &schema;
  }
  return nullptr;
}

const EmbeddedSchema* find_embedded_uri(std::string_view uri) {
  for (const EmbeddedSchema& schema : embedded_schemas()) {
    if (embedded_uri(schema) == uri) return &schema;
  }
  return nullptr;
}

std::string embedded_uri(const EmbeddedSchema& schema) {
  if (schema.kind == EmbeddedKind::kFormat) {
    return std::string(kFormatBase) + schema.name;
  }
  if (schema.name == "draft-07") return std::string(kDraft7);
  if (schema.name.starts_with(kVocabularyPrefix)) {
    return std::string(kDraft202012) + "meta/" + schema.name.substr(kVocabularyPrefix.size());
  }
  return std::string(kDraft202012) + "schema";
}

}  // namespace claudestep::schema
