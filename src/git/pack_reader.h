// Owns: reading objects from packs, many in a row: each base is inflated once, each delta applied
// once, as far as git/pack_shelf.h has room for what they make.
// Where anything is not as it should be it says nothing, and whoever asked asks libgit2: what is
// wrong, and what there is to be had in spite of it, is always libgit2's to say.
// Internal to git/.
#pragma once

#include <git2/sys/odb_backend.h>
#include <libdeflate.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "git/handle.h"
#include "git/object_id.h"
#include "git/pack_shelf.h"

namespace claudestep::git {

// Belongs to one thread.
class PackReader {
 public:
  explicit PackReader(std::shared_ptr<PackShelf> shelf);

  struct Header {
    git_object_t type = GIT_OBJECT_INVALID;
    std::size_t size = 0;
  };
  // Has `allocate` make room for the bytes of an object and kSlack more, and fills it; what that
  // gave is the caller's, whatever is returned. Nothing when the object is in none of the packs, or
  // cannot be had.
  [[nodiscard]] std::optional<Header> read(const ObjectId& id,
                                           const std::function<char*(std::size_t)>& allocate);

  // Calls `visit` with an object without a copy where the shelf has it; the bytes are valid during
  // the call, in which others may be visited. False when read() would say nothing.
  using Visit = std::function<void(git_object_t type, std::string_view bytes)>;
  [[nodiscard]] bool visit(const ObjectId& id, const Visit& visit);
  // How far behind in its pack an object is; 0 when it is in none. What it is made of lies before
  // it, as a rule: of several that may be made of each other the last is best read first, as the
  // others are kept then.
  [[nodiscard]] std::uint64_t offset_of(const ObjectId& id);

  // The packs may have changed.
  void refresh() { shelf_->forget_list(); }

 private:
  using Decompressor = Handle<libdeflate_decompressor, libdeflate_free_decompressor>;
  using Base = std::shared_ptr<const PackBase>;
  using Allocate = std::function<char*(std::size_t)>;

  // An object or a delta on the way from the object asked for to what it is made of.
  struct Step {
    std::uint64_t offset = 0;
    Pack::Item item;
  };

  struct Place {
    const std::shared_ptr<const Pack>* pack = nullptr;  // one of `packs_`
    std::uint64_t offset = 0;
  };

  // The place is valid until the next is looked for.
  [[nodiscard]] std::optional<Place> find(const ObjectId& id);
  // Makes all that the object at a place is made of. The last step is left to be taken, if there is
  // one: else `base` is the object. False when it cannot be had.
  [[nodiscard]] bool approach(const Place& place, Base& base);
  [[nodiscard]] bool inflate(const Pack::Item& item, char* out);
  // Notes the deltas that lead to the object at `offset`, and before them a whole object, or
  // returns what the shelf has of these. False when the way cannot be followed.
  [[nodiscard]] bool find_way(const Pack& pack, std::uint64_t offset, Base& base);
  // What a step makes of its base (of a whole object: null), in the room that `allocate` makes.
  [[nodiscard]] std::optional<Header> take(const Step& step, const Base& base,
                                           const Allocate& allocate);
  [[nodiscard]] Base make_base(const Step& step, const Base& base);

  std::shared_ptr<PackShelf> shelf_;
  std::shared_ptr<const PackShelf::Packs> packs_;  // as the shelf gave them
  std::uint64_t times_changed_ = 0;                // by when
  Decompressor decompressor_;
  std::vector<Step> steps_;  // to be taken from the last to the first
  std::vector<char> delta_;  // of the step at hand
  std::vector<std::vector<char>> spare_rooms_;
};

// A store over the packs of a shelf for libgit2, to be asked before libgit2's own: it only reads.
// The caller gives it to a git_odb, which frees it.
[[nodiscard]] git_odb_backend* make_pack_store(std::shared_ptr<PackShelf> shelf);

}  // namespace claudestep::git
