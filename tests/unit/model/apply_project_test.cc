#include <gtest/gtest.h>

#include "tests/support/matchers.h"
#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::kNow;
using test::later;
using test::Ledger;
using test::make_pr;
using test::make_project;
using test::prs_of;
using test::tasks_of;
using test::time;

TEST(CreateProject, MakesAnEmptyOne) {
  Ledger ledger;
  EXPECT_EQ(ledger.apply(CreateProject{"auth"}), "changed");
  const Project& project = ledger.project();
  EXPECT_EQ(project.name.value, "auth");
  EXPECT_EQ(project.schema_version.value, "2.0");
  EXPECT_EQ(project.created_at->value.text(), "2026-02-01T12:00:00Z");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00Z");
  EXPECT_TRUE(project.tasks.empty());
  EXPECT_TRUE(project.pull_requests.empty());
  EXPECT_EQ(ledger.source.find("auth"), Shelf::kProjects);
}

TEST(CreateProject, RefusesWhatIsThere) {
  Ledger ledger(make_project("auth"));
  ledger.source.add(make_project("old"), Shelf::kArchive);
  EXPECT_EQ(ledger.apply(CreateProject{"auth"}),
            "already_exists: cannot create project 'auth': 'auth' already exists; hint: claudestep "
            "show auth");
  EXPECT_EQ(
      ledger.apply(CreateProject{"old"}),
      "already_exists: cannot create project 'old': 'old' already exists in the archive; hint: "
      "claudestep project unarchive old");
  EXPECT_EQ(
      ledger.apply(CreateProject{"OLD"}),
      "already_exists: cannot create project 'OLD': 'old' exists, and two names may not differ "
      "by letter case alone; hint: choose another name, or use 'old'");
  EXPECT_EQ(ledger.apply(CreateProject{"a/b"}),
            "invalid_input: cannot create project 'a/b'; cause: 'a/b' is no project name: it "
            "contains '/'; hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', "
            "begins with a letter or a digit and does not end in .lock or .json");
}

TEST(RenameProject, LeavesTheOldNameBehind) {
  Ledger ledger(make_project("auth", {"a"}));
  EXPECT_EQ(ledger.apply(RenameProject{"auth", "login"}), "changed");
  EXPECT_EQ(ledger.source.names(), std::vector<std::string>{"login"});
  EXPECT_EQ(ledger.project("login").name.value, "login");
  EXPECT_EQ(*ledger.project("login").former_names, std::vector<Text>{Text("auth")});
  EXPECT_EQ(ledger.updated("login"), "2026-02-01T12:00:00Z");
  EXPECT_EQ(ledger.apply(RenameProject{"auth", "login"}), "same");
  EXPECT_EQ(ledger.apply(RenameProject{"login", "login"}), "same");

  // There and back again: each name is remembered once, and the present one is no former one.
  EXPECT_EQ(ledger.apply(RenameProject{"login", "auth"}), "changed");
  EXPECT_EQ(*ledger.project("auth").former_names, std::vector<Text>{Text("login")});
  EXPECT_EQ(ledger.apply(RenameProject{"auth", "login"}), "changed");
  EXPECT_EQ(*ledger.project("login").former_names, std::vector<Text>{Text("auth")});
  EXPECT_EQ(ledger.apply(RenameProject{"auth", "login"}), "same");
}

TEST(RenameProject, MayChangeTheLetterCaseAlone) {
  Ledger ledger(make_project("auth"));
  EXPECT_EQ(ledger.apply(RenameProject{"auth", "Auth"}), "changed");
  EXPECT_EQ(ledger.source.names(), std::vector<std::string>{"Auth"});
}

TEST(RenameProject, StaysOnItsShelf) {
  Ledger ledger;
  ledger.source.add(make_project("old"), Shelf::kArchive);
  EXPECT_EQ(ledger.apply(RenameProject{"old", "older"}), "changed");
  EXPECT_EQ(ledger.source.find("older"), Shelf::kArchive);
}

