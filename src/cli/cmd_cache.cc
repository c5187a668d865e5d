// `cache status` and `cache clear`.
#include "cli/command.h"
#include "cli/reading.h"
#include "report/cache.h"
#include "store/fact_cache.h"
#include "store/facts.h"
#include "store/merge_cache.h"
#include "truth/patch_cache.h"

namespace claudestep::cli {

namespace {

// What is kept does not change by looking at it.
Result<Reading> open_cache_reading(const Context& context, const Arguments& arguments) {
  return open_reading(context, arguments, CacheUse::kLeftAlone);
}

report::CacheAmount amount_of(const store::CacheSize& size) {
  return {static_cast<std::int64_t>(size.files), static_cast<std::int64_t>(size.bytes)};
}

Result<report::CacheState> cache_state(const Reading& reading) {
  const git::Repository& repository = reading.session->repository;
  const store::FactCache facts(repository.common_dir());
  CS_ASSIGN(const auto entries, reading.view.entries());
  report::CacheState state;
  state.folder = facts.folder();
  state.facts = amount_of(facts.size());
  state.merges = amount_of(store::MergeCache(repository.common_dir()).size());
  const auto patches = static_cast<std::int64_t>(truth::size_of_patches(repository.common_dir()));
  state.patches = {patches > 0 ? 1 : 0, patches};
  state.projects = static_cast<std::int64_t>(entries.size());
  state.cached = static_cast<std::int64_t>(store::count_cached(repository, entries));
  return state;
}

void print_cache(const Context& context, const Arguments& arguments,
                 const report::CacheState& state) {
  context.out(arguments.json() ? report::cache_json(state) : report::cache_text(state));
}

Result<int> run_cache_status(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_cache_reading(context, arguments));
  CS_ASSIGN(const auto state, cache_state(reading));
  print_cache(context, arguments, state);
  return 0;
}

Result<int> run_cache_clear(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_cache_reading(context, arguments));
  const std::string& common_dir = reading.session->repository.common_dir();
  CS_ASSIGN(const auto facts, store::FactCache(common_dir).clear());
  CS_ASSIGN(const auto merges, store::MergeCache(common_dir).clear());
  const bool had_patches = truth::forget_patches(common_dir);
  CS_ASSIGN(auto state, cache_state(reading));
  state.cleared = static_cast<std::int64_t>(facts.files + merges.files + (had_patches ? 1 : 0));
  print_cache(context, arguments, state);
  return 0;
}

}  // namespace

extern const CommandSpec kCacheStatusCommand = {
    .name = "cache status",
    .group = Group::kPlumbing,
    .kind = CommandKind::kRead,
    .summary = "show the cache that answers questions faster",
    .example = "claudestep cache status",
    .description =
        "What questions over many projects have found out about each project file is kept in the "
        "git folder, by the ids of the files' contents; so are the last merges of a local and a "
        "remote-tracking branch that went apart, by the two commits, and what reconcile found out "
        "about patches, by the ids of the trees that they lead from and to. It is never needed and "
        "never "
        "asked what is true: a damaged or missing part is made anew, and nothing that is written "
        "comes from it. --no-cache, on any question, leaves it alone.",
    .json_kind = "cache",
    .run = run_cache_status,
};

extern const CommandSpec kCacheClearCommand = {
    .name = "cache clear",
    .group = Group::kPlumbing,
    .kind = CommandKind::kRead,
    .summary = "take the cache away; the next question makes it anew",
    .example = "claudestep cache clear",
    .description = "Answers stay the same; the next one takes as long as the first one did.",
    .json_kind = "cache",
    .run = run_cache_clear,
};

}  // namespace claudestep::cli
