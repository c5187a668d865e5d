#include "store/small_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>

namespace claudestep::store {

std::string read_whole(int fd) {
  std::string bytes;
  std::array<char, 4096> buffer{};
  off_t offset = 0;
  while (true) {
    const ssize_t got = ::pread(fd, buffer.data(), buffer.size(), offset);
    if (got <= 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    offset += got;
  }
}

std::optional<std::string> read_small_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return std::nullopt;
  std::string bytes = read_whole(fd);
  ::close(fd);
  return bytes;
}

}  // namespace claudestep::store
