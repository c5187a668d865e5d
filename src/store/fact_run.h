// Owns: the facts of a run of neighbouring project files, as bytes that can be kept and checked.
// Leaves to others: which files make a run, where the bytes are kept (fact_cache.h). Internal to
// store/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/facts.h"
#include "store/view.h"

namespace claudestep::store {

// Goes up whenever the records, or what they follow from, change their meaning.
inline constexpr std::uint64_t kFactsVersion = 2;

// Which of the facts a question looks at.
enum class FactDepth : std::uint8_t {
  kSums,     // projects, claims, waiting, reviewers and texts; the other columns may be empty
  kRecords,  // every pull request and operation as well
  kAll,      // and every task
};

// What facts of a run follow from: the names, the blobs and the obstacles of its files. Two runs
// with the same identity have the same facts.
[[nodiscard]] std::string identity_of(std::span<const ProjectEntry> run);

// Facts as bytes. They are good for this machine and this build of the program only.
[[nodiscard]] std::string encode_facts(std::string_view identity, const model::FactsView& facts);

// Bytes of encode_facts as facts again.
class EncodedFacts {
 public:
  // How many bytes from the beginning say where everything is.
  static constexpr std::size_t kHeadSize = 512;

  // How many bytes are needed for `depth`; nothing when `head` is damaged, or of another build.
  [[nodiscard]] static std::optional<std::size_t> size_needed(std::string_view head,
                                                              FactDepth depth);

  // The facts in `bytes`, which must outlive the view; nothing when anything that `depth` needs is
  // damaged or missing, or the run is another one. Requires: `bytes` is aligned for every column.
  [[nodiscard]] static std::optional<model::FactsView> open(std::span<const char> bytes,
                                                            std::string_view identity,
                                                            FactDepth depth);
};

}  // namespace claudestep::store
