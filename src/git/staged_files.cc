#include "git/staged_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <set>

#include "base/file_io.h"
#include "base/text.h"
#include "git/error.h"
#include "git/files.h"

namespace claudestep::git {
namespace {

constexpr mode_t kReadOnly = 0444;  // less what the umask takes away
constexpr int kMostLeftOvers = 10'000;

Error cannot_write(const std::string& path, int number) {
  return from_errno(fmt::format("cannot write {}", quoted(path)), number);
}

// A file or folder of ours that is gone was taken away by somebody: writing it again may work.
Error cannot_place(const std::string& path, int number) {
  if (number != ENOENT) return cannot_write(path, number);
  return Error{ErrorCode::kBusy,
               fmt::format("{} was taken away while it was written", quoted(path))}
      .caused_by("objects are being pruned that are not in use yet (git gc --prune=now)");
}

// A name that no other writer uses now; one that was killed may have left it.
std::string unused_name(const std::string& folder, std::string_view prefix) {
  static std::atomic<unsigned> counter = 0;
  return fmt::format("{}/{}{:x}_{:x}", folder, prefix, ::getpid(), counter++);
}

}  // namespace

StagedFiles::~StagedFiles() {
  for (const File& file : files_) {
    if (file.fd < 0) continue;
    ::close(file.fd);
    ::unlink(file.temporary.c_str());
  }
}

Status StagedFiles::open(File& file, std::string_view prefix) const {
  const std::string folder = parent_path(file.path);
  for (int i = 0; i < kMostLeftOvers; ++i) {
    file.temporary = unused_name(folder, prefix);
    file.fd = ::open(file.temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kReadOnly);
    if (file.fd >= 0) return {};
    if (errno == ENOENT && ::mkdir(folder.c_str(), 0777) == 0) {
      sharing_.apply(folder);
    } else if (errno != EEXIST) {
      break;
    }
  }
  return fail(cannot_write(file.path, errno));
}

Status StagedFiles::add(const std::string& path, std::string_view prefix, std::string_view bytes) {
  File file{path, "", -1};
  CS_TRY(open(file, prefix));
  files_.push_back(file);
  if (!write_all(file.fd, bytes)) return fail(cannot_write(path, errno));
  sharing_.apply(file.temporary);
  // Lets the disk begin while the next file is made; commit waits for it.
  if (durable_) ::sync_file_range(file.fd, 0, 0, SYNC_FILE_RANGE_WRITE);
  return {};
}

Status StagedFiles::commit() {
  CS_TRY(sync_contents());
  for (File& file : files_) {
    if (::rename(file.temporary.c_str(), file.path.c_str()) != 0) {
      return fail(cannot_place(file.path, errno));
    }
    ::close(file.fd);
    file.fd = -1;
  }
  CS_TRY(sync_folders());
  files_.clear();
  return {};
}

Status StagedFiles::sync_contents() const {
  if (!durable_ || files_.empty()) return {};
  std::vector<int> descriptors;
  descriptors.reserve(files_.size());
  for (const File& file : files_) descriptors.push_back(file.fd);
  const int number = sync_all(descriptors);
  if (number != 0) return fail(cannot_write(files_.front().path, number));
  return {};
}

Status StagedFiles::sync_folders() const {
  if (!durable_) return {};
  std::set<std::string> folders;
  for (const File& file : files_) folders.insert(parent_path(file.path));
  std::vector<Descriptor> open;
  std::vector<int> descriptors;
  for (const std::string& folder : folders) {
    open.emplace_back(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open.back().is_open()) return fail(cannot_place(folder, errno));
    descriptors.push_back(open.back().get());
  }
  const int number = sync_all(descriptors);
  if (number != 0) return fail(cannot_write(*folders.begin(), number));
  return {};
}

}  // namespace claudestep::git
