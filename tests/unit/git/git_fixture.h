// Owns: what the tests of git/ share: opening a repository as a command would, and the oracle's
// words as our types.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "git/repository.h"
#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"

namespace claudestep::git {

using test::FailsWith;
using test::IsOk;
using test::IsOkAndHolds;
using test::RepositoryBuilder;
using Layout = RepositoryBuilder::Layout;

// Opens the repository that a command run in `cwd` with `environment` would find.
inline Result<Repository> open_at(const std::filesystem::path& cwd,
                                  const Environment& environment) {
  Discovery discovery;
  discovery.cwd = cwd.string();
  discovery.environment = &environment;
  return Repository::open(discovery);
}

inline Result<Repository> open(const RepositoryBuilder& builder) {
  const Environment environment = builder.environment();
  return open_at(builder.path(), environment);
}

inline ObjectId id_of(std::string_view hex) {
  return ObjectId::parse(hex).value();
}

inline Signature someone() {
  return Signature{"A U Thor", "author@example.com", Instant{1'700'000'000, 0}, 60};
}

// The lines of `git ls-tree` for a tree, its judge.
inline std::string listing(const RepositoryBuilder& builder, const ObjectId& tree) {
  return builder.git({"ls-tree", "-r", tree.hex()});
}

}  // namespace claudestep::git
