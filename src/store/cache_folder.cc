#include "store/cache_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <unordered_set>

#include "base/folder.h"
#include "base/text.h"

namespace claudestep::store {
namespace {

constexpr std::string_view kScratchPrefix = "tmp-";
constexpr std::time_t kLongAgo = 3600;  // no writer takes that long

struct CacheFile {
  std::string name;
  std::uint64_t bytes = 0;
  timespec written{};
};

bool is_older(const CacheFile& a, const CacheFile& b) {
  return std::pair(a.written.tv_sec, a.written.tv_nsec) <
         std::pair(b.written.tv_sec, b.written.tv_nsec);
}

// The regular files of a folder that bear our names.
std::vector<CacheFile> list_files(const std::string& folder, std::string_view suffix) {
  std::vector<CacheFile> files;
  for (FolderEntry& entry : entries_in(folder)) {
    if (!entry.name.ends_with(suffix)) continue;
    struct stat status {};
    if (::lstat((folder + "/" + entry.name).c_str(), &status) != 0) continue;
    if (!S_ISREG(status.st_mode)) continue;
    files.push_back(
        {std::move(entry.name), static_cast<std::uint64_t>(status.st_size), status.st_mtim});
  }
  return files;
}

CacheSize sum_of(const std::vector<CacheFile>& files) {
  CacheSize size;
  for (const CacheFile& file : files) {
    ++size.files;
    size.bytes += file.bytes;
  }
  return size;
}

std::string scratch_name() {
  static std::atomic<unsigned> count{0};
  return fmt::format("{}{}-{}", kScratchPrefix, ::getpid(), count.fetch_add(1));
}

}  // namespace

std::string CacheFolder::path_of(std::string_view stem) const {
  return fmt::format("{}/{}{}", path_, stem, suffix_);
}

bool CacheFolder::make_folder(const std::string& path) const {
  if (::mkdir(path.c_str(), 0777) != 0) return false;
  if (share_) share_(path);
  return true;
}

// The folder and the one that it is in, as far as they are missing.
void CacheFolder::make_folders() const {
  if (make_folder(path_) || errno != ENOENT) return;
  if (make_folder(path_.substr(0, path_.rfind('/'))) || errno == EEXIST) make_folder(path_);
}

bool CacheFolder::keep(std::string_view stem, const std::function<bool(int fd)>& fill) const {
  const std::string scratch = path_of(scratch_name());
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  int fd = ::open(scratch.c_str(), kFlags, 0666);
  if (fd < 0 && errno == ENOENT) {
    make_folders();
    fd = ::open(scratch.c_str(), kFlags, 0666);
  }
  if (fd < 0) return false;
  // Without waiting for the disk: what a power cut leaves behind does not pass its checksums.
  const bool filled = fill(fd);
  const bool closed = ::close(fd) == 0;
  if (filled && closed && share_) share_(scratch);
  if (filled && closed && ::rename(scratch.c_str(), path_of(stem).c_str()) == 0) return true;
  ::unlink(scratch.c_str());
  return false;
}

void CacheFolder::drop(std::string_view stem) const {
  ::unlink(path_of(stem).c_str());
}

void CacheFolder::prune(const std::vector<std::string>& used, const Room& room) const {
  std::unordered_set<std::string> in_use;
  for (const std::string& stem : used) in_use.insert(stem + std::string(suffix_));
  const std::vector<CacheFile> files = list_files(path_, suffix_);
  std::time_t now = 0;
  for (const CacheFile& file : files) now = std::max(now, file.written.tv_sec);
  std::vector<CacheFile> idle;
  std::uint64_t used_bytes = 0;
  std::uint64_t idle_bytes = 0;
  for (const CacheFile& file : files) {
    const bool scratch = file.name.starts_with(kScratchPrefix);
    if (in_use.contains(file.name)) {
      used_bytes += file.bytes;
    } else if (!scratch) {
      idle_bytes += file.bytes;
      idle.push_back(file);
    } else if (file.written.tv_sec + kLongAgo < now) {
      ::unlink((path_ + "/" + file.name).c_str());
    }
  }
  std::sort(idle.begin(), idle.end(), is_older);
  std::size_t left = idle.size();
  for (const CacheFile& file : idle) {
    if (left <= room.files && idle_bytes <= used_bytes + room.bytes) break;
    ::unlink((path_ + "/" + file.name).c_str());
    idle_bytes -= file.bytes;
    --left;
  }
}

CacheSize CacheFolder::size() const {
  return sum_of(list_files(path_, suffix_));
}

Result<CacheSize> CacheFolder::clear() const {
  const std::vector<CacheFile> files = list_files(path_, suffix_);
  for (const CacheFile& file : files) {
    const std::string path = path_ + "/" + file.name;
    if (::unlink(path.c_str()) == 0 || errno == ENOENT) continue;
    return fail(Error{ErrorCode::kIo, "cannot take away " + quoted(path)}.caused_by(
        std::strerror(errno)));  // NOLINT(concurrency-mt-unsafe): one thread clears
  }
  return sum_of(files);
}

}  // namespace claudestep::store
