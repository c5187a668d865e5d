#include "git/loose_store.h"

#include <git2.h>
#include <zlib.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <memory>

#include "base/file_io.h"
#include "base/text.h"
#include "git/deflate.h"
#include "git/error.h"
#include "git/files.h"
#include "git/handle.h"
#include "git/oid.h"

namespace claudestep::git {
namespace {

constexpr std::size_t kLongestHeader = 32;  // "commit 18446744073709551615" and a NUL

// The store: libgit2's structure first, so that a pointer to one is a pointer to the other.
struct LooseStore : git_odb_backend {
  git_odb_backend* inner = nullptr;  // libgit2's own, for looking
  std::string object_dir;
};

LooseStore& store_of(git_odb_backend* backend) {
  return *static_cast<LooseStore*>(backend);
}

class Inflater {
 public:
  explicit Inflater(std::string_view input) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(input.size());
    ready_ = inflateInit(&stream_) == Z_OK;
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Fills `out` as far as there is something; the number of bytes put there, or nothing for a
  // broken stream.
  std::optional<std::size_t> fill(char* out, std::size_t size) {
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(size);
    if (!ready_) return std::nullopt;
    while (stream_.avail_out > 0 && !ended_) {
      const int code = inflate(&stream_, Z_NO_FLUSH);
      if (code == Z_STREAM_END) {
        ended_ = true;
      } else if (code != Z_OK) {
        break;  // damaged, or cut short: no more input
      }
    }
    if (stream_.avail_out > 0 && !ended_) return std::nullopt;
    return size - stream_.avail_out;
  }

  // Whether the stream ends here. Requires: nothing is left to put out.
  bool at_end() {
    char more = 0;
    const auto count = ended_ ? std::optional<std::size_t>(0) : fill(&more, 1);
    stream_.next_out = nullptr;
    return ended_ && count == 0U && stream_.avail_in == 0;
  }

 private:
  z_stream stream_{};
  bool ready_ = false;
  bool ended_ = false;
};

struct Header {
  git_object_t type = GIT_OBJECT_INVALID;
  std::size_t size = 0;
  std::size_t length = 0;  // its own, NUL included
};

std::optional<Header> parse_header(std::string_view text) {
  const std::size_t space = text.find(' ');
  const std::size_t end = text.find('\0');
  if (end == std::string_view::npos || space == std::string_view::npos || space > end) {
    return std::nullopt;
  }
  Header header;
  header.type = git_object_string2type(std::string(text.substr(0, space)).c_str());
  const auto [after, error] =
      std::from_chars(text.data() + space + 1, text.data() + end, header.size);
  const bool known = header.type >= GIT_OBJECT_COMMIT && header.type <= GIT_OBJECT_TAG;
  if (!known || error != std::errc() || after != text.data() + end) return std::nullopt;
  header.length = end + 1;
  return header;
}

int broken(const git_oid* oid, const char* why) {
  git_error_set_str(GIT_ERROR_ODB,
                    fmt::format("the file of the object {} {}", from_oid(*oid).hex(), why).c_str());
  return GIT_ERROR;
}

std::optional<std::string> file_of(const LooseStore& store, const git_oid* oid) {
  const std::string hex = from_oid(*oid).hex();
  return read_file(fmt::format("{}/{}/{}", store.object_dir, hex.substr(0, 2), hex.substr(2)));
}

// The beginning of an object: its header, and what of its bytes came along.
struct Beginning {
  std::array<char, kLongestHeader> bytes{};
  std::size_t size = 0;
  Header header;
};

bool begin(Inflater& inflater, std::size_t file_size, Beginning& beginning) {
  const auto count = inflater.fill(beginning.bytes.data(), beginning.bytes.size());
  if (!count) return false;
  beginning.size = *count;
  const auto header = parse_header(std::string_view(beginning.bytes.data(), *count));
  if (!header || header->size > (file_size + 1) * kBestDeflateRatio) return false;
  beginning.header = *header;
  return true;
}

int read_object(void** data, std::size_t* size, git_object_t* type, git_odb_backend* backend,
                const git_oid* oid) noexcept {
  const auto file = file_of(store_of(backend), oid);
  if (!file) return GIT_ENOTFOUND;
  Inflater inflater(*file);
  Beginning beginning;
  if (!begin(inflater, file->size(), beginning)) return broken(oid, "is damaged or cut short");
  const Header& header = beginning.header;
  const std::size_t here = std::min(beginning.size - header.length, header.size);
  auto* bytes = static_cast<char*>(git_odb_backend_data_alloc(backend, header.size + 1));
  if (bytes == nullptr) return GIT_ERROR;
  std::memcpy(bytes, beginning.bytes.data() + header.length, here);
  const auto count = inflater.fill(bytes + here, header.size - here);
  const bool whole = count == header.size - here && beginning.size - header.length <= header.size;
  if (!whole || !inflater.at_end()) {
    git_odb_backend_data_free(backend, bytes);
    return broken(oid, "is damaged or cut short");
  }
  bytes[header.size] = '\0';
  *data = bytes;
  *size = header.size;
  *type = header.type;
  return 0;
}

int read_object_header(std::size_t* size, git_object_t* type, git_odb_backend* backend,
                       const git_oid* oid) noexcept {
  const auto file = file_of(store_of(backend), oid);
  if (!file) return GIT_ENOTFOUND;
  Inflater inflater(*file);
  Beginning beginning;
  if (!begin(inflater, file->size(), beginning)) return broken(oid, "is damaged or cut short");
  *size = beginning.header.size;
  *type = beginning.header.type;
  return 0;
}

int read_prefix(git_oid* full, void** data, std::size_t* size, git_object_t* type,
                git_odb_backend* backend, const git_oid* short_id, std::size_t length) noexcept {
  git_odb_backend* inner = store_of(backend).inner;
  if (const int code = inner->exists_prefix(full, inner, short_id, length); code < 0) return code;
  return read_object(data, size, type, backend, full);
}

int exists(git_odb_backend* backend, const git_oid* oid) noexcept {
  git_odb_backend* inner = store_of(backend).inner;
  return inner->exists(inner, oid);
}

int exists_prefix(git_oid* full, git_odb_backend* backend, const git_oid* short_id,
                  std::size_t length) noexcept {
  git_odb_backend* inner = store_of(backend).inner;
  return inner->exists_prefix(full, inner, short_id, length);
}

int freshen(git_odb_backend* backend, const git_oid* oid) noexcept {
  git_odb_backend* inner = store_of(backend).inner;
  return inner->freshen(inner, oid);
}

void free_store(git_odb_backend* backend) noexcept {
  const std::unique_ptr<LooseStore> store(static_cast<LooseStore*>(backend));
  store->inner->free(store->inner);
}

}  // namespace

Result<git_odb_backend*> make_loose_store(const std::string& object_dir) {
  auto store = std::make_unique<LooseStore>();
  git_odb_init_backend(store.get(), GIT_ODB_BACKEND_VERSION);
  constexpr int kUsualCompression = -1;
  if (git_odb_backend_loose(&store->inner, object_dir.c_str(), kUsualCompression, 0, 0, 0) < 0) {
    return fail(from_libgit2(code_of_last_error(),
                             fmt::format("cannot open the objects in {}", quoted(object_dir))));
  }
  store->object_dir = object_dir;
  store->read = read_object;
  store->read_header = read_object_header;
  store->read_prefix = read_prefix;
  store->exists = exists;
  store->exists_prefix = exists_prefix;
  store->freshen = freshen;
  store->free = free_store;
  return store.release();
}

}  // namespace claudestep::git
