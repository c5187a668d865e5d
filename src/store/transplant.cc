#include "store/transplant.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "model/branch.h"
#include "model/operation.h"
#include "model/operation_parts.h"
#include "store/commit_message.h"
#include "store/fsck_names.h"
#include "store/fsck_trailer.h"
#include "store/fsck_versions.h"
#include "store/paired_changes.h"
#include "store/project_changes.h"
#include "store/spare_name.h"

namespace claudestep::store {

namespace {

bool names_by_hand(const std::string& value) {
  return value.starts_with(std::string(kByHand) + " ");
}

// What unpushed commits say of themselves, in their order: carried along, so that a write which is
// asked for again is known, and what gave way in their merges can be found.
struct Sayings {
  std::vector<std::string> operations;
  std::size_t operation_count = 0;
  std::vector<std::string> op_ids;
  std::vector<std::string> receipts;

  void add(std::string_view message) {
    const auto append = [&](std::string_view key, std::vector<std::string>& to) {
      auto values = trailer_values(message, key);
      to.insert(to.end(), values.begin(), values.end());
    };
    operation_count += named_operations(message).count;
    append(kOpTrailer, operations);
    append(kOpIdTrailer, op_ids);
    append(kDroppedTrailer, receipts);
  }
};

// What a commit that names no operation did, as lines of one that carries it on: files only where
// they are among those that this one changes, `carried`.
Status add_by_hand(const git::Repository& repository, const git::Commit& commit,
                   const TreeStep& carried, Sayings& said) {
  const bool is_ours = !named_operations(commit.message).operations.empty();
  if (commit.parents.size() > 1 || is_ours) return {};
  git::ObjectId before;
  if (!commit.parents.empty()) {
    CS_ASSIGN(const git::Commit parent, repository.read_commit(commit.parents.front()));
    before = parent.tree;
  }
  CS_ASSIGN(const TreeStep step, Versions(repository).step(before, commit.tree));
  const auto name = [&](std::string_view key, const std::string& value) {
    std::string line = std::string(kByHand).append(" ").append(key).append("=");
    line += model::escape_value(value);
    const auto& lines = said.operations;
    if (std::find(lines.begin(), lines.end(), line) != lines.end()) return;
    said.operations.push_back(std::move(line));
    ++said.operation_count;
  };
  for (const auto& [path, unused] : step.others) {
    if (carried.others.contains(path)) name("file", path);
  }
  for (const auto& [project, unused] : step.projects) name("project", project);
  return {};
}

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
        reader_(repository),
        operations_(operations_in(said)),
        lines_(operations_) {}

  Status run() {
    CS_ASSIGN(tip_, shelves_of(repository_, trees_.tip));
    CS_ASSIGN(merged_, shelves_of(repository_, trees_.merged));
    CS_ASSIGN(const auto changes, paired_changes(repository_, reader_, tip_, merged_));
    CS_TRY(pair_names(changes));
    for (const ProjectChange& change : changes) {
      CS_TRY(change.after ? fit(*change.after) : fit_gone(*change.before));
    }
    CS_ASSIGN(std::vector<std::string> all, one_by_one(std::move(renamed_)));
    said_.operation_count += all.size();
    CS_ASSIGN(auto renamed_after, one_by_one(std::move(renamed_after_)));
    for (auto* lines : {&made_, &said_.operations, &renamed_after, &moved_}) {
      if (lines != &said_.operations) said_.operation_count += lines->size();
      std::move(lines->begin(), lines->end(), std::back_inserter(all));
    }
    said_.operations = std::move(all);
    return {};
  }

 private:
  using Names = std::map<std::string, std::string>;

  // The names that projects of `after` had in `before`.
  Result<Names> names_before(const Shelves& before, const Shelves& after) {
    CS_ASSIGN(const auto changes, paired_changes(repository_, reader_, before, after));
    Names names;
    for (const ProjectChange& change : changes) {
      if (change.before && change.after) names.emplace(change.after->name, change.before->name);
    }
    return names;
  }

