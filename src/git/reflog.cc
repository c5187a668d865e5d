// Reading reflogs, and taking back what one tells of a move that never was.
#include "git/reflog_lines.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/file_io.h"
#include "base/text.h"
#include "git/files.h"
#include "git/ref_chain.h"
#include "git/reflog_mend.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

constexpr std::size_t kUsualLine = 1024;

}  // namespace

std::optional<ReflogEntry> reflog_entry(std::string_view line) {
  constexpr std::size_t kHex = 40;
  constexpr std::size_t kIds = 2 * kHex + 1;
  if (line.size() <= kIds || line[kHex] != ' ' || line[kIds] != ' ') return std::nullopt;
  const auto old_id = ObjectId::parse(line.substr(0, kHex));
  const auto new_id = ObjectId::parse(line.substr(kHex + 1, kHex));
  if (!old_id || !new_id) return std::nullopt;
  const std::size_t tab = std::min(line.find('\t'), line.size() - 1);
  return ReflogEntry{*old_id, *new_id, std::string(line.substr(tab + 1))};
}

std::vector<ReflogEntry> reflog_entries(std::string_view text) {
  std::vector<ReflogEntry> entries;
  while (!text.empty()) {
    if (auto entry = reflog_entry(cut_line(text))) entries.push_back(*std::move(entry));
  }
  std::reverse(entries.begin(), entries.end());
  return entries;
}

std::optional<LastLine> last_reflog_line(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  for (std::size_t count = std::min(kUsualLine, size); count > 0;
       count = std::min(2 * count, size)) {
    std::string text(count, '\0');
    if (!read_at(file.get(), size - count, text)) return std::nullopt;
    if (text.back() == '\n') text.pop_back();
    const std::size_t newline = text.rfind('\n');
    if (newline == std::string::npos && count < size) continue;
    const std::size_t begins = newline == std::string::npos ? 0 : newline + 1;
    auto entry = reflog_entry(std::string_view(text).substr(begins));
    if (!entry) return std::nullopt;
    return LastLine{*std::move(entry), size - count + begins};
  }
  return std::nullopt;
}

std::string Repository::Impl::reflog_text(std::string_view name) const {
  // Read here rather than by libgit2, which makes the file when there is none and so writes on a
  // read.
  const auto followed = follow_ref(repository.get(), name);
  // A ref whose file is damaged has its log still.
  const std::string end = followed ? followed->name : std::string(name);
  const std::string& base = end == "HEAD" ? location.git_dir : location.common_dir;
  return read_file(join_path(base, "logs/" + end)).value_or(std::string());
}

std::vector<ReflogEntry> Repository::reflog(std::string_view name) const {
  return reflog_entries(impl_->reflog_text(name));
}

bool Repository::is_reflog_cut(std::string_view name) const {
  const std::string text = impl_->reflog_text(name);
  std::string_view last;
  for (std::string_view rest = text; !rest.empty();) last = cut_line(rest);
  // A block that a power cut left as zeros may begin in the line, and have had more than that.
  return !text.empty() && (last.find('\0') != std::string_view::npos || !reflog_entry(last));
}

void take_back_move(const Repository& repository, const std::string& ref, ObjectId value) {
  const std::string log = join_path(repository.common_dir(), "logs/" + ref);
  const auto last = last_reflog_line(log);
  if (!last || last->entry.new_id != value || last->entry.old_id == value) return;
  const auto end = repository.resolve_ref_name(ref);
  if (!end || *end != ref || repository.ref_value(ref) == value) return;
  [[maybe_unused]] const int ignored = ::truncate(log.c_str(), static_cast<off_t>(last->begins));
}

}  // namespace claudestep::git
