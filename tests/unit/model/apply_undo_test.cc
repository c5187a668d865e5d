#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::kNow;
using test::Ledger;
using test::make_project;
using test::tasks_of;

UndoCommit undo(std::string project, std::optional<UndoCommit::Restored> restored = std::nullopt) {
  return {std::move(project), std::string(40, 'a'), "close #80", std::move(restored)};
}

UndoCommit::Restored restored(const std::string& name, std::optional<std::string> bytes = {}) {
  return {name, Shelf::kProjects, make_project(name, {"old"}), std::move(bytes)};
}

TEST(ApplyUndo, TakesAProjectAway) {
  Ledger ledger(make_project("auth", {"a"}));
  EXPECT_EQ(ledger.apply(undo("auth")), "changed");
  EXPECT_FALSE(ledger.source.find("auth"));
  EXPECT_EQ(ledger.apply(undo("auth")), "same");
}

TEST(ApplyUndo, PutsRecordsBackAndSaysWhen) {
  Ledger ledger(make_project("auth", {"a"}));
  EXPECT_EQ(ledger.apply(undo("auth", restored("auth"))), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 old pending");
  EXPECT_EQ(ledger.updated(), format_instant(kNow));
  EXPECT_EQ(ledger.apply(undo("auth", restored("auth"))), "same");
}

TEST(ApplyUndo, BytesAreChangedWhateverTheRecordsSay) {
  const Project project = make_project("auth", {"old"});
  test::MapSource source;
  source.add(project);
  const auto branch = apply(Branch(source), undo("auth", restored("auth", "bytes")), kNow);
  ASSERT_TRUE(branch.has_value());
  const auto changes = branch->changes();
  ASSERT_EQ(changes.size(), 1U);
  ASSERT_NE(changes[0].bytes, nullptr);
  EXPECT_EQ(*changes[0].bytes, "bytes");
  EXPECT_EQ(changes[0].project->last_updated, project.last_updated);
}

TEST(ApplyUndo, BytesGoWhenTheProjectIsEditedAgain) {
  test::MapSource source;
  source.add(make_project("auth", {"old"}));
  auto branch = apply(Branch(source), undo("auth", restored("auth", "bytes")), kNow);
  ASSERT_TRUE(branch.has_value());
  branch = apply(*std::move(branch), EditTask{"auth", "1", "new"}, kNow);
  ASSERT_TRUE(branch.has_value());
  EXPECT_EQ(branch->changes().at(0).bytes, nullptr);
}

TEST(ApplyUndo, PutsAProjectBackUnderItsName) {
  Ledger ledger(make_project("login", {"a"}));
  EXPECT_EQ(ledger.apply(undo("login", restored("auth"))), "changed");
  EXPECT_FALSE(ledger.source.find("login"));
  EXPECT_EQ(tasks_of(ledger.project("auth")), "1 old pending");
  EXPECT_EQ(ledger.apply(undo("gone", restored("gone"))), "changed");
  EXPECT_TRUE(ledger.source.find("gone"));
}

TEST(ApplyUndo, ANameThatIsTakenByNowStaysTaken) {
  Ledger ledger(make_project("login", {"a"}));
  ledger.source.add(make_project("auth"));
  EXPECT_EQ(ledger.apply(undo("login", restored("auth"))),
            "conflict: cannot undo aaaaaaa: 'login' would be 'auth' again, and there is another "
            "project 'auth' by now; hint: give that one another name, then try again: claudestep "
            "project rename auth NEW");
  EXPECT_EQ(ledger.apply(undo("gone", restored("AUTH"))),
            "conflict: cannot undo aaaaaaa: 'auth' exists, from which 'AUTH' differs by letter "
            "case alone; hint: give that one another name, then try again: claudestep project "
            "rename auth NEW");
  EXPECT_EQ(ledger.apply(undo("login", restored("Login"))), "changed");
}

}  // namespace
}  // namespace claudestep::model