TEST(RenameProject, RefusesWhatCannotBe) {
  Ledger ledger(make_project("auth"));
  ledger.source.add(make_project("billing"));
  EXPECT_EQ(ledger.apply(RenameProject{"auth", "billing"}),
            "already_exists: cannot rename 'auth' to 'billing': 'billing' already exists; hint: "
            "claudestep show billing");
  EXPECT_EQ(
      ledger.apply(RenameProject{"auth", "Billing"}),
      "already_exists: cannot rename 'auth' to 'Billing': 'billing' exists, and two names may "
      "not differ by letter case alone; hint: choose another name, or use 'billing'");
  EXPECT_THAT(ledger.apply(RenameProject{"auth", "x.lock"}),
              ::testing::StartsWith("invalid_input: cannot rename 'auth' to 'x.lock'; cause: "
                                    "'x.lock' is no project name: it ends in .lock"));
  EXPECT_EQ(ledger.apply(RenameProject{"nothing-like-it", "login"}),
            "not_found: no project 'nothing-like-it'; hint: claudestep list");
  EXPECT_EQ(ledger.apply(RenameProject{"nothing-like-it", "billing"}),
            "not_found: no project 'nothing-like-it'; hint: claudestep list");
}

TEST(Archive, WarnsOfPullRequestsThatAreStillOpen) {
  Project project = make_project("auth", {"a", "b"});
  project.pull_requests = {make_pr(42, 1, PrState::kOpen), make_pr(43, 2, PrState::kMerged)};
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(ArchiveProject{"auth"}), "changed");
  EXPECT_EQ(ledger.warnings,
            std::vector<std::string>{"'auth' is archived with 1 open pull request: #42"});
  EXPECT_EQ(ledger.apply(ArchiveProject{"auth"}), "same");
  EXPECT_TRUE(ledger.warnings.empty());
}

TEST(Archive, MovesTheFileAndNothingInIt) {
  Ledger ledger(make_project("auth", {"a"}));
  const Project before = ledger.project();
  EXPECT_EQ(ledger.apply(ArchiveProject{"auth"}), "changed");
  EXPECT_EQ(ledger.source.find("auth"), Shelf::kArchive);
  EXPECT_EQ(ledger.project(), before);
  EXPECT_EQ(ledger.apply(ArchiveProject{"auth"}), "same");
  EXPECT_EQ(ledger.apply(AddTask{"auth", "b", {}, {}}), "changed");
  EXPECT_EQ(ledger.source.find("auth"), Shelf::kArchive);
  EXPECT_EQ(ledger.apply(UnarchiveProject{"auth"}), "changed");
  EXPECT_EQ(ledger.source.find("auth"), Shelf::kProjects);
  EXPECT_EQ(ledger.apply(UnarchiveProject{"auth"}), "same");
  EXPECT_EQ(ledger.apply(ArchiveProject{"Auth"}),
            "not_found: no project 'Auth'; hint: did you mean 'auth'?");
}

TEST(Archive, TakesANewerProjectAsItIs) {
  Ledger ledger(make_project("auth"));
  ledger.project().schema_version = Text("9.0");
  EXPECT_EQ(ledger.apply(ArchiveProject{"auth"}), "changed");
  EXPECT_EQ(ledger.project().schema_version.value, "9.0");
}

TEST(DeleteProject, ForgetsWhatIsThereReadOrNot) {
  Ledger ledger(make_project("auth"));
  ledger.source.add(make_project("broken"), Shelf::kArchive);
  ledger.source.entries["broken"].readable = false;
  EXPECT_EQ(ledger.apply(DeleteProject{"broken"}), "changed");
  EXPECT_EQ(ledger.apply(DeleteProject{"broken"}),
            "not_found: no project 'broken'; hint: claudestep list");
  EXPECT_EQ(ledger.source.names(), std::vector<std::string>{"auth"});
}

