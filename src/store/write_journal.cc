#include "store/write_journal.h"

#include "base/decimal.h"
#include "base/text.h"
#include "git/reflog_mend.h"
#include "host/worktree.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kIndexWord = "index ";
constexpr std::string_view kLockWord = "lock ";

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return line;
}

std::string removed(const std::string& path) {
  return "removed " + quoted(path) + ", left by a writer that was killed";
}

std::optional<LockSight> parse_lock(std::string_view words) {
  const std::size_t space = words.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto inode = parse_integer(words.substr(0, space));
  const auto changed = parse_integer(words.substr(space + 1));
  if (!inode || !changed) return std::nullopt;
  return LockSight{static_cast<std::uint64_t>(*inode), *changed, ""};
}

// The journal is a file that anybody may have written: it never leads out of the repository.
bool is_index_lock_in(const std::string& path, const std::string& common_dir) {
  return path.starts_with(common_dir + "/") && path.ends_with("/index.lock") &&
         path.find("/../") == std::string::npos;
}

}  // namespace

std::string ref_lock_path(const std::string& common_dir, std::string_view ref) {
  return common_dir + "/" + std::string(ref) + ".lock";
}

std::string format_journal(const JournalEntry& entry) {
  std::string text = entry.ref + " " + entry.value.hex() + " " + format_instant(entry.time) + "\n";
  for (const std::string& path : entry.index_locks) {
    text.append(kIndexWord).append(path).push_back('\n');
  }
  if (entry.ref_lock) {
    text.append(kLockWord).append(std::to_string(entry.ref_lock->inode)).push_back(' ');
    text.append(std::to_string(entry.ref_lock->changed)).push_back('\n');
  }
  return text;
}

std::optional<JournalEntry> parse_journal(std::string_view text) {
  text = text.substr(0, text.rfind('\n') + 1);
  const std::string_view first = next_line(text);
  const std::size_t space = first.find(' ');
  const std::size_t second = space == std::string_view::npos ? space : first.find(' ', space + 1);
  if (second == std::string_view::npos) return std::nullopt;
  JournalEntry entry;
  entry.ref = first.substr(0, space);
  const auto value = git::ObjectId::parse(first.substr(space + 1, second - space - 1));
  const auto time = Timestamp::parse(first.substr(second + 1));
  if (!git::is_valid_ref_name(entry.ref) || !value || !time) return std::nullopt;
  entry.value = *value;
  entry.time = time->instant();
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    if (line.starts_with(kIndexWord))
      entry.index_locks.emplace_back(line.substr(kIndexWord.size()));
    if (line.starts_with(kLockWord)) entry.ref_lock = parse_lock(line.substr(kLockWord.size()));
  }
  return entry;
}

Result<bool> clear_ref_lock(const JournalEntry& entry, const git::Repository& repository,
                            const std::function<void(const std::string&)>& tell) {
  const std::string path = ref_lock_path(repository.common_dir(), entry.ref);
  const auto lock = look_at_lock(path);
  if (!lock || !(entry.value.hex() + "\n").starts_with(lock->content)) return true;
  const bool is_noted = lock == entry.ref_lock;
  if (!is_noted && lock->content.empty() && is_young(*lock)) return false;
  CS_ASSIGN(const bool is_gone,
            remove_left_lock(path, *lock, is_noted ? Certainty::kOurs : Certainty::kLikely,
                             [&] { git::take_back_move(repository, entry.ref, entry.value); }));
  if (is_gone && tell) tell(removed(path));
  return true;
}

void clear_index_locks(const JournalEntry& entry, const std::string& common_dir,
                       const std::function<void(const std::string&)>& tell) {
  for (const std::string& path : entry.index_locks) {
    if (is_index_lock_in(path, common_dir) && host::clear_index_lock(path) && tell) {
      tell(removed(path));
    }
  }
}

}  // namespace claudestep::store
