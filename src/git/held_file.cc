#include "git/held_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>

#include "base/checksum.h"
#include "base/file_io.h"
#include "git/commit_text.h"

namespace claudestep::git {
namespace {

// Goes up with the layout. Files are good for this machine and this build of the program only.
constexpr std::array<char, 8> kHeldMagic = {'c', 's', 'h', 'e', 'l', 'd', '1', '\n'};
constexpr std::uint64_t kMostItems = 10'000'000;

// An item as it lies in the file: no byte of it without a meaning.
struct ItemRecord {
  std::array<std::uint8_t, 20> id{};
  std::uint32_t type = 0;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;
};
static_assert(std::has_unique_object_representations_v<ItemRecord>);

struct HeldHead {
  std::array<char, 8> magic = kHeldMagic;
  std::uint64_t version = 0;
  std::uint64_t count = 0;
  std::array<std::uint8_t, 20> commit{};
  std::uint32_t record_size = sizeof(ItemRecord);
  std::uint64_t table_checksum = 0;
  std::uint64_t checksum = 0;  // of all before it
};
static_assert(std::has_unique_object_representations_v<HeldHead>);

std::uint64_t checksum_of_head(const HeldHead& head) {
  return checksum({reinterpret_cast<const char*>(&head), offsetof(HeldHead, checksum)});
}

template <typename T>
std::span<char> room_of(T& records) {
  return {reinterpret_cast<char*>(records.data()), records.size() * sizeof(records[0])};
}

std::string_view view_of(std::span<const char> bytes) {
  return {bytes.data(), bytes.size()};
}

}  // namespace

std::unique_ptr<const HeldFile> HeldFile::open(const std::string& path, std::uint64_t version,
                                               const std::vector<ObjectId>& parents) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file.is_open()) return nullptr;
  std::unique_ptr<HeldFile> opened(new HeldFile(std::move(file)));
  if (!opened->read_table(version)) return nullptr;
  const Item* const item = opened->find(opened->commit_);
  if (item == nullptr || item->type != GIT_OBJECT_COMMIT) return nullptr;
  std::string bytes(item->size, '\0');
  if (!opened->read(*item, bytes.data())) return nullptr;
  const auto commit = parse_commit(bytes);
  if (!commit || commit->parents != parents) return nullptr;
  if (hash_object("commit", bytes) != opened->commit_) return nullptr;
  return opened;
}

bool HeldFile::read_table(std::uint64_t version) {
  struct stat status {};
  if (::fstat(file_.get(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  const auto size = static_cast<std::uint64_t>(status.st_size);
  std::array<HeldHead, 1> heads;
  if (!read_at(file_.get(), 0, room_of(heads))) return false;
  const HeldHead& head = heads[0];
  if (head.magic != kHeldMagic || head.checksum != checksum_of_head(head)) return false;
  if (head.version != version || head.record_size != sizeof(ItemRecord)) return false;
  if (head.count > kMostItems || head.count * sizeof(ItemRecord) > size) return false;
  std::vector<ItemRecord> records(head.count);
  if (!read_at(file_.get(), sizeof head, room_of(records))) return false;
  if (checksum(view_of(room_of(records))) != head.table_checksum) return false;
  commit_.bytes = head.commit;
  items_.reserve(records.size());
  for (const ItemRecord& record : records) {
    if (record.offset > size || record.size > size - record.offset) return false;
    items_.push_back({{record.id}, record.type, record.offset, record.size, record.checksum});
  }
  return true;
}

const HeldFile::Item* HeldFile::find(const ObjectId& id) const {
  const auto found =
      std::lower_bound(items_.begin(), items_.end(), id,
                       [](const Item& item, const ObjectId& wanted) { return item.id < wanted; });
  return found == items_.end() || found->id != id ? nullptr : &*found;
}

bool HeldFile::read(const Item& item, char* out) const {
  const std::span<char> room(out, item.size);
  return read_at(file_.get(), item.offset, room) && checksum(view_of(room)) == item.checksum;
}

bool write_held_file(int fd, std::uint64_t version, const ObjectId& commit,
                     const std::vector<std::pair<ObjectId, const HeldObject*>>& objects) {
  std::vector<std::pair<ObjectId, const HeldObject*>> sorted = objects;
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ItemRecord> records;
  records.reserve(sorted.size());
  std::uint64_t offset = sizeof(HeldHead) + sorted.size() * sizeof(ItemRecord);
  for (const auto& [id, object] : sorted) {
    records.push_back({id.bytes, static_cast<std::uint32_t>(object->type), offset,
                       object->bytes.size(), checksum(object->bytes)});
    offset += object->bytes.size();
  }
  HeldHead head;
  head.version = version;
  head.count = records.size();
  head.commit = commit.bytes;
  head.table_checksum = checksum(view_of(room_of(records)));
  head.checksum = checksum_of_head(head);
  bool written = write_all(fd, {reinterpret_cast<const char*>(&head), sizeof head}) &&
                 write_all(fd, view_of(room_of(records)));
  for (const auto& [id, object] : sorted) written = written && write_all(fd, object->bytes);
  return written;
}

}  // namespace claudestep::git
