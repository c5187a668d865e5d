#include "query/scan.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/project_name.h"

namespace claudestep::query {

namespace {

UnreadableFile unreadable(const store::ProjectEntry& entry, const Error& error) {
  if (!entry.obstacle.empty()) return {entry.path(), "it " + entry.obstacle};
  std::string message;
  if (error.place.line != 0) {
    message = "line " + std::to_string(error.place.line);
    if (error.place.column != 0) message += ", column " + std::to_string(error.place.column);
    message += ": ";
  }
  message += error.message;
  for (const std::string& cause : error.causes) message += ": " + cause;
  return {entry.path(), std::move(message)};
}

tl::unexpected<Error> no_such_project(const store::View& view, std::string_view name,
                                      const std::vector<store::ProjectEntry>& entries) {
  Error error{ErrorCode::kNotFound, "no project " + quoted(name)};
  if (view.source() == store::ViewSource::kNone) {
    error.causes.push_back("there is no metadata branch " + quoted(view.ref()));
    error.hints.push_back("claudestep init");
    return fail(std::move(error));
  }
  std::vector<std::string> names;
  for (const store::ProjectEntry& entry : entries) names.push_back(entry.name);
  if (const auto meant = nearest(name, names)) {
    error.hints.push_back("did you mean " + quoted(*meant) + "?");
  } else {
    error.hints.push_back("claudestep list");
  }
  return fail(std::move(error));
}

// A name lying in both folders gives both entries: the one in projects/ can be read.
Status append_named(const store::View& view, std::string_view name,
                    const std::vector<store::ProjectEntry>& entries,
                    std::vector<store::ProjectEntry>& out) {
  CS_TRY(model::check_project_name(name));
  const std::size_t before = out.size();
  for (const store::ProjectEntry& entry : entries) {
    if (entry.name == name) out.push_back(entry);
  }
  if (out.size() == before) return no_such_project(view, name, entries);
  return {};
}

Result<std::vector<store::ProjectEntry>> select(const store::View& view,
                                                const Selection& selection) {
  CS_ASSIGN(const auto entries, view.entries());
  std::vector<store::ProjectEntry> selected;
  for (const std::string& name : selection.names) {
    CS_TRY(append_named(view, name, entries, selected));
  }
  if (selection.names.empty()) {
    for (const store::ProjectEntry& entry : entries) {
      if (selection.archived || entry.shelf == model::Shelf::kProjects) selected.push_back(entry);
    }
  }
  const auto order = [](const store::ProjectEntry& entry) {
    return std::pair(std::string_view(entry.name), entry.shelf);
  };
  std::stable_sort(selected.begin(), selected.end(),
                   [&](const auto& a, const auto& b) { return order(a) < order(b); });
  selected.erase(std::unique(selected.begin(), selected.end(),
                             [&](const auto& a, const auto& b) { return order(a) == order(b); }),
                 selected.end());
  return selected;
}

}  // namespace

Result<std::vector<UnreadableFile>> scan(const store::View& view, const Selection& selection,
                                         const Visit& visit) {
  CS_ASSIGN(const auto selected, select(view, selection));
  std::vector<UnreadableFile> broken;
  for (const store::ProjectEntry& entry : selected) {
    const auto project = view.read(entry);
    if (project) {
      visit(entry, *project);
    } else {
      broken.push_back(unreadable(entry, project.error()));
    }
  }
  return broken;
}

Result<store::ProjectEntry> find_entry(const store::View& view, std::string_view name) {
  CS_ASSIGN(const auto entries, view.entries());
  std::vector<store::ProjectEntry> found;
  CS_TRY(append_named(view, name, entries, found));
  return found.front();
}

Result<Found> read_one(const store::View& view, std::string_view name) {
  CS_ASSIGN(auto entry, find_entry(view, name));
  CS_ASSIGN(auto project, view.read(entry));
  return Found{std::move(entry), std::move(project)};
}

}  // namespace claudestep::query
