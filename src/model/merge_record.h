// Owns: merging single members and sets of one record, with receipts for what gave way.
// Private to model/.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/merge.h"
#include "model/merge_values.h"

namespace claudestep::model::merging {

// Where the receipts of one record go. `record` is a receipt with the place filled in.
class Notes {
 public:
  Notes(std::vector<Receipt>& receipts, Receipt record)
      : receipts_(receipts), record_(std::move(record)) {}

  void add(std::string_view member, std::string kept, std::string dropped) const {
    Receipt receipt = record_;
    receipt.member = member;
    receipt.kept = std::move(kept);
    receipt.dropped = std::move(dropped);
    receipts_.push_back(std::move(receipt));
  }

 private:
  std::vector<Receipt>& receipts_;
  Receipt record_;
};

template <typename T>
[[nodiscard]] bool is_same(const T& a, const T& b) {
  return order(a, b) == 0;
}

// However it is spelt.
template <typename T>
[[nodiscard]] bool means_the_same(const T& a, const T& b) {
  return is_same(a, b) || a == b;
}

inline constexpr auto kMeansTheSame = [](const auto& a, const auto& b) {
  return means_the_same(a, b);
};
inline constexpr auto kSpeltAlike = [](const auto& a, const auto& b) { return is_same(a, b); };

// One member. `base` is null for a record that both sides added. Who only spells what the base has
// in another way gives way to who changed it.
template <typename T, typename By = Greatest>
[[nodiscard]] T join(const T* base, const T& ours, const T& theirs, std::string_view member,
                     const Notes& notes, const By& by = {}) {
  if (is_same(ours, theirs)) return ours;
  if (base != nullptr) {
    const bool by_us = !means_the_same(ours, *base);
    const bool by_them = !means_the_same(theirs, *base);
    if (by_us != by_them) return by_us ? ours : theirs;
    if (!by_us && is_same(ours, *base)) return theirs;
    if (!by_us && is_same(theirs, *base)) return ours;
  }
  const bool ours_stays = by(ours, theirs) > 0;
  const T& kept = ours_stays ? ours : theirs;
  const T& dropped = ours_stays ? theirs : ours;
  std::string lost = spell(dropped);
  std::string stays = spell(kept);
  // Another spelling of the same is no loss, nor is a member that a side never had.
  if (!(kept == dropped) && lost != stays && (base != nullptr || !lost.empty())) {
    notes.add(member, std::move(stays), std::move(lost));
  }
  return kept;
}

// A set of texts, element by element: what one side added is there, what one side took away is
// not. The base's come first in their order, then the others by bytes.
[[nodiscard]] Opt<std::vector<Text>> join_set(const Opt<std::vector<Text>>* base,
                                              const Opt<std::vector<Text>>& ours,
                                              const Opt<std::vector<Text>>& theirs);

// Unknown members, each by its key.
[[nodiscard]] Extra join_extra(const Extra* base, const Extra& ours, const Extra& theirs,
                               const Notes& notes);

// The address of a member of `base`, or null.
template <typename Record, typename Member>
[[nodiscard]] const Member* part(const Record* base, Member Record::*member) {
  return base == nullptr ? nullptr : &(base->*member);
}

}  // namespace claudestep::model::merging
