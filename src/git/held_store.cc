#include "git/held_store.h"

#include <cstring>
#include <utility>

#include "git/oid.h"

namespace claudestep::git {

void HeldObjects::add(const ObjectId& id, const HeldObject& object) {
  const std::lock_guard lock(mutex_);
  objects_.emplace(id, object);
}

void HeldObjects::keep(std::shared_ptr<const ByteRoom> room) {
  const std::lock_guard lock(mutex_);
  rooms_.push_back(std::move(room));
}

void HeldObjects::add_file(std::unique_ptr<const HeldFile> file, std::function<void()> remake) {
  auto source = std::make_shared<Source>();
  source->file = std::move(file);
  source->remake = std::move(remake);
  const std::lock_guard lock(mutex_);
  sources_.push_back(std::move(source));
}

const HeldObject* HeldObjects::find(const ObjectId& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = objects_.find(id);
  return found == objects_.end() ? nullptr : &found->second;
}

std::optional<HeldObjects::Place> HeldObjects::place_of(const ObjectId& id) const {
  const std::lock_guard lock(mutex_);
  for (const auto& source : sources_) {
    if (const HeldFile::Item* item = source->file->find(id)) return Place{source, item};
  }
  return std::nullopt;
}

// While one thread remakes, the others wait here for what it adds.
void HeldObjects::mend(Source& source) {
  const std::lock_guard lock(source.mending);
  if (std::exchange(source.given_up, true)) return;
  source.remake();
}

std::optional<HeldObjects::Header> HeldObjects::header(const ObjectId& id) const {
  if (const HeldObject* object = find(id)) return Header{object->type, object->bytes.size()};
  const auto place = place_of(id);
  if (!place) return std::nullopt;
  return header_of(*place->item);
}

HeldObjects::Header HeldObjects::header_of(const HeldFile::Item& item) {
  return {static_cast<git_object_t>(item.type), item.size};
}

std::optional<HeldObjects::Header> HeldObjects::read(
    const ObjectId& id, const std::function<char*(std::size_t)>& allocate) const {
  const HeldObject* object = find(id);
  const auto place = object == nullptr ? place_of(id) : std::nullopt;
  if (place) {
    // One more for the end, which an empty object needs as well.
    char* const room = allocate(place->item->size + 1);
    if (room == nullptr) return std::nullopt;
    room[place->item->size] = '\0';
    if (place->source->file->read(*place->item, room)) return header_of(*place->item);
    mend(*place->source);
    object = find(id);
  }
  if (object == nullptr) return std::nullopt;
  char* const room = allocate(object->bytes.size() + 1);
  if (room == nullptr) return std::nullopt;
  std::memcpy(room, object->bytes.data(), object->bytes.size());
  room[object->bytes.size()] = '\0';
  return Header{object->type, object->bytes.size()};
}

namespace {

struct HeldStore : git_odb_backend {
  std::shared_ptr<const HeldObjects> objects;
};

const HeldObjects& objects_of(git_odb_backend* backend) {
  return *static_cast<HeldStore*>(backend)->objects;
}

int read_held(void** data, std::size_t* size, git_object_t* type, git_odb_backend* backend,
              const git_oid* oid) noexcept {
  void* room = nullptr;
  const auto allocate = [&](std::size_t wanted) {
    if (room != nullptr) git_odb_backend_data_free(backend, room);
    room = git_odb_backend_data_alloc(backend, wanted);
    return static_cast<char*>(room);
  };
  const auto header = objects_of(backend).read(from_oid(*oid), allocate);
  if (!header) {
    if (room != nullptr) git_odb_backend_data_free(backend, room);
    return GIT_ENOTFOUND;
  }
  *data = room;
  *size = header->size;
  *type = header->type;
  return 0;
}

int read_held_header(std::size_t* size, git_object_t* type, git_odb_backend* backend,
                     const git_oid* oid) noexcept {
  const auto header = objects_of(backend).header(from_oid(*oid));
  if (!header) return GIT_ENOTFOUND;
  *size = header->size;
  *type = header->type;
  return 0;
}

int held_exists(git_odb_backend* backend, const git_oid* oid) noexcept {
  return objects_of(backend).header(from_oid(*oid)) ? 1 : 0;
}

void free_held(git_odb_backend* backend) noexcept {
  const std::unique_ptr<HeldStore> store(static_cast<HeldStore*>(backend));
}

}  // namespace

git_odb_backend* make_held_store(std::shared_ptr<const HeldObjects> objects) {
  auto store = std::make_unique<HeldStore>();
  git_odb_init_backend(store.get(), GIT_ODB_BACKEND_VERSION);
  store->objects = std::move(objects);
  store->read = read_held;
  store->read_header = read_held_header;
  store->exists = held_exists;
  store->free = free_held;
  return store.release();
}

}  // namespace claudestep::git
