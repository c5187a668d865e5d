#include "codec/progress_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "codec/documents.h"
#include "codec/value_writer.h"
#include "tests/support/matchers.h"

namespace claudestep::codec {
namespace {

using ::claudestep::test::FailsWithError;

const std::string kProgressHead = "# Claude Progress File\n\n";

std::string as_json(const std::string& text) {
  const auto document = read_progress(text);
  return document ? compact_json(document->root())
                  : to_string(document.error().place) + " " + document.error().message;
}

TEST(ProgressReader, SectionsBecomeMembers) {
  EXPECT_EQ(
      as_json(kProgressHead + "## Session Info\nsession_id: a: b\n- started:  now \nx:\n"),
      R"({"title":"Claude Progress File","session_info":{"session_id":"a: b","started":"now","x":""}})");
  EXPECT_EQ(
      as_json("\xef\xbb\xbf# Claude Progress File\r\n## Weather Report\r\nIt rains.\r\nA lot.\r\n"),
      R"({"title":"Claude Progress File","weather_report":"It rains.\nA lot."})");
}

TEST(ProgressReader, CheckboxesNest) {
  EXPECT_EQ(
      as_json(kProgressHead +
              "## In Progress\n- [ ] BE-002: Sessions (60% complete)\n  - [x] Open: one\n"
              "    more words\n    * [X] deeper\n  - [ ] last (007% complete)\n- [x] top\n"),
      R"({"title":"Claude Progress File","in_progress":[{"checked":false,"id":"BE-002","text":"Sessions","percent":60,)"
      R"("children":[{"checked":true,"text":"Open: one","children":[{"checked":true,"text":"deeper"}]},)"
      R"({"checked":false,"text":"last","percent":7}]},{"checked":true,"text":"top"}]})");
  EXPECT_EQ(as_json(kProgressHead + "## In Progress\nNone.\n"),
            R"({"title":"Claude Progress File","in_progress":[]})");
}

TEST(ProgressReader, ListsAndFiles) {
  EXPECT_EQ(
      as_json(kProgressHead +
              "## Blockers\nnone\n## Questions for Human\n1. Why?\n2) And\n   then?\n"
              "plain\n"),
      R"({"title":"Claude Progress File","blockers":[],"questions_for_human":["Why?","And then?","plain"]})");
  EXPECT_EQ(
      as_json(kProgressHead + "## Files Modified This Session\n- src/a (1).py (created)\n- b\n"),
      R"({"title":"Claude Progress File","files_modified_this_session":[{"path":"src/a (1).py","change":"created"},{"path":"b"}]})");
}

TEST(ProgressReader, PlacesCountCodePoints) {
  const auto document = read_progress(
      kProgressHead + "## Current State\nstätus: aktiv\n## In Progress\n  - [ ] é BE-1: x\n");
  ASSERT_TRUE(document.has_value());
  const Value& state = *document->root().find("current_state");
  EXPECT_EQ(state.mark, (Mark{3, 4}));
  EXPECT_EQ(state.members[0].mark, (Mark{4, 1}));
  EXPECT_EQ(state.members[0].value.mark, (Mark{4, 9}));
  const Value& item = document->root().find("in_progress")->items[0];
  EXPECT_EQ(item.mark, (Mark{6, 5}));
  EXPECT_EQ(item.find("text")->mark, (Mark{6, 9}));
}

TEST(ProgressReader, RefusalsHaveAPlaceAndSayWhatWasExpected) {
  EXPECT_EQ(as_json(""), "1:1 the file is empty");
  EXPECT_EQ(as_json("\n\n# Progress\n"), "3:1 expected the line '# Claude Progress File'");
  EXPECT_EQ(as_json(kProgressHead + "words\n"), "3:1 expected a section such as '## Session Info'");
  EXPECT_EQ(as_json(kProgressHead + "## Session Info\n  words\n"),
            "4:3 expected a line 'key: value'");
  EXPECT_EQ(as_json(kProgressHead + "## Session Info\na: 1\na: 2\n"),
            "5:1 the key 'a' is there already");
  EXPECT_EQ(as_json(kProgressHead + "## Notes\n## notes\n"),
            "4:4 the section 'notes' is there already");
  EXPECT_EQ(as_json(kProgressHead + "## In Progress\n- BE-1: x\n"),
            "4:3 expected a checkbox such as '- [x] BE-001: text'");
  EXPECT_EQ(as_json(kProgressHead + "\xff"), "3:1 the file is not UTF-8");
  EXPECT_THAT(read_progress("x", "p.txt"),
              FailsWithError(Error{ErrorCode::kInvalidInput,
                                   "expected the line '# Claude Progress File'",
                                   {},
                                   {},
                                   {"p.txt", 1, 1}}));
}

TEST(ProgressReader, NestingIsBounded) {
  std::string text = kProgressHead + "## In Progress\n";
  for (std::size_t depth = 0; depth < 200; ++depth)
    text += std::string(2 * depth, ' ') + "- [ ] x\n";
  EXPECT_EQ(as_json(text), "132:259 nested more than 128 levels deep");
}

TEST(ProgressReader, TypedReaderTakesIt) {
  const auto document = read_progress(
      kProgressHead +
      "## Session Info\nsession_id: 1\nstarted: a\nlast_updated: b\nfeature: f\nrole: r\n"
      "## Current State\nstatus: PAUSED\ncurrent_task: t\n## Completed This Session\n"
      "- [x] A-1: a\n  - [ ] b (50% complete)\n");
  ASSERT_TRUE(document.has_value());
  const auto progress = whole(read_progress_file(document->root(), "p.txt"));
  ASSERT_TRUE(progress.has_value()) << progress.error().message;
  EXPECT_EQ(progress->status.value, "paused");
  EXPECT_EQ(progress->completed[0].id, "A-1");
  EXPECT_EQ(progress->completed[0].children[0].percent, 50);
}

TEST(ProgressReader, IsToldByItsBeginning) {
  EXPECT_TRUE(looks_like_progress("\n# Claude Progress File\n"));
  EXPECT_TRUE(looks_like_progress("\xef\xbb\xbf#  Claude Progress File"));
  EXPECT_FALSE(looks_like_progress("# A comment\nfeature: {}\n"));
  EXPECT_FALSE(looks_like_progress(""));
}

}  // namespace
}  // namespace claudestep::codec
