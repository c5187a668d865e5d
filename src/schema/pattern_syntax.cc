// ECMA 262 regular expressions in PCRE2's spelling. The two differ in what `\s` and `\p{...}` mean,
// in how characters are written by number, and in much that only Perl knows, which is refused.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "schema/pattern.h"

namespace claudestep::schema {
namespace {

constexpr std::string_view kSpaces =
    "\\t-\\r \\u{a0}\\u{1680}\\u{2000}-\\u{200a}\\u{2028}\\u{2029}\\u{202f}\\u{205f}\\u{3000}"
    "\\u{feff}";

constexpr std::array<std::pair<std::string_view, std::string_view>, 38> kCategories{
    {{"Letter", "L"},
     {"Cased_Letter", "L&"},
     {"Uppercase_Letter", "Lu"},
     {"Lowercase_Letter", "Ll"},
     {"Titlecase_Letter", "Lt"},
     {"Modifier_Letter", "Lm"},
     {"Other_Letter", "Lo"},
     {"Mark", "M"},
     {"Combining_Mark", "M"},
     {"Nonspacing_Mark", "Mn"},
     {"Spacing_Mark", "Mc"},
     {"Enclosing_Mark", "Me"},
     {"Number", "N"},
     {"Decimal_Number", "Nd"},
     {"digit", "Nd"},
     {"Letter_Number", "Nl"},
     {"Other_Number", "No"},
     {"Symbol", "S"},
     {"Math_Symbol", "Sm"},
     {"Currency_Symbol", "Sc"},
     {"Modifier_Symbol", "Sk"},
     {"Other_Symbol", "So"},
     {"Punctuation", "P"},
     {"punct", "P"},
     {"Connector_Punctuation", "Pc"},
     {"Dash_Punctuation", "Pd"},
     {"Open_Punctuation", "Ps"},
     {"Close_Punctuation", "Pe"},
     {"Initial_Punctuation", "Pi"},
     {"Final_Punctuation", "Pf"},
     {"Other_Punctuation", "Po"},
     {"Separator", "Z"},
     {"Space_Separator", "Zs"},
     {"Line_Separator", "Zl"},
     {"Paragraph_Separator", "Zp"},
     {"Other", "C"},
     {"Control", "Cc"},
     {"Format", "Cf"}}};

class Translator {
 public:
  explicit Translator(std::string_view source) : rest_(source) {}

  Result<std::string> run() {
    while (!rest_.empty()) {
      if (!(in_class_ ? class_character() : character())) {
        return fail(ErrorCode::kSchemaUnusable, std::move(why_));
      }
    }
    return std::move(out_);
  }

 private:
  enum class Last { kOther, kQuantifier };

  bool refuse(std::string why) {
    why_ = std::move(why);
    return false;
  }

  void keep(std::size_t count) {
    out_ += rest_.substr(0, count);
    rest_.remove_prefix(std::min(count, rest_.size()));
  }

  bool character() {
    const char c = rest_.front();
    if (c == '*' || c == '+' || c == '?') return quantifier(1);
    if (const std::size_t size = braces(); size > 0) return quantifier(size);
    last_ = Last::kOther;
    if (c == '\\') return escape();
    if (c == '(') return group();
    if (c == '[') {
      in_class_ = true;
      keep(rest_.starts_with("[^") ? 2 : 1);
      return true;
    }
    keep(1);
    return true;
  }

  bool class_character() {
    const char c = rest_.front();
    if (c == '\\') return escape();
    if (c == ']') in_class_ = false;
    // Perl's [:alpha:] is not known here.
    if (c == '[') out_ += '\\';
    keep(1);
    return true;
  }

  // The size of "{2}", "{2,}", "{2,3}" at the front, 0 when there is none.
  [[nodiscard]] std::size_t braces() const {
    if (rest_.front() != '{') return 0;
    const std::size_t end = rest_.find('}');
    if (end == std::string_view::npos || end == 1) return 0;
    const std::string_view inner = rest_.substr(1, end - 1);
    const bool counts = std::isdigit(static_cast<unsigned char>(inner.front())) != 0 &&
                        inner.find_first_not_of("0123456789,") == std::string_view::npos &&
                        std::count(inner.begin(), inner.end(), ',') <= 1;
    return counts ? end + 1 : 0;
  }

