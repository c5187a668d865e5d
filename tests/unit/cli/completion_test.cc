#include "cli/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claudestep::cli {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using Paths = Completion::Paths;

std::vector<std::string> names_of(ValueType type) {
  if (type == ValueType::kProject) return {"auth", "auth-two", "billing"};
  return {"HEAD", "main"};
}

Completion completed(const std::vector<std::string>& words) {
  return complete(words, names_of);
}

std::vector<std::string> words_for(const std::vector<std::string>& words) {
  std::vector<std::string> texts;
  for (const Candidate& candidate : completed(words).candidates) texts.push_back(candidate.text);
  return texts;
}

TEST(Completion, OfCommands) {
  EXPECT_THAT(words_for({"sta"}), ElementsAre("stats"));
  EXPECT_THAT(words_for({""}), AllOf(Contains("stats"), Contains("pr"), Not(Contains("complete"))));
  EXPECT_THAT(words_for({}), Contains("stats"));
  EXPECT_THAT(words_for({"--json", "-C", "x", "stat"}), ElementsAre("stats"));
  EXPECT_THAT(
      completed({"completio"}).candidates,
      ElementsAre(Candidate{"completion", "print the script that completes commands in a shell"}));
}

TEST(Completion, OfSecondWords) {
  EXPECT_THAT(words_for({"pr", "op"}), ElementsAre("open"));
  EXPECT_THAT(words_for({"pr", ""}),
              AllOf(Contains("open"), Contains("list"), Not(Contains("stats"))));
  EXPECT_THAT(words_for({"help", "pr", "op"}), ElementsAre("open"));
  EXPECT_THAT(words_for({"help", "stat"}), ElementsAre("stats"));
}

TEST(Completion, OfOptions) {
  EXPECT_THAT(words_for({"pr", "open", "auth", "--ta"}), ElementsAre("--task"));
  EXPECT_THAT(words_for({"pr", "open", "auth", "--task", "3", "--ta"}), IsEmpty());
  EXPECT_THAT(words_for({"--js"}), ElementsAre("--json"));
  EXPECT_THAT(words_for({"stats", "--"}), AllOf(Contains("--ref"), Each(StartsWith("--"))));
  EXPECT_THAT(words_for({"stats", "-"}), Contains("-C"));
  EXPECT_THAT(words_for({"completion", "bash", ""}), Contains("--help"));
  EXPECT_THAT(words_for({"stats", "--", "--js"}), IsEmpty());
}

TEST(Completion, OfChoices) {
  EXPECT_THAT(words_for({"stats", "--color", ""}), ElementsAre("auto", "always", "never"));
  EXPECT_THAT(words_for({"stats", "--color=al"}), ElementsAre("--color=always"));
  EXPECT_THAT(words_for({"completion", "z"}), ElementsAre("zsh"));
}

TEST(Completion, OfNamesInTheRepository) {
  EXPECT_THAT(words_for({"show", "au"}), ElementsAre("auth", "auth-two"));
  EXPECT_THAT(words_for({"show", "--", "b"}), ElementsAre("billing"));
  EXPECT_THAT(words_for({"stats", "--at", "ma"}), ElementsAre("main"));
  EXPECT_THAT(words_for({"stats", "--at=ma"}), ElementsAre("--at=main"));
}

TEST(Completion, OfPaths) {
  EXPECT_EQ(completed({"-C", ""}).paths, Paths::kFolders);
  EXPECT_EQ(completed({"stats", "--git-dir=x"}).paths, Paths::kFolders);
  EXPECT_EQ(completed({"stats", ""}).paths, Paths::kNone);
}

TEST(Completion, OfWordsThatMakeNoSense) {
  EXPECT_THAT(words_for({"nosuchcommand", ""}), IsEmpty());
  EXPECT_THAT(words_for({"stats", "--nosuchoption", ""}), IsEmpty());
  EXPECT_THAT(words_for({"pr", "nosuchcommand", ""}), IsEmpty());
}

TEST(Completion, HasAScriptForEachShell) {
  EXPECT_THAT(completion_script("bash"),
              ::testing::HasSubstr("complete -F _claudestep claudestep"));
  EXPECT_THAT(completion_script("zsh"), StartsWith("#compdef claudestep git-claudestep\n"));
  EXPECT_THAT(completion_script("fish"), ::testing::HasSubstr("complete -c claudestep "));
}

}  // namespace
}  // namespace claudestep::cli
