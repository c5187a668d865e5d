#include "store/facts.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "base/checksum.h"
#include "codec/fact_reader.h"

namespace claudestep::store {
namespace {

// A run ends after a name whose hash says so, about every 64 files: so a new file changes one run
// and leaves the others what they were.
constexpr std::uint64_t kRunMask = 63;
constexpr std::size_t kLongestRun = 256;
// Runs that are made but not yet visited, for each thread: bounds the memory.
constexpr std::size_t kAhead = 8;
// So few files are read faster than a thread is started.
constexpr std::size_t kFewFiles = 64;

std::size_t cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (::sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  return static_cast<std::size_t>(std::max(1, CPU_COUNT(&set)));
}

// Facts of one run, made from its blobs.
struct Made {
  model::FactsTable table;
  bool lasting = true;  // follows from the blobs alone, and may be kept
};

// Makes facts; one a thread, with a handle of its own on the repository.
class Maker {
 public:
  explicit Maker(const git::Repository& repository) : repository_(&repository) {}

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

  const git::Repository* repository_;
  codec::FactReader reader_;
};

struct FileRun {
  std::span<const ProjectEntry> entries;
  std::string identity;
  bool missing = true;  // not in the cache, as far as one can see
};

// Makes the facts of many runs on several threads, and hands them over in order.
class Workshop {
 public:
  Workshop(const git::Repository& repository, const std::vector<const FileRun*>& runs,
           const FactCache* cache, std::size_t threads)
      : repository_(repository), runs_(runs), cache_(cache), slots_(runs.size()), own_(repository) {
    ahead_ = kAhead * threads;
    for (std::size_t i = 1; i < threads; ++i) {
      try {
        helpers_.emplace_back([this] { help(); });
      } catch (const std::system_error&) {
        return;  // the system gives no more threads: fewer do it
      }
    }
  }

  ~Workshop() {
    {
      const std::lock_guard lock(mutex_);
      next_ = runs_.size();
    }
    changed_.notify_all();
    for (std::thread& helper : helpers_) helper.join();
  }

  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  // The facts of the next run. The calling thread makes some itself while it waits.
  std::unique_ptr<Made> take() {
    const std::size_t wanted = taken_;
    std::unique_lock lock(mutex_);
    while (!slots_[wanted]) {
      if (next_ < runs_.size() && next_ < taken_ + ahead_) {
        work(own_, lock);
      } else {
        changed_.wait(lock);
      }
    }
    std::unique_ptr<Made> made = std::move(slots_[wanted]);
    ++taken_;
    lock.unlock();
    changed_.notify_all();
    return made;
  }

 private:
  // Makes the next run. Called and left with the lock held.
  void work(Maker& maker, std::unique_lock<std::mutex>& lock) {
    const std::size_t mine = next_++;
    lock.unlock();
    auto made = maker.make(runs_[mine]->entries);
    if (made->lasting && cache_ != nullptr) {
      cache_->keep(runs_[mine]->identity, made->table.view());
    }
    lock.lock();
    slots_[mine] = std::move(made);
    changed_.notify_all();
  }

  void help() {
    const auto repository = repository_.reopen();
    if (!repository) return;  // the others do it without us
    Maker maker(*repository);
    std::unique_lock lock(mutex_);
    while (next_ < runs_.size()) {
      if (next_ < taken_ + ahead_) {
        work(maker, lock);
      } else {
        changed_.wait(lock);
      }
    }
  }

  const git::Repository& repository_;
  const std::vector<const FileRun*>& runs_;
  const FactCache* cache_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;   // the first run that nobody makes
  std::size_t taken_ = 0;  // the first run that was not handed over
  std::vector<std::unique_ptr<Made>> slots_;
  Maker own_;
  std::size_t ahead_ = kAhead;
  std::vector<std::thread> helpers_;  // last: they use all of the above
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

std::size_t threads_for(const FactsOptions& options, const std::vector<const FileRun*>& missing) {
  std::size_t files = 0;
  for (const FileRun* run : missing) files += run->entries.size();
  if (files < kFewFiles) return 1;
  const std::size_t most = options.threads == 0 ? cores() : options.threads;
  return std::max<std::size_t>(1, std::min(most, missing.size()));
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
  const FactCache cache(repository.common_dir());
  const FactCache* const used = options.use_cache ? &cache : nullptr;
  const std::vector<FileRun> runs = cut_runs(entries, used);
  std::vector<const FileRun*> missing;
  for (const FileRun& run : runs) {
    if (run.missing) missing.push_back(&run);
  }
  bool wrote = !missing.empty();
  {
    Workshop workshop(repository, missing, used, threads_for(options, missing));
    FactCache::Buffer buffer;
    std::optional<Maker> maker;
    for (const FileRun& run : runs) {
      if (!run.missing) {
        if (const auto facts = cache.find(run.identity, options.depth, buffer)) {
          visit({run.entries, *facts, entries.size()});
          continue;
        }
        // Gone or damaged: as if it had never been there.
        if (!maker) maker.emplace(repository);
        const auto made = maker->make(run.entries);
        if (made->lasting) cache.keep(run.identity, made->table.view());
        visit({run.entries, made->table.view(), entries.size()});
        wrote = true;
        continue;
      }
      const auto made = workshop.take();
      visit({run.entries, made->table.view(), entries.size()});
    }
  }
  if (used != nullptr && wrote) {
    std::vector<std::string> identities;
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
    if (cache.find(identity_of(run), FactDepth::kRecords, buffer)) count += size;
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
