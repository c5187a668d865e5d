// Owns: Diagnostic, one thing found in a document, a folder or a history, and where it is.
// Leaves to others: what is looked for (the rules of this folder), how a finding shows (report/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace claudestep::check {

enum class Severity : std::uint8_t { kError, kWarning, kNote };

// "error", "warning", "note".
[[nodiscard]] std::string_view to_string(Severity severity);

struct Diagnostic {
  Place place;  // line and column are 0 for what concerns a whole file
  Severity severity = Severity::kError;
  std::string code;     // "time/no-zone": one of rules()
  std::string message;  // lower case, no full stop
  std::string hint;     // the way out: what to run, or what a person must decide
  std::string path;     // of the instance, "pull_requests[3].created_at"; "" for the whole document
  bool fixable = false;  // `fsck --fix` has the one right answer
  // Of a finding of a schema: the JSON pointer to the value, and where the keyword stands,
  // "urn:claudestep:schema:feature-spec#/properties/tasks"; both "" for the finding of a rule.
  std::string instance = {};
  std::string schema = {};

  bool operator==(const Diagnostic&) const = default;
};

// A finding of the rule `code`, which gives severity, hint and whether it is fixable. Requires: a
// code of rules().
[[nodiscard]] Diagnostic diagnose(std::string_view code, Place place, std::string message,
                                  std::string path = {});

// Makes `diagnostic` one that `fsck --fix` repairs although its rule in general has no one answer.
void make_fixable(Diagnostic& diagnostic);

// By file, line, column and code; equal ones stay in the order they had.
void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

struct Tally {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t fixable = 0;

  bool operator==(const Tally&) const = default;
};
[[nodiscard]] Tally tally_of(const std::vector<Diagnostic>& diagnostics);

}  // namespace claudestep::check
