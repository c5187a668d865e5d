// Any bytes as a document of any kind, which the first line names: reader, schema, typed reader and
// rules answer with findings that have a known code and a place in the document. Held against
// itself a document takes no step, so nothing more is found.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/rules.h"
#include "cli/validation.h"

namespace {

namespace cli = claudestep::cli;
using claudestep::check::Diagnostic;

const cli::DocumentSchemas& document_schemas() {
  static const auto schemas = cli::DocumentSchemas::compile();
  CS_CHECK(schemas.has_value());
  return *schemas;
}

void check_findings(const std::vector<Diagnostic>& findings, const std::string& bytes) {
  const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  // A reader may count other breaks of lines than '\n', but none that takes no byte.
  const std::size_t most = lines + bytes.size();
  for (const Diagnostic& found : findings) {
    CS_CHECK(claudestep::check::find_rule(found.code) != nullptr);
    CS_CHECK(!found.message.empty());
    CS_CHECK(found.place.line <= most);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const auto kind = cli::find_document_kind(text.substr(0, end));
  if (!kind) return 0;
  cli::DocumentInput input;
  input.file = "f";
  input.bytes = text.substr(std::min(end + 1, text.size()));
  input.kind = kind;
  const auto found = cli::validate_document(input, document_schemas(), {});
  check_findings(found.diagnostics, input.bytes);
  input.earlier = input.bytes;
  input.revision = "HEAD";
  const auto again = cli::validate_document(input, document_schemas(), {});
  CS_CHECK(again.diagnostics == found.diagnostics);
  return 0;
}
