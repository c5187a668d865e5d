// Owns: taking records apart with a place and a path in every refusal: what was found, what was
// expected. Leaves to others: which members a record has (records.h).
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "model/kept.h"

namespace claudestep::codec {

// What all refusals of one document share.
struct Source {
  std::string_view file;
  ErrorCode code = ErrorCode::kCorrupt;
};

// Where in the document a value is: "pull_requests[3].created_at". A chain on the stack, rendered
// only for a refusal; each link must outlive those that point to it.
class Path {
 public:
  Path() = default;
  explicit Path(std::string_view root_name) : name_(root_name) {}
  [[nodiscard]] Path member(std::string_view name) const { return {this, name, kNoIndex}; }
  [[nodiscard]] Path item(std::size_t index) const { return {this, {}, index}; }

  // For the root its name, or "the document".
  [[nodiscard]] std::string to_string() const;

 private:
  static constexpr std::size_t kNoIndex = std::numeric_limits<std::size_t>::max();
  Path(const Path* parent, std::string_view name, std::size_t index)
      : parent_(parent), name_(name), index_(index) {}
  void append_to(std::string& out) const;

  const Path* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = kNoIndex;
};

// A value, and what a refusal of it needs.
struct Found {
  const Value& value;
  const Path& path;
  const Source& source;
};

// `<path> is <value>; expected <what>`, placed at the value.
[[nodiscard]] tl::unexpected<Error> refuse(const Found& found, std::string_view expected);

// One value as a typed one, or a refusal.
[[nodiscard]] Result<model::Text> read_text(const Found& found);
[[nodiscard]] Result<model::Integer> read_integer(const Found& found);
[[nodiscard]] Result<model::Integer> read_positive(const Found& found);  // 1 and more
[[nodiscard]] Result<model::Time> read_time(const Found& found);
[[nodiscard]] Result<model::Cost> read_cost(const Found& found);
[[nodiscard]] Result<model::Seconds> read_seconds(const Found& found);
[[nodiscard]] Result<bool> read_bool(const Found& found);
[[nodiscard]] Result<std::vector<model::Text>> read_texts(const Found& found);

// The members of one object. Each is taken by name; those that nobody took are its extra members.
class RecordReader {
 public:
  // Refused when `found` is no object.
  [[nodiscard]] static Result<RecordReader> open(const Found& found);

  // The member, which counts as taken from now on; null when there is none.
  const Value* take(std::string_view name);
  // The same, for one that is not null.
  const Value* take_value(std::string_view name);
  // The member without taking it.
  [[nodiscard]] const Value* peek(std::string_view name) const { return value_->find(name); }

  // Takes a member and reads it. A required one that is absent is refused at the object.
  template <typename Read>
  auto required(std::string_view name, Read&& read) -> decltype(read(std::declval<Found>()));
  // The same for one that may be absent or null.
  template <typename T, typename Read>
  Status optional(std::string_view name, model::Opt<T>& out, Read&& read);
  // Reads each item of an array; absent and null are an empty one.
  template <typename T, typename Read>
  Status list(std::string_view name, std::vector<T>& out, Read&& read);

  [[nodiscard]] tl::unexpected<Error> missing(std::string_view name) const;
  [[nodiscard]] model::Extra rest() const;
  // The members that nobody took.
  [[nodiscard]] std::vector<const Member*> untaken() const;

  [[nodiscard]] const Value& value() const { return *value_; }
  [[nodiscard]] const Path& path() const { return *path_; }
  [[nodiscard]] const Source& source() const { return *source_; }

 private:
  explicit RecordReader(const Found& found)
      : value_(&found.value),
        path_(&found.path),
        source_(&found.source),
        taken_(found.value.members.size(), false) {}

  const Value* value_;
  const Path* path_;
  const Source* source_;
  std::vector<bool> taken_;
};

// Reads each item of an array with `read`.
template <typename T, typename Read>
Status read_items(const Found& found, std::vector<T>& out, Read&& read) {
  if (!found.value.is_array()) return refuse(found, "an array");
  out.reserve(out.size() + found.value.items.size());
  for (std::size_t i = 0; i < found.value.items.size(); ++i) {
    const Path path = found.path.item(i);
    CS_ASSIGN(T item, read(Found{found.value.items[i], path, found.source}));
    out.push_back(std::move(item));
  }
  return {};
}

template <typename Read>
auto RecordReader::required(std::string_view name, Read&& read)
    -> decltype(read(std::declval<Found>())) {
  const Value* member = take(name);
  if (member == nullptr) return missing(name);
  const Path path = path_->member(name);
  return read(Found{*member, path, *source_});
}

template <typename T, typename Read>
Status RecordReader::optional(std::string_view name, model::Opt<T>& out, Read&& read) {
  const Value* member = take(name);
  if (member == nullptr) return {};
  if (member->is_null()) {
    out = model::Opt<T>::null();
    return {};
  }
  const Path path = path_->member(name);
  CS_ASSIGN(out, read(Found{*member, path, *source_}));
  return {};
}

template <typename T, typename Read>
Status RecordReader::list(std::string_view name, std::vector<T>& out, Read&& read) {
  const Value* member = take_value(name);
  if (member == nullptr) return {};
  const Path path = path_->member(name);
  return read_items(Found{*member, path, *source_}, out, std::forward<Read>(read));
}

}  // namespace claudestep::codec
