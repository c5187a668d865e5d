// Owns: going through the projects of a view, so that one broken file never hides the others.
// Leaves to others: what is asked of each project (the rows of this folder).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/project.h"
#include "query/unreadable.h"
#include "store/facts.h"
#include "store/view.h"

namespace claudestep::query {

// Which projects a question is about.
struct Selection {
  std::vector<std::string> names;  // these, archived or not; empty: all
  bool archived = false;           // with no names: those of archive/ as well
};

using Visit = std::function<void(const store::ProjectEntry& entry, const model::Project& project)>;

// What model::no_such_project() says of the projects of `view`; where there is no branch at all,
// how to begin.
[[nodiscard]] Error no_such_project(const store::View& view, std::string_view name);

// Calls `visit` with each selected project, settled, sorted by name, one in memory at a time.
// Returns the files that could not be read, in the same order. kInvalidInput for a name that no
// project can have, no_such_project() for one that is not there.
[[nodiscard]] Result<std::vector<UnreadableFile>> scan(const store::View& view,
                                                       const Selection& selection,
                                                       const Visit& visit);

// The same over facts, for questions over many projects: calls `visit` with runs of files, first
// those of projects/, then those of archive/, each sorted by name. What could not be read has no
// facts but `unreadable`, and is in the list returned.
[[nodiscard]] Result<std::vector<UnreadableFile>> scan_facts(const store::View& view,
                                                             const Selection& selection,
                                                             const store::FactsOptions& options,
                                                             const store::VisitFacts& visit);

// Of `files`, which could not be read, those that this partial clone never fetched.
[[nodiscard]] std::vector<UnreadableFile> never_fetched(const store::View& view,
                                                        const std::vector<UnreadableFile>& files);

// The command that fetches the contents of all files of the branch, which must not be empty.
[[nodiscard]] std::string fetch_contents_command(const store::View& view);

// The entry of the project called `name`, in either folder. Fails as `scan` does.
[[nodiscard]] Result<store::ProjectEntry> find_entry(const store::View& view,
                                                     std::string_view name);

// One project by name. Besides what `find_entry` fails with: kCorrupt for one that cannot be read.
struct Found {
  store::ProjectEntry entry;
  model::Project project;
};
[[nodiscard]] Result<Found> read_one(const store::View& view, std::string_view name);

}  // namespace claudestep::query
