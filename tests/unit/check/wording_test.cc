#include "check/wording.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace claudestep::check {
namespace {

TEST(Wording, VagueWordsAreMatchedWhole) {
  EXPECT_EQ(vague_words("Search is fast"), "fast");
  EXPECT_EQ(vague_words("Search is FAST."), "FAST");
  EXPECT_EQ(vague_words("a user-friendly page"), "user-friendly");
  EXPECT_EQ(vague_words("User friendly pages"), "user friendly");
  EXPECT_EQ(vague_words("rows are loaded as needed"), "as needed");
  EXPECT_EQ(vague_words("logs, traces, etc."), "etc");
  EXPECT_EQ(vague_words("The breakfast list has Easton and the goods"), std::nullopt);
  EXPECT_EQ(vague_words("as I needed it"), std::nullopt);
  EXPECT_EQ(vague_words(""), std::nullopt);
}

TEST(Wording, NumberMakesACriterionMeasurable) {
  EXPECT_EQ(vague_words("Search is fast: 95 of 100 answers within 300 ms"), std::nullopt);
}

TEST(Wording, SentencesInOrderHaveNoFault) {
  for (const std::string_view text : {
           "WHEN a person signs out, THE SYSTEM SHALL end the session",
           "WHILE the queue is full THE SYSTEM SHALL refuse work",
           "WHERE a key is set, THE SYSTEM SHALL sign",
           "IF a disk fails, THEN THE SYSTEM SHALL go on",
           "THE SYSTEM SHALL keep logs for 30 days",
           "when a person signs out, the system shall end the session",
           "While idle, WHEN asked, the SYSTEM shall answer",
       }) {
    EXPECT_EQ(ears_fault(text), std::nullopt) << text;
  }
}

TEST(Wording, ProseIsNoSuchSentence) {
  for (const std::string_view text : {
           "When a person signs out, the session ends",
           "If possible, cache it",
           "Whenever it rains, people SHALL stay",
           "A shallow copy is made",
           "the system shall be fast",
           "It is what the system shall do",
           "",
           "...",
       }) {
    EXPECT_EQ(ears_fault(text), std::nullopt) << text;
  }
}

TEST(Wording, FaultsAreNamed) {
  EXPECT_EQ(ears_fault("WHEN a person signs out, end the session"), "has no THE SYSTEM SHALL");
  EXPECT_EQ(ears_fault("WHEN idle, THE SYSTEM SHALLOW copies"), "has no THE SYSTEM SHALL");
  EXPECT_EQ(ears_fault("when idle the app shall sleep"), "has SHALL without THE SYSTEM before it");
  EXPECT_EQ(ears_fault("WHILE idle, THE SYSTEM SHALL"), "says nothing after THE SYSTEM SHALL");
  EXPECT_EQ(ears_fault("THE SYSTEM SHALL."), "says nothing after THE SYSTEM SHALL");
  EXPECT_EQ(ears_fault("WHEN THE SYSTEM SHALL stop"),
            "says nothing between WHEN and THE SYSTEM SHALL");
  EXPECT_EQ(ears_fault("if, then the system shall stop"),
            "says nothing between IF and THE SYSTEM SHALL");
  EXPECT_EQ(ears_fault("WHENEVER asked, THE SYSTEM SHALL answer"),
            "begins with none of WHEN, WHILE, WHERE, IF and THE SYSTEM SHALL");
}

}  // namespace
}  // namespace claudestep::check
