// Any schema on any instance, a line each: the schema is refused with a reason, or applied within
// its limits; each finding leads back to a place in the instance.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "codec/json_reader.h"
#include "schema/uri.h"
#include "schema/validator.h"

namespace {

namespace schema = claudestep::schema;
using claudestep::Document;
using claudestep::Result;
using claudestep::Value;

Result<Document> read_line(std::string bytes, const std::string& name) {
  claudestep::codec::JsonOptions options;
  options.file = name;
  return claudestep::codec::read_json(std::move(bytes), options);
}

bool leads_somewhere(const Value& root, std::string_view pointer) {
  const Value* at = &root;
  while (at != nullptr && !pointer.empty()) {
    const auto token = schema::take_token(pointer);
    if (!token) return false;
    if (at->is_array()) {
      const std::size_t index = std::stoul(*token);
      at = index < at->items.size() ? &at->items[index] : nullptr;
    } else {
      at = at->find(*token);
    }
  }
  return at != nullptr;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(text.find('\n'), text.size());
  const auto written = read_line(text.substr(0, line), "schema");
  const auto instance = read_line(text.substr(line), "instance");
  if (!written || !instance) return 0;
  schema::CompileOptions options;
  options.formats = schema::Formats::kAssert;
  options.load = schema::embedded_documents(read_line);
  const auto compiled = schema::compile(written->root(), options);
  if (!compiled) {
    CS_CHECK(compiled.error().code == claudestep::ErrorCode::kSchemaUnusable);
    CS_CHECK(!compiled.error().message.empty());
    return 0;
  }
  const schema::Limits limits{.findings = 50, .steps = 20'000, .pattern_steps = 2'000};
  const auto findings = schema::validate(*compiled, instance->root(), limits);
  if (!findings) return 0;
  CS_CHECK(findings->size() <= limits.findings);
  for (const schema::Finding& finding : *findings) {
    CS_CHECK(!finding.message.empty() && finding.mark.line >= 1);
    CS_CHECK(leads_somewhere(instance->root(), finding.instance));
  }
  return 0;
}
