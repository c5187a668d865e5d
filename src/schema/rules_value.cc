// What is asked of one value by itself: its type, what it equals, its text.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "schema/builders.h"
#include "schema/equality.h"
#include "schema/evaluation.h"
#include "schema/exact_number.h"
#include "schema/format.h"
#include "schema/messages.h"

namespace claudestep::schema {
namespace {

constexpr unsigned kWholeNumber = 1U << 6U;

unsigned bit_of(ValueKind kind) {
  return 1U << static_cast<unsigned>(kind);
}

struct TypeName {
  std::string_view name;
  unsigned bits;
  std::string_view text;
};

constexpr std::array<TypeName, 7> kTypes{{
    {"null", 1U << static_cast<unsigned>(ValueKind::kNull), "null"},
    {"boolean", 1U << static_cast<unsigned>(ValueKind::kBool), "true or false"},
    {"number", 1U << static_cast<unsigned>(ValueKind::kNumber), "a number"},
    {"string", 1U << static_cast<unsigned>(ValueKind::kString), "a string"},
    {"array", 1U << static_cast<unsigned>(ValueKind::kArray), "an array"},
    {"object", 1U << static_cast<unsigned>(ValueKind::kObject), "an object"},
    {"integer", kWholeNumber, "a whole number"},
}};

std::string what_it_is(const Value& value) {
  if (value.is_number()) return "the number " + code(value.text);
  if (value.is_bool()) return "the boolean " + show(value);
  return std::string(describe(value.kind));
}

class TypeRule final : public Rule {
 public:
  explicit TypeRule(unsigned bits) : bits_(bits) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    const Value& value = instance.value;
    if ((bits_ & bit_of(value.kind)) != 0) return true;
    if (value.is_number() && (bits_ & kWholeNumber) != 0 && parse_exact(value.text).is_whole()) {
      return true;
    }
    if (evaluation.quiet()) return false;
    const bool wants_text = (bits_ & bit_of(ValueKind::kString)) != 0;
    const bool quotable = wants_text && (value.is_number() || value.is_bool());
    return evaluation.add(
        *this, instance,
        fmt::format("{} is {}; expected {}", subject(instance), what_it_is(value), wanted()),
        quotable ? "in quotes it is a string" : "");
  }

 private:
  [[nodiscard]] std::string wanted() const {
    std::string text;
    for (const TypeName& type : kTypes) {
      if ((bits_ & type.bits) != 0) text += (text.empty() ? "" : " or ") + std::string(type.text);
    }
    return text;
  }

  unsigned bits_;
};

Result<unsigned> type_bits(const Site& site, const Value& name) {
  const auto* const type = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeName& known) {
    return name.is_string() && known.name == name.text;
  });
  if (type == kTypes.end()) {
    return fail(site.unusable(
        name, "`type` needs one of null, boolean, object, array, number, string, integer"));
  }
  return type->bits;
}

class EnumRule final : public Rule {
 public:
  explicit EnumRule(const std::vector<Value>& values) : values_(values) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    const Value& value = instance.value;
    for (const Value& allowed : values_) {
      if (!evaluation.spend(1)) return false;
      if (equal(value, allowed)) return true;
    }
    if (evaluation.quiet()) return false;
    std::vector<std::string> shown;
    std::vector<std::string> words;
    for (const Value& allowed : values_) {
      shown.push_back(allowed.is_string() && !allowed.text.empty() ? plain(allowed.text)
                                                                   : show(allowed));
      if (allowed.is_string()) words.push_back(allowed.text);
    }
    const std::string one_of = values_.size() == 1 ? "" : "one of ";
    return evaluation.add(*this, instance,
                          fmt::format("{} is {}; expected {}{}", subject(instance), show(value),
                                      one_of, listed(shown)),
                          value.is_string() ? did_you_mean(value.text, words) : "");
  }

 private:
  static std::string plain(const std::string& text) {
    const std::string shown = code(text);
    return shown.substr(1, shown.size() - 2);
  }

  std::vector<Value> values_;
};

