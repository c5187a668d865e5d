// The law of facts: facts(bytes) == facts(read(bytes)), for every document, right or wrong.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "codec/fact_reader.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "model/facts.h"
#include "tests/property/codec_documents.h"
#include "tests/property/model_generators.h"
#include "tests/unit/model/facts_text.h"

namespace claudestep::codec {
namespace {

using model::test::facts_text;

// Reads each document into the same two tables, one the short way and one the long way.
class BothWays {
 public:
  // Whether the document could be read; fails the test when the ways differ.
  bool read(const std::string& bytes) {
    auto project = read_project(bytes, "sample");
    if (project) {
      model::settle(*project);
      long_way_.add(*project);
    }
    const std::size_t before = short_way_.projects.size();
    const bool plain = reader_.read_plain(bytes, short_way_);
    if (plain != (short_way_.projects.size() == before + 1))
      RC_FAIL("a project too many: " + bytes);
    if (!project) {
      if (plain) RC_FAIL(project.error().message + ", but read all the same: " + bytes);
      return false;
    }
    if (!plain) short_way_.add(*project);
    const std::string told = facts_text(short_way_, before);
    const std::string expected = facts_text(long_way_, before);
    if (told != expected) RC_FAIL("expected:\n" + expected + "told:\n" + told + "of:\n" + bytes);
    plain_ = plain;
    return true;
  }

  [[nodiscard]] bool was_plain() const { return plain_; }
  [[nodiscard]] const model::FactsTable& table() const { return short_way_; }

 private:
  FactReader reader_;
  model::FactsTable short_way_;
  model::FactsTable long_way_;
  bool plain_ = false;
};

std::string damaged(std::string bytes) {
  if (bytes.empty()) return bytes;
  const auto at =
      static_cast<std::size_t>(test::number(0, static_cast<std::int64_t>(bytes.size()) - 1));
  switch (test::number(0, 3)) {
    case 0:
      bytes.resize(at);
      break;
    case 1:
      bytes[at] = *rc::gen::arbitrary<char>();
      break;
    case 2:
      bytes[at] = test::pick({'"', '{', '}', '[', ']', ',', ':', '\\', '0', '-', 'e', ' ', '\f'});
      break;
    default:
      bytes.erase(at, static_cast<std::size_t>(test::number(1, 3)));
  }
  return bytes;
}

RC_GTEST_PROP(Facts, OfBytesAreThoseOfTheProject, ()) {
  BothWays ways;
  for (int i = 0; i < 5; ++i) RC_ASSERT(ways.read((*test::any_document()).bytes));
}

RC_GTEST_PROP(Facts, OfDamagedBytesAreThoseOfTheProject, ()) {
  BothWays ways;
  const auto sample = *test::any_document();
  for (int i = 0; i < 30; ++i) ways.read(damaged(sample.bytes));
  auto project = read_project(sample.bytes, "sample");
  model::settle(*project);
  const std::string written = write_project(*project);
  for (int i = 0; i < 30; ++i) ways.read(damaged(written));
}

// What we write ourselves takes the short way.
RC_GTEST_PROP(Facts, OfWhatWeWriteAreReadWithoutRecords, ()) {
  BothWays ways;
  auto project = read_project((*test::any_document()).bytes, "sample");
  model::settle(*project);
  RC_ASSERT(ways.read(write_project(*project)));
  RC_ASSERT(ways.was_plain());
}

// Ids, indices and times that meet each other: ties, strangers, doubles.
RC_GTEST_PROP(Facts, OfTangledProjectsAreThoseOfTheProject, ()) {
  BothWays ways;
  for (int i = 0; i < 10; ++i) {
    const model::Project project = *model::test::any_project();
    RC_ASSERT(ways.read(write_project(project)));
  }
}

RC_GTEST_PROP(Facts, CountWhatTheRecordsCount, ()) {
  const auto sample = *test::any_document();
  auto project = read_project(sample.bytes, "sample");
  model::settle(*project);
  BothWays ways;
  RC_ASSERT(ways.read(sample.bytes));
  const model::FactsView view = ways.table().view();
  const Instant now = Timestamp::parse("2026-05-01T00:00:00Z")->instant();
  const model::Totals counted = model::totals_of(view, view.projects[0], now);
  const model::Totals expected = model::totals_of(*project, now);
  RC_ASSERT(counted.tasks == expected.tasks);
  RC_ASSERT(counted.completed == expected.completed);
  RC_ASSERT(counted.in_progress == expected.in_progress);
  RC_ASSERT(counted.pending == expected.pending);
  RC_ASSERT(counted.claimed == expected.claimed);
  RC_ASSERT(counted.pull_requests == expected.pull_requests);
  RC_ASSERT(counted.open == expected.open);
  RC_ASSERT(counted.merged == expected.merged);
  RC_ASSERT(counted.closed == expected.closed);
  RC_ASSERT(counted.ai_operations == expected.ai_operations);
  RC_ASSERT(to_string(counted.cost) == to_string(expected.cost));
  RC_ASSERT(counted.tokens_input == expected.tokens_input);
  RC_ASSERT(counted.tokens_output == expected.tokens_output);
  RC_ASSERT(counted.duration == expected.duration);
}

}  // namespace
}  // namespace claudestep::codec
