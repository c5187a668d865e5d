#include "store/undo.h"

#include <gmock/gmock.h>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::Operation;
using model::PrState;
using test::FailsWith;
using test::FailsWithError;
using test::IsOk;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;

Operation set_state(std::int64_t number, PrState state) {
  return model::SetPrState{"a", number, state, std::nullopt, std::nullopt};
}

class UndoTest : public StoreTest {
 protected:
  UndoTest() {
    builder_.commit(
        kRef,
        {{"projects/a.json", sample_project("a")}, {"projects/kept.json", sample_project("kept")}},
        "bot: sync");
  }

  // Does the operations, a commit each. Returns the last commit's id.
  std::string apply(const std::vector<Operation>& operations) {
    git::Repository repository = open();
    for (const Operation& operation : operations) {
      EXPECT_THAT(write(repository, options(), {operation}), IsOk());
    }
    return tip();
  }

  [[nodiscard]] Result<WriteOutcome> undo(std::optional<std::string> revision = std::nullopt) {
    git::Repository repository = open();
    return write(repository, options(), [&](const View& view, model::Branch&) {
      return plan_undo(repository, view, revision).map([&](UndoPlan&& plan) {
        warnings_ = plan.warnings;
        return plan.operations;
      });
    });
  }

  [[nodiscard]] std::string tree(const std::string& revision) const {
    return builder_.git({"rev-parse", revision + "^{tree}"});
  }
  [[nodiscard]] std::string at(const std::string& revision) const {
    return builder_.read(revision, "projects/a.json").value_or("none");
  }

  std::vector<std::string> warnings_;
};

TEST_F(UndoTest, BringsTheTreeBackByteForByte) {
  const std::string done = apply({set_state(80, PrState::kClosed)});
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(tree("claudestep-metadata"), tree(done + "^"));
  EXPECT_EQ(message(), "a: undo \"close #80\"\n\nClaudestep-Op: undo project=a commit=" + done);
  EXPECT_EQ(builder_.git({"rev-parse", "claudestep-metadata^"}), done);
}

TEST_F(UndoTest, OfUndoIsTheChangeAgain) {
  const std::string done = apply({set_state(80, PrState::kClosed)});
  ASSERT_THAT(undo(), IsOk());
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(tree("claudestep-metadata"), tree(done));
  EXPECT_THAT(message(), HasSubstr("a: redo \"close #80\""));
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(tree("claudestep-metadata"), tree(done + "^"));
  EXPECT_THAT(message(), HasSubstr("a: undo \"close #80\""));
}

TEST_F(UndoTest, BringsProjectsBackThatWentMovedOrWereRenamed) {
  for (const Operation& operation : std::vector<Operation>{
           model::DeleteProject{"a"}, model::ArchiveProject{"a"}, model::RenameProject{"a", "b"},
           model::RenameProject{"a", "A"}, model::CreateProject{"c"}}) {
    SCOPED_TRACE(trailer_of(operation));
    const std::string before = tree("claudestep-metadata");
    apply({operation});
    const std::string after = tree("claudestep-metadata");
    EXPECT_NE(before, after);
    ASSERT_THAT(undo(), IsOk());
    EXPECT_EQ(tree("claudestep-metadata"), before);
    ASSERT_THAT(undo(), IsOk());
    EXPECT_EQ(tree("claudestep-metadata"), after);
    ASSERT_THAT(undo(), IsOk());
  }
}

TEST_F(UndoTest, TakesBackUnarchiving) {
  apply({model::ArchiveProject{"a"}});
  const std::string before = tree("claudestep-metadata");
  apply({model::UnarchiveProject{"a"}});
  const std::string after = tree("claudestep-metadata");
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(tree("claudestep-metadata"), before);
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(tree("claudestep-metadata"), after);
}