// The words that a pattern such as `^(?:[Oo][Kk]|no)$` allows, in lower case; none for any other.
// Whoever meets it wants to know the words, not how a schema says "in any letter case".
std::vector<std::string> words_of_pattern(std::string_view pattern) {
  constexpr std::string_view kOpen = "^(?:";
  constexpr std::string_view kClose = ")$";
  if (!pattern.starts_with(kOpen) || !pattern.ends_with(kClose)) return {};
  pattern = pattern.substr(kOpen.size(), pattern.size() - kOpen.size() - kClose.size());
  std::vector<std::string> words(1);
  while (!pattern.empty()) {
    const char first = pattern.front();
    const bool both_cases = pattern.size() >= 4 && first == '[' && pattern[3] == ']' &&
                            pattern[1] != pattern[2] && (pattern[1] | ' ') == (pattern[2] | ' ');
    if (both_cases) {
      words.back() += static_cast<char>(pattern[1] | ' ');
    } else if (first == '|') {
      words.emplace_back();
    } else if (first == '_' || first == '-' || (first >= 'a' && first <= 'z')) {
      words.back() += first;
    } else {
      return {};
    }
    pattern.remove_prefix(both_cases ? 4 : 1);
  }
  return words;
}

class PatternRule final : public Rule {
 public:
  explicit PatternRule(Pattern pattern)
      : pattern_(std::move(pattern)), words_(words_of_pattern(pattern_.source())) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    if (!instance.value.is_string()) return true;
    switch (pattern_.search(instance.value.text, evaluation.patterns())) {
      case PatternMatch::kFound:
        return true;
      case PatternMatch::kNotFound:
        if (evaluation.quiet()) return false;
        if (words_.size() > 1) return add_words(evaluation, instance);
        return evaluation.add(
            *this, instance,
            fmt::format("{} is {}; expected text that matches {}", subject(instance),
                        show(instance.value), code(pattern_.source())));
      case PatternMatch::kNotTried:
        return evaluation.add_not_tried(*this, instance);
      case PatternMatch::kTooHard:
        break;
    }
    return evaluation.add(
        *this, instance,
        fmt::format("{} could not be held to the pattern {}: that takes too many steps",
                    subject(instance), code(pattern_.source())),
        "a pattern without a repetition inside a repetition is quick");
  }

 private:
  bool add_words(Evaluation& evaluation, const Instance& instance) const {
    return evaluation.add(*this, instance,
                          fmt::format("{} is {}; expected one of {}", subject(instance),
                                      show(instance.value), listed(words_)),
                          did_you_mean(instance.value.text, words_));
  }

  Pattern pattern_;
  std::vector<std::string> words_;
};

class FormatRule final : public Rule {
 public:
  FormatRule(std::string_view name, FormatCheck check)
      : text_(describe_format(name)), check_(check) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    if (!instance.value.is_string() || check_(instance.value.text)) return true;
    if (evaluation.quiet()) return false;
    return evaluation.add(
        *this, instance,
        fmt::format("{} is {}; expected {}", subject(instance), show(instance.value), text_));
  }

 private:
  std::string_view text_;
  FormatCheck check_;
};

class BoundRule final : public Rule {
 public:
  struct Bound {
    int sign;        // of number - limit where it is on the wrong side
    bool exclusive;  // equal is wrong too
    std::string_view text;
  };
  BoundRule(const Bound& bound, const std::string& limit)
      : bound_(bound), limit_(limit), exact_(parse_exact(limit)) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    if (!instance.value.is_number()) return true;
    const int order = compare(parse_exact(instance.value.text), exact_);
    const bool wrong = bound_.sign > 0 ? order > 0 : order < 0;
    if (!wrong && !(order == 0 && bound_.exclusive)) return true;
    if (evaluation.quiet()) return false;
    return evaluation.add(*this, instance,
                          fmt::format("{} is {}; expected {} {}", subject(instance),
                                      show(instance.value), bound_.text, limit_));
  }

 private:
  Bound bound_;
  std::string limit_;
  ExactNumber exact_;
};

class MultipleRule final : public Rule {
 public:
  explicit MultipleRule(const std::string& divisor)
      : divisor_(divisor), exact_(parse_exact(divisor)) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    if (!instance.value.is_number()) return true;
    if (is_multiple(parse_exact(instance.value.text), exact_)) return true;
    if (evaluation.quiet()) return false;
    return evaluation.add(*this, instance,
                          fmt::format("{} is {}; expected a multiple of {}", subject(instance),
                                      show(instance.value), divisor_));
  }

 private:
  std::string divisor_;
  ExactNumber exact_;
};

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

