// Owns: the regular expressions of schemas: ECMA 262 on PCRE2, bounded in time and memory.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace claudestep::schema {

// `source`, an ECMA 262 regular expression, as PCRE2 spells it; kSchemaUnusable with the reason for
// what is none: escapes and groups that only Perl knows, quantifiers upon quantifiers.
[[nodiscard]] Result<std::string> ecma_to_pcre(std::string_view source);

struct CompiledPattern;

// How much matching may cost.
struct PatternLimits {
  std::size_t steps = 200'000;    // of one search
  std::size_t total = 5'000'000;  // of all searches that are not cheap
};

// kNotTried: it takes more than what is cheap, and the total is used up.
enum class PatternMatch { kFound, kNotFound, kTooHard, kNotTried };

// What searches need besides the pattern. One thread's own.
class PatternScratch {
 public:
  explicit PatternScratch(const PatternLimits& limits = {});
  ~PatternScratch();
  PatternScratch(const PatternScratch&) = delete;
  PatternScratch& operator=(const PatternScratch&) = delete;
  PatternScratch(PatternScratch&&) = delete;
  PatternScratch& operator=(PatternScratch&&) = delete;

 private:
  friend class Pattern;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// A regular expression, immutable, shareable between threads.
class Pattern {
 public:
  // kSchemaUnusable with the reason and where in the pattern.
  [[nodiscard]] static Result<Pattern> compile(std::string_view source);

  // Whether it matches anywhere in `text`. Requires: well-formed UTF-8. The same answer each time:
  // limits count steps, not time.
  [[nodiscard]] PatternMatch search(std::string_view text, PatternScratch& scratch) const;
  [[nodiscard]] const std::string& source() const { return source_; }

 private:
  Pattern(std::string source, std::shared_ptr<const CompiledPattern> code)
      : source_(std::move(source)), code_(std::move(code)) {}

  std::string source_;
  std::shared_ptr<const CompiledPattern> code_;
};

}  // namespace claudestep::schema
