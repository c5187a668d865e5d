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
  return name;
}

}  // namespace claudestep::store