class SizeRule final : public Rule {
 public:
  struct Kind {
    std::string_view name;
    ValueKind of;
    bool most;
    std::string_view thing;
  };
  SizeRule(const Kind& kind, std::size_t limit) : kind_(kind), limit_(limit) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    if (instance.value.kind != kind_.of) return true;
    const std::size_t size = size_of(instance.value);
    if (kind_.most ? size <= limit_ : size >= limit_) return true;
    if (evaluation.quiet()) return false;
    return evaluation.add(
        *this, instance,
        fmt::format("{} has {}; expected at {} {}", subject(instance), amount(size, kind_.thing),
                    kind_.most ? "most" : "least", limit_));
  }

 private:
  [[nodiscard]] std::size_t size_of(const Value& value) const {
    if (value.is_string()) return code_points(value.text);
    return value.is_array() ? value.items.size() : value.members.size();
  }

  Kind kind_;
  std::size_t limit_;
};

constexpr std::array<SizeRule::Kind, 6> kSizes{{
    {"maxLength", ValueKind::kString, true, "character"},
    {"minLength", ValueKind::kString, false, "character"},
    {"maxItems", ValueKind::kArray, true, "item"},
    {"minItems", ValueKind::kArray, false, "item"},
    {"maxProperties", ValueKind::kObject, true, "member"},
    {"minProperties", ValueKind::kObject, false, "member"},
}};

BoundRule::Bound bound_of(std::string_view keyword) {
  if (keyword == "maximum") return {1, false, "at most"};
  if (keyword == "exclusiveMaximum") return {1, true, "less than"};
  if (keyword == "minimum") return {-1, false, "at least"};
  return {-1, true, "more than"};
}

}  // namespace

Built build_type(const Site& site) {
  unsigned bits = 0;
  if (!site.value().is_array()) {
    CS_ASSIGN(bits, type_bits(site, site.value()));
  }
  for (const Value& name : site.value().items) {
    CS_ASSIGN(const unsigned more, type_bits(site, name));
    bits |= more;
  }
  if (bits == 0) return fail(site.unusable("`type` needs at least one type"));
  return std::make_unique<TypeRule>(bits);
}

Built build_enum(const Site& site) {
  if (!site.value().is_array()) return fail(site.unusable("`enum` must be an array"));
  return std::make_unique<EnumRule>(site.value().items);
}

Built build_const(const Site& site) {
  return std::make_unique<EnumRule>(std::vector<Value>{site.value()});
}

Built build_format(const Site& site) {
  if (!site.value().is_string()) return fail(site.unusable("`format` must be a string"));
  if (!site.dialect.asserts_format) return nullptr;
  const FormatCheck check = find_format(site.value().text);
  if (check == nullptr) return nullptr;
  return std::make_unique<FormatRule>(site.value().text, check);
}

Built build_pattern(const Site& site) {
  if (!site.value().is_string()) return fail(site.unusable("`pattern` must be a string"));
  auto pattern = Pattern::compile(site.value().text);
  if (!pattern) {
    return fail(
        site.unusable(code(site.value().text) + " is no regular expression that can be used")
            .caused_by(pattern.error().message));
  }
  return std::make_unique<PatternRule>(*std::move(pattern));
}

Built build_size(const Site& site) {
  CS_ASSIGN(const std::size_t limit, whole_number(site, site.value()));
  const auto* const kind =
      std::find_if(kSizes.begin(), kSizes.end(),
                   [&](const SizeRule::Kind& known) { return known.name == site.keyword.key; });
  CS_CHECK(kind != kSizes.end());
  return std::make_unique<SizeRule>(*kind, limit);
}

Built build_bound(const Site& site) {
  if (!site.value().is_number()) {
    return fail(site.unusable("`" + site.keyword.key + "` must be a number"));
  }
  return std::make_unique<BoundRule>(bound_of(site.keyword.key), site.value().text);
}

Built build_multiple_of(const Site& site) {
  const bool positive = site.value().is_number() && !site.value().text.starts_with('-') &&
                        !parse_exact(site.value().text).digits.empty();
  if (!positive) return fail(site.unusable("`multipleOf` must be a number above zero"));
  if (parse_exact(site.value().text).digits.size() > kMaxDivisorDigits) {
    return fail(
        site.unusable(fmt::format("`multipleOf` is evaluated up to {} digits", kMaxDivisorDigits)));
  }
  return std::make_unique<MultipleRule>(site.value().text);
}

}  // namespace claudestep::schema
