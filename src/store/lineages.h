// Owns: which files of three trees are versions of one project, where projects were renamed and
// their names given to others.
// Leaves to others: reading the files, and what is done with the versions. Internal to store/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/object_id.h"
#include "model/shelf.h"
#include "store/identity.h"

namespace claudestep::store {

// The trees of a merge.
enum Side : std::size_t { kBase, kOurs, kTheirs };
inline constexpr Side kSides[] = {kBase, kOurs, kTheirs};

// Where a project lies in a tree, and the file.
struct Placed {
  model::Shelf shelf = model::Shelf::kProjects;
  git::ObjectId blob;

  bool operator==(const Placed&) const = default;
};

// A name under which not all three trees have the same.
struct NamedFiles {
  std::string_view name;
  std::optional<Placed> at[3];

  [[nodiscard]] bool is_in(Side side) const { return at[side].has_value(); }
  // Whether the side has another file than the base, or one of them none.
  [[nodiscard]] bool is_changed(Side side) const {
    return is_in(side) != is_in(kBase) || (is_in(side) && at[side]->blob != at[kBase]->blob);
  }
  // Whether the side has it on another shelf than the base, or one of them nowhere.
  [[nodiscard]] bool is_moved(Side side) const {
    return is_in(side) != is_in(kBase) || (is_in(side) && at[side]->shelf != at[kBase]->shelf);
  }
};

// The project files that are not the same in all three trees.
class ProjectVersions {
 public:
  virtual ~ProjectVersions() = default;
  // By name, and valid as long as this.
  [[nodiscard]] virtual std::vector<NamedFiles> files() const = 0;
  // Whether the side has something else in the place of the folder. A file of a name that the base
  // has there and the side on the other shelf is no sign that somebody put the project away.
  [[nodiscard]] virtual bool has_lost(Side side, model::Shelf shelf) const = 0;
  // Whether the file may have former names: quick, and true when in doubt. An error as identity().
  [[nodiscard]] virtual Result<bool> may_be_renamed(Side side, std::string_view name) const = 0;
  // Nothing when there is no such file, or it holds no project. What cannot be had, missing or
  // damaged, is an error: who it is cannot be told, and must not be taken for told.
  [[nodiscard]] virtual Result<std::optional<Identity>> identity(Side side,
                                                                 std::string_view name) const = 0;
};

// One project: the name that it has in each tree.
struct Lineage {
  std::optional<std::string> at[3];

  bool operator==(const Lineage&) const = default;
};

// Who is who where both sides are of one past, and that was asked: by the name that a project has
// in theirs the one that it has in the base, and in ours; no two have one name there.
struct Kin {
  using Names = std::map<std::string, std::string, std::less<>>;
  Names in_base;
  Names in_ours;  // of what the base has not
};

// Where to look for projects that were renamed or made again. A new name is the common case; a name
// that the base has may be another project's now: there kAllNames looks, as everybody does where
// what one side changed is gone or put away on the other. Only who looks there is told also who is
// who on a side of which the other left everything alone.
enum class Search : bool { kNewNames, kAllNames };

// Every file of ours and theirs is in one lineage. Those that the base knows come first, by its
// names. Two that it does not know are one under one name where neither ever had another, and where
// they were made at one time: under one name, or when they had a name and have a task in common.
// Which name is the first cannot be told of one that came back to it: then they are two, as are any
// that do not say that they are one. Who is the base's by a former name alone is new all the same
// where the other side has the same as new. The two sides may be exchanged. The first error of
// `versions`, when it had one.
//
// With `kin` the sides are of one past: what that tells goes before all that the projects say, and
// what surely is one is one under whatever names.
[[nodiscard]] Result<std::vector<Lineage>> lineages_of(const ProjectVersions& versions,
                                                       Search search, const Kin* kin = nullptr);

}  // namespace claudestep::store
