// Owns: merging what two sides made of one project document: a pure function whose answer does not
// depend on who asks, nor on any clock. docs/merging.md tells the rules.
// Leaves to others: which versions belong together, deleted and renamed projects, foreign files
// (store/merge_trees.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/project.h"

namespace claudestep::model {

// Something that one side ended with and that the merge has not got. Of the places one is named: a
// task, a pull request (and an AI operation in it), a file that is no project, else the project
// itself.
struct Receipt {
  std::string project;
  std::string task;       // its id
  std::int64_t pr = 0;    // 0: none
  std::string operation;  // its id, or type/run/time
  std::string file;       // its path, where there is no project
  std::string member;     // "title"; "deletion" when what one side deleted stays
  std::string kept;       // as people read it; "" for nothing
  std::string dropped;    // the same

  bool operator==(const Receipt&) const = default;
};

// "title project=auth pr=42 kept=One dropped=Two": the value of a Claudestep-Dropped trailer,
// escaped as in trailer_of(Operation). Long values are cut; what was kept and dropped ends in "…"
// then.
[[nodiscard]] std::string trailer_of(const Receipt& receipt);

// "auth: title of #42: kept 'One', gave up 'Two'". What came from files is escaped.
[[nodiscard]] std::string summarise(const Receipt& receipt);

struct Merged {
  Project project;
  std::vector<Receipt> receipts;  // in the order of the document
};

// What `ours` and `theirs` made of `base` (null: each made the project by itself), in one. The
// order of the last two does not matter. A side that says what the base says gives way to the other
// as that is; so do records and members. Where both changed a member, the greater value stays (see
// docs/merging.md) and the other is a receipt. Requires: settled projects. Returns a settled one.
[[nodiscard]] Merged merge(const Project* base, const Project& ours, const Project& theirs);

// True when the two differ in nothing that a file would show, the order of records and members and
// the spelling of values included; derived members do not count.
[[nodiscard]] bool says_the_same(const Project& a, const Project& b);

}  // namespace claudestep::model
