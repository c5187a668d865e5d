#include "schema/validator.h"

#include <utility>

#include "base/text.h"
#include "schema/compiler.h"
#include "schema/embedded.h"
#include "schema/evaluation.h"
#include "schema/messages.h"

namespace claudestep::schema {

Result<Schema> compile(const Value& schema, const CompileOptions& options) {
  CS_ASSIGN(auto program, Compiler(options).run(schema));
  return Schema(std::move(program));
}

Result<std::vector<Finding>> validate(const Schema& schema, const Value& instance,
                                      const Limits& limits) {
  Evaluation evaluation(schema.program(), limits);
  evaluation.apply(*schema.program().root, Instance{.value = instance}, nullptr);
  return std::move(evaluation).finish();
}

LoadDocument embedded_documents(ReadJson read) {
  return [read =
              std::move(read)](const std::string& uri) -> Result<std::shared_ptr<const Document>> {
    const EmbeddedSchema* schema = find_embedded_uri(uri);
    if (schema == nullptr) {
      return fail(Error{ErrorCode::kNotFound, code(uri) + " is no schema of this program"}.hint(
          "nothing is fetched; a schema may refer to itself, to files beside it and to those of "
          "'claudestep schema list'"));
    }
    CS_ASSIGN(Document document, read(std::string(schema->bytes), schema->name));
    return std::make_shared<const Document>(std::move(document));
  };
}

Error no_such_schema(std::string_view name) {
  std::vector<std::string> names;
  for (const EmbeddedSchema& known : embedded_schemas()) names.push_back(known.name);
  Error error{ErrorCode::kNotFound, "there is no schema " + quoted(name)};
  const auto meant = nearest(name, names);
  error.hints.push_back(meant ? "did you mean " + quoted(*meant) + "?" : "claudestep schema list");
  return error;
}

Result<Schema> compile_embedded(std::string_view name, const ReadJson& read) {
  const EmbeddedSchema* schema = find_embedded(name);
  if (schema == nullptr) return fail(no_such_schema(name));
  CS_ASSIGN(const Document document, read(std::string(schema->bytes), schema->name));
  CompileOptions options;
  options.uri = embedded_uri(*schema);
  options.file = schema->name;
  options.formats = Formats::kAssert;
  options.load = embedded_documents(read);
  return compile(document.root(), options);
}

}  // namespace claudestep::schema
