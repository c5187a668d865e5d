#include "store/fact_cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <limits>
#include <utility>

#include "base/checksum.h"
#include "base/file_io.h"

namespace claudestep::store {
namespace {

constexpr std::string_view kFactsSuffix = ".facts";
constexpr std::uint64_t kAllowance = 64ULL * 1024 * 1024;  // of files that nobody just used

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

std::span<char> grown(FactCache::Buffer& buffer, std::size_t size) {
  const std::size_t words = (size + sizeof(Int128) - 1) / sizeof(Int128);
  if (buffer.words.size() < words) buffer.words.resize(words);
  return {reinterpret_cast<char*>(buffer.words.data()), size};
}

// Another version of the program keeps its own file beside ours.
std::string stem_of(std::string_view identity) {
  return fmt::format("{:016x}-{}", checksum(identity), kFactsVersion);
}

}  // namespace

FactCache::FactCache(const std::string& common_dir, Share share)
    : folder_(common_dir + "/claudestep/facts", kFactsSuffix, std::move(share)) {}

std::string FactCache::path_of(std::string_view identity) const {
  return folder_.path_of(stem_of(identity));
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
  folder_.keep(stem_of(identity), [&bytes](int fd) { return write_all(fd, bytes); });
}

void FactCache::prune(const std::vector<std::string>& used) const {
  std::vector<std::string> stems;
  stems.reserve(used.size());
  for (const std::string& identity : used) stems.push_back(stem_of(identity));
  folder_.prune(stems, {.files = std::numeric_limits<std::size_t>::max(), .bytes = kAllowance});
}

}  // namespace claudestep::store
