#include "cli/terminal.h"

#include <charconv>

#include "base/text.h"

namespace claudestep::cli {
namespace {

constexpr std::size_t kLargestSize = 10'000;

// `line` without SGR sequences (ESC [ ... m).
std::string without_colors(std::string_view line) {
  std::string out;
  while (!line.empty()) {
    const std::size_t escape = line.find("\x1b[");
    out += line.substr(0, escape);
    if (escape == std::string_view::npos) break;
    const std::size_t end = line.find('m', escape);
    if (end == std::string_view::npos) break;
    line.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

std::optional<std::size_t> size_from(const Environment& environment, std::string_view name) {
  const std::string_view word = environment.get(name).value_or("");
  std::size_t number = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool whole = result.ec == std::errc() && result.ptr == word.data() + word.size();
  if (!whole || number == 0 || number > kLargestSize) return std::nullopt;
  return number;
}

bool shows_unicode(const Environment& environment) {
  if (environment.get("TERM") == "dumb") return false;
  for (const std::string_view name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto value = environment.get_nonempty(name);
    if (!value) continue;
    const std::string locale = to_lower_ascii(*value);
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

bool may_use_color(const Environment& environment, std::string_view when, bool is_terminal) {
  if (when == "always") return true;
  if (when == "never") return false;
  if (environment.get_nonempty("NO_COLOR")) return false;
  const auto forced = environment.get_nonempty("CLICOLOR_FORCE");
  if (forced && *forced != "0") return true;
  if (environment.get("CLICOLOR") == "0") return false;
  const std::string_view terminal = environment.get("TERM").value_or("dumb");
  return is_terminal && terminal != "dumb";
}

std::optional<std::string> pager_of(const Environment& environment,
                                    const std::optional<std::string>& core_pager) {
  if (environment.get("TERM").value_or("dumb") == "dumb") return std::nullopt;
  std::string_view pager = "less";
  if (const auto chosen = environment.get("PAGER")) pager = *chosen;
  if (core_pager) pager = *core_pager;
  if (const auto chosen = environment.get("GIT_PAGER")) pager = *chosen;
  pager = trim(pager);
  if (pager.empty() || pager == "cat") return std::nullopt;
  std::string command;
  if (!environment.get("LESS")) command += "LESS=FRX ";
  if (!environment.get("LV")) command += "LV=-c ";
  return command.append(pager);
}

std::size_t lines_on(const Terminal& terminal, std::string_view text) {
  std::size_t lines = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t columns = display_width(without_colors(text.substr(0, end)));
    lines += columns <= terminal.width ? 1 : (columns + terminal.width - 1) / terminal.width;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace claudestep::cli
