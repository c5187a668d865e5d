#include "git/held_store.h"

#include <cstring>
#include <utility>

#include "git/oid.h"

namespace claudestep::git {

void HeldObjects::add(const ObjectId& id, HeldObject object) {
  const std::lock_guard lock(mutex_);
  objects_.emplace(id, std::move(object));
}

const HeldObject* HeldObjects::find(const ObjectId& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = objects_.find(id);
  return found == objects_.end() ? nullptr : &found->second;
}

namespace {

struct HeldStore : git_odb_backend {
  std::shared_ptr<const HeldObjects> objects;
};

const HeldObject* held_object(git_odb_backend* backend, const git_oid* oid) {
  return static_cast<HeldStore*>(backend)->objects->find(from_oid(*oid));
}

int read_held(void** data, std::size_t* size, git_object_t* type, git_odb_backend* backend,
              const git_oid* oid) noexcept {
  const HeldObject* object = held_object(backend, oid);
  if (object == nullptr) return GIT_ENOTFOUND;
  const std::string& bytes = object->bytes;
  // One more for the end, which an empty object needs as well.
  auto* copy = static_cast<char*>(git_odb_backend_data_alloc(backend, bytes.size() + 1));
  if (copy == nullptr) return GIT_ERROR;
  std::memcpy(copy, bytes.c_str(), bytes.size() + 1);
  *data = copy;
  *size = bytes.size();
  *type = object->type;
  return 0;
}

int read_held_header(std::size_t* size, git_object_t* type, git_odb_backend* backend,
                     const git_oid* oid) noexcept {
  const HeldObject* object = held_object(backend, oid);
  if (object == nullptr) return GIT_ENOTFOUND;
  *size = object->bytes.size();
  *type = object->type;
  return 0;
}

int held_exists(git_odb_backend* backend, const git_oid* oid) noexcept {
  return held_object(backend, oid) != nullptr ? 1 : 0;
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
