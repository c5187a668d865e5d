#include "base/text.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

// The ref that was asked for, as it was spelt, and who asked for it.
struct Wish {
  std::string name;
  std::string_view origin;
};

Result<Wish> find_wish(const git::Repository& repository, const Environment& environment,
                       const std::optional<std::string>& flag) {
  if (flag) return Wish{*flag, "--ref"};
  if (const auto variable = environment.get_nonempty("CLAUDESTEP_REF")) {
    return Wish{std::string(*variable), "CLAUDESTEP_REF"};
  }
  CS_ASSIGN(auto configured, repository.config("claudestep.ref"));
  if (configured && !configured->empty()) return Wish{*std::move(configured), "claudestep.ref"};
  return Wish{std::string(kDefaultRef), ""};
}

// What git takes a branch name for other than a branch; empty when it takes it for one.
std::string_view misread_as(std::string_view branch) {
  if (branch.starts_with('-')) return "an option";
  if (branch == "HEAD" || branch == "@") return "what is checked out";
  if (branch.starts_with("refs/")) return "a full ref name";
  return {};
}

}  // namespace

Result<std::string> choose_ref(const git::Repository& repository, const Environment& environment,
                               const std::optional<std::string>& flag) {
  CS_ASSIGN(Wish wish, find_wish(repository, environment, flag));
  const bool full = wish.name.starts_with("refs/");
  std::string name = full ? wish.name : "refs/heads/" + wish.name;
  if (!git::is_valid_ref_name(name)) {
    return fail(Error{ErrorCode::kInvalidInput, quoted(wish.name) + " is not a ref name"}
                    .caused_by("it comes from " + std::string(wish.origin))
                    .hint("a branch name such as claudestep-metadata is enough"));
  }
  constexpr std::string_view kHeads = "refs/heads/";
  if (name.starts_with(kHeads)) {
    const std::string branch = name.substr(kHeads.size());
    if (const std::string_view other = misread_as(branch); !other.empty()) {
      return fail(Error{ErrorCode::kInvalidInput, quoted(branch) + " is no name for a branch"}
                      .caused_by("git takes it for " + std::string(other))
                      .caused_by("it comes from " + std::string(wish.origin))
                      .hint("a branch name such as claudestep-metadata is enough"));
    }
  }
  return name;
}

}  // namespace claudestep::store
