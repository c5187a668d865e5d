#include "codec/yaml_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace claudestep::codec {
namespace {

// c-printable of the specification, the lone carriage return left out: what counts lines as others
// do must not take it for a line's end.
bool is_allowed(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7f) || c == 0x85 ||
         (c >= 0xa0 && c != 0xfffe && c != 0xffff);
}

}  // namespace

YamlText::YamlText(std::string_view bytes) : bytes_(bytes), starts_{0} {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    starts_.push_back(at + 1);
  }
}

std::optional<YamlText::Fault> YamlText::find_fault() {
  for (std::size_t at = 0; at < bytes_.size();) {
    const auto byte = static_cast<unsigned char>(bytes_[at]);
    if (byte >= 0x20 && byte < 0x7f) {
      ++at;
      continue;
    }
    const Utf8Char next = next_utf8(bytes_.substr(at));
    if (at == 0 && (bytes_.starts_with("\xff\xfe") || bytes_.starts_with("\xfe\xff"))) {
      return Fault{mark_at(at), "the document is in UTF-16; expected UTF-8"};
    }
    if (!next.valid) {
      return Fault{mark_at(at), fmt::format("the byte 0x{:02x} is not valid UTF-8", byte)};
    }
    if (!is_allowed(next.code_point)) {
      return Fault{mark_at(at), fmt::format("the control character U+{:04X} is not allowed; in "
                                            "double quotes it is written as an escape",
                                            static_cast<unsigned>(next.code_point))};
    }
    if (byte == '\r' && (at + 1 >= bytes_.size() || bytes_[at + 1] != '\n')) {
      return Fault{mark_at(at), "a carriage return without a line feed; expected LF or CRLF"};
    }
    at += next.size;
  }
  return std::nullopt;
}

std::size_t YamlText::line_of(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

Mark YamlText::mark_at(std::size_t offset) {
  offset = std::min(offset, bytes_.size());
  const std::size_t line = line_of(offset);
  // A document of one long line would take for ever from its beginning each time.
  const bool goes_on = marked_ >= starts_[line] && marked_ <= offset;
  const std::size_t from = goes_on ? marked_ : starts_[line];
  const std::string_view passed = bytes_.substr(from, offset - from);
  const auto characters = std::count_if(passed.begin(), passed.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  });
  column_ = (goes_on ? column_ : 1) + static_cast<std::size_t>(characters);
  marked_ = offset;
  return Mark{.line = static_cast<std::uint32_t>(line + 1),
              .column = static_cast<std::uint32_t>(column_)};
}

YamlText::Indent YamlText::indent_at(std::size_t offset) {
  const std::size_t line = line_of(offset);
  if (line == checked_line_) return {};
  checked_line_ = line;
  const std::string_view before = bytes_.substr(starts_[line], offset - starts_[line]);
  if (before.find_first_not_of(" \t") != std::string_view::npos) return {};
  return {.is_first = true,
          .has_tab = before.find('\t') != std::string_view::npos,
          .spaces = std::min(before.find_first_not_of(' '), before.size())};
}

}  // namespace claudestep::codec
