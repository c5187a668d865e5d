// Laws of reading and writing projects, over documents of every dialect in every spelling.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "codec/json_reader.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "tests/property/codec_documents.h"

namespace claudestep::codec {
namespace {

model::Project read(std::string_view bytes) {
  auto project = read_project(bytes, "sample");
  if (!project) RC_FAIL(to_string(project.error().place) + ": " + project.error().message);
  return *std::move(project);
}

void holds_every_fact(const model::Project& project, const test::Facts& facts) {
  const model::Totals totals = model::totals_of(project, Instant{});
  RC_ASSERT(static_cast<std::int64_t>(project.tasks.size()) == facts.tasks);
  RC_ASSERT(totals.pull_requests == facts.pull_requests);
  RC_ASSERT(totals.ai_operations == facts.operations);
  RC_ASSERT(to_string(totals.cost) == to_string(facts.cost));
  const std::string written = write_project(project);
  for (const std::string& token : facts.tokens) {
    if (written.find(token) != std::string::npos) continue;
    std::string lost = "lost: ";
    RC_FAIL(lost.append(token).append(" in\n").append(written));
  }
}

RC_GTEST_PROP(CodecProject, ReadWriteReadIsTheIdentity, ()) {
  const auto sample = *test::any_document();
  const model::Project project = read(sample.bytes);
  RC_ASSERT(project.dialect == sample.dialect);
  const model::Project again = read(write_project(project));
  RC_ASSERT(again == project);
  RC_ASSERT(again.dialect == model::Dialect::kHybrid);
}

RC_GTEST_PROP(CodecProject, WritingTwiceChangesNothing, ()) {
  model::Project project = read((*test::any_document()).bytes);
  const std::string plain = write_project(project);
  RC_ASSERT(write_project(read(plain)) == plain);
  model::settle(project);
  const std::string settled = write_project(project);
  model::Project again = read(settled);
  model::settle(again);
  RC_ASSERT(write_project(again) == settled);
}

RC_GTEST_PROP(CodecProject, AnUpgradeKeepsEveryFact, ()) {
  const auto sample = *test::any_document();
  model::Project project = read(sample.bytes);
  holds_every_fact(project, sample.facts);
  holds_every_fact(read(write_project(project)), sample.facts);
}

// A document cut anywhere, or with one byte changed, is refused with a place or read; never worse.
RC_GTEST_PROP(CodecProject, DamageIsRefusedWithAPlace, ()) {
  std::string bytes = (*test::any_document()).bytes;
  const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
  if (*rc::gen::arbitrary<bool>()) {
    bytes.resize(at);
  } else {
    bytes[at] = *rc::gen::arbitrary<char>();
  }
  const auto project = read_project(bytes, "sample");
  if (project) {
    RC_ASSERT(read(write_project(*project)) == *project);
  } else {
    RC_ASSERT(project.error().code == ErrorCode::kCorrupt);
    RC_ASSERT(project.error().place.file == "sample");
    RC_ASSERT(project.error().place.line > 0U);
    RC_ASSERT(project.error().place.column > 0U);
  }
}

}  // namespace
}  // namespace claudestep::codec
