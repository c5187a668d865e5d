#include "query/scan.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "git/object_id.h"
#include "model/branch.h"
#include "model/operation_parts.h"
#include "model/project_name.h"
#include "store/facts.h"
#include "store/history.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

// A name lying in both folders gives both entries: the one in projects/ can be read.
Status append_named(const store::View& view, std::string_view name,
                    const std::vector<store::ProjectEntry>& entries,
                    std::vector<store::ProjectEntry>& out) {
  CS_TRY(model::check_project_name(name));
  const std::size_t before = out.size();
  for (const store::ProjectEntry& entry : entries) {
    if (entry.name == name) out.push_back(entry);
  }
  if (out.size() == before) return fail(no_such_project(view, name));
  return {};
}

std::pair<std::string_view, model::Shelf> by_name(const store::ProjectEntry& entry) {
  return {entry.name, entry.shelf};
}

std::pair<model::Shelf, std::string_view> by_shelf(const store::ProjectEntry& entry) {
  return {entry.shelf, entry.name};
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

template <typename Key>
void sort_once(std::vector<store::ProjectEntry>& entries, Key key) {
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const auto& a, const auto& b) { return key(a) < key(b); });
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                entries.end());
}

// In the order of View::entries, where no names are given; else in that of the names.
Result<std::vector<store::ProjectEntry>> select(const store::View& view,
                                                const Selection& selection) {
  CS_ASSIGN(auto entries, view.entries());
  if (selection.names.empty()) {
    if (selection.archived) return entries;
    entries.erase(std::find_if(entries.begin(), entries.end(),
                               [](const store::ProjectEntry& entry) {
                                 return entry.shelf == model::Shelf::kArchive;
                               }),
                  entries.end());
    return entries;
  }
  std::vector<store::ProjectEntry> selected;
  for (const std::string& name : selection.names) {
    CS_TRY(append_named(view, name, entries, selected));
  }
  return selected;
}

// Fewer files than this are read faster than the facts of all.
constexpr std::size_t kFewNames = 64;

void note_broken(const store::FactsRun& run, std::vector<UnreadableFile>& broken) {
  for (std::size_t i = 0; i < run.entries.size(); ++i) {
    const model::TextPiece why = run.facts.projects[i].unreadable;
    if (why.size == 0) continue;
    broken.push_back({run.entries[i].path(), std::string(run.facts.text(why))});
  }
}

std::vector<UnreadableFile> sorted(std::vector<UnreadableFile> broken) {
  std::stable_sort(broken.begin(), broken.end(), [](const auto& a, const auto& b) {
    return file_name(a.file) < file_name(b.file);
  });
  return broken;
}

// Goes through all files, so that the cache serves, and hands over the chosen ones, each as a run
// of its own. Requires: `chosen` is sorted by shelf.
Result<std::vector<UnreadableFile>> scan_chosen(const store::View& view,
                                                const std::vector<store::ProjectEntry>& chosen,
                                                const store::FactsOptions& options,
                                                const store::VisitFacts& visit) {
  CS_ASSIGN(const auto entries, view.entries());
  std::vector<UnreadableFile> broken;
  store::visit_facts(view.repository(), entries, options, [&](const store::FactsRun& run) {
    for (std::size_t i = 0; i < run.entries.size(); ++i) {
      const auto is_before = [](const auto& a, const auto& b) { return by_shelf(a) < by_shelf(b); };
      if (!std::binary_search(chosen.begin(), chosen.end(), run.entries[i], is_before)) continue;
      model::FactsView one = run.facts;
      one.projects = run.facts.projects.subspan(i, 1);
      const store::FactsRun alone{run.entries.subspan(i, 1), one};
      note_broken(alone, broken);
      visit(alone);
    }
  });
  return sorted(std::move(broken));
}

}  // namespace

Error no_such_project(const store::View& view, std::string_view name) {
  if (view.source() != store::ViewSource::kNone) {
    return model::no_such_project(name, view.names(), view.once_called(name));
  }
  return Error{ErrorCode::kNotFound, "no project " + quoted(name)}
      .caused_by("there is no metadata branch " + quoted(view.ref()))
      .hint(store::how_to_begin(view.repository(), view.ref()));
}

Result<std::vector<UnreadableFile>> scan(const store::View& view, const Selection& selection,
                                         const Visit& visit) {
  CS_ASSIGN(auto selected, select(view, selection));
  sort_once(selected, by_name);
  std::vector<UnreadableFile> broken;
  for (const store::ProjectEntry& entry : selected) {
    const auto project = view.read(entry);
    if (project) {
      visit(entry, *project);
    } else {
      broken.push_back({entry.path(), store::describe_unreadable(entry, project.error())});
    }
  }
  return broken;
}

Result<std::vector<UnreadableFile>> scan_facts(const store::View& view, const Selection& selection,
                                               const store::FactsOptions& options,
                                               const store::VisitFacts& visit) {
  CS_ASSIGN(auto selected, select(view, selection));
  store::FactsOptions chosen = options;
  if (!selection.names.empty()) {
    sort_once(selected, by_shelf);
    if (selected.size() > kFewNames) return scan_chosen(view, selected, options, visit);
    chosen.use_cache = false;  // it keeps runs of neighbours, not every choice of files
  }
  std::vector<UnreadableFile> broken;
  store::visit_facts(view.repository(), selected, chosen, [&](const store::FactsRun& run) {
    note_broken(run, broken);
    visit(run);
  });
  return sorted(std::move(broken));
}

std::vector<UnreadableFile> never_fetched(const store::View& view,
                                          const std::vector<UnreadableFile>& files) {
  std::vector<UnreadableFile> found;
  if (files.empty()) return found;
  std::map<std::string, git::ObjectId> blobs;
  for (const store::ProjectEntry& entry :
       view.entries().value_or(std::vector<store::ProjectEntry>())) {
    if (entry.obstacle.empty()) blobs.emplace(entry.path(), entry.blob);
  }
  for (const UnreadableFile& file : files) {
    const auto blob = blobs.find(file.file);
    if (blob == blobs.end()) continue;
    const auto read = view.repository().read_blob(blob->second);
    if (!read && read.error().code == ErrorCode::kUnsupported) found.push_back(file);
  }
  return found;
}

std::string fetch_contents_command(const store::View& view) {
  std::string from = view.ref();
  if (view.source() == store::ViewSource::kPinned) from = view.commit()->hex();
  // What was never fetched is of the remote's side.
  const bool is_theirs = view.source() == store::ViewSource::kTracking ||
                         view.source() == store::ViewSource::kDiverged;
  if (is_theirs) from = view.tracking_ref().value_or(from);
  return "git diff --numstat " + std::string(git::kEmptyTree) + " " +
         model::shell_word(from, "REF");
}

Result<store::ProjectEntry> find_entry(const store::View& view, std::string_view name) {
  CS_ASSIGN(const auto entries, view.entries());
  std::vector<store::ProjectEntry> found;
  CS_TRY(append_named(view, name, entries, found));
  return found.front();
}

Result<Found> read_one(const store::View& view, std::string_view name) {
  CS_ASSIGN(auto entry, find_entry(view, name));
  auto project = view.read(entry);
  if (!project) {
    return fail(store::lost_project(view.repository(), entry, std::move(project).error()));
  }
  return Found{std::move(entry), *std::move(project)};
}

}  // namespace claudestep::query
