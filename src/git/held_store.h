// Owns: objects that a repository is to have for the time being without being written: a merge that
// is only looked at. They are in memory, or in a file that an earlier look left (git/held_file.h).
// Internal to git/.
#pragma once

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/result.h"
#include "git/byte_room.h"
#include "git/held_file.h"
#include "git/object_id.h"

namespace claudestep::git {

// Shared by the handles on one repository, each in its thread. What was added stays.
class HeldObjects {
 public:
  // Adds an object whose bytes are in a room that is kept.
  void add(const ObjectId& id, const HeldObject& object);
  void keep(std::shared_ptr<const ByteRoom> room);
  // Adds what is in a file. When something in it turns out to be damaged, `remake` is called, once,
  // and is to add all of it anew.
  void add_file(std::unique_ptr<const HeldFile> file, std::function<void()> remake);

  // An object in memory; null when there is none. Valid as long as this.
  [[nodiscard]] const HeldObject* find(const ObjectId& id) const;

  struct Header {
    git_object_t type = GIT_OBJECT_INVALID;
    std::size_t size = 0;
  };
  // What an object is, wherever it is held.
  [[nodiscard]] std::optional<Header> header(const ObjectId& id) const;
  // Has `allocate` make room for the bytes of an object and fills it. Nothing when it is not held,
  // or there is no room.
  [[nodiscard]] std::optional<Header> read(const ObjectId& id,
                                           const std::function<char*(std::size_t)>& allocate) const;

 private:
  // A file, until it is found to be damaged.
  struct Source {
    std::unique_ptr<const HeldFile> file;
    std::function<void()> remake;
    std::recursive_mutex mending;  // whoever remakes may ask for what it remakes
    bool given_up = false;         // by `mending`
  };
  struct Place {
    std::shared_ptr<Source> source;
    const HeldFile::Item* item = nullptr;
  };

  [[nodiscard]] std::optional<Place> place_of(const ObjectId& id) const;
  [[nodiscard]] static Header header_of(const HeldFile::Item& item);
  static void mend(Source& source);

  mutable std::mutex mutex_;
  std::map<ObjectId, HeldObject> objects_;
  std::vector<std::shared_ptr<const ByteRoom>> rooms_;
  std::vector<std::shared_ptr<Source>> sources_;
};

// A store over them for libgit2, which only reads. The caller gives it to a git_odb, which frees
// it.
[[nodiscard]] git_odb_backend* make_held_store(std::shared_ptr<const HeldObjects> objects);

}  // namespace claudestep::git
