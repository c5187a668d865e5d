// Owns: what the message of a commit says of pull requests: which a forge merged by it, from which
// branch, and which commits or pull requests it takes back. Pure.
// Leaves to others: whether to believe it (evidence.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/object_id.h"

namespace claudestep::truth {

// Whether one of `names` is `branch`, whoever owns it and whichever remote it came from.
[[nodiscard]] bool names_branch(const std::vector<std::string>& names, std::string_view branch);

// A pull request that a message takes back by its number.
struct RevertedPull {
  std::int64_t number = 0;
  std::string repository;             // "acme/app" of "Reverts acme/app#42"; "" where none is named
  std::vector<std::string> branches;  // that the merge named; none where it named none

  bool operator==(const RevertedPull&) const = default;
};

struct ForgeMessage {
  // The pull request that a forge's own words name: "Merge pull request #42 from o/b", "See merge
  // request g/p!42", "Merged in b (pull request #42)".
  std::optional<std::int64_t> merged_number;
  // The branches that a merge names, as it spells them: "owner/branch", "origin/branch", "branch".
  std::vector<std::string> merged_branches;
  // "Merge branch 'a' into 'b'": b.
  std::optional<std::string> merged_into;
  // The number that ends the subject: "Add login (#42)".
  std::optional<std::int64_t> ending_number;
  // Trailers "ClaudeStep-PR: 42".
  std::vector<std::int64_t> trailer_numbers;
  // "This reverts commit ...".
  std::vector<git::ObjectId> reverts;
  // "This reverts commit 5cc688e (subject, date).": the digits, as many as there are.
  std::vector<std::string> short_reverts;
  // "Reverts acme/app#42", "This reverts merge request !42".
  std::vector<RevertedPull> reverted_pulls;
  // 'Revert "Add login (#42)" (#43)': the title in quotes, where nothing else says what is
  // reverted.
  std::string reverted_title;

  bool operator==(const ForgeMessage&) const = default;

  [[nodiscard]] bool names(std::string_view branch) const {
    return names_branch(merged_branches, branch);
  }
};

[[nodiscard]] ForgeMessage read_forge_message(std::string_view message);

// Whether the merge or squash of a pull request with `title` has this message: the title is its
// subject, with or without the number behind it, or what stands below the subject of a forge's
// merge.
[[nodiscard]] bool has_title(std::string_view message, std::string_view title);

// The first line of a message.
[[nodiscard]] std::string_view subject_of(std::string_view message);

}  // namespace claudestep::truth
