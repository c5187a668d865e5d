#include "store/transplant_names.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/operation.h"
#include "model/operation_parts.h"
#include "model/shelf.h"
#include "store/fsck_names.h"
#include "store/fsck_trailer.h"
#include "store/lineages.h"
#include "store/project_changes.h"
#include "store/rename_order.h"
#include "store/spare_name.h"

namespace claudestep::store {

namespace {

std::vector<NamedOperation> operations_in(const Sayings& said) {
  std::vector<NamedOperation> operations;
  for (const std::string& value : said.operations) {
    if (auto operation = parse_operation_trailer(value)) {
      operations.push_back(*std::move(operation));
    }
  }
  return operations;
}

bool has_one(const ProjectLine& line, std::initializer_list<std::string_view> names) {
  return std::any_of(line.operations.begin(), line.operations.end(), [&](const auto* operation) {
    return std::find(names.begin(), names.end(), operation->name) != names.end();
  });
}

bool is_all_by_hand(const ProjectLine& line) {
  return !line.operations.empty() &&
         std::all_of(line.operations.begin(), line.operations.end(),
                     [](const auto* operation) { return operation->name == kByHand; });
}

// Adds to what the commits said what makes it true of the new tip: projects may have other names
// there, lie on the other shelf, or not be there.
class Translation {
 public:
  Translation(const git::Repository& repository, const Transplant& trees, Sayings& said)
      : repository_(repository),
        trees_(trees),
        said_(said),
        operations_(operations_in(said)),
        lines_(operations_),
        projects_(trees.projects) {}

  Status run() {
    follow_renames();
    const auto name = [](const TracedProject& project) -> const std::string& {
      return project.merged ? project.merged->name : project.at[kTip]->name;
    };
    std::erase_if(projects_,
                  [](const auto& project) { return project.merged == project.at[kTip]; });
    std::sort(projects_.begin(), projects_.end(),
              [&](const auto& a, const auto& b) { return name(a) < name(b); });
    for (const TracedProject& project : projects_) {
      project.merged ? fit(project) : fit_gone(project);
    }
    CS_TRY(let_wait());
    CS_ASSIGN(std::vector<std::string> all, one_by_one(std::move(renamed_)));
    said_.operation_count += all.size();
    CS_ASSIGN(auto renamed_after, one_by_one(std::move(renamed_after_)));
    say_when_made();
    for (auto* lines : {&made_, &said_.operations, &renamed_after, &moved_}) {
      if (lines != &said_.operations) said_.operation_count += lines->size();
      std::move(lines->begin(), lines->end(), std::back_inserter(all));
    }
    said_.operations = std::move(all);
    return {};
  }

 private:
  enum : std::size_t { kOwn = kOurs, kTip = kTheirs };

  // The project's own operations.
  [[nodiscard]] ProjectLine line_of(const TracedProject& project) const {
    if (project.at[kOwn]) return lines_.called_after(project.at[kOwn]->name);
    return {std::nullopt, project.merged->name, {}};
  }

  // What an operation renames is what it renames, though a copy remembers the name as well.
  void follow_renames() {
    std::map<std::string, TracedProject*> in_tip;
    std::set<std::string> stays;
    for (TracedProject& project : projects_) {
      if (project.at[kTip]) in_tip.emplace(project.at[kTip]->name, &project);
      if (project.merged) stays.insert(project.merged->name);
    }
    for (TracedProject& project : projects_) {
      if (project.at[kTip] || !project.merged) continue;
      const ProjectLine line = line_of(project);
      if (!line.before || line.operations.empty() || stays.contains(*line.before)) continue;
      const auto there = in_tip.find(*line.before);
      if (there != in_tip.end()) project.at[kTip].swap(there->second->at[kTip]);
    }
  }

  // A project that the merge has and the tip has not, or not so.
  void fit(const TracedProject& project) {
    const ProjectEntry& after = *project.merged;
    const auto& own = project.at[kOwn];
    const auto& there = project.at[kTip];
    const ProjectLine line = line_of(project);
    // One that no operation is about may have given its name to one that has some.
    const std::string& first =
        line.operations.empty() ? after.name : line.operations.front()->project;
    if (there) {
      const bool may_wait = line.operations.empty() || !line.before;
      // What an operation made may have there the name that another had before.
      const bool is_in_the_way = !line.before && lines_.called_before(first).before;
      if (there->name != first || is_in_the_way) {
        if (may_wait) may_wait_.emplace(renamed_.size(), line);
        renamed_.push_back({there->name, first});
      }
      if (line.operations.empty()) return;
    } else if (line.before && !is_all_by_hand(line) && !has_one(line, {"create-project"})) {
      // One that an operation makes has no name before; of one made by hand it is said.
      made_.push_back(model::trailer_of(model::Operation(model::CreateProject{*line.before})));
    }
    if (own && own->name != after.name) renamed_after_.push_back({own->name, after.name});
    if (!there || there->shelf == after.shelf || has_one(line, {"archive", "unarchive"})) return;
    moved_.push_back(
        model::trailer_of(after.shelf == model::Shelf::kArchive
                              ? model::Operation(model::ArchiveProject{after.name})
                              : model::Operation(model::UnarchiveProject{after.name})));
  }

