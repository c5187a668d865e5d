#include "codec/plain_words.h"

#include <string>

#include "base/text.h"
#include "base/time.h"

namespace claudestep::codec {

namespace {

constexpr std::size_t kTimeSize = std::string_view("2026-01-27T10:00:00Z").size();
constexpr std::size_t kMostBrackets = 32;  // in each other

}  // namespace

bool is_plain_time(std::string_view text) {
  return text.size() == kTimeSize && parse_plain_instant(text);
}

void PlainCursor::skip_blanks() {
  const auto is_blank = [](char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
  };
  while (is_blank(next())) ++at_;
}

std::optional<std::int64_t> PlainCursor::whole_number() {
  const std::size_t begin = at_;
  if (!skip_whole_number()) return std::nullopt;
  std::int64_t number = 0;
  for (const char digit : since(begin)) number = number * 10 + (digit - '0');
  return number;
}

std::optional<std::int64_t> PlainCursor::positive() {
  const auto number = whole_number();
  return number && *number > 0 ? number : std::nullopt;
}

std::optional<std::string_view> PlainCursor::time() {
  if (bytes_.size() - at_ < kTimeSize + 2 || bytes_[at_] != '"' ||
      bytes_[at_ + 1 + kTimeSize] != '"') {
    return std::nullopt;
  }
  const std::string_view time = bytes_.substr(at_ + 1, kTimeSize);
  if (!is_plain_time(time)) return std::nullopt;
  at_ += kTimeSize + 2;
  return time;
}

bool PlainCursor::decimal() {
  const std::size_t begin = at_;
  if (!skip_whole_number()) return false;
  if (next() != '.') return true;
  const std::size_t end = end_of_digits(++at_);
  const bool fits = end > at_ && end - begin <= kMostPlainDigits;
  at_ = fits ? end : begin;
  return fits;
}

bool PlainCursor::skip_string() {
  if (next() != '"') return false;
  for (std::size_t end = at_ + 1; end < bytes_.size(); ++end) {
    if (bytes_[end] == '\\') {
      ++end;
    } else if (bytes_[end] == '"') {
      at_ = end + 1;
      return true;
    }
  }
  return false;
}

bool PlainCursor::skip_value() {
  if (next() == '"') return skip_string();
  if (next() != '{' && next() != '[') return skip_word();
  std::string closing;
  do {
    const char byte = next();
    if (byte == '"') {
      if (!skip_string()) return false;
      continue;
    }
    if (byte == '{' || byte == '[') {
      closing += byte == '{' ? '}' : ']';
    } else if (byte == '}' || byte == ']') {
      if (closing.back() != byte) return false;
      closing.pop_back();
    } else if (at_end()) {
      return false;
    }
    ++at_;
  } while (!closing.empty() && closing.size() <= kMostBrackets);
  return closing.empty();
}

bool PlainCursor::skip_word() {
  const std::size_t begin = at_;
  const auto in_word = [](char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '+' ||
           byte == '.' || byte == 'E';
  };
  while (in_word(next())) ++at_;
  return at_ > begin;
}

}  // namespace claudestep::codec
