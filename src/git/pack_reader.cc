#include "git/pack_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "git/delta.h"
#include "git/oid.h"

namespace claudestep::git {
namespace {

// git makes ways of 50 deltas, of 4095 at most; a longer one goes in a circle.
constexpr std::size_t kLongestWay = 4096;
constexpr std::size_t kLargestResult = 256U << 20U;  // larger ones are left to libgit2
constexpr std::size_t kLargestSpareRoom = 1U << 20U;

}  // namespace

PackReader::PackReader(std::shared_ptr<PackShelf> shelf)
    : shelf_(std::move(shelf)), decompressor_(libdeflate_alloc_decompressor()) {}

bool PackReader::inflate(const Pack::Item& item, char* out) {
  // Without a place to say how much there was, less than wanted is a failure, too.
  return libdeflate_zlib_decompress(decompressor_.get(), item.deflated.data(), item.deflated.size(),
                                    out, item.size, nullptr) == LIBDEFLATE_SUCCESS;
}

bool PackReader::find_way(const Pack& pack, std::uint64_t offset, Base& base) {
  steps_.clear();
  while (true) {
    base = shelf_->find_base(&pack, offset);
    if (base != nullptr) return true;
    const auto item = pack.item_at(offset);
    if (!item || steps_.size() == kLongestWay) return false;
    steps_.push_back({offset, *item});
    if (!item->base) return true;
    offset = *item->base;
  }
}

std::optional<PackReader::Header> PackReader::take(const Step& step, const Base& base,
                                                   const Allocate& allocate) {
  const Pack::Item& item = step.item;
  if (base == nullptr) {
    char* const out = allocate(item.size);
    if (out == nullptr || !inflate(item, out)) return std::nullopt;
    return Header{item.type, item.size};
  }
  delta_.resize(std::max(delta_.size(), item.size + kSlack));
  if (!inflate(item, delta_.data())) return std::nullopt;
  std::string_view delta(delta_.data(), item.size);
  const auto sizes = take_sizes(delta);
  const std::string_view from = base->bytes.view();
  if (!sizes || sizes->base != from.size() || sizes->result > kLargestResult) return std::nullopt;
  char* const out = allocate(sizes->result);
  if (out == nullptr || !apply_delta(from, delta, out, sizes->result)) return std::nullopt;
  return Header{base->type, sizes->result};
}

PackReader::Base PackReader::make_base(const Step& step, const Base& base) {
  std::optional<RoomyBytes> room;
  const auto header = take(step, base, [&](std::size_t size) { return room.emplace(size).data(); });
  if (!header) return nullptr;
  return std::make_shared<const PackBase>(PackBase{header->type, *std::move(room)});
}

std::optional<PackReader::Place> PackReader::find(const ObjectId& id) {
  const std::uint64_t changed = shelf_->times_changed();
  if (packs_ == nullptr || changed != times_changed_) {
    packs_ = shelf_->packs();
    times_changed_ = changed;
  }
  for (const std::shared_ptr<const Pack>& pack : *packs_) {
    if (const auto offset = pack->find(id)) return Place{&pack, *offset};
  }
  return std::nullopt;
}

std::uint64_t PackReader::offset_of(const ObjectId& id) {
  const auto place = find(id);
  return place ? place->offset : 0;
}

bool PackReader::approach(const Place& place, Base& base) {
  if (decompressor_ == nullptr || !find_way(**place.pack, place.offset, base)) return false;
  for (; steps_.size() > 1; steps_.pop_back()) {
    base = make_base(steps_.back(), base);
    if (base == nullptr) return false;
    shelf_->keep_base(*place.pack, steps_.back().offset, base);
  }
  return true;
}

std::optional<PackReader::Header> PackReader::read(const ObjectId& id, const Allocate& allocate) {
  const auto place = find(id);
  Base base;
  if (!place || !approach(*place, base)) return std::nullopt;
  if (!steps_.empty()) return take(steps_.front(), base, allocate);
  const std::string_view bytes = base->bytes.view();
  char* const out = allocate(bytes.size());
  if (out == nullptr) return std::nullopt;
  std::memcpy(out, bytes.data(), bytes.size());
  return Header{base->type, bytes.size()};
}

bool PackReader::visit(const ObjectId& id, const Visit& visit) {
  const auto place = find(id);
  Base base;
  if (!place || !approach(*place, base)) return false;
  if (steps_.empty()) {
    visit(base->type, base->bytes.view());
    return true;
  }
  std::vector<char> room;
  if (!spare_rooms_.empty()) {
    room = std::move(spare_rooms_.back());
    spare_rooms_.pop_back();
  }
  const auto header = take(steps_.front(), base, [&room](std::size_t size) {
    room.resize(std::max(room.size(), size + kSlack));
    return room.data();
  });
  if (header) visit(header->type, {room.data(), header->size});
  if (room.size() <= kLargestSpareRoom) spare_rooms_.push_back(std::move(room));
  return header.has_value();
}

namespace {

struct PackStore : git_odb_backend {
  explicit PackStore(std::shared_ptr<PackShelf> shelf)
      : git_odb_backend(), reader(std::move(shelf)) {}

  PackReader reader;
};

PackReader& reader_of(git_odb_backend* backend) {
  return static_cast<PackStore*>(backend)->reader;
}

int read_packed(void** data, std::size_t* size, git_object_t* type, git_odb_backend* backend,
                const git_oid* oid) noexcept {
  char* room = nullptr;
  const auto header = reader_of(backend).read(from_oid(*oid), [&](std::size_t wanted) {
    room = static_cast<char*>(git_odb_backend_data_alloc(backend, wanted + kSlack));
    return room;
  });
  if (!header) {
    git_odb_backend_data_free(backend, room);
    return GIT_ENOTFOUND;  // as far as this store can say: libgit2 asks the next
  }
  room[header->size] = '\0';
  *data = room;
  *size = header->size;
  *type = header->type;
  return 0;
}

// Or libgit2 would have the whole object read for its header.
int read_packed_header(std::size_t* /*size*/, git_object_t* /*type*/, git_odb_backend* /*backend*/,
                       const git_oid* /*oid*/) noexcept {
  return GIT_ENOTFOUND;
}

int refresh_packed(git_odb_backend* backend) noexcept {
  reader_of(backend).refresh();
  return 0;
}

void free_packed(git_odb_backend* backend) noexcept {
  const std::unique_ptr<PackStore> store(static_cast<PackStore*>(backend));
}

}  // namespace

git_odb_backend* make_pack_store(std::shared_ptr<PackShelf> shelf) {
  auto store = std::make_unique<PackStore>(std::move(shelf));
  git_odb_init_backend(store.get(), GIT_ODB_BACKEND_VERSION);
  store->read = read_packed;
  store->read_header = read_packed_header;
  store->refresh = refresh_packed;
  store->free = free_packed;
  return store.release();
}

}  // namespace claudestep::git
