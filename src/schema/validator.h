// Owns: JSON Schema over Value: drafts 2020-12 and 7 made ready to use, and what they find.
// Leaves to others: reading documents (codec/), finding schemas in files (cli/), how a finding is
// shown (check/, report/). Nothing here reads a file or the network.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"

namespace claudestep::schema {

// One thing about an instance that its schema does not allow.
struct Finding {
  std::string keyword;   // that is not met: "required", "enum"; "false" of a schema `false`
  std::string instance;  // JSON pointer to the value: "/tasks/qa/0"; "" is the whole document
  std::string path;      // the same for people: "tasks.qa[0]"
  std::string schema;    // where the keyword stands: "https://...#/properties/tasks/required"
  Mark mark;             // of the value; of the key for a member that must not be there
  std::string message;   // a sentence, lower case, no full stop, the subject in back quotes
  std::string hint;      // "did you mean `high`?" or ""

  bool operator==(const Finding&) const = default;
};

enum class Formats {
  kAnnotate,  // `format` says nothing, unless the schema's own vocabulary asks
  kAssert,    // it must hold
};

// Gives the document behind an absolute URI without a fragment. kNotFound when there is none to
// give; what it says otherwise is the reason why the schema cannot be used.
using LoadDocument = std::function<Result<std::shared_ptr<const Document>>(const std::string& uri)>;

struct CompileOptions {
  std::string uri = "schema:";  // where the schema lies: what its references are relative to
  std::string file = {};        // for the places of errors
  Formats formats = Formats::kAnnotate;
  std::string dialect = {};  // of a schema without `$schema`: its metaschema's URI; "" is 2020-12
  LoadDocument load = {};    // what references outside the schema lead to; none without it
};

struct Limits {
  std::size_t findings = 1000;          // the last one says how many more there are
  std::size_t steps = 50'000'000;       // keywords applied, before the schema counts as unusable
  std::size_t pattern_steps = 200'000;  // of PCRE2, for one pattern on one text
};

class Program;

// A schema made ready to use. Cheap to copy, shareable between threads; holds on to nothing that
// was given to compile().
class Schema {
 public:
  explicit Schema(std::shared_ptr<const Program> program) : program_(std::move(program)) {}
  [[nodiscard]] const Program& program() const { return *program_; }

 private:
  std::shared_ptr<const Program> program_;
};

// Makes `schema` ready. Returns kSchemaUnusable, with place and reason, for a keyword whose value
// is none it can have, a reference that leads nowhere, a pattern that is no regular expression, a
// dialect other than 2020-12 (the default) and 7.
[[nodiscard]] Result<Schema> compile(const Value& schema, const CompileOptions& options = {});

// What `instance` does against `schema`, in the schema's order; empty when it is valid. Returns
// kSchemaUnusable when references go in a circle or it takes more than the limits.
[[nodiscard]] Result<std::vector<Finding>> validate(const Schema& schema, const Value& instance,
                                                    const Limits& limits = {});

// Reads the bytes of an embedded schema, under a name for places: codec::read_json, which this
// folder may not see.
using ReadJson = std::function<Result<Document>(std::string bytes, const std::string& name)>;

// Embedded schemas by URI: for CompileOptions::load.
[[nodiscard]] LoadDocument embedded_documents(ReadJson read);

// kNotFound "there is no schema 'x'", with what may have been meant.
[[nodiscard]] Error no_such_schema(std::string_view name);

// The embedded schema of that name, with `format` asserted. kNotFound when there is none.
[[nodiscard]] Result<Schema> compile_embedded(std::string_view name, const ReadJson& read);

}  // namespace claudestep::schema