  // ECMA 262 knows no largest count, PCRE2 does.
  bool counts_are_held(std::string_view counts) {
    constexpr std::uint64_t kLargestCount = 65'535;
    while (!counts.empty()) {
      const std::string_view digits = counts.substr(0, counts.find(','));
      counts.remove_prefix(std::min(digits.size() + 1, counts.size()));
      std::uint64_t count = 0;
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
      if (read.ec != std::errc() || count > kLargestCount) {
        if (digits.empty()) continue;
        return refuse(fmt::format("it counts to more than {} in braces", kLargestCount));
      }
    }
    return true;
  }

  bool quantifier(std::size_t size) {
    if (last_ == Last::kQuantifier) return refuse("a quantifier follows a quantifier");
    if (size > 1 && !counts_are_held(rest_.substr(1, size - 2))) return false;
    last_ = Last::kQuantifier;
    keep(size);
    if (rest_.starts_with('?')) keep(1);
    return true;
  }

  bool group() {
    if (rest_.starts_with("(*")) return refuse("nothing to repeat after '('");
    if (!rest_.starts_with("(?")) {
      keep(1);
      return true;
    }
    for (const std::string_view known : {"(?:", "(?=", "(?!", "(?<=", "(?<!"}) {
      if (!rest_.starts_with(known)) continue;
      keep(known.size());
      return true;
    }
    if (!rest_.starts_with("(?<")) {
      return refuse("the group " + quoted(rest_.substr(0, 3)) + " is not known to ECMA 262");
    }
    keep(3);
    return true;
  }

  bool escape() {
    if (rest_.size() < 2) return refuse("a backslash at the end");
    const char c = rest_[1];
    switch (c) {
      case 's':
      case 'S':
        return space(c);
      case 'p':
      case 'P':
        return property();
      case 'u':
        return unicode();
      case 'c':
        if (rest_.size() < 3 || std::isalpha(static_cast<unsigned char>(rest_[2])) == 0) {
          return refuse("\\c needs a letter");
        }
        keep(3);
        return true;
      default:
        break;
    }
    constexpr std::string_view kKnown = "dDwWbBfnrtvxk";
    if (std::isalpha(static_cast<unsigned char>(c)) != 0 &&
        kKnown.find(c) == std::string_view::npos) {
      return refuse(fmt::format("the escape '\\{}' is not known to ECMA 262", c));
    }
    keep(2);
    return true;
  }

  bool space(char c) {
    rest_.remove_prefix(2);
    if (in_class_) {
      // A complement inside a class has no spelling of its own; Perl's is the nearest.
      out_ += c == 's' ? kSpaces : std::string_view("\\S");
    } else {
      out_ += (c == 's' ? "[" : "[^") + std::string(kSpaces) + "]";
    }
    return true;
  }

  bool property() {
    const std::size_t end = rest_.find('}');
    if (rest_.size() < 3 || rest_[2] != '{' || end == std::string_view::npos) {
      return refuse("\\p needs a name in braces");
    }
    std::string_view name = rest_.substr(3, end - 3);
    if (const std::size_t equals = name.find('='); equals != std::string_view::npos) {
      name.remove_prefix(equals + 1);
    }
    const auto* const known = std::find_if(kCategories.begin(), kCategories.end(),
                                           [&](const auto& entry) { return entry.first == name; });
    if (known != kCategories.end()) name = known->second;
    out_ += fmt::format("\\{}{{{}}}", rest_[1], name);
    rest_.remove_prefix(end + 1);
    return true;
  }

  // The unit of "\uXXXX" at `at`, if that is there.
  [[nodiscard]] std::optional<std::uint32_t> unit(std::size_t at) const {
    if (rest_.size() < at + 6 || rest_.substr(at, 2) != "\\u") return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : rest_.substr(at + 2, 4)) {
      const int digit = hex_value(c);
      if (digit < 0) return std::nullopt;
      value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return value;
  }

  bool unicode() {
    const auto high = unit(0);
    if (!high || *high < 0xd800 || *high > 0xdfff) {
      keep(2);
      return true;
    }
    const auto low = unit(6);
    if (*high > 0xdbff || !low || *low < 0xdc00 || *low > 0xdfff) {
      return refuse("half of a surrogate pair is no character");
    }
    out_ += fmt::format("\\u{{{:x}}}", 0x10000 + ((*high - 0xd800) << 10U) + (*low - 0xdc00));
    rest_.remove_prefix(12);
    return true;
  }

  std::string_view rest_;
  std::string out_;
  std::string why_;
  bool in_class_ = false;
  Last last_ = Last::kOther;
};

}  // namespace

Result<std::string> ecma_to_pcre(std::string_view source) {
  return Translator(source).run();
}

}  // namespace claudestep::schema