TEST_F(UndoTest, TakesBackAMigration) {
  builder_.commit(kRef,
                  {{"projects/a.json", R"({"project": "a", "last_updated": "2025-12-29T10:30:00Z",
      "steps": [{"step_index": 1, "step_description": "x", "pr_number": 5, "branch_name": "b",
                 "reviewer": "bob", "created_at": "2025-12-29T10:30:00Z"}]})"}});
  const std::string before = tree("claudestep-metadata");
  apply({model::MigrateProject{"a"}});
  EXPECT_THAT(at("claudestep-metadata"), HasSubstr(R"("schema_version": "2.0")"));
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(tree("claudestep-metadata"), before);
}

TEST_F(UndoTest, TakesBackARepair) {
  const std::string before = tree("claudestep-metadata");
  apply({model::RepairProject{"a"}});
  const std::string after = tree("claudestep-metadata");
  EXPECT_NE(before, after);
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(tree("claudestep-metadata"), before);
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(tree("claudestep-metadata"), after);
}

TEST_F(UndoTest, TwiceOfTheSameCommitIsNoCommit) {
  const std::string done = apply({set_state(80, PrState::kClosed)});
  ASSERT_THAT(undo(done), IsOk());
  const std::string undone = tip();
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, undo(done));
  EXPECT_FALSE(outcome.changed);
  EXPECT_EQ(tip(), undone);
}

TEST_F(UndoTest, KeepsLaterWorkOnOtherRecords) {
  const std::string done = apply({model::AssignPr{"a", 80, "bob"}});
  apply({model::AddTask{"a", "Add metrics", std::nullopt, {}}, set_state(80, PrState::kClosed)});
  ASSERT_THAT(undo(done), IsOk());
  EXPECT_THAT(at("claudestep-metadata"),
              AllOf(HasSubstr(R"("reviewer": "alice")"), HasSubstr("Add metrics"),
                    HasSubstr(R"("pr_state": "closed")"), HasSubstr(R"("x_note": "kept")")));
  EXPECT_THAT(message(), HasSubstr("a: undo \"assign #80 to bob\""));
}

TEST_F(UndoTest, NamesTheLaterWorkInTheWay) {
  const std::string done = apply({set_state(80, PrState::kClosed)});
  const std::string later = apply({set_state(80, PrState::kMerged)});
  apply({model::AddTask{"a", "Add metrics", std::nullopt, {}}});
  const std::string before = tip();
  EXPECT_THAT(
      undo(done),
      FailsWithError(AllOf(
          Field(&Error::code, ErrorCode::kConflict),
          Field(&Error::message,
                "cannot undo " + done.substr(0, 7) + ": later work on 'a' depends on it"),
          Field(&Error::causes, ElementsAre("later commit " + later.substr(0, 7) + ": #80 merged")),
          Field(&Error::hints,
                ElementsAre("to take the newest of it back, and then try again: claudestep undo " +
                            later.substr(0, 7))))));
  EXPECT_EQ(tip(), before);
}

TEST_F(UndoTest, OfAProjectThatWasWorkedOnIsRefused) {
  const std::string made = apply({model::CreateProject{"c"}});
  const std::string used = apply({model::AddTask{"c", "One", std::nullopt, {}}});
  EXPECT_THAT(undo(made),
              FailsWithError(Field(&Error::causes, ElementsAre("later commit " + used.substr(0, 7) +
                                                               ": task 1: added 'One'"))));
  const std::string gone = apply({model::DeleteProject{"c"}});
  EXPECT_THAT(undo(used),
              FailsWithError(Field(&Error::causes, ElementsAre("later commit " + gone.substr(0, 7) +
                                                               ": deleted with 1 task"))));
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, undo(made));
  EXPECT_FALSE(outcome.changed);  // it is gone already
}

TEST_F(UndoTest, ADeletedProjectThatWasMadeAnewStaysAsItIs) {
  const std::string gone = apply({model::DeleteProject{"a"}});
  const std::string anew = apply({model::CreateProject{"a"}});
  EXPECT_THAT(undo(gone),
              FailsWithError(Field(
                  &Error::causes, ElementsAre("later commit " + anew.substr(0, 7) + ": created"))));
}

TEST_F(UndoTest, FindsAProjectUnderItsLaterName) {
  const std::string done = apply({set_state(80, PrState::kClosed)});
  apply({model::RenameProject{"a", "b"}});
  ASSERT_THAT(undo(done), IsOk());
  EXPECT_THAT(builder_.read(kRef, "projects/b.json").value_or(""),
              HasSubstr(R"("pr_state": "open")"));
  EXPECT_THAT(message(), HasSubstr("b: undo \"close #80\""));
}

