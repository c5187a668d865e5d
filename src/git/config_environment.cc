// What the environment says on top of the configuration files.
#include <fmt/format.h>
#include <charconv>

#include "base/text.h"
#include "git/config.h"

namespace claudestep::git {
namespace {

Error bogus(std::string_view variable) {
  return Error{ErrorCode::kInvalidInput, fmt::format("bogus format in {}", variable)};
}

// Takes one word in single quotes off the front, as a shell writes it: 'a'\''b'\!'c'. Nothing when
// it does not start with a quote or does not end.
std::optional<std::string> take_shell_word(std::string_view& text) {
  if (!text.starts_with('\'')) return std::nullopt;
  std::string word;
  text.remove_prefix(1);
  for (;;) {
    const std::size_t quote = text.find('\'');
    if (quote == std::string_view::npos) return std::nullopt;
    word += text.substr(0, quote);
    text.remove_prefix(quote + 1);
    const bool escaped = text.size() >= 3 && text[0] == '\\' &&
                         (text[1] == '\'' || text[1] == '!') && text[2] == '\'';
    if (!escaped) return word;
    word += text[1];
    text.remove_prefix(3);
  }
}

void skip_spaces(std::string_view& text) {
  while (text.starts_with(' ') || text.starts_with('\t') || text.starts_with('\n')) {
    text.remove_prefix(1);
  }
}

Result<Setting> setting(std::string_view variable, std::string_view key,
                        std::optional<std::string> value) {
  auto normal = normalize_key(trim(key));
  if (!normal) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{} holds {}, which is no configuration key", variable, quoted(key)));
  }
  return Setting{*std::move(normal), std::move(value)};
}

// One word of GIT_CONFIG_PARAMETERS with what belongs to it.
Result<Setting> take_parameter(std::string_view& text) {
  constexpr std::string_view kVariable = "GIT_CONFIG_PARAMETERS";
  auto word = take_shell_word(text);
  if (!word) return fail(bogus(kVariable));
  if (text.starts_with('=')) {
    text.remove_prefix(1);
    if (text.empty() || text.front() == ' ') return setting(kVariable, *word, std::nullopt);
    auto value = take_shell_word(text);
    if (!value) return fail(bogus(kVariable));
    return setting(kVariable, *word, *std::move(value));
  }
  const std::size_t equals = word->find('=');
  if (equals == std::string::npos) return setting(kVariable, *word, std::nullopt);
  return setting(kVariable, std::string_view(*word).substr(0, equals), word->substr(equals + 1));
}

Status add_counted(const Environment& environment, std::vector<Setting>& settings) {
  const auto text = environment.get_nonempty("GIT_CONFIG_COUNT");
  if (!text) return {};
  unsigned count = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), count);
  if (error != std::errc() || end != text->data() + text->size() || count > 100'000) {
    return fail(bogus("GIT_CONFIG_COUNT"));
  }
  for (unsigned i = 0; i < count; ++i) {
    const auto key = environment.get_nonempty(fmt::format("GIT_CONFIG_KEY_{}", i));
    const auto value = environment.get(fmt::format("GIT_CONFIG_VALUE_{}", i));
    if (!key || !value) {
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("missing GIT_CONFIG_{}_{}", key ? "VALUE" : "KEY", i));
    }
    CS_ASSIGN(auto one, setting("GIT_CONFIG_COUNT", *key, std::string(*value)));
    settings.push_back(std::move(one));
  }
  return {};
}

}  // namespace

std::optional<std::string> normalize_key(std::string_view key) {
  const std::size_t first = key.find('.');
  const std::size_t last = key.rfind('.');
  if (first == std::string_view::npos || first == 0 || last + 1 == key.size()) return std::nullopt;
  if (key.find('\n') != std::string_view::npos) return std::nullopt;
  return to_lower_ascii(key.substr(0, first)) + std::string(key.substr(first, last - first)) +
         to_lower_ascii(key.substr(last));
}

Result<std::vector<Setting>> settings_of(const Environment& environment) {
  std::vector<Setting> settings;
  CS_TRY(add_counted(environment, settings));
  std::string_view text = environment.get("GIT_CONFIG_PARAMETERS").value_or("");
  for (skip_spaces(text); !text.empty(); skip_spaces(text)) {
    CS_ASSIGN(auto one, take_parameter(text));
    settings.push_back(std::move(one));
  }
  return settings;
}

}  // namespace claudestep::git
