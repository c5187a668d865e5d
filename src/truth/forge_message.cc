#include "truth/forge_message.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace claudestep::truth {
namespace {

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// A number from 1 at the start of `text`, which it is taken from.
std::optional<std::int64_t> take_number(std::string_view& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 1) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// The number of "(#42)", where that is all of `text`.
std::optional<std::int64_t> bracketed(std::string_view text) {
  if (!take(text, "(#")) return std::nullopt;
  const auto number = take_number(text);
  return text == ")" ? number : std::nullopt;
}

// "'a', 'b' and 'c' into d": the names, and the rest behind them.
std::vector<std::string> take_quoted_names(std::string_view& text) {
  std::vector<std::string> names;
  while (take(text, "'")) {
    const auto end = text.find('\'');
    if (end == std::string_view::npos) return {};
    names.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
    if (!take(text, ", ") && !take(text, " and ")) break;
  }
  return names;
}

// Where a merge went: " into 'main'", " into main". " of URL" may come before.
std::optional<std::string> read_into(std::string_view text) {
  constexpr std::string_view kInto = " into ";
  const auto at = text.rfind(kInto);
  if (at == std::string_view::npos) return std::nullopt;
  text.remove_prefix(at + kInto.size());
  if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'') {
    text = text.substr(1, text.size() - 2);
  }
  return std::string(text);
}

// "#42 from owner/branch", as GitHub writes it; "'title' (#42) from branch into main", as Gitea.
void read_pull_request(std::string_view text, ForgeMessage& told) {
  if (text.starts_with('\'')) {
    const auto hash = text.rfind(" (#");
    if (hash == std::string_view::npos) return;
    text.remove_prefix(hash + 2);
    const auto bracket = text.find(')');
    if (bracket == std::string_view::npos || !take(text, "#")) return;
    told.merged_number = take_number(text);
    if (!told.merged_number || !take(text, ") from ")) return;
    told.merged_into = read_into(text);
    text = text.substr(0, text.rfind(" into "));
  } else {
    if (!take(text, "#")) return;
    const auto number = take_number(text);
    if (!number || !take(text, " from ")) return;
    told.merged_number = number;
  }
  if (!text.empty()) told.merged_branches.emplace_back(text);
}

void read_subject(std::string_view subject, ForgeMessage& told) {
  std::string_view rest = subject;
  if (take(rest, "Merge pull request ")) return read_pull_request(rest, told);
  if (take(rest, "Merge branch ") || take(rest, "Merge branches ") ||
      take(rest, "Merge remote-tracking branch ") ||
      take(rest, "Merge remote-tracking branches ")) {
    told.merged_branches = take_quoted_names(rest);
    told.merged_into = read_into(rest);
    return;
  }
  if (take(rest, "Merged in ")) {
    constexpr std::string_view kNumber = " (pull request #";
    const auto at = rest.rfind(kNumber);
    if (at == std::string_view::npos) return;
    told.merged_branches.emplace_back(rest.substr(0, at));
    rest.remove_prefix(at + kNumber.size());
    told.merged_number = take_number(rest);
    return;
  }
  const auto bracket = subject.rfind('(');
  if (bracket != std::string_view::npos) told.ending_number = bracketed(subject.substr(bracket));
}

// "See merge request group/project!42": the last line of what GitLab writes.
void read_merge_request(std::string_view line, ForgeMessage& told) {
  if (!take(line, "See merge request ")) return;
  const auto mark = line.rfind('!');
  if (mark == std::string_view::npos) return;
  line.remove_prefix(mark + 1);
  const auto number = take_number(line);
  if (line.empty() && number) told.merged_number = number;
}

void read_reverted_commit(std::string_view text, ForgeMessage& told) {
  take(text, "`");
  constexpr std::size_t kDigits = 40;
  if (const auto id = git::ObjectId::parse(text.substr(0, kDigits)))
    return told.reverts.push_back(*id);
  constexpr std::size_t kFewest = 7;
  const auto end = std::min(text.find_first_not_of("0123456789abcdef"), text.size());
  if (end >= kFewest && end < kDigits) told.short_reverts.emplace_back(text.substr(0, end));
}

