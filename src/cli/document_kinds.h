// Owns: the kinds of documents that can be validated, and how a file is told to be one of them.
// Leaves to others: what is wrong with it (validation.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace claudestep::cli {

enum class DocumentKind : std::uint8_t {
  kProject,
  kFeatureSpec,
  kTaskSpec,
  kApiContract,
  kPhaseData,
  kTrustModel,
  kAgentFile,
  kCompoundMetrics,
  kProgressFile,
  kAutomationRun,
  kConfiguration,
};

// "feature-spec": the name of its schema as well.
[[nodiscard]] std::string_view name_of(DocumentKind kind);
[[nodiscard]] std::optional<DocumentKind> find_document_kind(std::string_view name);
// For the choices of options, in the order of the enumeration.
[[nodiscard]] const std::vector<std::string_view>& document_kind_names();

// What the path alone tells: its last names are compared.
[[nodiscard]] std::optional<DocumentKind> kind_of_path(std::string_view path);

// The key at the root that a document of a kind has whose name others give their files as well;
// empty for a kind that nothing but its place tells.
[[nodiscard]] std::string_view telling_key(DocumentKind kind);

// What the keys at the root tell.
[[nodiscard]] std::optional<DocumentKind> kind_of_root(const Value& root);

// Whether what kind_of_root() tells is told by more than one word that anybody may use.
[[nodiscard]] bool is_surely(DocumentKind kind, const Value& root);

// A document to begin with: with comments where its form has them, and without a finding.
[[nodiscard]] std::string_view document_template(DocumentKind kind);

}  // namespace claudestep::cli
