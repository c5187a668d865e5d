// Owns: the facts of the project files of a view, from the cache or made from the blobs on every
// core. Leaves to others: which files are asked for, what is asked of them (query/).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/facts.h"
#include "store/fact_cache.h"
#include "store/view.h"

namespace claudestep::store {

struct FactsOptions {
  FactDepth depth = FactDepth::kSums;
  bool use_cache = true;    // false: neither read nor written
  std::size_t threads = 0;  // at most so many; 0: as many as this process may use cores
};

// Neighbouring project files and their facts: the project at a place belongs to the entry there.
// Valid during the call that it is given to.
struct FactsRun {
  std::span<const ProjectEntry> entries;
  const model::FactsView& facts;
  std::size_t all = 0;  // how many entries all runs have, where that is known
};
using VisitFacts = std::function<void(const FactsRun& run)>;

// Calls `visit` with the facts of all `entries`, in their order, on the calling thread. A file that
// cannot be read as a project, or whose blob cannot be read at all, is one with `unreadable` set.
// Requires: `entries` are in the order of View::entries, so that the same files make the same runs
// each time; and all of a folder, or the cache fills with parts.
void visit_facts(const git::Repository& repository, std::span<const ProjectEntry> entries,
                 const FactsOptions& options, const VisitFacts& visit);

// The runs that visit_facts makes of `entries`: their sizes.
[[nodiscard]] std::vector<std::size_t> runs_of(std::span<const ProjectEntry> entries);

// How many of the entries have their facts in the cache.
[[nodiscard]] std::size_t count_cached(const git::Repository& repository,
                                       std::span<const ProjectEntry> entries);

// Why a file could not be read, on one line: "line 3, column 5: expected ...".
[[nodiscard]] std::string describe_unreadable(const ProjectEntry& entry, const Error& error);

}  // namespace claudestep::store
