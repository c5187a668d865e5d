#include "git/commit_text.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <optional>

#include "git/signature.h"

namespace claudestep::git {
namespace {

// Takes the value of "<name> <value>\n" off the front; nothing when another header comes.
std::optional<std::string_view> take_header(std::string_view& rest, std::string_view name) {
  if (!rest.starts_with(name) || rest.size() <= name.size() || rest[name.size()] != ' ') {
    return std::nullopt;
  }
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view value = rest.substr(name.size() + 1, end - name.size() - 1);
  rest.remove_prefix(end + 1);
  return value;
}

// "1700000000 +0130"; what cannot be read is 0, as in git.
void read_time(std::string_view text, Signature& signature) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  const char* end = text.data() + text.size();
  const auto [after, error] = std::from_chars(text.data(), end, signature.when.seconds);
  if (error != std::errc()) signature.when.seconds = 0;
  std::string_view zone(after, static_cast<std::size_t>(end - after));
  while (zone.starts_with(' ')) zone.remove_prefix(1);
  const bool negative = zone.starts_with('-');
  if (!negative && !zone.starts_with('+')) return;
  zone.remove_prefix(1);
  int hhmm = 0;
  std::from_chars(zone.data(), zone.data() + zone.size(), hhmm);
  const int minutes = hhmm / 100 * 60 + hhmm % 100;
  signature.offset_minutes = negative ? -minutes : minutes;
}

Signature read_signature(std::string_view line) {
  Signature signature;
  const std::size_t open = line.find('<');
  if (open == std::string_view::npos) {
    signature.name = line;
    return signature;
  }
  std::string_view name = line.substr(0, open);
  while (name.ends_with(' ')) name.remove_suffix(1);
  signature.name = name;
  const std::size_t close = line.find('>', open);
  if (close == std::string_view::npos) return signature;
  signature.email = line.substr(open + 1, close - open - 1);
  // The date follows the last '>': names and addresses of broken commits hold some.
  read_time(line.substr(line.rfind('>') + 1), signature);
  return signature;
}

void append_signature(std::string& bytes, std::string_view header, const Signature& signature) {
  const Signature clean = cleaned(signature);
  const int minutes = clean.offset_minutes < 0 ? -clean.offset_minutes : clean.offset_minutes;
  fmt::format_to(std::back_inserter(bytes), "{} {}{}<{}> {} {}{:02}{:02}\n", header, clean.name,
                 clean.name.empty() ? "" : " ", clean.email,
                 std::max<std::int64_t>(clean.when.seconds, 0),
                 clean.offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace

Result<Commit> parse_commit(std::string_view bytes) {
  std::string_view rest = bytes;
  Commit commit;
  const auto tree = take_header(rest, "tree");
  const auto tree_id = tree ? ObjectId::parse(*tree) : std::nullopt;
  if (!tree_id) return fail(ErrorCode::kCorrupt, "it names no tree");
  commit.tree = *tree_id;
  while (const auto parent = take_header(rest, "parent")) {
    const auto id = ObjectId::parse(*parent);
    if (!id) return fail(ErrorCode::kCorrupt, "it names a parent that is no object name");
    commit.parents.push_back(*id);
  }
  if (const auto author = take_header(rest, "author")) commit.author = read_signature(*author);
  if (const auto line = take_header(rest, "committer")) commit.committer = read_signature(*line);
  // Further headers (encoding, signatures over several lines) end at the first empty line.
  if (rest.starts_with('\n')) {
    commit.message = rest.substr(1);
  } else if (const std::size_t end = rest.find("\n\n"); end != std::string_view::npos) {
    commit.message = rest.substr(end + 2);
  }
  return commit;
}

Result<std::string> format_commit(const NewCommit& commit) {
  if (commit.message.find('\0') != std::string::npos) {
    return fail(ErrorCode::kInvalidInput, "a commit message cannot hold a NUL");
  }
  std::string bytes = fmt::format("tree {}\n", commit.tree.hex());
  for (const ObjectId& parent : commit.parents) {
    fmt::format_to(std::back_inserter(bytes), "parent {}\n", parent.hex());
  }
  append_signature(bytes, "author", commit.author);
  append_signature(bytes, "committer", commit.committer);
  bytes += '\n';
  bytes += commit.message;
  return bytes;
}

}  // namespace claudestep::git
