#include "store/facts.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "base/checksum.h"
#include "codec/fact_reader.h"
#include "store/workshop.h"

namespace claudestep::store {
namespace {

// A run ends after a name whose hash says so, about every 64 files: so a new file changes one run
// and leaves the others what they were.
constexpr std::uint64_t kRunMask = 63;
constexpr std::size_t kLongestRun = 256;
// So few files are read faster than a thread is started.
constexpr std::size_t kFewFiles = 64;

// Facts of one run, made from its blobs.
struct Made {
  model::FactsTable table;
  bool lasting = true;  // follows from the blobs alone, and may be kept
};

// Makes facts; one a thread, with a handle of its own on the repository.
class Maker {
 public:
  explicit Maker(const git::Repository& repository) : repository_(&repository) {}
  explicit Maker(git::Repository&& repository) : own_(std::move(repository)), repository_(&*own_) {}

  std::unique_ptr<Made> make(std::span<const ProjectEntry> run) {
    auto made = std::make_unique<Made>();
    for (const ProjectEntry& entry : run) add(entry, *made);
    return made;
  }

 private:
  void add(const ProjectEntry& entry, Made& made) {
    if (!entry.obstacle.empty()) {
      made.table.add_unreadable(describe_unreadable(entry, {}));
      return;
    }
    Status read;
    const Status found = repository_->visit_blob(
        entry.blob, [&](std::string_view bytes) { read = reader_.read(bytes, {}, made.table); });
    if (!found) {
      // The file is broken for this repository, today; its facts are not.
      made.lasting = false;
      made.table.add_unreadable(describe_unreadable(entry, found.error()));
    } else if (!read) {
      made.table.add_unreadable(describe_unreadable(entry, read.error()));
    }
  }

  std::optional<git::Repository> own_;
  const git::Repository* repository_;
  codec::FactReader reader_;
};

struct FileRun {
  std::span<const ProjectEntry> entries;
  std::string identity;
  bool missing = true;  // not in the cache, as far as one can see
};

std::vector<FileRun> cut_runs(std::span<const ProjectEntry> entries, const FactCache* cache) {
  std::vector<FileRun> runs;
  for (const std::size_t size : runs_of(entries)) {
    FileRun run{entries.first(size), {}, true};
    entries = entries.subspan(size);
    if (cache != nullptr) {
      run.identity = identity_of(run.entries);
      run.missing = !cache->has(run.identity);
    }
    runs.push_back(std::move(run));
  }
  return runs;
}

std::vector<const FileRun*> missing_among(std::span<const FileRun> runs) {
  std::vector<const FileRun*> missing;
  for (const FileRun& run : runs) {
    if (run.missing) missing.push_back(&run);
  }
  return missing;
}

std::size_t threads_for(const FactsOptions& options, const std::vector<const FileRun*>& missing) {
  std::size_t files = 0;
  for (const FileRun* run : missing) files += run->entries.size();
  if (files < kFewFiles) return 1;
  const std::size_t most = options.threads == 0 ? usable_cores() : options.threads;
  return std::max<std::size_t>(1, std::min(most, missing.size()));
}

// Makes those of some runs that are missing, on several threads, and keeps them.
class Order {
 public:
  Order(const git::Repository& repository, std::span<const FileRun> runs, const FactCache* cache,
        const FactsOptions& options)
      : cache_(cache),
        missing_(missing_among(runs)),
        made_(missing_.size()),
        workshop_(missing_.size(), threads_for(options, missing_),
                  make_by(std::make_shared<Maker>(repository)),
                  [this, &repository]() -> Workshop::Make {
                    auto another = repository.reopen();
                    if (!another) return {};
                    return make_by(std::make_shared<Maker>(*std::move(another)));
                  }) {}

  // The facts of the next one that is missing.
  std::unique_ptr<Made> take() { return std::move(made_[workshop_.take()]); }

 private:
  Workshop::Make make_by(std::shared_ptr<Maker> maker) {
    return [this, maker = std::move(maker)](std::size_t number) {
      const FileRun& run = *missing_[number];
      made_[number] = maker->make(run.entries);
      const Made& made = *made_[number];
      if (made.lasting && cache_ != nullptr) cache_->keep(run.identity, made.table.view());
    };
  }

  const FactCache* cache_;
  std::vector<const FileRun*> missing_;
  std::vector<std::unique_ptr<Made>> made_;
  Workshop workshop_;  // last: it uses all of the above
};

// Notes which of the runs the cache has whole.
void look_again(std::span<FileRun> runs, const FactCache& cache, FactDepth depth,
                FactCache::Buffer& buffer) {
  for (FileRun& run : runs) run.missing = !cache.find(run.identity, depth, buffer);
}

}  // namespace

std::vector<std::size_t> runs_of(std::span<const ProjectEntry> entries) {
  std::vector<std::size_t> sizes;
  std::size_t size = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    ++size;
    const bool last = i + 1 == entries.size() || entries[i + 1].shelf != entries[i].shelf;
    const bool marked = (checksum(entries[i].name) & kRunMask) == 0;
    if (!last && !marked && size < kLongestRun) continue;
    sizes.push_back(size);
    size = 0;
  }
  return sizes;
}

void visit_facts(const git::Repository& repository, std::span<const ProjectEntry> entries,
                 const FactsOptions& options, const VisitFacts& visit) {
  const FactCache cache(repository.common_dir(),
                        [&repository](const std::string& path) { repository.share(path); });
  const FactCache* const used = options.use_cache ? &cache : nullptr;
  std::vector<FileRun> runs = cut_runs(entries, used);
  bool wrote = false;
  {
    std::optional<Order> order;
    FactCache::Buffer buffer;
    for (std::size_t at = 0; at < runs.size(); ++at) {
      FileRun& run = runs[at];
      if (!run.missing) {
        if (const auto facts = cache.find(run.identity, options.depth, buffer)) {
          visit({run.entries, *facts, entries.size()});
          continue;
        }
        // Gone or damaged: as if it had never been there. What befell one file befell others.
        order.reset();
        look_again(std::span(runs).subspan(at), cache, options.depth, buffer);
        run.missing = true;
      }
      if (!order) order.emplace(repository, std::span(runs).subspan(at), used, options);
      wrote = true;
      const auto made = order->take();
      visit({run.entries, made->table.view(), entries.size()});
    }
  }
  if (used != nullptr && wrote) {
    std::vector<std::string> identities;
    identities.reserve(runs.size());
    for (const FileRun& run : runs) identities.push_back(run.identity);
    cache.prune(identities);
  }
}

std::size_t count_cached(const git::Repository& repository, std::span<const ProjectEntry> entries) {
  const FactCache cache(repository.common_dir());
  FactCache::Buffer buffer;
  std::size_t count = 0;
  for (const std::size_t size : runs_of(entries)) {
    const auto run = entries.first(size);
    if (cache.find(identity_of(run), FactDepth::kAll, buffer)) count += size;
    entries = entries.subspan(size);
  }
  return count;
}

std::string describe_unreadable(const ProjectEntry& entry, const Error& error) {
  if (!entry.obstacle.empty()) return "it " + entry.obstacle;
  std::string message;
  if (error.place.line != 0) {
    message = "line " + std::to_string(error.place.line);
    if (error.place.column != 0) message += ", column " + std::to_string(error.place.column);
    message += ": ";
  }
  return message + error.one_line();
}

}  // namespace claudestep::store
