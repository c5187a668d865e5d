// Owns: the values of a YAML document while it is told from front to back: the collections that are
// open, and which value an anchor names.
// Leaves to others: what may stand where (yaml_builder.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/value.h"

namespace claudestep::codec {

class YamlTree {
 public:
  // A collection that is open.
  struct Frame {
    bool sequence = false;
    bool wants_key = false;  // a map whose next value is a key
    bool flow = false;
    std::size_t indent = 0;  // spaces that a further line inside needs
    Mark mark;
    std::size_t start = 0;   // of its items or members on their stack, set by open()
    std::size_t serial = 0;  // from 1, set by open()
  };
  // The innermost one; null outside of all.
  [[nodiscard]] const Frame* innermost() const {
    return frames_.empty() ? nullptr : &frames_.back();
  }
  [[nodiscard]] std::size_t depth() const { return frames_.size(); }

  // Where the next value goes; valid until the next call. Requires: no key is wanted.
  [[nodiscard]] Value& slot();
  // The next key of the innermost map, whose value is then wanted.
  Member& add_key(Mark mark, std::string key);
  // Requires: the innermost is a map that had a key.
  [[nodiscard]] const Member& last_key() const { return members_.back(); }
  void open(Frame frame);
  void close();

  // The keys of the innermost map that are the same, by place the first such second one.
  struct Duplicate {
    const Member* first;
    const Member* second;
  };
  [[nodiscard]] std::optional<Duplicate> find_duplicate() const;

  enum class Names { kScalar, kCollection };
  // From now on `anchor` names the value that slot() gave last; a collection is opened next.
  void anchor_value(std::size_t anchor, Names what);
  void anchor_key(std::size_t anchor, std::string key);

  // What an anchor names. `key` where it is a key, `value` where it is a value that is whole;
  // neither where the value is not closed yet.
  struct Named {
    const std::string* key = nullptr;
    const Value* value = nullptr;
  };
  // Valid until the next change. Nothing for an anchor that was not told.
  [[nodiscard]] std::optional<Named> find(std::size_t anchor) const;

  [[nodiscard]] Value& root() { return root_; }

 private:
  // Where a value is: which child of which collection, 0 for none.
  struct Place {
    std::size_t collection = 0;
    std::size_t child = 0;
  };
  struct Opened {
    Place place;
    std::size_t depth = 0;  // collections around it
  };
  struct Anchor {
    Place place;
    std::size_t serial = 0;  // of the collection that it names
    std::optional<std::string> key;
  };

  [[nodiscard]] Value& last();  // what slot() gave last in what is innermost now
  [[nodiscard]] Place last_place() const;
  // Null where it is closed, and for 0.
  [[nodiscard]] const Frame* find_open(std::size_t serial) const;

  std::vector<Frame> frames_;
  std::vector<Value> items_;
  std::vector<Member> members_;
  std::vector<Opened> opened_;  // the collection with serial 1, 2, ...
  std::unordered_map<std::size_t, Anchor> anchors_;
  Value root_;
};

}  // namespace claudestep::codec
