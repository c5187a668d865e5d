#include "store/forgotten_remote.h"

#include "base/text.h"
#include "model/operation_parts.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kNoted = "refs/remotes/";

// The name of the remote in such a ref.
std::string remote_in(std::string_view tracking, std::string_view ref) {
  tracking.remove_prefix(kNoted.size());
  tracking.remove_suffix(1 + short_ref(ref).size());
  return std::string(tracking);
}

}  // namespace

Result<std::optional<std::string>> forgotten_remote(const git::Repository& repository,
                                                    std::string_view ref) {
  std::optional<std::string> none;
  if (!ref.starts_with("refs/heads/")) return none;
  CS_ASSIGN(const auto remotes, repository.remotes());
  if (!remotes.empty()) return none;
  CS_ASSIGN(const auto noted, repository.refs_matching(std::string(kNoted) + "*"));
  const std::string end = "/" + short_ref(ref);
  for (const std::string& one : noted) {
    if (one.size() > kNoted.size() + end.size() && one.ends_with(end)) return std::optional(one);
  }
  return none;
}

Error cannot_share(const std::string& tracking, const std::string& ref) {
  return Error{ErrorCode::kNotFound,
               "there is no remote to claim at, and " + quoted(tracking) + " notes what one has"}
      .caused_by(
          "git takes that ref away with its remote, so the settings went: others who claim "
          "there would hear nothing of a claim here, and may get the same task")
      .hint("to name the remote again: " + names_remote_again(tracking, ref))
      .hint("where there is none any more: " + forgets_tracking(tracking))
      .hint("--no-sync claims in this repository alone");
}

std::string names_remote_again(const std::string& tracking, const std::string& ref) {
  return "git remote add " + model::shell_word(remote_in(tracking, ref), "NAME") + " ADDRESS";
}

std::string forgets_tracking(const std::string& tracking) {
  return "git update-ref -d " + model::shell_word(tracking, "REF");
}

}  // namespace claudestep::store
