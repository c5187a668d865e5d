#include "store/base_branch.h"

#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "store/remote.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kLocalBranches = "refs/heads/";

std::string tracking_prefix(const std::string& remote) {
  return "refs/remotes/" + remote + "/";
}

// Where a branch of the code is. One that leads nowhere has nothing to do with the metadata, and
// stands in the way of fetches all the same: doctor looks at it.
Result<std::optional<git::ObjectId>> tip_of(const git::Repository& repository,
                                            const std::string& ref) {
  auto tip = repository.find_ref(ref);
  if (!tip && tip.error().hints.empty()) tip.error().hints.emplace_back(kAskDoctor);
  return tip;
}

// The branch of that name, here or on the remote.
Result<std::optional<BaseBranch>> branch_called(const git::Repository& repository,
                                                const std::optional<std::string>& remote,
                                                std::string_view name) {
  const std::string local_ref = std::string(kLocalBranches) + std::string(name);
  if (!git::is_valid_ref_name(local_ref)) return std::optional<BaseBranch>();
  CS_ASSIGN(const auto local, tip_of(repository, local_ref));
  std::optional<git::ObjectId> tracking;
  std::string tracking_ref;
  if (remote) {
    tracking_ref = tracking_prefix(*remote) + std::string(name);
    CS_ASSIGN(tracking, tip_of(repository, tracking_ref));
  }
  if (!local && !tracking) return std::optional<BaseBranch>();
  bool here = local.has_value();
  if (local && tracking) {
    CS_ASSIGN(const git::Ancestry ancestry, repository.compare(*local, *tracking));
    here = ancestry == git::Ancestry::kAhead || ancestry == git::Ancestry::kSame;
  }
  return std::optional(here ? BaseBranch{std::string(name), local_ref, *local}
                            : BaseBranch{std::string(name), tracking_ref, *tracking});
}

// "main" of a full ref name, of either kind.
std::string branch_name_of(std::string_view ref, const std::optional<std::string>& remote) {
  for (const std::string& prefix : {remote ? tracking_prefix(*remote) : std::string(kLocalBranches),
                                    std::string(kLocalBranches)}) {
    if (ref.starts_with(prefix)) return std::string(ref.substr(prefix.size()));
  }
  return std::string(ref);
}

}  // namespace

Result<std::optional<BaseBranch>> default_base(const git::Repository& repository,
                                               std::string_view metadata_ref) {
  CS_ASSIGN(const auto remote, remote_of(repository, metadata_ref));
  std::vector<std::string> names;
  const auto add_target = [&](const std::string& ref) -> Status {
    CS_ASSIGN(const auto target, repository.symbolic_target(ref));
    if (target && *target != metadata_ref) names.push_back(branch_name_of(*target, remote));
    return {};
  };
  if (remote) CS_TRY(add_target(tracking_prefix(*remote) + "HEAD"));
  if (repository.is_bare()) CS_TRY(add_target("HEAD"));
  names.insert(names.end(), {"main", "master"});
  for (const std::string& name : names) {
    if (std::string(kLocalBranches) + name == metadata_ref) continue;
    CS_ASSIGN(auto base, branch_called(repository, remote, name));
    if (base) return base;
  }
  return std::optional<BaseBranch>();
}

Result<std::optional<BaseBranch>> find_base(const git::Repository& repository,
                                            std::string_view metadata_ref,
                                            const std::optional<std::string>& wish) {
  CS_ASSIGN(const auto remote, remote_of(repository, metadata_ref));
  if (wish) {
    const std::string name = branch_name_of(*wish, remote);
    CS_ASSIGN(auto wished, branch_called(repository, remote, name));
    if (wished) return wished;
    return fail(Error{ErrorCode::kNotFound, "there is no branch " + quoted(*wish)}
                    .caused_by(remote
                                   ? "neither here nor among those fetched from " + quoted(*remote)
                                   : "the repository has no remote that it could be on")
                    .hint("git branch --all"));
  }
  CS_ASSIGN(auto base, default_base(repository, metadata_ref));
  if (base) return base;
  CS_ASSIGN(const std::string head, repository.resolve_ref_name("HEAD"));
  if (!head.starts_with(kLocalBranches) || head == metadata_ref) return std::optional<BaseBranch>();
  return branch_called(repository, remote, branch_name_of(head, std::nullopt));
}

}  // namespace claudestep::store
