#include "truth/forge_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claudestep::truth {
namespace {

const std::string kOid = "0123456789012345678901234567890123456789";

// Everything that a message says, on one line.
std::string heard(std::string_view message) {
  const ForgeMessage told = read_forge_message(message);
  std::string text;
  if (told.merged_number) text += "merges #" + std::to_string(*told.merged_number) + " ";
  for (const std::string& branch : told.merged_branches) text += "from " + branch + " ";
  if (told.merged_into) text += "into " + *told.merged_into + " ";
  if (told.ending_number) text += "ends #" + std::to_string(*told.ending_number) + " ";
  for (const auto number : told.trailer_numbers) text += "trailer #" + std::to_string(number) + " ";
  for (const auto& id : told.reverts) text += "reverts " + id.hex() + " ";
  for (const auto& digits : told.short_reverts) text += "reverts " + digits + " ";
  for (const RevertedPull& pull : told.reverted_pulls) {
    text += "takes back " + pull.repository + "#" + std::to_string(pull.number) + " ";
    for (const auto& name : pull.branches) text += "from " + name + " ";
  }
  if (!told.reverted_title.empty()) text += "takes back '" + told.reverted_title + "' ";
  if (!text.empty()) text.pop_back();
  return text;
}

TEST(ForgeMessage, IsReadAsForgesWriteIt) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Merge pull request #42 from acme/claude-step-auth-3\n\nAdd login",
       "merges #42 from acme/claude-step-auth-3"},
      {"Merge pull request #42 from acme/claudestep/auth/step-3",
       "merges #42 from acme/claudestep/auth/step-3"},
      {"Merge pull request 'Add (#3) login' (#42) from claude-step-auth-3 into main",
       "merges #42 from claude-step-auth-3 into main"},
      {"Merge branch 'claude-step-auth-3' into 'main'\n\nAdd login\n\nSee merge request a/b!42\n",
       "merges #42 from claude-step-auth-3 into main"},
      {"Merged in claude-step-auth-3 (pull request #42)\n\nAdd login",
       "merges #42 from claude-step-auth-3"},
      {"Merge branch 'a'", "from a"},
      {"Merge branch 'a' of https://example.com/x into b", "from a into b"},
      {"Merge branches 'a', 'b' and 'c' into d", "from a from b from c into d"},
      {"Merge remote-tracking branch 'origin/a'", "from origin/a"},
      {"Add login (#42)", "ends #42"},
      {"Add login (#42)\r\n\r\nmore\r\n", "ends #42"},
      {"Add login (#42) at last", ""},
      {"Add login (#42a)", ""},
      {"Add login (#0)", ""},
      {"Add login (#99999999999999999999)", ""},
      {"Revert \"Add login (#42)\"", "takes back 'Add login (#42)'"},
      {"Revert \"Add login\" (#43)", "ends #43 takes back 'Add login'"},
      {"Revert \"Revert \"Add login\" (#43)\" (#44)",
       "ends #44 takes back 'Revert \"Add login\" (#43)'"},
      {"Reapply \"Add login\" (#44)", "ends #44 takes back 'Revert \"Add login\"'"},
      {"Revert 'Merged PR 42: Add login'", "takes back 'Merged PR 42: Add login'"},
      {"Revert \"Add login\", which was wrong", ""},
      {"Revert \"\"", ""},
      {"Revert \"", ""},
      {"Revert the login", ""},
      {"Revert \"Add login\" (#43)\n\nReverts acme/app#42", "ends #43 takes back acme/app#42"},
      {"Undo\n\nReverts #42.", "takes back #42"},
      {"Undo\n\nReverts half of acme/app#42", ""},
      {"Undo\n\nReverts #42 and more", ""},
      {"Undo\n\nThis reverts pull request #42", "takes back #42"},
      {"Undo\n\nReverted commit `5cc688e`.", "reverts 5cc688e"},
      {"Revert \"Merge branch 'a' into 'main'\"\n\nThis reverts merge request b/c!42",
       "takes back b/c#42 from a"},
      {"Revert \"Merge branch 'a' into 'main'\"\n\nThis reverts merge request !42 at last",
       "takes back 'Merge branch 'a' into 'main''"},
      {"Revert \"Add login (#42)\" (#43)\n\nThis reverts commit " + kOid + ".",
       "ends #43 reverts " + kOid},
      {"Revert \"Merge pull request #42 from a/b\"\n\nThis reverts commit " + kOid +
           ", reversing\nchanges made to abc.",
       "reverts " + kOid},
      {"Add login\n\nbody\n\nClaudeStep-PR: 42\nclaudestep-pr: #43\nSigned-off-by: A <a@b>\n",
       "trailer #42 trailer #43"},
      {"Add login\n\nClaudeStep-PR: 42\n\nnot the last paragraph", ""},
      {"ClaudeStep-PR: 42", ""},
      {"Add login\n\nClaudeStep-PR: 42 and more", ""},
      {"Merge pull request #x from a/b", ""},
      {"Merge pull request #42", ""},
      {"Merge branch 'a", ""},
      {"Merge branch main", ""},
      {"Add\n\nSee merge request a/b!42 or so", ""},
      {"", ""},
      {"\n\n", ""},
  };
  for (const auto& [message, expected] : cases) EXPECT_EQ(heard(message), expected) << message;
}

TEST(ForgeMessage, HasTheTitleThatAForgeGaveIt) {
  EXPECT_TRUE(has_title("Add login", "Add login"));
  EXPECT_TRUE(has_title("Add login (#42)\n\nmore", "Add login"));
  EXPECT_TRUE(has_title("Add login (#42)\n\nmore", "Add login (#42)"));
  EXPECT_TRUE(has_title("Merge pull request #42 from a/b\n\nAdd login\nmore", "Add login"));
  EXPECT_FALSE(has_title("Merge pull request #42 from a/b", "Add login"));
  EXPECT_FALSE(has_title("Add logins\n\nAdd login", "Add login"));
  EXPECT_FALSE(has_title("", "Add login"));
}

TEST(ForgeMessage, NamesABranchWhoeverOwnsIt) {
  const ForgeMessage told = read_forge_message("Merge pull request #1 from acme/a/b");
  EXPECT_TRUE(told.names("a/b"));
  EXPECT_TRUE(told.names("acme/a/b"));
  EXPECT_FALSE(told.names("b"));
  EXPECT_FALSE(told.names(""));
}

}  // namespace
}  // namespace claudestep::truth
