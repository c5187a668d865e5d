#include "git/pack_shelf.h"

#include <functional>
#include <new>

#include "git/delta.h"
#include "git/files.h"

namespace claudestep::git {
namespace {

constexpr std::size_t kMostPacks = 64;
constexpr std::size_t kMostBases = 24U << 20U;
// Of small ones fewer: among as many as the processor's own cache holds they are found faster than
// made anew.
constexpr std::size_t kMostKept = 4096;
constexpr std::size_t kLargestBase = kMostBases / 8;

}  // namespace

RoomyBytes::RoomyBytes(std::size_t size)
    : bytes_(new (std::nothrow) char[size + kSlack]), size_(size) {}

std::size_t PackShelf::PlaceHash::operator()(const Place& place) const {
  return std::hash<std::uint64_t>()(place.second) ^ std::hash<const Pack*>()(place.first);
}

void PackShelf::look_in(std::vector<std::string> object_dirs) {
  const std::lock_guard lock(listing_);
  object_dirs_ = std::move(object_dirs);
  listed_ = false;
  ++times_changed_;
}

void PackShelf::forget_list() {
  const std::lock_guard lock(listing_);
  listed_ = false;
  ++times_changed_;
}

std::shared_ptr<const PackShelf::Packs> PackShelf::packs() {
  const std::lock_guard lock(listing_);
  if (!listed_) list();
  return packs_;
}

// Called with `listing_` held.
void PackShelf::list() {
  listed_ = true;
  std::vector<std::string> indexes;
  for (const std::string& folder : object_dirs_) {
    const std::string packs = join_path(folder, "pack");
    for (const std::string& name : names_in(packs)) {
      if (name.ends_with(".idx")) indexes.push_back(join_path(packs, name));
    }
  }
  if (indexes.size() > kMostPacks) indexes.clear();
  std::map<std::string, std::shared_ptr<const Pack>> open;
  auto packs = std::make_shared<Packs>();
  for (const std::string& index : indexes) {
    const auto known = open_.find(index);
    std::shared_ptr<const Pack> pack = known == open_.end() ? Pack::open(index) : known->second;
    if (pack == nullptr) continue;
    packs->push_back(pack);
    open.emplace(index, std::move(pack));
  }
  open_ = std::move(open);
  packs_ = std::move(packs);
}

std::shared_ptr<const PackBase> PackShelf::find_base(const Pack* pack, std::uint64_t offset) {
  const std::lock_guard lock(keeping_);
  const auto found = places_.find({pack, offset});
  if (found == places_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found->second);
  return found->second->base;
}

void PackShelf::keep_base(const std::shared_ptr<const Pack>& pack, std::uint64_t offset,
                          std::shared_ptr<const PackBase> base) {
  const std::size_t size = base->bytes.view().size();
  if (size > kLargestBase) return;
  const std::lock_guard lock(keeping_);
  if (!places_.try_emplace({pack.get(), offset}).second) return;  // another thread was faster
  kept_.push_front({pack, offset, std::move(base)});
  places_[{pack.get(), offset}] = kept_.begin();
  size_ += size;
  while (size_ > kMostBases || kept_.size() > kMostKept) {
    const Kept& last = kept_.back();
    size_ -= last.base->bytes.view().size();
    places_.erase({last.pack.get(), last.offset});
    kept_.pop_back();
  }
}

}  // namespace claudestep::git
