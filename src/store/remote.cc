#include "store/remote.h"

#include <algorithm>
#include <utility>

#include "base/address.h"
#include "base/text.h"
#include "model/operation_parts.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kHeads = "refs/heads/";

// What stands for the "*" of `pattern` where that makes it `ref`; nothing when it cannot. A pattern
// without one has to be the ref itself.
std::optional<std::string> star_of(std::string_view pattern, std::string_view ref) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) {
    return pattern == ref ? std::optional(std::string()) : std::nullopt;
  }
  const std::string_view before = pattern.substr(0, star);
  const std::string_view after = pattern.substr(star + 1);
  if (ref.size() < before.size() + after.size() || !ref.starts_with(before) ||
      !ref.ends_with(after)) {
    return std::nullopt;
  }
  return std::string(ref.substr(star, ref.size() - before.size() - after.size()));
}

// Where git fetches to that is told a short name: a branch.
std::string full_name(std::string_view name) {
  if (name.starts_with("refs/")) return std::string(name);
  for (const std::string_view folder : {"heads/", "tags/", "remotes/"}) {
    if (name.starts_with(folder)) return "refs/" + std::string(name);
  }
  return std::string(kHeads) + std::string(name);
}

// The ref that "SOURCE:DESTINATION", with or without a "+", brings to `ref`.
std::optional<std::string> source_of(std::string_view refspec, std::string_view ref) {
  if (refspec.starts_with('+')) refspec.remove_prefix(1);
  const std::size_t colon = refspec.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto star = star_of(full_name(refspec.substr(colon + 1)), ref);
  if (!star) return std::nullopt;
  std::string source(refspec.substr(0, colon));
  if (const std::size_t at = source.find('*'); at != std::string::npos) {
    source.replace(at, 1, *star);
  }
  return full_name(source);
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::string_view kPushDefault = "remote.pushDefault";

// The branch's own setting; "" for a ref that is no branch.
std::string own_setting_of(std::string_view ref) {
  if (!ref.starts_with(kHeads)) return "";
  return "branch." + std::string(ref.substr(kHeads.size())) + ".remote";
}

// The settings that name the remote of a branch, the first of them first.
std::vector<std::string> settings_of(std::string_view ref) {
  std::vector<std::string> settings;
  if (ref.starts_with(kHeads)) settings.push_back(own_setting_of(ref));
  settings.emplace_back(kPushDefault);
  return settings;
}

// The settings that lead to `ref`, without those that leave it out.
std::vector<FetchSetting> fetches_to(const git::Repository& repository, const std::string& ref) {
  constexpr std::string_view kPrefix = "remote.";
  constexpr std::string_view kEnd = ".fetch";
  std::vector<FetchSetting> fetches;
  const auto settings = repository.settings(kPrefix);
  const auto remote_of_key = [&](std::string_view key) {
    const bool is_fetch = key.ends_with(kEnd) && key.size() > kPrefix.size() + kEnd.size();
    return is_fetch ? key.substr(kPrefix.size(), key.size() - kPrefix.size() - kEnd.size()) : "";
  };
  for (const auto& [key, refspec] : settings) {
    const std::string remote(remote_of_key(key));
    if (remote.empty()) continue;
    if (auto source = source_of(refspec, ref)) {
      fetches.push_back({remote, refspec, *std::move(source)});
    }
  }
  for (const auto& [key, refspec] : settings) {
    if (!refspec.starts_with('^')) continue;
    const std::string_view remote = remote_of_key(key);
    const std::string left_out = refspec.substr(1);
    std::erase_if(fetches, [&](const FetchSetting& one) {
      return one.remote == remote && star_of(left_out, one.source).has_value();
    });
  }
  return fetches;
}

}  // namespace

Result<std::optional<std::string>> remote_of(const git::Repository& repository,
                                             std::string_view ref) {
  CS_ASSIGN(const auto remotes, repository.remotes());
  if (remotes.empty()) return std::optional<std::string>{};
  for (const std::string& setting : settings_of(ref)) {
    CS_ASSIGN(auto value, repository.config(setting));
    if (value && contains(remotes, *value)) return value;
  }
  if (contains(remotes, "origin")) return std::optional<std::string>("origin");
  if (remotes.size() == 1) return std::optional(remotes.front());
  return std::optional<std::string>{};
}

Result<std::optional<OtherRemote>> other_remote_of(const git::Repository& repository,
                                                   const std::string& ref,
                                                   const std::string& chosen,
                                                   const std::string& tracking) {
  std::optional<OtherRemote> found;
  CS_ASSIGN(const auto own, repository.config(own_setting_of(ref)));
  if (own && !own->empty() && *own != ".") return found;
  CS_ASSIGN(const auto usual, repository.config(kPushDefault));
  const bool is_by_default = usual && *usual == chosen;
  CS_ASSIGN(const auto address, repository.config("remote." + chosen + ".url"));
  CS_ASSIGN(const auto there, repository.find_ref(tracking));
  CS_ASSIGN(const auto remotes, repository.remotes());
  for (const std::string& remote : remotes) {
    if (remote == chosen) continue;
    const auto noted = tracking_ref_at(remote, ref);
    // One that is broken is told of elsewhere.
    const auto has = noted ? repository.find_ref(*noted).value_or(std::nullopt) : std::nullopt;
    CS_ASSIGN(const auto its_address, repository.config("remote." + remote + ".url"));
    if (!has || its_address == address) continue;
    const bool has_more = !there || !repository.reaches(*there, *has).value_or(true);
    if (has_more) return std::optional(OtherRemote{chosen, remote, true});
    if (is_by_default && !found) found = OtherRemote{chosen, remote, false};
  }
  return found;
}

