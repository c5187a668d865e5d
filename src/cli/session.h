// Owns: how every command gets at the repository, the view and the options of a write from its
// arguments. Leaves to others: what a command does with them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "git/repository.h"
#include "store/transaction.h"
#include "store/view.h"

namespace claudestep::cli {

// An open repository and the full name of the metadata branch in it.
struct Session {
  git::Repository repository;
  std::string ref;
};

// Opens the repository that --git-dir, the environment and the folder (-C applied) lead to, and
// chooses the ref
// (--ref, CLAUDESTEP_REF, claudestep.ref). Errors are those of git::Repository::open and
// store::choose_ref.
[[nodiscard]] Result<Session> open_session(const Context& context, const Arguments& arguments);

// The repository alone, for commands that take none of the shared options of a branch (`validate
// REV:PATH`).
[[nodiscard]] Result<git::Repository> open_repository(const Context& context,
                                                      const Arguments& arguments);
// Its common git folder; nothing in it is opened.
[[nodiscard]] Result<std::string> find_repository(const Context& context,
                                                  const Arguments& arguments);

// Whether opening a view may use and fill the cache, unless --no-cache forbids it.
enum class CacheUse { kUsed, kLeftAlone };

// The view that --at and --local ask for. Requires: `session` outlives it and is not moved
// meanwhile.
[[nodiscard]] Result<store::View> open_view(const Context& context, const Session& session,
                                            const Arguments& arguments,
                                            CacheUse cache = CacheUse::kUsed);

// The options of a write: --dry-run, --op-id, --timeout, --force, -v. Points into `context`.
[[nodiscard]] store::WriteOptions write_options(const Context& context, const Session& session,
                                                const Arguments& arguments);

// Says on stderr how to begin when there is no metadata branch; for reading commands, which then
// answer "nothing".
void say_how_to_begin(const Context& context, const store::View& view);

// The error "<what>" of a command that would pass where there is nothing to look at: no metadata
// branch, and how to get one.
[[nodiscard]] Error nothing_is_known(const Session& session, std::string what);

}  // namespace claudestep::cli
