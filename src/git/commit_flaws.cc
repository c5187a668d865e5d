// What `git fsck` objects to in the headers of a commit. The same order of questions as git's own:
// the first flaw of a line is the one that is told.
#include <git2/odb.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

// "+0130"
bool is_zone(std::string_view text) {
  if (text.size() != 5 || (text[0] != '+' && text[0] != '-')) return false;
  return text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// What is wrong with " 1700000000 +0130", which follows the address.
std::string_view date_flaw(std::string_view rest) {
  if (!rest.starts_with(' ')) return "no space before the date";
  rest.remove_prefix(1);
  if (rest.size() > 1 && rest[0] == '0' && rest[1] != ' ') return "a date that begins with 0";
  std::int64_t seconds = 0;
  const auto [after, error] = std::from_chars(rest.data(), rest.data() + rest.size(), seconds);
  if (error == std::errc::result_out_of_range) return "a date out of range";
  if (error != std::errc() || !is_digit(rest[0]) || after == rest.data() + rest.size() ||
      *after != ' ') {
    return "a date that is none";
  }
  rest.remove_prefix(static_cast<std::size_t>(after - rest.data()) + 1);
  return is_zone(rest) ? "" : "a time zone that is none";
}

// What is wrong with "A U Thor <author@example.com> 1700000000 +0130"; empty when nothing is.
std::string_view identity_flaw(std::string_view line) {
  if (line.starts_with('<')) return "no name";
  const std::size_t open = line.find_first_of("<>");
  if (open == std::string_view::npos) return "no address";
  if (line[open] == '>') return "a name with '>' in it";
  if (open == 0 || line[open - 1] != ' ') return "no space before the address";
  const std::size_t close = line.find_first_of("<>", open + 1);
  if (close == std::string_view::npos || line[close] == '<') return "an address that does not end";
  return date_flaw(line.substr(close + 1));
}

// Takes "<name> <value>\n" off the front; nothing when another line is there.
std::optional<std::string_view> take_line(std::string_view& rest, std::string_view name) {
  if (!rest.starts_with(name) || !rest.substr(name.size()).starts_with(' ')) return std::nullopt;
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view value = rest.substr(name.size() + 1, end - name.size() - 1);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return value;
}

std::vector<std::string> flaws_of(std::string_view bytes) {
  std::vector<std::string> flaws;
  const std::string_view headers = bytes.substr(0, bytes.find("\n\n"));
  if (headers.find('\0') != std::string_view::npos) flaws.emplace_back("a header with a NUL in it");
  std::string_view rest = bytes;
  (void)take_line(rest, "tree");
  while (take_line(rest, "parent")) continue;
  for (const std::string_view who : {"author", "committer"}) {
    const auto line = take_line(rest, who);
    if (!line) {
      flaws.push_back("no " + std::string(who));
      continue;
    }
    if (const std::string_view flaw = identity_flaw(*line); !flaw.empty()) {
      flaws.push_back("the " + std::string(who) + " has " + std::string(flaw));
    }
    if (who == "author" && take_line(rest, who)) {
      flaws.emplace_back("more than one author");
      while (take_line(rest, who)) continue;
    }
  }
  return flaws;
}

}  // namespace

Result<std::vector<std::string>> Repository::commit_flaws(ObjectId id) const {
  CS_ASSIGN(const auto object, impl_->read_typed(id, GIT_OBJECT_COMMIT));
  return flaws_of({static_cast<const char*>(git_odb_object_data(object.get())),
                   git_odb_object_size(object.get())});
}

}  // namespace claudestep::git