TEST(Migrate, RewritesWhatIsNotOursYet) {
  Ledger ledger(make_project("auth", {"a"}));
  EXPECT_EQ(ledger.apply(MigrateProject{"auth"}), "same");
  EXPECT_EQ(ledger.updated(), "2026-01-01T00:00:00Z");

  ledger.project().lacks_ids = true;
  EXPECT_EQ(ledger.apply(MigrateProject{"auth"}), "changed");
  ledger.project().lacks_ids = false;
  ledger.project().schema_version = Text("1.0");
  EXPECT_EQ(ledger.apply(MigrateProject{"auth"}), "changed");
  EXPECT_EQ(ledger.project().schema_version.value, "2.0");
  ledger.project().dialect = Dialect::kSteps;
  EXPECT_EQ(ledger.apply(MigrateProject{"auth"}), "changed");
  EXPECT_EQ(ledger.updated(), "2026-01-01T00:00:00Z");

  ledger.project().schema_version = Text("2.1");
  EXPECT_EQ(
      ledger.apply(MigrateProject{"auth"}),
      "schema_unusable: cannot change 'auth': it was written by a newer claudestep (schema 2.1)"
      "; hint: this claudestep writes schema 2.0: use a newer one");
}

TEST(Repair, SetsRecordsInOrderWithTheirZones) {
  Project project = make_project("auth", {"a", "b"});
  project.created_at = Time(time("2025-12-29T21:37:06.201227"));
  project.last_updated = Time(time("2025-12-30 10:00:00"));
  std::swap(project.tasks[0], project.tasks[1]);
  Claim claim;
  claim.by = Text("ci");
  claim.at = Time(time("2025-12-29T10:00:00"));
  claim.expires = Time(time("2025-12-29T12:00:00+02:00"));
  project.tasks[0].claim = claim;
  project.pull_requests = {make_pr(5, 1, PrState::kClosed, "2025-12-29T23:00:00"),
                           make_pr(4, 1, PrState::kMerged, "2025-12-29T23:00:00"),
                           make_pr(9, 2, PrState::kOpen, "2025-12-29T22:00:00"),
                           make_pr(10, 2, PrState::kOpen, "")};
  project.pull_requests[0].closed_at = Time(time("2025-12-30T00:00:00"));
  project.pull_requests[1].merged_at = Time(time("2025-12-30T01:00:00"));
  AiOperation operation;
  operation.created_at = Time(time("2025-12-29T23:00:01.5"));
  project.pull_requests[1].ai_operations = {operation};
  settle(project);
  project.lacks_ids = false;
  Ledger ledger(std::move(project));

  EXPECT_EQ(ledger.apply(RepairProject{"auth"}), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a completed | 2 b in_progress");
  EXPECT_EQ(prs_of(ledger.project()),
            "#10 open task 2 | #9 open task 2 | #4 merged task 1 | #5 closed task 1");
  EXPECT_EQ(ledger.project().created_at->value.text(), "2025-12-29T21:37:06.201227Z");
  EXPECT_EQ(ledger.updated(), "2025-12-30 10:00:00Z");
  EXPECT_EQ(ledger.task(1).claim->at.value.text(), "2025-12-29T10:00:00Z");
  EXPECT_EQ(ledger.task(1).claim->expires.value.text(), "2025-12-29T12:00:00+02:00");
  EXPECT_EQ(ledger.pr(2).created_at->value.text(), "2025-12-29T23:00:00Z");
  EXPECT_EQ(ledger.pr(2).merged_at->value.text(), "2025-12-30T01:00:00Z");
  EXPECT_EQ(ledger.pr(2).ai_operations[0].created_at->value.text(), "2025-12-29T23:00:01.5Z");
  EXPECT_EQ(ledger.pr(3).closed_at->value.text(), "2025-12-30T00:00:00Z");
  const Project once = ledger.project();
  ledger.apply(RepairProject{"auth"}, later(60));
  EXPECT_EQ(ledger.project(), once);
}

TEST(Repair, KeepsTheTokenOfATimeThatHasItsZone) {
  Project project = make_project("auth");
  project.created_at = Time(time("2025-12-29T21:37:06Z"), R"("2025-12-29T21:37:06\u005a")");
  Ledger ledger(std::move(project));
  ledger.apply(RepairProject{"auth"});
  EXPECT_EQ(ledger.project().created_at->token, "\"2025-12-29T21:37:06\\u005a\"");
}

TEST(Apply, RefusesAnUnknownProjectWithAWayOut) {
  Ledger ledger(make_project("auth"));
  EXPECT_EQ(ledger.apply(AddTask{"auht", "x", {}, {}}),
            "not_found: no project 'auht'; hint: did you mean 'auth'?");
  EXPECT_EQ(
      ledger.apply(AddTask{"billing", "x", {}, {}}),
      "not_found: no project 'billing'; hint: claudestep list; hint: claudestep project create "
      "billing");
  EXPECT_EQ(ledger.apply(AddTask{"b/c", "x", {}, {}}),
            "not_found: no project 'b/c'; hint: claudestep list");
}

TEST(Apply, UpgradesTheSchemaWithTheFirstChange) {
  Ledger ledger(make_project("auth", {"a"}));
  ledger.project().schema_version = Text("1.0");
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", false}), "same");
  EXPECT_EQ(ledger.project().schema_version.value, "1.0");
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", true}), "changed");
  EXPECT_EQ(ledger.project().schema_version.value, "2.0");
}

TEST(Apply, NeverSetsTheUpdateTimeBack) {
  Ledger ledger(make_project("auth", {"a"}));
  ledger.project().last_updated = Time(time("2026-02-01T12:00:00.5Z"));
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", true}, Instant{kNow.seconds, 700000000}),
            "changed");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00.5Z");
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", false}, later(1)), "changed");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:01Z");
  ledger.project().last_updated = Opt<Time>::null();
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", true}), "changed");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00Z");
}