TEST_F(UndoTest, ARenameIsTakenBackAfterLaterWork) {
  const std::string renamed = apply({model::RenameProject{"a", "b"}});
  apply({model::AddTask{"b", "Add metrics", std::nullopt, {}}});
  ASSERT_THAT(undo(renamed), IsOk());
  EXPECT_FALSE(builder_.read(kRef, "projects/b.json").has_value());
  EXPECT_THAT(at("claudestep-metadata"), HasSubstr("Add metrics"));
  EXPECT_THAT(message(), HasSubstr("undo project=b commit=" + renamed + " to=a"));
}

TEST_F(UndoTest, ARenameStaysWhereTheOldNameIsTaken) {
  const std::string renamed = apply({model::RenameProject{"a", "b"}});
  apply({model::CreateProject{"a"}});
  EXPECT_THAT(undo(renamed),
              FailsWith(ErrorCode::kConflict, "there is another project 'a' by now"));
}

TEST_F(UndoTest, CommitsByHandAreUndoneLikeOthers) {
  const std::string before = tip();
  builder_.commit(kRef,
                  {{"projects/a.json", std::nullopt},
                   {"projects/b.json", sample_project("b")},
                   {"README.md", "text"},
                   {"projects/notes.txt", "text"}},
                  "by hand");
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(at("claudestep-metadata"), sample_project("a"));
  EXPECT_FALSE(builder_.read(kRef, "projects/b.json").has_value());
  EXPECT_EQ(builder_.read(kRef, "README.md"), "text");
  ASSERT_EQ(warnings_.size(), 1U);
  EXPECT_THAT(warnings_[0], HasSubstr("also changed files that are no projects; they stay as they "
                                      "are: 'README.md', 'projects/notes.txt'"));
}

TEST_F(UndoTest, WithoutACommitItTakesTheNewestThatChangedAProject) {
  apply({set_state(80, PrState::kClosed)});
  builder_.commit(kRef, {{"README.md", "text"}}, "by hand");
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(at("claudestep-metadata"), sample_project("a"));
}

TEST_F(UndoTest, BeginningsMergesAndOthersAreRefused) {
  const std::string root = tip();
  EXPECT_THAT(undo(root), FailsWith(ErrorCode::kConflict, "the branch begins with it"));
  const std::string foreign = builder_.commit(kRef, {{"README.md", "text"}}, "by hand");
  EXPECT_THAT(undo(foreign), FailsWith(ErrorCode::kConflict, "it changed no project"));
  const std::string side = builder_.commit("refs/heads/side", {{"x", "y"}});
  EXPECT_THAT(undo(side), FailsWith(ErrorCode::kNotFound, "is no commit of"));
  EXPECT_THAT(undo("nosuchthing"), FailsWith(ErrorCode::kNotFound, "nosuchthing"));
  builder_.set_ref(kRef, builder_.commit_tree(tree(root), {foreign, side}, "merge"));
  EXPECT_THAT(undo(tip()), FailsWith(ErrorCode::kConflict, "it is a merge"));
}

TEST_F(UndoTest, AFileThatCannotBeReadIsNotBroughtBack) {
  builder_.commit(kRef, {{"projects/a.json", "{"}}, "broken");
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(at("claudestep-metadata"), sample_project("a"));
  EXPECT_THAT(undo(),
              FailsWith(ErrorCode::kCorrupt, "before it 'projects/a.json' could not be read"));
}

TEST_F(UndoTest, OneCommitOfManyProjectsIsOneUndo) {
  git::Repository repository = open();
  const std::string before = tree("claudestep-metadata");
  ASSERT_THAT(
      write(repository, options(),
            {model::CreateProject{"b"}, model::CreateProject{"c"}, model::ArchiveProject{"a"}}),
      IsOk());
  ASSERT_THAT(undo(), IsOk());
  EXPECT_EQ(tree("claudestep-metadata"), before);
}

TEST_F(UndoTest, OfAnEmptyRepositoryThereIsNothing) {
  builder_.git({"update-ref", "-d", std::string(kRef)});
  EXPECT_THAT(undo(), FailsWith(ErrorCode::kNotFound, "there is nothing to undo"));
}

}  // namespace
}  // namespace claudestep::store
