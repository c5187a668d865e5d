#include "report/text.h"

#include <algorithm>

#include "base/text.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kShortIdDigits = 7;
constexpr Int128 kMicrosASecond = 1'000'000;
constexpr Int128 kSecondsAMinute = 60;
constexpr Int128 kMinutesAnHour = 60;

std::string_view sgr_of(Tone tone) {
  switch (tone) {
    case Tone::kGood:
      return "\x1b[32m";
    case Tone::kWarning:
      return "\x1b[33m";
    case Tone::kFaint:
      return "\x1b[2m";
    case Tone::kStrong:
      return "\x1b[1m";
    case Tone::kPlain:
      break;
  }
  return "";
}

}  // namespace

std::string toned(std::string_view text, Tone tone, const Style& style) {
  if (!style.color || text.empty() || tone == Tone::kPlain) return std::string(text);
  std::string out(sgr_of(tone));
  out += text;
  out += "\x1b[0m";
  return out;
}

std::string safe(std::string_view text) {
  std::string out = escape_for_terminal(text);
  const std::size_t start = out.find_first_not_of(' ');
  if (start != std::string::npos && out.compare(start, 2, "::") == 0) {
    out.replace(start, 1, "\\x3a");
  }
  for (std::size_t at = out.find("##["); at != std::string::npos; at = out.find("##[", at)) {
    out.replace(at, 1, "\\x23");
  }
  return out;
}

std::string grouped(Int128 number) {
  std::string digits = format_scaled(number, 0);
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string grouped_count(std::int64_t count, std::string_view singular) {
  std::string text = grouped(count) + " " + std::string(singular);
  return count == 1 ? text : text + "s";
}

std::string duration_text(Duration duration) {
  if (duration.units < 0) return "-" + duration_text({-duration.units});
  const Int128 seconds = duration.units / kMicrosASecond;
  const auto two_digits = [](Int128 number) {
    return (number < 10 ? "0" : "") + format_scaled(number, 0);
  };
  if (seconds < kSecondsAMinute) return to_string(duration) + "s";
  const Int128 minutes = seconds / kSecondsAMinute;
  if (minutes < kMinutesAnHour) {
    return format_scaled(minutes, 0) + "m " + two_digits(seconds % kSecondsAMinute) + "s";
  }
  return grouped(minutes / kMinutesAnHour) + "h " + two_digits(minutes % kMinutesAnHour) + "m";
}

std::string percent(int permille) {
  return std::to_string(permille / 10) + "." + std::to_string(permille % 10) + "%";
}

std::string bar(int permille, std::size_t cells, const Style& style) {
  const auto share = static_cast<std::size_t>(std::clamp(permille, 0, 1000));
  std::size_t filled = (cells * share + 500) / 1000;
  if (share > 0) filled = std::max<std::size_t>(filled, 1);
  if (share < 1000) filled = std::min(filled, cells - 1);
  std::string out;
  if (!style.unicode) out += '[';
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (style.unicode) {
      out += cell < filled ? "█" : "░";
    } else {
      out += cell < filled ? '#' : '-';
    }
  }
  if (!style.unicode) out += ']';
  return out;
}

std::string in_lines(std::string_view line, const Style& style) {
  std::string out;
  std::size_t used = 0;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(", "), line.find(": "));
    const std::string_view part = line.substr(0, end == line.npos ? end : end + 1);
    const std::size_t width = display_width(part);
    if (used > 0 && style.width != 0 && used + 1 + width > style.width) {
      out += "\n  ";
      used = 2;
    } else if (used > 0) {
      out += ' ';
      ++used;
    }
    out += part;
    used += width;
    line.remove_prefix(std::min(line.size(), part.size() + 1));
  }
  return out + "\n";
}

std::string date_or_dash(const std::optional<Instant>& instant) {
  return instant ? format_date(*instant) : "-";
}

std::string branch_heading(std::string_view ref, const std::optional<std::string>& commit,
                           const Style& style) {
  std::string text = safe(short_ref(ref));
  if (commit) text += " at " + short_id(*commit);
  return toned(text, Tone::kStrong, style) + "\n";
}

std::string short_id(std::string_view id) {
  return std::string(id.substr(0, std::min(id.size(), kShortIdDigits)));
}

}  // namespace claudestep::report
