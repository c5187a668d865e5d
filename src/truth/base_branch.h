// Owns: which branch pull requests are merged into, and where it ends.
// Leaves to others: reading it (base_history.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/plan_folders.h"
#include "truth/records.h"

namespace claudestep::truth {

struct BaseBranch {
  std::string name;                  // "main", or as it was asked for
  std::vector<git::ObjectId> tips;   // here and at home, each once
  std::vector<std::string> aliases;  // what merges call it: "main"
};

// The branch called `name`, here and at home; else the commit that it names as a revision.
// kNotFound when it is neither.
[[nodiscard]] Result<BaseBranch> find_base(const git::Repository& repository, const RefNames& refs,
                                           const std::string& name);

// The base of whoever names none: store::default_base(), with all its tips. kNotFound when there is
// none.
[[nodiscard]] Result<BaseBranch> default_base(const git::Repository& repository,
                                              const RefNames& refs, std::string_view metadata_ref);

// The base of each project: the one that was asked for; else what its configuration says, as it
// lies on the usual base; else that one.
class Bases {
 public:
  // Fails as find_base() for `asked`, else as default_base(). Requires: both outlive it.
  [[nodiscard]] static Result<Bases> open(const git::Repository& repository, const RefNames& refs,
                                          std::string_view metadata_ref,
                                          const std::optional<std::string>& asked);

  [[nodiscard]] const BaseBranch& usual() const { return bases_.at(usual_); }
  // The name of the project's base, which at() then knows. kNotFound when a configured branch is
  // not there; what PlanFolders::configuration() says.
  [[nodiscard]] Result<std::string> base_of(const model::Project& project);
  [[nodiscard]] const BaseBranch& at(const std::string& name) const { return bases_.at(name); }

 private:
  Bases(const git::Repository& repository, const RefNames& refs)
      : repository_(&repository), refs_(&refs) {}

  const git::Repository* repository_;
  const RefNames* refs_;
  std::string usual_;
  std::map<std::string, BaseBranch> bases_;
  std::optional<store::PlanFolders> folders_;  // none: one base for all was asked for
};

}  // namespace claudestep::truth
