#include "truth/base_branch.h"

#include <algorithm>

#include "base/text.h"
#include "store/base_branch.h"
#include "truth/records.h"

namespace claudestep::truth {
namespace {

// What follows `prefix` in `text`; nothing when it does not begin so.
std::optional<std::string> after(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix) || text.size() == prefix.size()) return std::nullopt;
  return std::string(text.substr(prefix.size()));
}

// "main" of "origin/main", where origin is a remote.
std::optional<std::string> without_remote(const RefNames& refs, const std::string& name) {
  for (const std::string& remote : refs.remotes()) {
    if (auto short_name = after(name, remote + "/")) return short_name;
  }
  return std::nullopt;
}

std::optional<BaseBranch> maybe_base(const RefNames& refs, const std::string& name) {
  auto tips = branch_ends(refs, name);
  if (tips.empty()) return std::nullopt;
  return BaseBranch{name, std::move(tips), {name}};
}

}  // namespace

Result<BaseBranch> find_base(const git::Repository& repository, const RefNames& refs,
                             const std::string& name) {
  const std::string branch = after(name, "refs/heads/").value_or(name);
  if (auto found = maybe_base(refs, branch)) return *std::move(found);
  const auto commit = repository.resolve_commit(name);
  if (!commit) {
    return fail(Error{ErrorCode::kNotFound, "there is no base branch " + quoted(name)}.caused_by(
        "neither here nor on a remote as it was last fetched"));
  }
  BaseBranch base{name, {*commit}, {name}};
  if (auto short_name = without_remote(refs, name)) base.aliases.push_back(*std::move(short_name));
  return base;
}

Result<BaseBranch> default_base(const git::Repository& repository, const RefNames& refs,
                                std::string_view metadata_ref) {
  CS_ASSIGN(const auto found, store::default_base(repository, metadata_ref));
  if (found) {
    if (auto base = maybe_base(refs, found->name)) return *std::move(base);
  }
  return fail(Error{ErrorCode::kNotFound, "cannot tell which branch pull requests are merged into"}
                  .caused_by("there is no branch 'main' or 'master', and no remote names another")
                  .hint("name it with --base BRANCH"));
}

Result<Bases> Bases::open(const git::Repository& repository, const RefNames& refs,
                          std::string_view metadata_ref, const std::optional<std::string>& asked) {
  Bases bases(repository, refs);
  CS_ASSIGN(auto usual, asked ? find_base(repository, refs, *asked)
                              : default_base(repository, refs, metadata_ref));
  bases.usual_ = usual.name;
  bases.bases_.emplace(usual.name, std::move(usual));
  if (asked) return bases;
  // Of the tips here and on the remote the newer one is meant.
  CS_ASSIGN(const auto newest, store::find_base(repository, metadata_ref, bases.usual_));
  CS_ASSIGN(bases.folders_, store::PlanFolders::open(repository, newest));
  return bases;
}

Result<std::string> Bases::base_of(const model::Project& project) {
  if (!folders_) return usual_;
  CS_ASSIGN(const auto configuration, folders_->configuration(project));
  if (!configuration || !configuration->base_branch) return usual_;
  const std::string& name = *configuration->base_branch;
  if (bases_.contains(name)) return name;
  auto base = find_base(*repository_, *refs_, name);
  if (!base) {
    return fail(std::move(base).error().within("its configuration names a base branch"));
  }
  bases_.emplace(name, *std::move(base));
  return name;
}

}  // namespace claudestep::truth