  Status pair_names(const std::vector<ProjectChange>& changes) {
    Shelves base;
    if (!trees_.base.is_zero()) {
      CS_ASSIGN(base, shelves_of(repository_, trees_.base));
    }
    CS_ASSIGN(const Shelves own, shelves_of(repository_, trees_.own));
    CS_ASSIGN(in_base_, names_before(base, tip_));
    CS_ASSIGN(in_own_, names_before(own, merged_));
    for (const ProjectChange& change : changes) {
      if (change.before && change.after) in_tip_.emplace(change.after->name, change.before->name);
    }
    // What an operation renames is what it renames, though a copy remembers the name as well.
    for (const ProjectChange& change : changes) {
      if (change.before || !change.after) continue;
      const ProjectLine line = lines_.called_after(own_name(change.after->name));
      if (!line.before || line.operations.empty()) continue;
      CS_ASSIGN(const auto there, find_entry(repository_, tip_, *line.before));
      CS_ASSIGN(const auto stays, find_entry(repository_, merged_, *line.before));
      if (!there || stays) continue;
      std::erase_if(in_tip_, [&](const auto& pair) { return pair.second == *line.before; });
      in_tip_.emplace(change.after->name, *line.before);
    }
    return {};
  }

  [[nodiscard]] const std::string& own_name(const std::string& merged) const {
    const auto found = in_own_.find(merged);
    return found == in_own_.end() ? merged : found->second;
  }

  // A project that the merge has and the tip has not, or not so.
  Status fit(const ProjectEntry& after) {
    const std::string& own = own_name(after.name);
    const ProjectLine line = lines_.called_after(own);
    const auto found = in_tip_.find(after.name);
    if (found == in_tip_.end()) {
      // One that an operation makes has no name before; of one made by hand it is said.
      if (line.before && !is_all_by_hand(line)) {
        made_.push_back(model::trailer_of(model::Operation(model::CreateProject{*line.before})));
      }
      if (own != after.name) renamed_after_.push_back({own, after.name});
      return {};
    }
    // One that no operation is about may have given its name to one that has some.
    const std::string& first =
        line.operations.empty() ? after.name : line.operations.front()->project;
    if (found->second != first) renamed_.push_back({found->second, first});
    if (line.operations.empty()) return {};
    if (own != after.name) renamed_after_.push_back({own, after.name});
    CS_ASSIGN(const auto there, find_entry(repository_, tip_, found->second));
    if (!there || there->shelf == after.shelf || has_one(line, {"archive", "unarchive"})) return {};
    moved_.push_back(
        model::trailer_of(after.shelf == model::Shelf::kArchive
                              ? model::Operation(model::ArchiveProject{after.name})
                              : model::Operation(model::UnarchiveProject{after.name})));
    return {};
  }

  // One that the tip has and the merge has not.
  Status fit_gone(const ProjectEntry& there) {
    const auto found = in_base_.find(there.name);
    if (found == in_base_.end() || found->second == there.name) return {};
    if (!lines_.called_before(found->second).operations.empty()) {
      renamed_.push_back({there.name, found->second});
    }
    return {};
  }

  // Renames that are made at once, as lines of which each comes when the name that it takes is
  // free. In a circle one goes by a name that nobody has: one whose own name is wanted, so that
  // this ends also where two want the same.
  Result<std::vector<std::string>> one_by_one(std::vector<model::RenameProject> pending) {
    std::vector<std::string> lines;
    const auto is_free = [&](const model::RenameProject& rename) {
      return std::none_of(pending.begin(), pending.end(), [&](const model::RenameProject& other) {
        return other.project == rename.to;
      });
    };
    const auto is_wanted = [&](const model::RenameProject& rename) {
      return std::any_of(pending.begin(), pending.end(), [&](const model::RenameProject& other) {
        return other.to == rename.project;
      });
    };
    while (!pending.empty()) {
      auto next = std::find_if(pending.begin(), pending.end(), is_free);
      const bool is_circle = next == pending.end();
      if (is_circle) next = std::find_if(pending.begin(), pending.end(), is_wanted);
      CS_CHECK(next != pending.end());
      model::RenameProject rename = *next;
      if (is_circle) {
        CS_ASSIGN(rename.to, spare_name(rename.project, pending));
        next->project = rename.to;
      } else {
        pending.erase(next);
      }
      lines.push_back(model::trailer_of(model::Operation(rename)));
    }
    return lines;
  }

