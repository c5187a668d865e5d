#include "store/fact_run.h"

#include <array>
#include <cstring>
#include <type_traits>

#include "base/checksum.h"

namespace claudestep::store {
namespace {

constexpr std::array<char, 8> kFactsMagic = {'c', 's', 'f', 'a', 'c', 't', 's', '\n'};
constexpr std::size_t kAlignment = 16;
constexpr std::size_t kColumns = 11;
constexpr std::size_t kSumColumns = 8;      // the first ones are all that sums need,
constexpr std::size_t kRecordColumns = 10;  // and these all that questions about records do

struct ColumnPlace {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;         // in bytes
  std::uint64_t record_size = 0;  // so that another layout is not taken for ours
  std::uint64_t checksum = 0;
};

struct FactsHead {
  std::array<char, 8> magic = kFactsMagic;
  std::uint64_t version = kFactsVersion;
  std::array<ColumnPlace, kColumns> places;
  std::uint64_t checksum = 0;  // of all before it
};
static_assert(sizeof(FactsHead) <= EncodedFacts::kHeadSize);
static_assert(std::has_unique_object_representations_v<FactsHead>);

std::uint64_t checksum_of(const FactsHead& head) {
  return checksum({reinterpret_cast<const char*>(&head), offsetof(FactsHead, checksum)});
}

// Calls `on_column` with each column but the identity, in the order in which they lie.
template <typename View, typename OnColumn>
void each_column(View& facts, OnColumn&& on_column) {
  on_column(facts.projects);
  on_column(facts.claims);
  on_column(facts.waiting);
  on_column(facts.reviewers);
  on_column(facts.names);
  on_column(facts.wide);
  on_column(facts.texts);
  on_column(facts.pull_requests);
  on_column(facts.operations);
  on_column(facts.tasks);
}

template <typename T>
std::string_view bytes_of(std::span<const T> column) {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kAlignment);
  return {reinterpret_cast<const char*>(column.data()), column.size_bytes()};
}

void pad(std::string& out) {
  out.resize((out.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
}

std::optional<FactsHead> read_facts_head(std::string_view bytes) {
  if (bytes.size() < EncodedFacts::kHeadSize) return std::nullopt;
  FactsHead head;
  std::memcpy(&head, bytes.data(), sizeof head);
  const bool ours = head.magic == kFactsMagic && head.version == kFactsVersion;
  if (!ours || head.checksum != checksum_of(head)) return std::nullopt;
  return head;
}

std::size_t columns_of(FactDepth depth) {
  switch (depth) {
    case FactDepth::kSums:
      return kSumColumns;
    case FactDepth::kRecords:
      return kRecordColumns;
    case FactDepth::kAll:
      return kColumns;
  }
  abort_with(__FILE__, __LINE__, "a depth that is none");
}

// The bytes of a column; nothing when they are not all there or not what they were.
std::optional<std::string_view> read_column(std::string_view bytes, const ColumnPlace& place) {
  if (place.offset > bytes.size() || place.size > bytes.size() - place.offset) return std::nullopt;
  const std::string_view column = bytes.substr(place.offset, place.size);
  if (checksum(column) != place.checksum) return std::nullopt;
  return column;
}

}  // namespace

std::string identity_of(std::span<const ProjectEntry> run) {
  std::string identity;
  for (const ProjectEntry& entry : run) {
    identity += entry.name;
    identity += '\0';
    identity.append(reinterpret_cast<const char*>(entry.blob.bytes.data()),
                    entry.blob.bytes.size());
    identity += entry.obstacle;
    identity += '\0';
  }
  return identity;
}

std::string encode_facts(std::string_view identity, const model::FactsView& facts) {
  FactsHead head;
  std::string out(EncodedFacts::kHeadSize, '\0');
  std::size_t next = 0;
  const auto add = [&](std::string_view column, std::size_t record_size) {
    pad(out);
    head.places[next++] = {out.size(), column.size(), record_size, checksum(column)};
    out += column;
  };
  add(identity, 1);
  each_column(facts, [&](const auto& column) {
    add(bytes_of(column), sizeof(typename std::remove_cvref_t<decltype(column)>::element_type));
  });
  head.checksum = checksum_of(head);
  std::memcpy(out.data(), &head, sizeof head);
  return out;
}

std::optional<std::size_t> EncodedFacts::size_needed(std::string_view head, FactDepth depth) {
  const auto read = read_facts_head(head);
  if (!read) return std::nullopt;
  const ColumnPlace& last = read->places[columns_of(depth) - 1];
  return last.offset + last.size;
}

std::optional<model::FactsView> EncodedFacts::open(std::span<const char> bytes,
                                                   std::string_view identity, FactDepth depth) {
  const std::string_view all(bytes.data(), bytes.size());
  const auto head = read_facts_head(all);
  if (!head || read_column(all, head->places[0]) != identity) return std::nullopt;
  model::FactsView facts;
  std::size_t next = 1;
  bool whole = true;
  each_column(facts, [&](auto& column) {
    using Column = std::remove_cvref_t<decltype(column)>;
    using Record = typename Column::element_type;
    const std::size_t which = next++;
    if (!whole || which >= columns_of(depth)) return;
    const ColumnPlace& place = head->places[which];
    const auto found = read_column(all, place);
    whole = found && place.record_size == sizeof(Record) && place.size % sizeof(Record) == 0;
    if (!whole) return;
    column = Column(reinterpret_cast<const std::remove_const_t<Record>*>(found->data()),
                    place.size / sizeof(Record));
  });
  if (!whole) return std::nullopt;
  return facts;
}

}  // namespace claudestep::store
