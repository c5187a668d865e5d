#include "git/sharing.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <charconv>

#include "base/text.h"
#include "git/files.h"

namespace claudestep::git {
namespace {

constexpr mode_t kGroup = 0660;
constexpr mode_t kEverybody = 0664;
constexpr mode_t kPermissions = 07777;

std::optional<mode_t> read_octal(const std::string& text) {
  mode_t mode = 0;
  const char* end = text.data() + text.size();
  const auto [after, error] = std::from_chars(text.data(), end, mode, 8);
  if (error != std::errc() || after != end) return std::nullopt;
  return mode;
}

}  // namespace

Result<Sharing> Sharing::from(const Config& config) {
  CS_ASSIGN(const auto value, config.get("core.sharedRepository"));
  Sharing sharing;
  if (!value) return sharing;
  const std::string text = to_lower_ascii(*value);
  if (text == "umask" || text == "false" || text == "no" || text == "off" || text == "0") {
    return sharing;
  }
  // A key without "=" is true, as anywhere.
  if (text == "group" || text == "true" || text == "yes" || text == "on" || text == "1" ||
      text.empty()) {
    sharing.bits_ = kGroup;
    return sharing;
  }
  if (text == "all" || text == "world" || text == "everybody" || text == "2") {
    sharing.bits_ = kEverybody;
    return sharing;
  }
  const auto mode = read_octal(text);
  constexpr mode_t kOwner = 0600;
  if (!mode || (*mode & kOwner) != kOwner) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("bad value {} for 'core.sharedRepository'", quoted(*value)));
  }
  constexpr mode_t kNoExecution = 0666;
  sharing.bits_ = *mode & kNoExecution;
  sharing.exact_ = true;
  return sharing;
}

mode_t Sharing::permissions(mode_t mode) const {
  constexpr mode_t kWrite = 0222;
  constexpr mode_t kRead = 0444;
  if (bits_ == 0) return mode & kPermissions;
  mode_t bits = bits_;
  if ((mode & S_IWUSR) == 0) bits &= ~kWrite;
  if ((mode & S_IXUSR) != 0) bits |= (bits & kRead) >> 2U;
  mode_t result = exact_ ? (mode & ~mode_t{0777}) | bits : mode | bits;
  if (S_ISDIR(mode)) {
    // Who may read a folder may enter it, and what others make in it stays the group's.
    result |= (result & kRead) >> 2U;
    if ((result & kGroup) != 0) result |= S_ISGID;
  }
  return result & kPermissions;
}

void Sharing::apply(const std::string& path) const {
  struct stat status {};
  if (bits_ == 0 || ::lstat(path.c_str(), &status) != 0 || S_ISLNK(status.st_mode)) return;
  const mode_t wanted = permissions(status.st_mode);
  if (wanted != (status.st_mode & kPermissions)) ::chmod(path.c_str(), wanted);
}

void Sharing::apply_up_to(const std::string& root, const std::string& path) const {
  if (bits_ == 0) return;
  for (std::string at = path; at.size() > root.size() && at.starts_with(root);
       at = parent_path(at)) {
    apply(at);
  }
}

}  // namespace claudestep::git
