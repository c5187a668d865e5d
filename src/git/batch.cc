// New objects on their way into a repository.
#include <git2/sys/odb_backend.h>

#include <fmt/format.h>

#include <cstring>
#include <map>
#include <set>
#include <utility>

#include "git/byte_room.h"
#include "git/commit_text.h"
#include "git/deflate.h"
#include "git/error.h"
#include "git/pack_writer.h"
#include "git/raw_tree.h"
#include "git/repository_impl.h"
#include "git/staged_files.h"
#include "git/tree_edit.h"

namespace claudestep::git {
namespace {

constexpr std::size_t kMostLoose = 50;

PackedType packed_type(git_object_t type) {
  switch (type) {
    case GIT_OBJECT_COMMIT:
      return PackedType::kCommit;
    case GIT_OBJECT_TREE:
      return PackedType::kTree;
    default:
      return PackedType::kBlob;
  }
}

git_odb_backend* backend_at(git_odb* odb, std::size_t index) {
  git_odb_backend* backend = nullptr;
  return git_odb_get_backend(&backend, odb, index) == 0 ? backend : nullptr;
}

// Whether the object is there already; if so it is made young again, so that a prune that runs
// beside us leaves it alone until our ref holds it.
bool freshen(git_odb* odb, const ObjectId& id) {
  const git_oid oid = to_oid(id);
  for (std::size_t i = 0; i < git_odb_num_backends(odb); ++i) {
    git_odb_backend* backend = backend_at(odb, i);
    if (backend != nullptr && backend->freshen != nullptr && backend->freshen(backend, &oid) == 0) {
      return true;
    }
  }
  git_error_clear();
  return false;
}

}  // namespace

struct ObjectBatch::Impl {
  struct Pending {
    ObjectId id;
    git_object_t type = GIT_OBJECT_INVALID;
    std::string_view bytes;  // in `room` or one of `others`
  };

  const Repository::Impl* repository = nullptr;
  std::vector<Pending> pending;  // children before what names them
  std::map<ObjectId, std::size_t> places;
  std::shared_ptr<ByteRoom> room = std::make_shared<ByteRoom>();
  std::set<std::shared_ptr<const ByteRoom>> others;  // that are kept

  ObjectId add(git_object_t type, std::string_view bytes) {
    const ObjectId id = hash_object(git_object_type2string(type), bytes);
    add(id, type, bytes);
    return id;
  }

  void add(const ObjectId& id, git_object_t type, std::string_view bytes) {
    if (!places.contains(id)) add_kept(id, type, room->keep(bytes));
  }

  void add_kept(const ObjectId& id, git_object_t type, std::string_view bytes) {
    if (places.emplace(id, pending.size()).second) pending.push_back(Pending{id, type, bytes});
  }

  // They were written, or others hold them and their rooms.
  void clear() {
    pending.clear();
    places.clear();
    room = std::make_shared<ByteRoom>();
    others.clear();
  }

  Status visit_tree(const ObjectId& id, const std::function<void(std::string_view)>& visit) const {
    const auto found = places.find(id);
    if (found == places.end()) return repository->visit(id, GIT_OBJECT_TREE, visit);
    visit(pending[found->second].bytes);
    return {};
  }

  Status write_loose(const std::vector<const Pending*>& objects) const {
    StagedFiles files(repository->durable, repository->sharing);
    Deflater deflater;
    for (const Pending* object : objects) {
      const std::string header =
          fmt::format("{} {}", git_object_type2string(object->type), object->bytes.size()) + '\0';
      std::string deflated;
      if (!deflater.append(deflated, header, object->bytes)) {
        return fail(ErrorCode::kInternal, "cannot compress an object");
      }
      const std::string hex = object->id.hex();
      const std::string path =
          fmt::format("{}/{}/{}", repository->location.object_dir, hex.substr(0, 2), hex.substr(2));
      CS_TRY(files.add(path, "tmp_obj_", deflated));
    }
    return files.commit();
  }

  Status write_packed(const std::vector<const Pending*>& objects) const {
    std::vector<PackedObject> packed;
    packed.reserve(objects.size());
    // As git orders a pack: commits, trees, blobs.
    for (const git_object_t type : {GIT_OBJECT_COMMIT, GIT_OBJECT_TREE, GIT_OBJECT_BLOB}) {
      for (const Pending* object : objects) {
        if (object->type != type) continue;
        packed.push_back(PackedObject{object->id, packed_type(type), object->bytes});
      }
    }
    StagedFiles files(repository->durable, repository->sharing);
    CS_TRY(write_pack(repository->location.object_dir, packed, files));
    git_odb_refresh(repository->odb.get());
    return {};
  }

  // Whether the object need not be written. A file in its place that is no such object does not
  // count: writing puts a good one over it.
  bool is_there(const Pending& object) const {
    if (!freshen(repository->odb.get(), object.id)) return false;
    OdbObjectHandle found;
    const bool readable = repository->read(object.id, found) == 0;
    git_error_clear();
    return readable && git_odb_object_size(found.get()) == object.bytes.size() &&
           std::memcmp(git_odb_object_data(found.get()), object.bytes.data(),
                       object.bytes.size()) == 0;
  }

