// Owns: what doctor sees in a repository: each obstacle to reading, writing and sharing metadata,
// with its way out. It looks and changes nothing, not even an index.
// Leaves to others: the state of project files in detail (store/fsck.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "base/time.h"
#include "git/repository.h"

namespace claudestep::query {

enum class Health : std::uint8_t { kOk, kWarning, kProblem };

// "ok", "warning", "problem".
[[nodiscard]] std::string_view to_string(Health health);

struct Checkup {
  std::string name;  // "branch", "lock", ...: stable, in docs/formats/output.md
  Health health = Health::kOk;
  std::string message;
  std::vector<std::string> hints;  // the ways out

  bool operator==(const Checkup&) const = default;
};

// The git program that stands in `environment`.
[[nodiscard]] Checkup examine_git(const Environment& environment, const std::string& cwd);

// A repository that could not be opened, or a ref that could not be chosen.
[[nodiscard]] Checkup examine_failure(std::string name, const Error& error);

// Where pipes are in the place of files of the common git folder of a repository, which is not to
// be opened then: git would wait there, and so would we. Empty where there are none.
[[nodiscard]] std::vector<Checkup> examine_pipes(const std::string& common_dir);

// Everything about an open repository and the branch `ref` in it, in a fixed order. `environment`
// is the process's own.
[[nodiscard]] std::vector<Checkup> examine(const git::Repository& repository,
                                           const std::string& ref, const Environment& environment,
                                           Instant now);

}  // namespace claudestep::query
