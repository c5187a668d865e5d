#include "store/fact_cache.h"

#include <dirent.h>
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
#include <utility>

#include "base/checksum.h"
#include "base/text.h"

namespace claudestep::store {
namespace {

constexpr std::string_view kFactsSuffix = ".facts";
constexpr std::string_view kScratchPrefix = "tmp-";
constexpr std::uint64_t kAllowance = 64ULL * 1024 * 1024;  // of files that nobody just used
constexpr std::time_t kLongAgo = 3600;                     // no writer takes that long

class OpenedFile {
 public:
  explicit OpenedFile(int fd) : fd_(fd) {}
  ~OpenedFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  OpenedFile(const OpenedFile&) = delete;
  OpenedFile& operator=(const OpenedFile&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

// Reads exactly what `out` holds; false when there is not as much.
bool read_at(int fd, std::size_t offset, std::span<char> out) {
  while (!out.empty()) {
    const ssize_t got = ::pread(fd, out.data(), out.size(), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    offset += static_cast<std::size_t>(got);
    out = out.subspan(static_cast<std::size_t>(got));
  }
  return true;
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

std::span<char> grown(FactCache::Buffer& buffer, std::size_t size) {
  const std::size_t words = (size + sizeof(Int128) - 1) / sizeof(Int128);
  if (buffer.words.size() < words) buffer.words.resize(words);
  return {reinterpret_cast<char*>(buffer.words.data()), size};
}

struct CacheFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::time_t written = 0;
};

// The regular files of a folder that bear our names.
std::vector<CacheFile> list_files(const std::string& folder) {
  std::vector<CacheFile> files;
  DIR* const opened = ::opendir(folder.c_str());
  if (opened == nullptr) return files;
  while (const dirent* const item = ::readdir(opened)) {
    const std::string_view name = item->d_name;
    if (!name.ends_with(kFactsSuffix)) continue;
    struct stat status {};
    const int flags = AT_SYMLINK_NOFOLLOW;
    if (::fstatat(::dirfd(opened), item->d_name, &status, flags) != 0) continue;
    if (!S_ISREG(status.st_mode)) continue;
    files.push_back({std::string(name), static_cast<std::uint64_t>(status.st_size),
                     status.st_mtim.tv_sec});
  }
  ::closedir(opened);
  return files;
}

FactCacheSize sum_of(const std::vector<CacheFile>& files) {
  FactCacheSize size;
  for (const CacheFile& file : files) {
    ++size.files;
    size.bytes += file.bytes;
  }
  return size;
}

// The folder and the one that it is in, as far as they are missing.
void make_folders(const std::string& folder) {
  if (::mkdir(folder.c_str(), 0777) == 0 || errno != ENOENT) return;
  const std::string parent = folder.substr(0, folder.rfind('/'));
  if (::mkdir(parent.c_str(), 0777) == 0 || errno == EEXIST) ::mkdir(folder.c_str(), 0777);
}

std::string scratch_name() {
  static std::atomic<unsigned> count{0};
  return fmt::format("{}{}-{}{}", kScratchPrefix, ::getpid(), count.fetch_add(1), kFactsSuffix);
}

}  // namespace

FactCache::FactCache(const std::string& common_dir) : folder_(common_dir + "/claudestep/facts") {}

std::string FactCache::path_of(std::string_view identity) const {
  return fmt::format("{}/{:016x}{}", folder_, checksum(identity), kFactsSuffix);
}

std::optional<model::FactsView> FactCache::find(std::string_view identity, FactDepth depth,
                                                Buffer& buffer) const {
  const OpenedFile file(
      ::open(path_of(identity).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file.is_open()) return std::nullopt;
  struct stat status {};
  if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < EncodedFacts::kHeadSize) return std::nullopt;
  const std::span<char> head = grown(buffer, EncodedFacts::kHeadSize);
  if (!read_at(file.get(), 0, head)) return std::nullopt;
  const auto needed = EncodedFacts::size_needed({head.data(), head.size()}, depth);
  if (!needed || *needed > size || *needed < head.size()) return std::nullopt;
  const std::span<char> bytes = grown(buffer, *needed);
  if (!read_at(file.get(), head.size(), bytes.subspan(head.size()))) return std::nullopt;
  return EncodedFacts::open(bytes, identity, depth);
}

bool FactCache::has(std::string_view identity) const {
  return ::access(path_of(identity).c_str(), R_OK) == 0;
}

void FactCache::keep(std::string_view identity, const model::FactsView& facts) const {
  const std::string bytes = encode_facts(identity, facts);
  const std::string scratch = folder_ + "/" + scratch_name();
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  int fd = ::open(scratch.c_str(), kFlags, 0666);
  if (fd < 0 && errno == ENOENT) {
    make_folders(folder_);
    fd = ::open(scratch.c_str(), kFlags, 0666);
  }
  if (fd < 0) return;
  // Without waiting for the disk: what a power cut leaves behind does not pass its checksums.
  const bool written = write_all(fd, bytes);
  const bool closed = ::close(fd) == 0;
  if (written && closed && ::rename(scratch.c_str(), path_of(identity).c_str()) == 0) return;
  ::unlink(scratch.c_str());
}

void FactCache::prune(const std::vector<std::string>& used) const {
  std::unordered_set<std::string> in_use;
  for (const std::string& identity : used) {
    const std::string path = path_of(identity);
    in_use.insert(path.substr(path.rfind('/') + 1));
  }
  const std::vector<CacheFile> files = list_files(folder_);
  std::time_t now = 0;
  for (const CacheFile& file : files) now = std::max(now, file.written);
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
    } else if (file.written + kLongAgo < now) {
      ::unlink((folder_ + "/" + file.name).c_str());
    }
  }
  std::sort(idle.begin(), idle.end(),
            [](const CacheFile& a, const CacheFile& b) { return a.written < b.written; });
  for (const CacheFile& file : idle) {
    if (idle_bytes <= used_bytes + kAllowance) break;
    ::unlink((folder_ + "/" + file.name).c_str());
    idle_bytes -= file.bytes;
  }
}

FactCacheSize FactCache::size() const {
  return sum_of(list_files(folder_));
}

Result<FactCacheSize> FactCache::clear() const {
  const std::vector<CacheFile> files = list_files(folder_);
  for (const CacheFile& file : files) {
    const std::string path = folder_ + "/" + file.name;
    if (::unlink(path.c_str()) == 0 || errno == ENOENT) continue;
    return fail(Error{ErrorCode::kIo, "cannot take away " + quoted(path)}.caused_by(
        std::strerror(errno)));  // NOLINT(concurrency-mt-unsafe): one thread clears
  }
  return sum_of(files);
}

}  // namespace claudestep::store
