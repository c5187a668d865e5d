// Owns: one document through everything that is known of its kind: reading, schema, typed model,
// rules.
// Leaves to others: which documents there are (document_inputs.h), how findings show (report/).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "base/value.h"
#include "check/diagnostic.h"
#include "cli/document_kinds.h"
#include "schema/validator.h"

namespace claudestep::cli {

// Reads a document by the form that its kind and its name tell: progress files as Markdown, `.json`
// and `.af` as JSON, anything else as YAML. kInvalidInput with place and reason.
[[nodiscard]] Result<Document> read_document(std::string bytes, const std::string& file,
                                             std::optional<DocumentKind> kind);

struct DocumentInput {
  std::string file;  // as diagnostics name it
  std::string bytes;
  std::optional<DocumentKind> kind;    // where it is told from outside
  std::optional<std::string> earlier;  // the same document in `revision`
  std::string revision;
  bool is_named = true;        // on the command line; else it counts only when its kind is told
  bool is_name_enough = true;  // else its keys, or those it had, are to say that it is one of ours
  bool is_key_enough = true;   // else it takes more than a key that others have as well
};

struct DocumentFindings {
  std::optional<DocumentKind> kind;            // none: it was passed over, or nothing tells it
  std::vector<check::Diagnostic> diagnostics;  // sorted
  bool is_foreign = false;                     // passed over: only its name is one of ours
  bool has_common_key = false;                 // passed over: only a key is one of ours
  std::optional<Error> unread;  // passed over: it cannot be read, and nothing tells its kind
};

// The schemas of all kinds, ready to use. Shared by threads.
class DocumentSchemas {
 public:
  [[nodiscard]] static Result<DocumentSchemas> compile();
  [[nodiscard]] const schema::Schema& of(DocumentKind kind) const { return schemas_.at(kind); }

 private:
  std::map<DocumentKind, schema::Schema> schemas_;
};

// What is wrong with a document; what keeps it from being read is a finding too. Pure.
[[nodiscard]] DocumentFindings validate_document(const DocumentInput& input,
                                                 const DocumentSchemas& schemas, Instant now);

}  // namespace claudestep::cli
