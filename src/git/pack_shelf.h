// Owns: the packs of a repository as one process sees them, and the objects on which many others
// are built, inflated once for all who read. Shared by the handles on one repository, each in its
// thread.
// Internal to git/.
#pragma once

#include <git2.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "git/pack.h"

namespace claudestep::git {

// Room for an object, with kSlack more at its end; not cleared.
class RoomyBytes {
 public:
  explicit RoomyBytes(std::size_t size);
  [[nodiscard]] char* data() { return bytes_.get(); }  // null when there is no memory
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

// An object that others are deltas of.
struct PackBase {
  git_object_t type = GIT_OBJECT_INVALID;
  RoomyBytes bytes;
};

class PackShelf {
 public:
  using Packs = std::vector<std::shared_ptr<const Pack>>;

  // Says where to look: in pack/ of these folders. They are listed when somebody asks.
  void look_in(std::vector<std::string> object_dirs);
  // Packs may have come or gone: lists them anew when somebody asks. Those that are still there
  // stay as they are.
  void forget_list();

  // The packs that can be read. None where there are so many that libgit2, which knows indexes over
  // many packs, finds things faster.
  [[nodiscard]] std::shared_ptr<const Packs> packs();
  // Rises whenever packs() may have others to give, so that who reads much need not ask each time.
  [[nodiscard]] std::uint64_t times_changed() const { return times_changed_; }

  // The bases used last, up to kMostBases bytes and kMostKept of them.
  [[nodiscard]] std::shared_ptr<const PackBase> find_base(const Pack* pack, std::uint64_t offset);
  // Requires: the pack is one of packs().
  void keep_base(const std::shared_ptr<const Pack>& pack, std::uint64_t offset,
                 std::shared_ptr<const PackBase> base);

 private:
  struct Kept {
    std::shared_ptr<const Pack> pack;  // so that no other gets its address
    std::uint64_t offset = 0;
    std::shared_ptr<const PackBase> base;
  };
  using Place = std::pair<const Pack*, std::uint64_t>;
  struct PlaceHash {
    std::size_t operator()(const Place& place) const;
  };

  void list();

  std::atomic<std::uint64_t> times_changed_ = 0;
  std::mutex listing_;
  std::vector<std::string> object_dirs_;
  bool listed_ = false;
  std::map<std::string, std::shared_ptr<const Pack>> open_;  // by the path of the index
  std::shared_ptr<const Packs> packs_ = std::make_shared<const Packs>();

  std::mutex keeping_;
  std::list<Kept> kept_;  // the one used last is first
  std::unordered_map<Place, std::list<Kept>::iterator, PlaceHash> places_;
  std::size_t size_ = 0;
};

}  // namespace claudestep::git
