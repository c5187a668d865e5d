#include "schema/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace claudestep::schema {

// Not in the anonymous namespace: types of the header hold them.
template <auto Free>
struct FreeWith {
  template <typename T>
  void operator()(T* handle) const {
    Free(handle);
  }
};
using CodeHandle = std::unique_ptr<pcre2_code, FreeWith<pcre2_code_free>>;
using DataHandle = std::unique_ptr<pcre2_match_data, FreeWith<pcre2_match_data_free>>;
using ContextHandle = std::unique_ptr<pcre2_match_context, FreeWith<pcre2_match_context_free>>;
using SetupHandle = std::unique_ptr<pcre2_compile_context, FreeWith<pcre2_compile_context_free>>;

namespace {

constexpr std::uint32_t kOptions = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_BSUX |
                                   PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF |
                                   PCRE2_NEVER_BACKSLASH_C;
constexpr std::size_t kLongestPattern = 10'000;
constexpr std::uint32_t kHeapKilobytes = 16 * 1024;

// What nearly every search needs, so that its cost need not be accounted for.
std::size_t cheap_steps(std::size_t text_size) {
  return 1000 + text_size * 8;
}

std::string reason(int code) {
  std::array<PCRE2_UCHAR, 256> text{};
  pcre2_get_error_message(code, text.data(), text.size());
  return {reinterpret_cast<const char*>(text.data())};
}

PCRE2_SPTR bytes_of(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
}

}  // namespace

struct CompiledPattern {
  CodeHandle code;
};

struct PatternScratch::Parts {
  DataHandle data{pcre2_match_data_create(1, nullptr)};
  ContextHandle context{pcre2_match_context_create(nullptr)};
  PatternLimits left;

  int match(const CompiledPattern& pattern, std::string_view text, std::size_t steps) const {
    pcre2_set_match_limit(context.get(), static_cast<std::uint32_t>(steps));
    return pcre2_match(pattern.code.get(), bytes_of(text), text.size(), 0, 0, data.get(),
                       context.get());
  }
};

PatternScratch::PatternScratch(const PatternLimits& limits) : parts_(std::make_unique<Parts>()) {
  CS_CHECK(parts_->data != nullptr && parts_->context != nullptr);
  parts_->left = limits;
  pcre2_set_heap_limit(parts_->context.get(), kHeapKilobytes);
}

PatternScratch::~PatternScratch() = default;

Result<Pattern> Pattern::compile(std::string_view source) {
  if (source.size() > kLongestPattern) {
    return fail(
        ErrorCode::kSchemaUnusable,
        fmt::format("a pattern has at most {} bytes, this one {}", kLongestPattern, source.size()));
  }
  CS_ASSIGN(const std::string spelt, ecma_to_pcre(source));
  const SetupHandle setup(pcre2_compile_context_create(nullptr));
  CS_CHECK(setup != nullptr);
  pcre2_set_compile_extra_options(setup.get(), PCRE2_EXTRA_ALT_BSUX);
  pcre2_set_newline(setup.get(), PCRE2_NEWLINE_ANYCRLF);
  int code = 0;
  PCRE2_SIZE offset = 0;
  CodeHandle compiled(
      pcre2_compile(bytes_of(spelt), spelt.size(), kOptions, &code, &offset, setup.get()));
  if (compiled == nullptr) return fail(ErrorCode::kSchemaUnusable, reason(code));
  return Pattern(std::string(source),
                 std::make_shared<const CompiledPattern>(CompiledPattern{std::move(compiled)}));
}

PatternMatch Pattern::search(std::string_view text, PatternScratch& scratch) const {
  PatternScratch::Parts& parts = *scratch.parts_;
  const std::size_t cheap = cheap_steps(text.size());
  int result = parts.match(*code_, text, cheap);
  if (result == PCRE2_ERROR_MATCHLIMIT && parts.left.steps > cheap) {
    if (parts.left.total < parts.left.steps) return PatternMatch::kNotTried;
    parts.left.total -= parts.left.steps;
    result = parts.match(*code_, text, parts.left.steps);
  }
  if (result >= 0) return PatternMatch::kFound;
  if (result == PCRE2_ERROR_NOMATCH) return PatternMatch::kNotFound;
  return PatternMatch::kTooHard;
}

}  // namespace claudestep::schema