// A clock that was years ahead is no reason to stay there.
TEST(Apply, TakesAnUpdateTimeBackThatWasNeverTheTime) {
  Ledger ledger(make_project("auth", {"a"}));
  ledger.project().last_updated = Time(Timestamp(later(86400)));
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", true}), "changed");
  EXPECT_EQ(ledger.updated(), "2026-02-02T12:00:00Z");
  ledger.project().last_updated = Time(Timestamp(later(86401)));
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", false}), "changed");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00Z");
}

TEST(Repair, GivesIdsAndKeepsTheUpdateTime) {
  Project project = make_project("auth", {"a"});
  project.last_updated = Time(time("2025-12-30T10:00:00Z"));
  project.lacks_ids = true;
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(RepairProject{"auth"}), "changed");
  EXPECT_EQ(ledger.updated(), "2025-12-30T10:00:00Z");
}

TEST(Apply, ThereAndBackInOneTransactionIsNoChange) {
  Project project = make_project("auth", {"a"});
  project.pull_requests = {make_pr(1, 1, PrState::kOpen)};
  settle(project);
  Ledger ledger(std::move(project));
  auto branch = apply(Branch(ledger.source), SetPrState{"auth", 1, PrState::kClosed, {}, {}}, kNow);
  ASSERT_OK(branch);
  EXPECT_EQ(branch->changes().size(), 1U);
  branch = apply(*std::move(branch), SetPrState{"auth", 1, PrState::kOpen, {}, {}}, later(60));
  ASSERT_OK(branch);
  EXPECT_TRUE(branch->changes().empty());
}

TEST(Apply, CreateAndDeleteInOneTransactionIsNoChange) {
  Ledger ledger;
  auto branch = apply(Branch(ledger.source), CreateProject{"auth"}, kNow);
  ASSERT_OK(branch);
  branch = apply(*std::move(branch), DeleteProject{"auth"}, kNow);
  ASSERT_OK(branch);
  EXPECT_TRUE(branch->changes().empty());
}

}  // namespace
}  // namespace claudestep::model
