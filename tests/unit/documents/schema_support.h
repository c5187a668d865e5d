// Owns: schemas and instances written as JSON, for tests.
#pragma once

#include <string>
#include <vector>

#include "codec/json_reader.h"
#include "schema/validator.h"

namespace claudestep::schema {

inline Result<Document> read_json_named(std::string bytes, const std::string& name) {
  codec::JsonOptions options;
  options.file = name;
  return codec::read_json(std::move(bytes), options);
}

// "LINE:COLUMN POINTER MESSAGE (HINT) [SCHEMA LOCATION]", one a finding; or what compile() or
// validate() says.
inline std::vector<std::string> findings_of(const std::string& schema, const std::string& instance,
                                            CompileOptions options = {}) {
  const auto schema_document = read_json_named(schema, "schema.json");
  const auto instance_document = read_json_named(instance, "instance.json");
  if (!schema_document || !instance_document) return {"no JSON"};
  options.file = "schema.json";
  if (!options.load) options.load = embedded_documents(read_json_named);
  const auto compiled = compile(schema_document->root(), options);
  const auto told = [](const Error& error) {
    std::string text = to_string(error.place) + ": " + error.message;
    for (const std::string& cause : error.causes) text += "; " + cause;
    return std::vector<std::string>{text};
  };
  if (!compiled) return told(compiled.error());
  const auto findings = validate(*compiled, instance_document->root());
  if (!findings) return told(findings.error());
  std::vector<std::string> lines;
  for (const Finding& finding : *findings) {
    std::string line = std::to_string(finding.mark.line) + ":" +
                       std::to_string(finding.mark.column) + " " + finding.instance + " " +
                       finding.message;
    if (!finding.hint.empty()) line += " (" + finding.hint + ")";
    lines.push_back(line + " [" + finding.schema + "]");
  }
  return lines;
}

}  // namespace claudestep::schema
