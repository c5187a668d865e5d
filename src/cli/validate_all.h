// Owns: many documents held to what is known of their kinds, on every core, and how what was found
// shows as text.
// Leaves to others: one document (validation.h), which documents (document_inputs.h).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/diagnostic.h"
#include "cli/context.h"
#include "cli/document_inputs.h"
#include "cli/validation.h"
#include "git/repository.h"
#include "report/style.h"

namespace claudestep::cli {

struct ValidationResult {
  std::size_t files = 0;
  std::size_t unread = 0;  // passed over since they cannot be read and nothing tells their kind
  std::vector<check::Diagnostic> diagnostics;
  std::map<std::string, std::string> texts;  // of the files that have findings
};

// All of them, in parallel; the answer does not depend on who was first. The bytes of `sources` are
// gone afterwards.
[[nodiscard]] ValidationResult validate_all(const Context& context,
                                            std::vector<DocumentSource>& sources,
                                            const DocumentSchemas& schemas);

// What is staged, with what the revision `against` (else HEAD, where there is one) has in its
// place.
[[nodiscard]] Result<std::vector<DocumentSource>> staged_sources(
    const Context& context, const git::Repository& repository, std::optional<std::string> against);

// Each finding with the line it is about.
[[nodiscard]] std::string excerpts_of(const ValidationResult& result, const report::Style& style);

}  // namespace claudestep::cli