  // libgit2 looks for forged collisions when it names an object.
  static Status check_name(const Pending& object) {
    git_oid oid;
    const int code = git_odb_hash(&oid, object.bytes.data(), object.bytes.size(), object.type);
    if (code == 0 && from_oid(oid) == object.id) return {};
    return fail(code == 0 ? Error{ErrorCode::kInternal,
                                  "object " + object.id.hex() + " has another name for git"}
                          : from_libgit2(ErrorCode::kInternal, "cannot name an object"));
  }

  Status flush() {
    std::vector<const Pending*> absent;
    for (const Pending& object : pending) {
      if (is_there(object)) continue;
      CS_TRY(check_name(object));
      absent.push_back(&object);
    }
    if (!absent.empty()) {
      CS_TRY(absent.size() > kMostLoose ? write_packed(absent) : write_loose(absent));
    }
    clear();
    return {};
  }
};

ObjectBatch::ObjectBatch(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ObjectBatch::ObjectBatch(ObjectBatch&&) noexcept = default;
ObjectBatch& ObjectBatch::operator=(ObjectBatch&&) noexcept = default;
ObjectBatch::~ObjectBatch() = default;

Result<ObjectBatch> Repository::begin_objects() const {
  auto impl = std::make_unique<ObjectBatch::Impl>();
  impl->repository = impl_.get();
  return ObjectBatch(std::move(impl));
}

Result<ObjectId> ObjectBatch::add_blob(std::string_view bytes) {
  return impl_->add(GIT_OBJECT_BLOB, bytes);
}

void ObjectBatch::add_blob(const ObjectId& id, std::string_view bytes) {
  impl_->add_kept(id, GIT_OBJECT_BLOB, bytes);
}

void ObjectBatch::keep(std::shared_ptr<const ByteRoom> room) {
  impl_->others.insert(std::move(room));
}

std::optional<std::string_view> ObjectBatch::find_blob(const ObjectId& id) const {
  const auto found = impl_->places.find(id);
  if (found == impl_->places.end()) return std::nullopt;
  const Impl::Pending& object = impl_->pending[found->second];
  return object.type == GIT_OBJECT_BLOB ? std::optional(object.bytes) : std::nullopt;
}

Result<ObjectId> ObjectBatch::add_tree(ObjectId base, const std::vector<TreeChange>& changes) {
  const TreeStore store{
      [this](const ObjectId& id, const auto& visit) { return impl_->visit_tree(id, visit); },
      [this](std::string_view bytes) { return impl_->add(GIT_OBJECT_TREE, bytes); }};
  return edit_tree(store, base, changes);
}

Result<ObjectId> ObjectBatch::add_commit(const NewCommit& commit) {
  CS_ASSIGN(auto bytes, format_commit(commit));
  return impl_->add(GIT_OBJECT_COMMIT, bytes);
}

Status ObjectBatch::flush() {
  return impl_->flush();
}

std::vector<ObjectId> ObjectBatch::hold() {
  std::vector<ObjectId> ids;
  HeldObjects& held = *impl_->repository->shared.held;
  held.keep(impl_->room);
  for (const auto& other : impl_->others) held.keep(other);
  for (const Impl::Pending& object : impl_->pending) {
    ids.push_back(object.id);
    held.add(object.id, {object.type, object.bytes});
  }
  impl_->clear();
  return ids;
}

void ObjectBatch::add_held(const std::vector<ObjectId>& ids) {
  for (const ObjectId& id : ids) {
    const HeldObject* object = impl_->repository->shared.held->find(id);
    CS_CHECK(object != nullptr);
    impl_->add(object->type, object->bytes);
  }
}

bool Repository::write_held(int fd, std::uint64_t version, ObjectId commit,
                            const std::vector<ObjectId>& ids) const {
  std::vector<std::pair<ObjectId, const HeldObject*>> objects;
  for (const ObjectId& id : ids) {
    objects.emplace_back(id, impl_->shared.held->find(id));
    CS_CHECK(objects.back().second != nullptr);
  }
  return write_held_file(fd, version, commit, objects);
}

std::optional<ObjectId> Repository::hold_file(const std::string& path, std::uint64_t version,
                                              const std::vector<ObjectId>& parents,
                                              std::function<void(const Repository&)> remake) const {
  auto file = HeldFile::open(path, version, parents);
  if (!file) return std::nullopt;
  const ObjectId commit = file->commit();
  // What is held keeps the function, so the function must not keep what is held.
  const std::weak_ptr<HeldObjects> weak = impl_->shared.held;
  impl_->shared.held->add_file(
      std::move(file), [location = impl_->location, environment = impl_->environment, weak,
                        packs = impl_->shared.packs, remake = std::move(remake)] {
        auto another = Impl::open_at(location, environment, {weak.lock(), packs});
        if (another) remake(Repository(*std::move(another)));
      });
  return commit;
}

}  // namespace claudestep::git
