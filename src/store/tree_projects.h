// Owns: the projects of three trees, as whoever judges or explains has them: what cannot be read is
// no project.
// Leaves to others: who is who among them (store/lineages.h). Internal to store/.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/fsck_versions.h"
#include "store/lineages.h"

namespace claudestep::store {

class TreeProjects final : public ProjectVersions {
 public:
  // Requires: `versions` outlives it.
  explicit TreeProjects(Versions& versions) : versions_(versions) {}

  // Looks for these names in three trees, by Side; the zero id is no tree.
  Status read(const git::Repository& repository, const git::ObjectId (&trees)[3],
              const std::set<std::string>& names);

  [[nodiscard]] std::optional<Placed> find(Side side, std::string_view name) const;

  [[nodiscard]] std::vector<NamedFiles> files() const override;
  [[nodiscard]] bool has_lost(Side side, model::Shelf shelf) const override;
  [[nodiscard]] Result<bool> may_be_renamed(Side side, std::string_view name) const override;
  [[nodiscard]] Result<std::optional<Identity>> identity(Side side,
                                                         std::string_view name) const override;

 private:
  Versions& versions_;
  std::map<std::string, std::array<std::optional<Placed>, 3>, std::less<>> placed_;
  std::set<std::pair<Side, model::Shelf>> lost_;
};

}  // namespace claudestep::store
