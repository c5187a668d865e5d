#include "codec/yaml_tree.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace claudestep::codec {
namespace {

const Value& child_of(const Value& collection, std::size_t child) {
  return collection.is_array() ? collection.items[child] : collection.members[child].value;
}

// What is on `stack` from `start` on, taken off.
template <typename T>
std::vector<T> take_from(std::vector<T>& stack, std::size_t start) {
  const auto first = stack.begin() + static_cast<std::ptrdiff_t>(start);
  std::vector<T> taken(std::make_move_iterator(first), std::make_move_iterator(stack.end()));
  stack.resize(start);
  return taken;
}

}  // namespace

Value& YamlTree::slot() {
  if (frames_.empty()) return root_;
  Frame& frame = frames_.back();
  if (frame.sequence) return items_.emplace_back();
  frame.wants_key = true;
  return members_.back().value;
}

Value& YamlTree::last() {
  if (frames_.empty()) return root_;
  return frames_.back().sequence ? items_.back() : members_.back().value;
}

Member& YamlTree::add_key(Mark mark, std::string key) {
  Member& member = members_.emplace_back();
  member.mark = mark;
  member.key = std::move(key);
  frames_.back().wants_key = false;
  return member;
}

void YamlTree::open(Frame frame) {
  opened_.push_back({last_place(), frames_.size()});
  frame.start = frame.sequence ? items_.size() : members_.size();
  frame.serial = opened_.size();
  frames_.push_back(frame);
}

void YamlTree::close() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.sequence) {
    std::vector<Value> items = take_from(items_, frame.start);
    last().items = std::move(items);
  } else {
    std::vector<Member> members = take_from(members_, frame.start);
    last().members = std::move(members);
  }
}

std::optional<YamlTree::Duplicate> YamlTree::find_duplicate() const {
  const auto first = members_.begin() + static_cast<std::ptrdiff_t>(frames_.back().start);
  std::vector<const Member*> sorted;
  sorted.reserve(static_cast<std::size_t>(members_.end() - first));
  for (auto at = first; at != members_.end(); ++at) sorted.push_back(&*at);
  std::sort(sorted.begin(), sorted.end(), [](const Member* a, const Member* b) {
    const int likeness = a->key.compare(b->key);
    return likeness != 0 ? likeness < 0 : a < b;
  });
  std::optional<Duplicate> found;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i - 1]->key != sorted[i]->key) continue;
    if (!found || sorted[i] < found->second) found = Duplicate{sorted[i - 1], sorted[i]};
  }
  return found;
}

YamlTree::Place YamlTree::last_place() const {
  if (frames_.empty()) return {};
  const Frame& frame = frames_.back();
  const std::size_t size = frame.sequence ? items_.size() : members_.size();
  return {frame.serial, size - frame.start - 1};
}

void YamlTree::anchor_value(std::size_t anchor, Names what) {
  const std::size_t serial = what == Names::kCollection ? opened_.size() + 1 : 0;
  anchors_[anchor] = Anchor{last_place(), serial, std::nullopt};
}

void YamlTree::anchor_key(std::size_t anchor, std::string key) {
  anchors_[anchor] = Anchor{{}, 0, std::move(key)};
}

const YamlTree::Frame* YamlTree::find_open(std::size_t serial) const {
  if (serial == 0) return nullptr;
  const std::size_t depth = opened_[serial - 1].depth;
  return depth < frames_.size() && frames_[depth].serial == serial ? &frames_[depth] : nullptr;
}

// From the value outwards to a collection that is open still, whose children are on the stacks, and
// back inwards.
std::optional<YamlTree::Named> YamlTree::find(std::size_t anchor) const {
  const auto known = anchors_.find(anchor);
  if (known == anchors_.end()) return std::nullopt;
  if (known->second.key) return Named{.key = &*known->second.key, .value = nullptr};
  if (known->second.serial != 0 && find_open(known->second.serial) != nullptr) return Named{};
  std::vector<std::size_t> inwards;
  Place at = known->second.place;
  const Frame* open = find_open(at.collection);
  while (at.collection != 0 && open == nullptr) {
    inwards.push_back(at.child);
    at = opened_[at.collection - 1].place;
    open = find_open(at.collection);
  }
  const Value* value = &root_;
  if (open != nullptr) {
    const std::size_t child = open->start + at.child;
    value = open->sequence ? &items_[child] : &members_[child].value;
  }
  for (; !inwards.empty(); inwards.pop_back()) value = &child_of(*value, inwards.back());
  return Named{.key = nullptr, .value = value};
}

}  // namespace claudestep::codec
