// A branch whose file is gone while its reflog, which git takes away with a branch, is there.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "base/text.h"
#include "git/error.h"
#include "git/files.h"
#include "git/ref_chain.h"
#include "git/reflog_lines.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

constexpr std::string_view kHeads = "refs/heads/";

Error gone(std::string said, std::string cause, const RefEnd& end, const ObjectId& last) {
  return Error{ErrorCode::kCorrupt, std::move(said)}
      .caused_by(std::move(cause))
      .hint(fmt::format("git update-ref {} {} {}", shell_quoted(end.name).value_or("REF"),
                        last.hex(), end.id.value_or(ObjectId()).hex()));
}

// Where a branch that is not there was last by its reflog; nothing where there was none.
std::optional<ObjectId> last_of(const std::vector<ReflogEntry>& entries) {
  if (entries.empty() || entries.front().new_id.is_zero()) return std::nullopt;
  // Whoever is killed as he makes a branch leaves an entry that begins with nothing.
  const bool had_commits = std::any_of(entries.begin(), entries.end(),
                                       [](const auto& entry) { return !entry.old_id.is_zero(); });
  return had_commits ? std::optional(entries.front().new_id) : std::nullopt;
}

bool has_own_file(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode);
}

}  // namespace

std::optional<ObjectId> Repository::Impl::moved_on_from(const RefEnd& end) const {
  const std::string own = join_path(location.common_dir, end.name);
  if (has_own_file(own)) return std::nullopt;
  const auto last = last_reflog_line(join_path(location.common_dir, "logs/" + end.name));
  if (!last || last->entry.new_id == *end.id || !has_object(last->entry.new_id)) {
    return std::nullopt;
  }
  // Who moves the ref tells its reflog under the lock, before it is there or after. Nobody who had
  // the lock then is still at it when it is not there, and the ref is as they left it.
  if (exists(own + ".lock")) return std::nullopt;
  const auto now = follow_ref(repository.get(), end.name);
  if (!now || now->id != end.id || has_own_file(own)) return std::nullopt;
  return last->entry.new_id;
}

std::optional<Error> Repository::Impl::gone_branch(const Repository& whole,
                                                   const RefEnd& end) const {
  if (!end.name.starts_with(kHeads)) return std::nullopt;
  const std::string branch = quoted(end.name.substr(kHeads.size()));
  if (!end.id) {
    const auto last = last_of(reflog_entries(reflog_text(end.name)));
    if (!last) return std::nullopt;
    return gone(fmt::format("the branch {} is gone, and its reflog is not: git takes both", branch),
                fmt::format("it was last at {}, to which the next hint puts it back", last->hex()),
                end, *last);
  }
  const auto last = moved_on_from(end);
  if (!last || !whole.reaches(*last, *end.id).value_or(false)) return std::nullopt;
  return gone(
      fmt::format("the file of the branch {} is gone, and packed-refs has an older value", branch),
      fmt::format("it was last at {}, which is built on that and to which the next hint puts it "
                  "back",
                  last->hex()),
      end, *last);
}

}  // namespace claudestep::git
