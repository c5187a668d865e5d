// Owns: the cache of facts: files in <git common dir>/claudestep/facts/, one a run of project
// files, made once and never changed. Whatever happens to them, the worst is that facts are made
// anew: a file says which blobs it follows from and is believed only when its checksums hold.
// Leaves to others: making facts (facts.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/facts.h"
#include "store/cache_folder.h"
#include "store/fact_run.h"

namespace claudestep::store {

class FactCache {
 public:
  // `share`: who else may read what is kept (cache_folder.h).
  explicit FactCache(const std::string& common_dir, Share share = {});

  [[nodiscard]] const std::string& folder() const { return folder_.path(); }

  // Memory for one run after the other.
  struct Buffer {
    std::vector<Int128> words;  // aligned for every record
  };

  // The facts of the run with that identity; nothing when they are not there, or damaged. Valid
  // until `buffer` changes.
  [[nodiscard]] std::optional<model::FactsView> find(std::string_view identity, FactDepth depth,
                                                     Buffer& buffer) const;
  [[nodiscard]] bool has(std::string_view identity) const;

  // Keeps the facts of a run. Failing to is no failure: a full disk or a folder that may not be
  // written leaves the cache as it was.
  void keep(std::string_view identity, const model::FactsView& facts) const;

  // Makes room: takes away what killed writers left behind and, where the files that are not among
  // `used` (identities) take more than those that are and a fixed allowance, the oldest of them.
  void prune(const std::vector<std::string>& used) const;

  [[nodiscard]] CacheSize size() const { return folder_.size(); }
  // Takes all files away; how many there were. kIo when one stays.
  [[nodiscard]] Result<CacheSize> clear() const { return folder_.clear(); }

 private:
  [[nodiscard]] std::string path_of(std::string_view identity) const;

  CacheFolder folder_;
};

}  // namespace claudestep::store