  // One that the tip has and the merge has not.
  void fit_gone(const TracedProject& project) {
    const std::string& name = project.at[kTip]->name;
    if (!project.at[kBase] || project.at[kBase]->name == name) return;
    if (!lines_.called_before(project.at[kBase]->name).operations.empty()) {
      renamed_.push_back({name, project.at[kBase]->name});
    }
  }

  // One that gets a name which another needs at first goes by a name that nobody has until that is
  // done with it: until it is made, or to the end when no operation is about it.
  Status let_wait() {
    std::map<std::string, std::set<const ProjectLine*>> users;
    std::map<std::string, std::size_t> wanted;
    for (const ProjectLine& line : lines_.all()) {
      for (const NamedOperation* operation : line.operations) {
        users[operation->project].insert(&line);
        users[operation->key("to")].insert(&line);
      }
    }
    for (const model::RenameProject& rename : renamed_) ++wanted[rename.to];
    for (const auto& [at, line] : may_wait_) {
      const std::string to = renamed_[at].to;
      const bool is_its_own = !line.operations.empty();
      if (wanted[to] == 1 && users[to].size() <= (is_its_own ? 1U : 0U)) continue;
      CS_ASSIGN(renamed_[at].to, spare_name(to));
      const model::RenameProject later{renamed_[at].to, to};
      if (is_its_own) {
        renamed_when_made_.emplace(line.operations.front(), later);
      } else {
        renamed_after_.push_back(later);
      }
    }
    return {};
  }

  // Puts the renames of those that waited until they are made where they are.
  void say_when_made() {
    if (renamed_when_made_.empty()) return;
    std::vector<std::string> lines;
    auto next = operations_.begin();
    for (std::string& value : said_.operations) {
      if (next != operations_.end() && parse_operation_trailer(value) == *next) {
        const auto rename = renamed_when_made_.find(&*next++);
        if (rename != renamed_when_made_.end()) {
          lines.push_back(model::trailer_of(model::Operation(rename->second)));
          ++said_.operation_count;
        }
      }
      lines.push_back(std::move(value));
    }
    said_.operations = std::move(lines);
  }

  // Renames that are made at once, as lines of which each comes when the name that it takes is
  // free.
  Result<std::vector<std::string>> one_by_one(std::vector<model::RenameProject> renames) {
    CS_ASSIGN(const auto ordered,
              renames_one_by_one(std::move(renames),
                                 [this](const std::string& name) { return spare_name(name); }));
    std::vector<std::string> lines;
    lines.reserve(ordered.size());
    for (const model::RenameProject& rename : ordered) {
      lines.push_back(model::trailer_of(model::Operation(rename)));
    }
    return lines;
  }

  // A name that nobody has, or gets.
  Result<std::string> spare_name(const std::string& name) {
    if (taken_names_.empty()) CS_TRY(collect_taken_names());
    return take_spare_name(name, taken_names_);
  }

  Status collect_taken_names() {
    const auto take = [&](const std::string& one) { taken_names_.insert(to_lower_ascii(one)); };
    for (const TracedProject& project : projects_) {
      for (const auto& entry : project.at) {
        if (entry) take(entry->name);
      }
    }
    for (const NamedOperation& operation : operations_) {
      take(operation.project);
      take(operation.key("to"));
    }
    for (const git::ObjectId& tree : {trees_.tip.tree, trees_.merged}) {
      CS_ASSIGN(const Shelves shelves, shelves_of(repository_, tree));
      for (const model::Shelf shelf : model::kShelves) {
        if (shelves.of(shelf).is_zero()) continue;
        CS_ASSIGN(const git::Tree folder, repository_.read_tree(shelves.of(shelf)));
        for (const git::TreeEntry& item : folder.entries) {
          if (const auto entry = entry_of(item, shelf)) take(entry->name);
        }
      }
    }
    return {};
  }

  const git::Repository& repository_;
  const Transplant& trees_;
  Sayings& said_;
  std::vector<NamedOperation> operations_;
  ProjectLines lines_;
  std::vector<TracedProject> projects_;
  std::vector<model::RenameProject> renamed_;    // before all else: from the names of the tip
  std::map<std::size_t, ProjectLine> may_wait_;  // of these, whom another name serves as well
  std::map<const NamedOperation*, model::RenameProject> renamed_when_made_;  // by the first of its
  std::vector<std::string> made_;                                            // then
  std::vector<model::RenameProject> renamed_after_;  // after all else: to those of the merge
  std::vector<std::string> moved_;                   // at last
  std::set<std::string> taken_names_;                // in lower case
};

}  // namespace

Status translate_names(const git::Repository& repository, const Transplant& trees, Sayings& said) {
  return Translation(repository, trees, said).run();
}

}  // namespace claudestep::store
