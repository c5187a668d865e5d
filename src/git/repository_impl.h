// Owns: what a Repository holds.
// Internal to git/.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/environment.h"
#include "git/config.h"
#include "git/discovery.h"
#include "git/handle.h"
#include "git/hash_id.h"
#include "git/held_store.h"
#include "git/oid.h"
#include "git/pack_reader.h"
#include "git/pack_shelf.h"
#include "git/ref_chain.h"
#include "git/repository.h"
#include "git/sharing.h"

namespace claudestep::git {

// What all handles share that come from one.
struct Shared {
  std::shared_ptr<HeldObjects> held = std::make_shared<HeldObjects>();  // objects not written
  std::shared_ptr<PackShelf> packs = std::make_shared<PackShelf>();
};

// What a walk asks of a commit.
struct CommitLinks {
  std::vector<ObjectId> parents;  // that this clone has
  std::int64_t date = 0;          // the committer's, in seconds
};

struct Repository::Impl {
  explicit Impl(Shared shares) : shared(std::move(shares)), packed(shared.packs) {}

  Location location;
  std::shared_ptr<const Environment> environment;
  RepositoryHandle repository;
  // After the handle, which it points into: members go in reverse order.
  Config config;
  bool bare = false;
  std::optional<std::string> work_dir;
  std::vector<ObjectId> shallow;  // commits whose parents are cut off, sorted
  bool is_shallow = false;
  bool durable = true;  // writes wait for the disk
  Sharing sharing;
  Shared shared;
  // The object store; replaced by a fresh one when packs went away under it.
  mutable OdbHandle odb;
  mutable std::unordered_map<ObjectId, CommitLinks, HashId> links;  // links_of()
  // What is only looked at is read past it where that is possible: there may be very much.
  mutable PackReader packed;

  // Opens what `location` names; shared by open and reopen.
  static Result<std::unique_ptr<Impl>> open_at(Location location,
                                               std::shared_ptr<const Environment> environment,
                                               Shared shared);

  // Opens the object store anew and gives it to libgit2 too.
  Status open_odb() const;

  // What the reflog of a ref says; empty when there is none.
  [[nodiscard]] std::string reflog_text(std::string_view name) const;
  // Where a ref that has a value by packed refs alone was last by its reflog, if that is here and
  // another value; nothing while somebody may be moving it.
  [[nodiscard]] std::optional<ObjectId> moved_on_from(const RefEnd& end) const;
  // Why a branch is not there, or not where it seems to be: its file is gone. `whole` has this.
  [[nodiscard]] std::optional<Error> gone_branch(const Repository& whole, const RefEnd& end) const;

  // Reads an object of any type. Returns a libgit2 code.
  [[nodiscard]] int read(const ObjectId& id, OdbObjectHandle& object) const;
  // Reads an object that must be there and be a `type`. Returns kCorrupt, or kUnsupported for one
  // that a partial clone lacks.
  [[nodiscard]] Result<OdbObjectHandle> read_typed(const ObjectId& id, git_object_t type) const;
  // Calls `visit` with the bytes of such an object, which are valid during the call: without a copy
  // those that a shelf of packs or the held objects have, unless reads are verified. An error as
  // read_typed().
  using Visit = std::function<void(std::string_view bytes)>;
  [[nodiscard]] Status visit(const ObjectId& id, git_object_t type, const Visit& visit) const;
  // The error for an object that could not be read, from the code and libgit2's last error.
  [[nodiscard]] Error unreadable(const ObjectId& id, std::string_view type, int code) const;

  // A commit with the parents that this clone has: none at a shallow boundary.
  [[nodiscard]] Result<Commit> read_commit(const ObjectId& id) const;

  // What walks ask of a commit, kept from one to the next: who looks at the merges of a history
  // asks for the same commits again and again. Errors as read_commit().
  [[nodiscard]] Result<CommitLinks> links_of(const ObjectId& id) const;

  [[nodiscard]] bool has_object(const ObjectId& id) const;
};

}  // namespace claudestep::git