std::string told(const OtherRemote& other, const std::string& ref) {
  const std::string chosen = quoted(shown_address(other.chosen));
  const std::string why =
      other.has_more
          ? quoted(other.other) + " has of it what " + chosen + ", as last fetched, does not have"
          : "where remote.pushDefault leads, and " + quoted(other.other) + " has it as well";
  return "claims and syncs of " + quoted(short_ref(ref)) + " go to " + chosen +
         (other.has_more ? ", and " : ", ") + why + ": who claims at " + quoted(other.other) +
         " hears nothing of a claim at " + chosen + ", and may get the same task";
}

std::string choose_remote(const std::string& ref) {
  const std::string own = own_setting_of(ref);
  const std::string setting = own.empty() ? std::string(kPushDefault) : own;
  return "git config " + model::shell_word(setting, "KEY") + " NAME";
}

bool may_be_address(std::string_view remote) {
  return remote.find_first_of("/:") != std::string_view::npos;
}

Result<std::optional<StrangeRemote>> strange_remote_of(const git::Repository& repository,
                                                       std::string_view ref) {
  CS_ASSIGN(const auto remotes, repository.remotes());
  for (const std::string& setting : settings_of(ref)) {
    CS_ASSIGN(auto value, repository.config(setting));
    // git says "." of a branch that follows another one of the same repository.
    if (!value || value->empty() || *value == ".") continue;
    if (contains(remotes, *value)) break;
    return std::optional(StrangeRemote{setting, *std::move(value)});
  }
  return std::optional<StrangeRemote>{};
}

Result<std::vector<std::string>> address_refs_of(const git::Repository& repository,
                                                 std::string_view ref) {
  const std::string folder = std::string(kAddressRefs) + "/";
  const std::string branch(short_ref(ref));
  CS_ASSIGN(auto refs, repository.refs_matching(folder + "*/" + branch));
  // The glob may mean several folders.
  std::erase_if(refs, [&](const std::string& one) {
    return one.substr(one.find('/', folder.size()) + 1) != branch;
  });
  return refs;
}

std::string refetch_command(const std::string& remote) {
  return "git fetch --refetch " + model::shell_word(remote, "REMOTE");
}

Error lost_here(const git::Repository& repository, const std::string& ref, Error error,
                const std::string& remote) {
  if (error.code != ErrorCode::kCorrupt || !error.hints.empty()) return error;
  const auto lost = repository.ref_value(ref);
  // Beside a damaged file git writes nothing anew.
  const bool is_in_the_way = lost && repository.damaged_file(*lost);
  if (is_in_the_way || !repository.resolve_ref_name(ref)) {
    return std::move(error).hint(std::string(kAskDoctor));
  }
  return std::move(error).hint("to bring what the remote has: " +
                               refetch_command(shown_address(remote)));
}

std::optional<std::string> tracking_ref_at(const std::string& remote, std::string_view ref) {
  if (!ref.starts_with(kHeads)) return std::nullopt;
  return "refs/remotes/" + remote + "/" + std::string(ref.substr(kHeads.size()));
}

Result<std::optional<std::string>> tracking_ref_of(const git::Repository& repository,
                                                   std::string_view ref) {
  std::optional<std::string> none;
  if (!ref.starts_with(kHeads)) return none;
  CS_ASSIGN(const auto remote, remote_of(repository, ref));
  return remote ? tracking_ref_at(*remote, ref) : none;
}

std::vector<FetchSetting> forced_fetches(const git::Repository& repository,
                                         const std::string& ref) {
  auto fetches = fetches_to(repository, ref);
  std::erase_if(fetches, [](const FetchSetting& one) { return !one.refspec.starts_with('+'); });
  return fetches;
}

std::vector<FetchSetting> pruning_fetches(const git::Repository& repository, const std::string& ref,
                                          const std::string& noted) {
  auto fetches = fetches_to(repository, ref);
  std::vector<std::string> noting;
  for (const FetchSetting& one : fetches) {
    if (one.source == noted) noting.push_back(one.remote);
  }
  std::erase_if(fetches, [&](const FetchSetting& one) { return contains(noting, one.remote); });
  return fetches;
}

Result<bool> is_remote_default(const git::Repository& repository, std::string_view ref) {
  CS_ASSIGN(const auto remote, remote_of(repository, ref));
  if (!remote) return false;
  CS_ASSIGN(const auto head, repository.symbolic_target("refs/remotes/" + *remote + "/HEAD"));
  CS_ASSIGN(const auto tracking, tracking_ref_of(repository, ref));
  return head && tracking && *head == *tracking;
}

std::string how_to_begin(const git::Repository& repository, std::string_view ref) {
  const auto remotes = repository.remotes();
  if (!remotes || remotes->empty()) return "claudestep init";
  const auto chosen = remote_of(repository, ref);
  return chosen && *chosen ? "claudestep sync" : "claudestep sync REMOTE";
}

std::optional<std::string> unseen_remote(const git::Repository& repository, std::string_view ref) {
  const auto remote = remote_of(repository, ref);
  const auto tracking = tracking_ref_of(repository, ref);
  if (!remote || !*remote || !tracking || !*tracking) return std::nullopt;
  if (repository.is_shallow()) return *remote;
  // A bare clone has all branches from the beginning, and no such setting.
  const auto fetched = repository.config("remote." + **remote + ".fetch");
  if (!fetched || !*fetched) return std::nullopt;
  const auto fetches = fetches_to(repository, **tracking);
  const bool is_told = std::any_of(fetches.begin(), fetches.end(), [&](const FetchSetting& one) {
    return one.remote == **remote && one.source == ref;
  });
  return is_told ? std::nullopt : *remote;
}

}  // namespace claudestep::store
