#include "store/remote.h"

#include <algorithm>

namespace claudestep::store {

namespace {

constexpr std::string_view kHeads = "refs/heads/";

}  // namespace

Result<std::optional<std::string>> remote_of(const git::Repository& repository,
                                             std::string_view ref) {
  CS_ASSIGN(const auto remotes, repository.remotes());
  if (remotes.empty()) return std::optional<std::string>{};
  const auto known = [&](const std::string& name) {
    return std::find(remotes.begin(), remotes.end(), name) != remotes.end();
  };
  if (ref.starts_with(kHeads)) {
    const std::string key = "branch." + std::string(ref.substr(kHeads.size())) + ".remote";
    CS_ASSIGN(auto own, repository.config(key));
    if (own && known(*own)) return own;
  }
  CS_ASSIGN(auto push_default, repository.config("remote.pushDefault"));
  if (push_default && known(*push_default)) return push_default;
  if (known("origin")) return std::optional<std::string>("origin");
  if (remotes.size() == 1) return std::optional(remotes.front());
  return std::optional<std::string>{};
}

Result<std::optional<std::string>> tracking_ref_of(const git::Repository& repository,
                                                   std::string_view ref) {
  std::optional<std::string> none;
  if (!ref.starts_with(kHeads)) return none;
  CS_ASSIGN(const auto remote, remote_of(repository, ref));
  if (!remote) return none;
  return std::optional("refs/remotes/" + *remote + "/" + std::string(ref.substr(kHeads.size())));
}

Result<bool> is_remote_default(const git::Repository& repository, std::string_view ref) {
  CS_ASSIGN(const auto remote, remote_of(repository, ref));
  if (!remote) return false;
  CS_ASSIGN(const auto head, repository.symbolic_target("refs/remotes/" + *remote + "/HEAD"));
  CS_ASSIGN(const auto tracking, tracking_ref_of(repository, ref));
  return head && tracking && *head == *tracking;
}

}  // namespace claudestep::store
