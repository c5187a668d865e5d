#include "git/signature.h"

#include <fmt/format.h>
#include <algorithm>

#include "base/text.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

bool is_crud(char letter) {
  constexpr std::string_view kMarks = ".,:;<>\"\\'";
  return static_cast<unsigned char>(letter) <= 32 || kMarks.find(letter) != std::string_view::npos;
}

std::string without_crud(std::string_view text) {
  while (!text.empty() && is_crud(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_crud(text.back())) text.remove_suffix(1);
  std::string clean;
  for (const char letter : text) {
    if (letter != '<' && letter != '>' && letter != '\n' && letter != '\0') clean += letter;
  }
  return clean;
}

struct RoleNames {
  std::string_view word;
  std::string_view name_variable;
  std::string_view email_variable;
  std::string_view date_variable;
  std::string_view name_key;
  std::string_view email_key;
};

constexpr RoleNames kAuthor = {"author",          "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL",
                               "GIT_AUTHOR_DATE", "author.name",     "author.email"};
constexpr RoleNames kCommitter = {"committer",          "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
                                  "GIT_COMMITTER_DATE", "committer.name",     "committer.email"};

// The variable, else the role's key, else the user's; nothing when none is set.
Result<std::optional<std::string>> choose(const Environment& environment, const Config& config,
                                          std::string_view variable, std::string_view key,
                                          std::string_view user_key) {
  if (const auto value = environment.get(variable)) return std::string(*value);
  CS_ASSIGN(auto own, config.get(key));
  if (own) return own;
  return config.get(user_key);
}

}  // namespace

Signature cleaned(Signature signature) {
  signature.name = without_crud(signature.name);
  signature.email = without_crud(signature.email);
  return signature;
}

Result<std::optional<Signature>> Repository::signature(Role role, Instant now) const {
  const RoleNames& names = role == Role::kAuthor ? kAuthor : kCommitter;
  const Environment& environment = *impl_->environment;
  const Config& config = impl_->config;
  Signature signature;
  signature.when = Instant{now.seconds, 0};
  if (const auto date = environment.get_nonempty(names.date_variable)) {
    const auto parsed = parse_git_date(*date);
    if (!parsed) {
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("invalid date in {}: {}", names.date_variable, quoted(*date)));
    }
    signature.when = Instant{parsed->seconds, 0};
    signature.offset_minutes = parsed->offset_minutes;
  }
  CS_ASSIGN(const auto name,
            choose(environment, config, names.name_variable, names.name_key, "user.name"));
  CS_ASSIGN(auto email,
            choose(environment, config, names.email_variable, names.email_key, "user.email"));
  if (!email) {
    if (const auto given = environment.get_nonempty("EMAIL")) email = std::string(*given);
  }
  if (!name || !email) return std::nullopt;
  signature.name = without_crud(*name);
  signature.email = without_crud(*email);
  if (signature.name.empty()) {
    return fail(
        ErrorCode::kInvalidInput,
        name->empty()
            ? fmt::format("empty {} name (for <{}>) is not allowed", names.word, signature.email)
            : fmt::format("the {} name {} has only characters that git leaves out", names.word,
                          quoted(*name)));
  }
  return signature;
}

}  // namespace claudestep::git
