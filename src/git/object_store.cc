// Putting together where a repository's objects are: its own folder, and those that it borrows
// from.
#include <git2/sys/repository.h>

#include <fmt/format.h>
#include <algorithm>

#include "base/text.h"
#include "git/alternates.h"
#include "git/error.h"
#include "git/files.h"
#include "git/loose_store.h"
#include "git/pack_reader.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

// Packs are asked before single files, which cost a look at the disk each; first those that we read
// ourselves.
constexpr int kPacked = 5;
constexpr int kOwnPacked = 4;
constexpr int kBorrowedPacked = 3;
constexpr int kOwnLoose = 2;
constexpr int kBorrowedLoose = 1;
constexpr int kHeld = 0;
Error cannot_open(const std::string& object_dir) {
  return from_libgit2(code_of_last_error(),
                      fmt::format("cannot open the objects in {}", quoted(object_dir)));
}

// Git waits there without end, whatever it is asked, and so does libgit2.
Status check_no_pipe(const std::string& object_dir, std::string_view name, std::string_view way) {
  const std::string path = join_path(object_dir, name);
  if (!is_pipe(path)) return {};
  return fail(
      Error{ErrorCode::kCorrupt, fmt::format("cannot open the objects in {}", quoted(object_dir))}
          .caused_by(fmt::format("{} is a pipe, and git waits there without end", quoted(path)))
          .hint(std::string(way)));
}

class Assembly {
 public:
  explicit Assembly(git_odb* odb) : odb_(odb) {}

  // The folders that were added, each once.
  [[nodiscard]] const std::vector<std::string>& folders() const { return added_; }

  // Adds a folder and what its info/alternates names.
  Status add(const std::string& object_dir, bool own, int depth) {
    const auto resolved = real_path(object_dir);
    if (!resolved || !is_directory(*resolved)) {
      // A borrowed folder that is gone takes its objects along; what needs them will say so.
      if (!own) return {};
      return fail(ErrorCode::kIo, fmt::format("cannot open the objects in {}", quoted(object_dir)));
    }
    if (std::find(added_.begin(), added_.end(), *resolved) != added_.end()) return {};
    added_.push_back(*resolved);
    CS_TRY(check_no_pipe(object_dir, "pack/multi-pack-index", "take it away: git can do without"));
    git_odb_backend* packed = nullptr;
    if (git_odb_backend_pack(&packed, resolved->c_str()) < 0) return fail(cannot_open(object_dir));
    CS_TRY(give(packed, own ? kOwnPacked : kBorrowedPacked, own, object_dir));
    CS_ASSIGN(git_odb_backend* const loose, make_loose_store(*resolved));
    CS_TRY(give(loose, own ? kOwnLoose : kBorrowedLoose, own, object_dir));
    return depth == kDeepestAlternate ? Status() : add_alternates(*resolved, depth + 1);
  }

  // Adds a store, whatever comes of it.
  Status give(git_odb_backend* backend, int priority, bool own, const std::string& object_dir) {
    const int code = own ? git_odb_add_backend(odb_, backend, priority)
                         : git_odb_add_alternate(odb_, backend, priority);
    if (code == 0) return {};
    backend->free(backend);
    return fail(cannot_open(object_dir));
  }

 private:
  Status add_alternates(const std::string& object_dir, int depth) {
    CS_TRY(check_no_pipe(object_dir, "info/alternates",
                         "take it away, or write a file there of the folders that objects are "
                         "borrowed from, one in a line"));
    for (const Alternate& alternate : alternates_of(object_dir)) {
      CS_TRY(add(alternate.folder, false, depth));
    }
    return {};
  }

  git_odb* odb_;
  std::vector<std::string> added_;
};

}  // namespace

Status Repository::Impl::open_odb() const {
  OdbHandle fresh;
  if (git_odb_new(Out(fresh)) < 0) return fail(cannot_open(location.object_dir));
  Assembly assembly(fresh.get());
  CS_TRY(assembly.add(location.object_dir, true, 0));
  for (const std::string& path : location.alternates) CS_TRY(assembly.add(path, false, 1));
  shared.packs->look_in(assembly.folders());
  CS_TRY(assembly.give(make_pack_store(shared.packs), kPacked, true, location.object_dir));
  CS_TRY(assembly.give(make_held_store(shared.held), kHeld, true, location.object_dir));
  git_repository_set_odb(repository.get(), fresh.get());
  odb = std::move(fresh);
  return {};
}

}  // namespace claudestep::git