  // A name that nobody has, or gets.
  Result<std::string> spare_name(const std::string& name,
                                 const std::vector<model::RenameProject>& pending) {
    const auto take = [&](const std::string& one) { taken_names_.insert(to_lower_ascii(one)); };
    const auto take_all = [&](const std::vector<model::RenameProject>& renames) {
      for (const model::RenameProject& rename : renames) {
        take(rename.project);
        take(rename.to);
      }
    };
    take_all(pending);
    take_all(renamed_after_);
    for (const NamedOperation& operation : operations_) {
      take(operation.project);
      take(operation.key("to"));
    }
    for (const Shelves& shelves : {tip_, merged_}) {
      for (const model::Shelf shelf : {model::Shelf::kProjects, model::Shelf::kArchive}) {
        if (shelves.of(shelf).is_zero()) continue;
        CS_ASSIGN(const git::Tree tree, repository_.read_tree(shelves.of(shelf)));
        for (const git::TreeEntry& item : tree.entries) {
          if (const auto entry = entry_of(item, shelf)) take(entry->name);
        }
      }
    }
    return take_spare_name(name, taken_names_);
  }

  const git::Repository& repository_;
  const Transplant& trees_;
  Sayings& said_;
  ProjectReader reader_;
  std::vector<NamedOperation> operations_;
  ProjectLines lines_;
  Shelves tip_;
  Shelves merged_;
  Names in_base_;                                    // by the names of the tip
  Names in_own_;                                     // by those of the merge
  Names in_tip_;                                     // the same
  std::vector<model::RenameProject> renamed_;        // before all else: from the names of the tip
  std::vector<std::string> made_;                    // then
  std::vector<model::RenameProject> renamed_after_;  // after all else: to those of the merge
  std::vector<std::string> moved_;                   // at last
  std::set<std::string> taken_names_;                // in lower case
};

std::string message_of(const std::string& tip, Sayings said) {
  std::string trailers;
  const auto append = [&](std::string_view key, const std::string& value) {
    trailers.append(key).append(": ").append(value).push_back('\n');
  };
  if (said.operations.size() > kMaxOpTrailers) said.operations.resize(kMaxOpTrailers);
  for (const std::string& value : said.operations) append(kOpTrailer, value);
  if (said.operation_count > said.operations.size()) {
    append(kOpsTrailer, std::to_string(said.operation_count));
  }
  for (const std::string& value : said.op_ids) append(kOpIdTrailer, value);
  for (const std::string& value : said.receipts) append(kDroppedTrailer, value);
  const std::string subject = std::string(kTransplantSubject) + " on " + tip + "\n";
  return trailers.empty() ? subject : subject + "\n" + trailers;
}

}  // namespace

Result<std::string> transplant_message(const git::Repository& repository, const Transplant& trees,
                                       const std::vector<git::Commit>& commits,
                                       const std::vector<model::Receipt>& receipts,
                                       const std::string& tip) {
  CS_ASSIGN(const TreeStep carried, Versions(repository).step(trees.tip, trees.merged));
  Sayings said;
  for (const git::Commit& commit : commits) {
    CS_TRY(add_by_hand(repository, commit, carried, said));
    said.add(commit.message);
  }
  for (const model::Receipt& receipt : receipts) {
    said.receipts.push_back(model::trailer_of(receipt));
  }
  if (std::all_of(said.operations.begin(), said.operations.end(), names_by_hand)) {
    // Where nothing but work by hand is carried on, the commit is one by hand as well.
    said.operations.clear();
    said.operation_count = 0;
  } else {
    CS_TRY(Translation(repository, trees, said).run());
  }
  return message_of(tip, std::move(said));
}

}  // namespace claudestep::store