// "acme/app#42" or "group/project!42", and nothing behind it.
void read_reverted_pull(std::string_view text, ForgeMessage& told) {
  const auto mark = text.find_first_of("#!");
  if (mark == std::string_view::npos) return;
  const std::string_view repository = text.substr(0, mark);
  if (repository.find(' ') != std::string_view::npos) return;
  text.remove_prefix(mark + 1);
  const auto number = take_number(text);
  if (!number || (!text.empty() && text != ".")) return;
  told.reverted_pulls.push_back({*number, std::string(repository), {}});
}

// "This reverts commit ID" is git's; forges say as well "This reverts merge request !42" (GitLab),
// "Reverts acme/app#42" (GitHub), "Reverted commit ID" (Azure).
void read_revert(std::string_view line, ForgeMessage& told) {
  if (!take(line, "This reverts ") && !take(line, "Reverts ") && !take(line, "Reverted ")) return;
  if (take(line, "commit ")) return read_reverted_commit(line, told);
  if (!take(line, "merge request ")) take(line, "pull request ");
  read_reverted_pull(line, told);
}

// The title of 'Revert "TITLE"' or 'Revert "TITLE" (#43)'; 'Reapply "TITLE"' takes back the revert.
std::string read_reverted_title(std::string_view subject) {
  const bool again = take(subject, "Reapply ");
  if (!again && !take(subject, "Revert ")) return {};
  if (!subject.starts_with('"') && !subject.starts_with('\'')) return {};
  const auto end = subject.rfind(subject.front());
  if (end < 2) return {};
  const std::string_view behind = subject.substr(end + 1);
  if (!behind.empty() && !(behind.starts_with(' ') && bracketed(behind.substr(1)))) return {};
  const std::string title(subject.substr(1, end - 1));
  return again ? "Revert \"" + title + '"' : title;
}

void read_title_of_revert(std::string_view subject, ForgeMessage& told) {
  std::string title = read_reverted_title(subject);
  if (title.empty()) return;
  if (told.reverts.empty() && told.short_reverts.empty() && told.reverted_pulls.empty()) {
    told.reverted_title = std::move(title);
    return;
  }
  ForgeMessage reverted;
  read_subject(title, reverted);
  for (RevertedPull& pull : told.reverted_pulls) pull.branches = reverted.merged_branches;
}

void read_trailer(std::string_view line, ForgeMessage& told) {
  constexpr std::string_view kTrailer = "claudestep-pr:";
  if (line.size() <= kTrailer.size() ||
      to_lower_ascii(line.substr(0, kTrailer.size())) != kTrailer) {
    return;
  }
  line = trim(line.substr(kTrailer.size()));
  take(line, "#");
  const auto number = take_number(line);
  if (number && line.empty()) told.trailer_numbers.push_back(*number);
}

std::string_view without_end(std::string_view message) {
  while (!message.empty() && (message.back() == '\n' || message.back() == '\r')) {
    message.remove_suffix(1);
  }
  return message;
}

}  // namespace

bool names_branch(const std::vector<std::string>& names, std::string_view branch) {
  if (branch.empty()) return false;
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    if (name == branch) return true;
    const auto slash = name.find('/');
    return slash != std::string_view::npos && name.substr(slash + 1) == branch;
  });
}

std::string_view subject_of(std::string_view message) {
  return trim(message.substr(0, message.find('\n')));
}

ForgeMessage read_forge_message(std::string_view message) {
  ForgeMessage told;
  message = without_end(message);
  read_subject(subject_of(message), told);
  const auto last_paragraph = message.rfind("\n\n");
  std::size_t at = message.find('\n');
  while (at != std::string_view::npos) {
    const std::size_t begin = at + 1;
    at = message.find('\n', begin);
    const std::string_view line = trim(message.substr(begin, at - begin));
    read_merge_request(line, told);
    read_revert(line, told);
    if (last_paragraph != std::string_view::npos && begin > last_paragraph) {
      read_trailer(line, told);
    }
  }
  read_title_of_revert(subject_of(message), told);
  return told;
}

bool has_title(std::string_view message, std::string_view title) {
  const std::string_view subject = subject_of(message);
  if (subject == title) return true;
  ForgeMessage told;
  read_subject(subject, told);
  if (told.ending_number) return trim(subject.substr(0, subject.rfind('('))) == title;
  if (!told.merged_number) return false;
  const auto below =
      message.find_first_not_of("\r\n", std::min(message.find('\n'), message.size()));
  return below != std::string_view::npos && subject_of(message.substr(below)) == title;
}

}  // namespace claudestep::truth
