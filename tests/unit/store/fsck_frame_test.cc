// fsck --frame: what our own commits do passes, whatever the operation; what they do not name is
// found, and a lost update is called one. The losses are seeded by hand, with git alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "store/fsck.h"
#include "store/fsck_trailer.h"
#include "store/push_guard.h"
#include "store/root.h"
#include "store/undo.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::Operation;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

model::AiOperation ai_operation(const std::string& id) {
  model::AiOperation operation;
  operation.type = model::Text("PRCreation");
  operation.model = model::Text("claude-sonnet-4");
  operation.cost_usd = model::Cost(Money{170'000'000});
  operation.operation_id = model::Text(id);
  return operation;
}

model::OpenPr open_pr(const std::string& project, const std::string& task, std::int64_t number) {
  model::OpenPr open;
  open.project = project;
  open.task = task;
  open.pr = number;
  open.branch = "b" + std::to_string(number);
  open.reviewer = "alice";
  return open;
}

model::SetPrState set_state(const std::string& project, std::int64_t number, model::PrState state) {
  model::SetPrState set;
  set.project = project;
  set.pr = number;
  set.state = state;
  return set;
}

class FsckFrame : public StoreTest {
 protected:
  FsckFrame() : repository_(open()) {}

  void apply(std::vector<Operation> operations) {
    auto planned = [&operations](const View&, model::Branch&) {
      return Result<std::vector<Operation>>(operations);
    };
    const auto outcome = write(repository_, options(), planned);
    ASSERT_THAT(outcome, test::IsOk());
    EXPECT_TRUE(outcome->changed) << model::summarise(operations.front());
  }

  // The file of the present tip, or of a revision.
  [[nodiscard]] std::string file(const std::string& path, const std::string& at = {}) const {
    const auto bytes = builder_.read(at.empty() ? std::string(kRef) : at, path);
    return bytes ? *bytes : "";
  }

  // A commit as claudestep would have made it, but with these files.
  void forge(const test::Files& files, const std::string& operations) {
    std::string message = "a forged commit\n\n";
    std::istringstream lines(operations);
    for (std::string line; std::getline(lines, line);) message += "Claudestep-Op: " + line + "\n";
    builder_.commit(kRef, files, message);
  }

  // A commit as sync --accept-rewind would have made it, but with these files.
  void carry(const test::Files& files, const std::string& trailers) {
    builder_.commit(kRef, files, "claudestep: put unpushed work on 1234567\n\n" + trailers);
  }

  // Takes a commit back, the newest by default; false when that is refused.
  bool undo(const std::optional<std::string>& commit = std::nullopt) {
    const auto planned = [&](const View& view, model::Branch&) {
      return plan_undo(repository_, view, commit).map([](UndoPlan&& plan) {
        return std::move(plan.operations);
      });
    };
    return write(repository_, options(), planned).has_value();
  }

  // What --frame finds: "code path: message", commits named by their place in history from 1.
  [[nodiscard]] std::vector<std::string> frame() {
    git::Repository fresh = open();
    const auto report = fsck(fresh, {view_options(), true});
    EXPECT_THAT(report, test::IsOk());
    std::vector<std::string> ids;
    std::istringstream list(
        builder_.git({"rev-list", "--reverse", "--topo-order", std::string(kRef)}));
    for (std::string id; std::getline(list, id);) ids.push_back(id.substr(0, 12));
    std::vector<std::string> lines;
    for (const auto& found : report->diagnostics) {
      if (!found.code.starts_with("frame/")) continue;
      std::string line = found.code + " " + found.place.file + ": " + found.message;
      for (std::size_t at = 0; at < ids.size(); ++at) {
        for (std::size_t where = line.find(ids[at]); where != std::string::npos;
             where = line.find(ids[at])) {
          line.replace(where, 12, "@" + std::to_string(at + 1));
        }
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }

  // A project with two tasks, and #41 open for the first: commits 3 to 5 of the branch.
  void begin() {
    apply({model::CreateProject{"auth"}});
    apply({model::AddTask{"auth", "one", {}, {}}, model::AddTask{"auth", "two", {}, {}}});
    apply({open_pr("auth", "1", 41)});
  }

  git::Repository repository_;
};

TEST_F(FsckFrame, PassesEveryOperation) {
  begin();
  apply({model::AddTask{"auth", "zero", 1, {"2"}}});
  apply({model::EditTask{"auth", "3", "two, but better"}});
  apply({model::CheckTask{"auth", "3", true}});
  apply({model::CheckTask{"auth", "3", false}});
  apply({model::AssignPr{"auth", 41, "bob"}, model::RetitlePr{"auth", 41, "Do one"}});
  apply({model::AddAiOperations{"auth", 41, {ai_operation("a"), ai_operation("b")}}});
  apply({set_state("auth", 41, model::PrState::kClosed)});
  apply({set_state("auth", 41, model::PrState::kOpen)});
  apply({set_state("auth", 41, model::PrState::kMerged)});
  apply({model::ClaimTask{"auth", "3", "bot", {}, 7200}});
  apply({model::ReleaseTask{"auth", "3"}});
  apply({model::ClaimTask{"auth", "3", "bot", {}, 7200}});
  apply({open_pr("auth", "3", 42), model::AddAiOperations{"auth", 42, {ai_operation("c")}}});
  apply({model::MovePr{"auth", 42, "1"}});
  apply({model::RenameProject{"auth", "login"}});
  apply({model::RetitlePr{"login", 42, "x"}, model::RenameProject{"login", "signin"},
         model::RenameProject{"signin", "entry"}});
  apply({model::ArchiveProject{"entry"}});
  apply({model::UnarchiveProject{"entry"}, model::RetitlePr{"entry", 42, "y"}});
  apply({model::SetPlan{
      "entry", "spec.md", "checklist", {{{}, "zero", {}, {}, {}}, {{}, "four", {"1"}, true, {}}}}});
  apply({model::CreateProject{"other"}, model::AddTask{"other", "a", {}, {}},
         model::DeleteProject{"entry"}});
  EXPECT_THAT(frame(), IsEmpty());
}

TEST_F(FsckFrame, PassesUndoOfEachCommitAndItsUndo) {
  begin();
  apply({model::AddTask{"auth", "zero", 1, {}}});
  apply({set_state("auth", 41, model::PrState::kMerged)});
  apply({model::RenameProject{"auth", "login"}});
  apply({model::ArchiveProject{"login"}});
  apply({model::DeleteProject{"login"}});
  for (int undone = 0; undone < 3; ++undone) {
    ASSERT_OK_AND_ASSIGN(const View view, View::open(repository_, view_options()));
    const std::string commit =
        builder_.git({"rev-parse", std::string(kRef) + "~" + std::to_string(2 * undone)});
    ASSERT_OK_AND_ASSIGN(const UndoPlan plan, plan_undo(repository_, view, commit));
    apply(plan.operations);
  }
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository_, view_options()));
  ASSERT_OK_AND_ASSIGN(const UndoPlan again, plan_undo(repository_, view, std::nullopt));
  apply(again.operations);
  EXPECT_THAT(frame(), IsEmpty());
}

TEST_F(FsckFrame, PassesMigrationAndRepairOfWhatOthersWrote) {
  builder_.commit(kRef, {{"projects/auth.json", sample_project("auth")},
                         {"projects/old.json", R"({"project": "old", "steps": [
      {"step_index": 1, "step_description": "one", "pr_number": 4, "model": "m",
       "main_task_cost_usd": 0.5, "created_at": "2025-01-01T00:00:00", "x_note": [1]}]})"}});
  apply({model::MigrateProject{"old"}});
  apply({model::RepairProject{"auth"}});
  EXPECT_THAT(frame(),
              ElementsAre("frame/foreign-commit @1:projects/auth.json: 'A U Thor' made 'commit': "
                          "it adds the project 'auth'",
                          "frame/foreign-commit @1:projects/old.json: 'A U Thor' made 'commit': "
                          "it adds the project 'old'"));
}

TEST_F(FsckFrame, FindsAWriteThatBeganFromAnOldState) {
  begin();
  // Another writer read the branch before #41 was there, and put its whole file on top.
  const std::string old = file("projects/auth.json", std::string(kRef) + "~1");
  forge({{"projects/auth.json", old}}, "check-task project=auth task=2 checked=true");
  EXPECT_THAT(frame(),
              ElementsAre("frame/lost-update @6:projects/auth.json: 'a forged commit' takes "
                          "away #41, which @5 wrote"));
}

TEST_F(FsckFrame, FindsAStateThatIsPutBack) {
  begin();
  const std::string open_state = file("projects/auth.json");
  apply({set_state("auth", 41, model::PrState::kMerged)});
  forge({{"projects/auth.json", open_state}}, "assign project=auth pr=41");
  EXPECT_THAT(frame(),
              ElementsAre("frame/lost-update @7:projects/auth.json: 'a forged commit' puts "
                          "the state of #41 back to what it was before @6"));
}

TEST_F(FsckFrame, FindsWhatComesBack) {
  begin();
  const std::string old = file("projects/auth.json");
  apply({model::SetPlan{"auth", "spec.md", "checklist", {{{}, "one", {}, {}, {}}}}});
  forge({{"projects/auth.json", old}}, "retitle project=auth pr=41");
  EXPECT_THAT(
      frame(),
      ElementsAre("frame/lost-update @7:projects/auth.json: 'a forged commit' puts the plan "
                  "of the project back to what it was before @6",
                  "frame/lost-update @7:projects/auth.json: 'a forged commit' brings back "
                  "task 2, which @6 took away"));
}

TEST_F(FsckFrame, HoldsAnUndoToTheCommitThatItNames) {
  begin();
  apply({model::AssignPr{"auth", 41, "bob"}});
  const std::string named = tip();
  const std::string old = file("projects/auth.json", std::string(kRef) + "~2");
  forge({{"projects/auth.json", old}}, "undo project=auth commit=" + named);
  EXPECT_THAT(frame(),
              ElementsAre("frame/lost-update @7:projects/auth.json: 'a forged commit' takes "
                          "away #41, which @5 wrote"));
}

TEST_F(FsckFrame, PassesUndoOfWhatWasUndoneInBetween) {
  const std::vector<std::vector<Operation>> histories = {
      {model::EditTask{"auth", "2", "y"}, model::EditTask{"auth", "2", "z"}},
      {model::ClaimTask{"auth", "2", "bot", {}, 7200}, open_pr("auth", "2", 42)},
      {model::AssignPr{"auth", 41, "bob"}, model::AssignPr{"auth", 41, "eve"}},
      {model::CheckTask{"auth", "2", true}, model::CheckTask{"auth", "2", false}},
      {set_state("auth", 41, model::PrState::kClosed),
       set_state("auth", 41, model::PrState::kOpen)},
      {model::MovePr{"auth", 41, "2"}, model::MovePr{"auth", 41, "1"}},
      {model::ArchiveProject{"auth"}, model::UnarchiveProject{"auth"}},
      {model::AddTask{"auth", "zero", 1, {}}, model::EditTask{"auth", "1", "nought"}}};
  begin();
  for (const auto& history : histories) {
    SCOPED_TRACE(trailer_of(history.front()));
    apply({history[0]});
    const std::string first = tip();
    apply({history[1]});
    ASSERT_TRUE(undo());
    ASSERT_TRUE(undo(first));
  }
  apply({model::RenameProject{"auth", "login"}});
  const std::string renamed = tip();
  apply({model::RenameProject{"login", "signin"}});
  apply({model::AddTask{"signin", "three", {}, {}}});
  ASSERT_TRUE(undo(tip() + "~1"));
  ASSERT_TRUE(undo(renamed));
  EXPECT_THAT(frame(), IsEmpty());
}

TEST_F(FsckFrame, PassesUndoOfOneSideOfAMerge) {
  begin();
  const std::string base = tip();
  apply({model::AssignPr{"auth", 41, "bob"}});
  const std::string assigned = tip();
  builder_.set_ref(kRef, base);
  apply({model::AddTask{"auth", "three", {}, {}}});
  ASSERT_THAT(merge(repository_, options(), *git::ObjectId::parse(assigned)), test::IsOk());
  ASSERT_TRUE(undo(assigned));
  EXPECT_THAT(frame(), IsEmpty());
}

// Whatever is done and taken back through the one door.
TEST_F(FsckFrame, PassesWhateverIsDoneAndTakenBack) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto below = [&random](unsigned limit) {
      return static_cast<unsigned>(random() % limit);
    };
    std::vector<std::string> made;
    std::size_t undone = 0;
    begin();
    const auto do_something = [&](int round) {
      const std::string name = below(3) == 0 ? "b" : "a";
      const std::string other = name == "a" ? "b" : "a";
      const std::string task = std::to_string(1 + below(4));
      const auto pr = static_cast<std::int64_t>(41 + below(3));
      const std::string word = std::string(1, static_cast<char>('t' + below(4)));
      const std::vector<Operation> choice = {
          model::CreateProject{name},
          model::AddTask{name, word, 1, {}},
          model::AddTask{name, word, {}, {"1"}},
          model::EditTask{name, task, word},
          model::CheckTask{name, task, below(2) == 0},
          model::ClaimTask{name, task, word, {}, 7200},
          model::ReleaseTask{name, task},
          open_pr(name, task, pr),
          model::AssignPr{name, pr, word},
          model::RetitlePr{name, pr, word},
          model::MovePr{name, pr, task},
          set_state(name, pr, below(2) == 0 ? model::PrState::kClosed : model::PrState::kMerged),
          set_state(name, pr, model::PrState::kOpen),
          model::AddAiOperations{name, pr, {ai_operation(std::to_string(round))}},
          model::RenameProject{name, other},
          model::ArchiveProject{name},
          model::UnarchiveProject{name},
          model::DeleteProject{name},
          model::SetPlan{name, word, "checklist", {{{}, word, {}, {}, {}}}}};
      std::vector<Operation> operations;
      for (unsigned count = 1 + below(2); count > 0; --count) {
        operations.push_back(choice[below(static_cast<unsigned>(choice.size()))]);
      }
      if (write(repository_, options(), operations)) made.push_back(tip());
    };
    const auto play = [&](int round) {
      if (made.empty() || below(2) != 0) return do_something(round);
      if (undo(made[made.size() - 1 - below(std::min(8U, static_cast<unsigned>(made.size())))])) {
        made.push_back(tip());
        ++undone;
      }
    };
    apply({model::RenameProject{"auth", "a"}});
    for (int round = 0; round < 60; ++round) {
      play(round);
      if (below(4) != 0) continue;
      // Two lines go apart and are merged.
      const std::string fork = tip();
      for (unsigned count = 1 + below(3); count > 0; --count) play(++round);
      const std::string other = tip();
      builder_.set_ref(kRef, fork);
      for (unsigned count = 1 + below(3); count > 0; --count) play(++round);
      ASSERT_THAT(merge(repository_, options(), *git::ObjectId::parse(other)), test::IsOk());
    }
    EXPECT_THAT(frame(), IsEmpty())
        << builder_.git({"log", "--format=%h %p %s", std::string(kRef)});
    EXPECT_GT(undone, 5U);
    builder_.git({"update-ref", "-d", std::string(kRef)});
  }
}

TEST_F(FsckFrame, FindsWhatHidesBehindAnUndo) {
  begin();
  apply({model::EditTask{"auth", "2", "y"}});
  const std::string reworded = tip();
  apply({model::EditTask{"auth", "2", "z"}, model::AssignPr{"auth", 41, "bob"}});
  // The commit named did change the text, but not from what it is by now.
  const std::string old = file("projects/auth.json", reworded + "^");
  forge({{"projects/auth.json", old}}, "undo project=auth commit=" + reworded);
  EXPECT_THAT(frame(),
              ElementsAre("frame/lost-update @8:projects/auth.json: 'a forged commit' puts the "
                          "description of task 2 back to what it was before @7",
                          "frame/lost-update @8:projects/auth.json: 'a forged commit' puts the "
                          "reviewer of #41 back to what it was before @7"));
}

TEST_F(FsckFrame, FindsAProjectThatGoesBehindAnUndo) {
  begin();
  for (const std::string& operation :
       {"undo project=auth commit=" + tip(), std::string("rename project=auth to=login"),
        "undo project=auth commit=" + std::string(40, 'a')}) {
    forge({{"projects/auth.json", std::nullopt}}, operation);
    EXPECT_THAT(frame(), ElementsAre("frame/lost-update @6:projects/auth.json: 'a forged commit' "
                                     "takes away the project 'auth', which @5 wrote"));
    builder_.set_ref(kRef, tip() + "~1");
  }
}

TEST_F(FsckFrame, FollowsNamesThatChangeHands) {
  begin();
  apply({model::CreateProject{"other"}, model::AddTask{"other", "a", {}, {}}});
  apply({model::RenameProject{"auth", "tmp"}, model::RenameProject{"other", "auth"},
         model::RenameProject{"tmp", "other"}, model::EditTask{"other", "2", "two of auth"},
         model::EditTask{"auth", "1", "a of other"}});
  apply({model::DeleteProject{"auth"}, model::RenameProject{"other", "auth"},
         model::CreateProject{"other"}});
  ASSERT_TRUE(undo());
  ASSERT_TRUE(undo());
  EXPECT_THAT(frame(), IsEmpty());
}

TEST_F(FsckFrame, FindsAnotherProjectThatIsPutBack) {
  begin();
  apply({model::CreateProject{"other"}});
  const std::string old = file("projects/auth.json", std::string(kRef) + "~2");
  const std::string now = file("projects/other.json");
  forge({{"projects/auth.json", old}, {"projects/other.json", now + " "}}, "repair project=other");
  EXPECT_THAT(frame(),
              ElementsAre("frame/lost-update @7:projects/auth.json: 'a forged commit' puts "
                          "the project 'auth' back to what it was before @5"));
}

TEST_F(FsckFrame, FindsARenameThatLeavesTheOriginalInPlace) {
  begin();
  forge({{"projects/copy.json", file("projects/auth.json")}}, "rename project=auth to=copy");
  const std::string adds = "frame/unnamed-change @6:projects/copy.json: 'a forged commit' adds ";
  const std::string unnamed = ", which none of its operations is about";
  EXPECT_THAT(frame(),
              ::testing::UnorderedElementsAre(adds + "'auth'" + unnamed, adds + "task 1" + unnamed,
                                              adds + "task 2" + unnamed, adds + "#41" + unnamed));
}

TEST_F(FsckFrame, FindsAProjectThatIsGone) {
  begin();
  apply({model::CreateProject{"other"}});
  forge({{"projects/auth.json", std::nullopt}}, "create-project project=third");
  EXPECT_THAT(frame(),
              ElementsAre("frame/lost-update @7:projects/auth.json: 'a forged commit' takes "
                          "away the project 'auth', which @5 wrote"));
}

TEST_F(FsckFrame, FindsFilesThatAreNoProjects) {
  begin();
  builder_.commit(kRef, {{"notes.txt", "one"}});
  builder_.commit(kRef, {{"notes.txt", "two"}});
  forge({{"notes.txt", "one"}, {"extra.txt", "new"}}, "create-project project=third");
  EXPECT_THAT(
      frame(),
      ElementsAre("frame/unnamed-change @8:extra.txt: 'a forged commit' adds a file that is "
                  "no project's, which none of its operations is about",
                  "frame/lost-update @8:notes.txt: 'a forged commit' puts a file that is no "
                  "project's back to what it was before @7",
                  "frame/foreign-commit refs/heads/claudestep-metadata: 2 commits of others "
                  "touched no project file"));
}

TEST_F(FsckFrame, FindsMoreThanWasNamed) {
  begin();
  std::string more = file("projects/auth.json");
  const auto swap = [&](const std::string& from, const std::string& to) {
    const auto at = more.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    more.replace(at, from.size(), to);
  };
  swap(R"("description": "two")", R"("description": "three")");
  swap(R"("reviewer": "alice")", R"("reviewer": "bob")");
  swap(
      "\"ai_operations\": []",
      R"("ai_operations": [{"type": "x", "operation_id": "1"}, {"type": "y", "operation_id": "2"}])");
  forge({{"projects/auth.json", more}},
        "assign project=auth pr=41\nadd-ai-operations project=auth pr=41 operations=1\n"
        "edit-task project=auth task=1");
  EXPECT_THAT(
      frame(),
      ElementsAre("frame/unnamed-change @6:projects/auth.json: 'a forged commit' changes the "
                  "description of task 2, which none of its operations is about",
                  "frame/unnamed-change @6:projects/auth.json: 'a forged commit' adds an AI "
                  "operation of #41, which none of its operations is about"));
}

TEST_F(FsckFrame, SaysWhatItCannotJudge) {
  begin();
  std::vector<Operation> many;
  many.reserve(21);
  for (int at = 0; at < 21; ++at) {
    many.emplace_back(model::AddTask{"auth", "task " + std::to_string(at), {}, {}});
  }
  apply(many);
  forge({{"projects/auth.json", "{"}}, "retitle project=auth pr=41");
  EXPECT_THAT(frame(),
              ElementsAre("frame/not-judged @6: the commit names only 20 operations of "
                          "those that it made",
                          "frame/not-judged @7:projects/auth.json: the file cannot be read "
                          "on one side of the commit"));
}

TEST_F(FsckFrame, ListsWhatOthersDidToProjects) {
  begin();
  const std::string old = file("projects/auth.json", std::string(kRef) + "~1");
  builder_.commit(kRef, {{"projects/auth.json", old}}, "An update by a script");
  builder_.commit(kRef, {{"projects/auth.json", old + "\n\n"}}, "White space");
  builder_.commit(kRef, {{"projects/auth.json", std::nullopt}}, "Clean up");
  EXPECT_THAT(
      frame(),
      ElementsAre("frame/foreign-commit @6:projects/auth.json: 'A U Thor' made 'An update by a "
                  "script': it takes away #41, which @5 wrote",
                  "frame/foreign-commit @7:projects/auth.json: 'A U Thor' made 'White space': it "
                  "changes no fact",
                  "frame/foreign-commit @8:projects/auth.json: 'A U Thor' made 'Clean up': it "
                  "takes away the project 'auth', which @7 wrote"));
}

TEST_F(FsckFrame, ListsWhatACommitSaysThatItCarriesOn) {
  begin();
  const std::string old = file("projects/auth.json", std::string(kRef) + "~1");
  std::string reworded = old;
  reworded.replace(reworded.find("\"two\""), 5, "\"three\"");
  const std::string carries = "add-task project=third\nby-hand project=auth\nby-hand file=a%20b";
  forge({{"projects/auth.json", reworded}, {"a b", "x"}}, carries);
  forge({{"projects/auth.json", std::nullopt}, {"a b", "y"}, {"c", "z"}}, carries);
  EXPECT_THAT(
      frame(),
      ElementsAre("frame/foreign-commit @6:a b: 'a forged commit' carries on what was done by "
                  "hand: it adds a file that is no project's",
                  "frame/foreign-commit @6:projects/auth.json: 'a forged commit' carries on what "
                  "was done by hand: it changes the description of task 2; takes away #41, which "
                  "@5 wrote",
                  "frame/foreign-commit @7:a b: 'a forged commit' carries on what was done by "
                  "hand: it changes a file that is no project's",
                  "frame/unnamed-change @7:c: 'a forged commit' adds a file that is no project's, "
                  "which none of its operations is about",
                  "frame/foreign-commit @7:projects/auth.json: 'a forged commit' carries on what "
                  "was done by hand: it takes away the project 'auth', which @6 wrote"));
}

// What a commit puts upon a tip as a whole is noted there, and is a change that nothing names in
// any other commit.
TEST_F(FsckFrame, LetsOnlyWorkThatIsPutUponATipCarryAProject) {
  begin();
  const std::string old = file("projects/auth.json");
  std::string reworded = old;
  reworded.replace(reworded.find("\"two\""), 5, "\"three\"");
  carry({{"projects/auth.json", reworded}}, "Claudestep-Op: carry project=auth\n");
  carry({{"projects/more.json", old}}, "Claudestep-Op: carry project=auth\n");
  forge({{"projects/auth.json", old}}, "carry project=auth");
  const std::string work = "'claudestep: put unpushed work on 1234567' ";
  EXPECT_THAT(
      frame(),
      ElementsAre("frame/not-judged @6:projects/auth.json: " + work +
                      "carries on the project 'auth' as a whole",
                  "frame/unnamed-change @7:projects/more.json: " + work +
                      "adds the project 'more', which none of its operations is about",
                  "frame/lost-update @8:projects/auth.json: 'a forged commit' puts the project "
                  "'auth' back to what it was before @6"));
}

// What is carried on as a whole takes nothing from its tip and undoes no merge, unless a receipt
// says so.
TEST_F(FsckFrame, LetsACarriedProjectTakeAwayOnlyWithReceipts) {
  begin();
  apply({set_state("auth", 41, model::PrState::kMerged)});
  const std::string merged = file("projects/auth.json");
  apply({open_pr("auth", "2", 42)});
  apply({model::CreateProject{"gone"}});
  const auto before = git::ObjectId::parse(tip());
  std::string closed = merged;
  closed.replace(closed.find(R"("pr_state": "merged")"), 20, R"("pr_state": "closed")");
  const test::Files files{{"projects/auth.json", std::nullopt},
                          {"projects/login.json", closed},
                          {"projects/gone.json", std::nullopt}};
  const std::string carries =
      "Claudestep-Op: carry project=login from=auth\nClaudestep-Op: carry project=gone\n";
  carry(files, carries);
  const std::string work = ": 'claudestep: put unpushed work on 1234567' ";
  const std::string note = "frame/not-judged @9:projects/login.json" + work +
                           "carries on the project 'login' as a whole";
  const std::string unnamed = ", which none of its operations is about";
  EXPECT_THAT(frame(), ElementsAre("frame/lost-update @9:projects/gone.json" + work +
                                       "takes away the project 'gone', which @8 wrote",
                                   note,
                                   "frame/unnamed-change @9:projects/login.json" + work +
                                       "changes the state of #41" + unnamed,
                                   "frame/lost-update @9:projects/login.json" + work +
                                       "takes away #42, which @7 wrote"));
  const auto pushed = examine_push(
      repository_, {std::string(kRef), before, git::ObjectId::parse(tip())}, test::kEpoch);
  ASSERT_THAT(pushed, test::IsOk());
  EXPECT_EQ(std::count_if(pushed->begin(), pushed->end(),
                          [](const auto& found) { return found.code.starts_with("frame/"); }),
            3);

  builder_.set_ref(kRef, before->hex());
  carry(files, carries +
                   "Claudestep-Dropped: deletion project=gone kept=deleted dropped=the%20project\n"
                   "Claudestep-Dropped: deletion project=login pr=42 kept=deleted "
                   "dropped=the%20pull%20request\n"
                   "Claudestep-Dropped: state project=login pr=41 kept=closed dropped=merged\n");
  EXPECT_THAT(frame(), ElementsAre(note));
}

// Not all that one carries on may be named, as not all operations are.
TEST_F(FsckFrame, DoesNotJudgeFilesOfWorkThatIsCarriedOnAndNotNamed) {
  begin();
  builder_.commit(kRef, {{"a", "x"}},
                  "claudestep: put unpushed work on 1234567\n\nClaudestep-Op: add-task "
                  "project=auth\nClaudestep-Ops: 21\n");
  EXPECT_THAT(frame(), ElementsAre("frame/not-judged @6: the commit names only 1 operation of "
                                   "those that it made"));
}

TEST_F(FsckFrame, CountsWhatOneForeignCommitDidToMany) {
  test::Files files;
  for (int at = 1; at <= 8; ++at) {
    files["projects/p" + std::to_string(at) + ".json"] = sample_project("p" + std::to_string(at));
  }
  builder_.commit(kRef, files, "Import");
  const auto found = frame();
  ASSERT_EQ(found.size(), 6U);
  EXPECT_EQ(found[4],
            "frame/foreign-commit @1:projects/p5.json: 'A U Thor' made 'Import': it adds "
            "the project 'p5'");
  EXPECT_EQ(found[5],
            "frame/foreign-commit @1: 'A U Thor' made 'Import': it touches 3 more projects");
}

class FsckFrameMerge : public FsckFrame {
 protected:
  // Two sides of the branch as begin() leaves it: ours opens #42, theirs merges #41 and adds a
  // project. Then a commit of both with the tree that `take` makes of them.
  void SetUp() override {
    begin();
    base_ = tip();
    apply({open_pr("auth", "2", 42)});
    ours_ = tip();
    builder_.set_ref(kRef, base_);
    apply({set_state("auth", 41, model::PrState::kMerged)});
    apply({model::CreateProject{"other"}});
    theirs_ = tip();
  }

  void merge(const test::Files& files, std::string_view onto) {
    builder_.set_ref("refs/heads/scratch", onto);
    const std::string commit = builder_.commit("refs/heads/scratch", files);
    const std::string tree = builder_.git({"rev-parse", commit + "^{tree}"});
    builder_.set_ref(kRef, builder_.commit_tree(tree, {ours_, theirs_}, "a merge"));
  }

  [[nodiscard]] static std::string short_of(const std::string& id) { return id.substr(0, 12); }

  std::string base_;
  std::string ours_;
  std::string theirs_;
};

TEST_F(FsckFrameMerge, PassesWhenBothSidesAreThere) {
  std::string both = file("projects/auth.json", ours_);
  const auto at = both.find(R"("pr_state": "open")");
  ASSERT_NE(at, std::string::npos);
  const std::string merged = file("projects/auth.json", theirs_);
  const auto state = merged.find("\"merged_at\"");
  const std::string merged_at = merged.substr(state, merged.find('\n', state) - state);
  both.replace(at, 18, R"("pr_state": "merged")");
  both.insert(both.find("\"ai_operations\""), merged_at + "\n");
  merge({{"projects/auth.json", both}}, theirs_);
  EXPECT_THAT(frame(), IsEmpty());
}

TEST_F(FsckFrameMerge, FindsASideThatIsDropped) {
  merge({{"projects/auth.json", file("projects/auth.json", ours_)}}, theirs_);
  const auto found = frame();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0], ::testing::HasSubstr("frame/lost-update"));
  EXPECT_THAT(found[0], ::testing::EndsWith("did to the state of #41"));
}

TEST_F(FsckFrameMerge, FindsAFileThatIsDropped) {
  builder_.set_ref(kRef, base_);
  apply({model::AddTask{"auth", "three", {}, {}}});
  ours_ = tip();
  merge({{"other.txt", "new"}}, ours_);
  const auto found = frame();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_THAT(found[0], ::testing::HasSubstr("frame/foreign-commit"));
  EXPECT_THAT(found[0], ::testing::EndsWith(
                            "other.txt: 'a merge' adds a file that is no project's, by itself"));
  EXPECT_THAT(found[1], ::testing::EndsWith("did to the state of #41"));
  EXPECT_THAT(found[2], ::testing::EndsWith("did to 'other'"));
}

// A square of these takes minutes: more than the judge keeps of what it has read.
TEST_F(FsckFrameMerge, LooksAtEachOfManyProjectsOnce) {
  const auto all_saying = [](const std::string& description) {
    test::Files files;
    for (int at = 0; at < 2500; ++at) {
      const std::string name = "p" + std::to_string(at);
      files["projects/" + name + ".json"] =
          R"({"schema_version": "2.0", "project": ")" + name +
          R"(", "last_updated": "2026-01-02T03:04:05Z", "pull_requests": [], "tasks": [)" +
          R"({"index": 1, "id": "aaaaaaaa", "status": "pending", "description": ")" + description +
          R"("}]})";
    }
    return files;
  };
  builder_.set_ref(kRef, base_);
  base_ = builder_.commit(kRef, all_saying("one"));
  ours_ = builder_.commit(kRef, all_saying("two"));
  builder_.set_ref(kRef, base_);
  theirs_ = builder_.commit(kRef, {{"other.txt", "new"}});
  test::Files merged = all_saying("three");
  merged["projects/p7.json"] = file("projects/p7.json", base_);
  merge(merged, theirs_);
  const double begun = static_cast<double>(std::clock());
  const auto found = frame();
  EXPECT_LT((static_cast<double>(std::clock()) - begun) / CLOCKS_PER_SEC, 20);
  const auto is_loss = [](const std::string& line) {
    return line.starts_with("frame/lost-update");
  };
  ASSERT_EQ(std::count_if(found.begin(), found.end(), is_loss), 1);
  EXPECT_THAT(*std::find_if(found.begin(), found.end(), is_loss),
              ::testing::HasSubstr("projects/p7.json: the merge drops what"));
}

// The seconds of processor time that `frame` takes, the least of three times: what else is at work
// makes it more, never less.
double least_seconds_of(const std::function<void()>& frame) {
  double least = std::numeric_limits<double>::max();
  for (int time = 0; time < 3; ++time) {
    const auto begun = static_cast<double>(std::clock());
    frame();
    least = std::min(least, (static_cast<double>(std::clock()) - begun) / CLOCKS_PER_SEC);
  }
  return least;
}

// Each task that one side took away was looked for among all that the other changed: four times as
// many took eight times as long, where they need four.
TEST_F(FsckFrameMerge, LooksUpWhatTheOtherSideChanged) {
  const auto seconds_for = [&](int tasks) {
    const auto project_saying = [&](const std::string& description) {
      std::string text = R"({"schema_version": "2.0", "project": "big",
        "last_updated": "2026-01-02T03:04:05Z", "pull_requests": [], "tasks": [)";
      for (int at = 1; !description.empty() && at <= tasks; ++at) {
        text += std::string(at == 1 ? "" : ",") + R"({"index": )" + std::to_string(at) +
                R"(, "id": ")" + std::to_string(10'000'000 + at) +
                R"(", "status": "pending", "description": ")" + description + R"("})";
      }
      return text + "]}";
    };
    builder_.set_ref(kRef, base_);
    base_ = builder_.commit(kRef, {{"projects/big.json", project_saying("one")}});
    ours_ = builder_.commit(kRef, {{"projects/big.json", project_saying("")}});
    builder_.set_ref(kRef, base_);
    theirs_ = builder_.commit(kRef, {{"projects/big.json", project_saying("two")}});
    merge({}, theirs_);
    return least_seconds_of([&] {
      EXPECT_THAT(frame(), ::testing::Each(::testing::Not(::testing::HasSubstr("lost-update"))));
    });
  };
  const std::string start = base_;
  const double few = seconds_for(1'000);
  base_ = start;
  EXPECT_LT(seconds_for(12'000), 18 * few);
}

TEST_F(FsckFrameMerge, FollowsAProjectWhoseNameAnotherHas) {
  builder_.set_ref(kRef, base_);
  apply({model::RenameProject{"auth", "login"}});
  apply({model::CreateProject{"auth"}});
  ours_ = tip();
  builder_.set_ref(kRef, base_);
  apply({set_state("auth", 41, model::PrState::kMerged)});
  theirs_ = tip();
  builder_.set_ref(kRef, ours_);
  ASSERT_THAT(store::merge(repository_, options(), *git::ObjectId::parse(theirs_)), test::IsOk());
  EXPECT_THAT(frame(), IsEmpty());
  // What theirs did to the old project is in the new one.
  merge({{"projects/auth.json", file("projects/auth.json", theirs_)}}, ours_);
  EXPECT_THAT(frame(),
              ::testing::UnorderedElementsAre(::testing::EndsWith("did to the state of #41"),
                                              ::testing::EndsWith("did to 'auth'")));
}

TEST_F(FsckFrameMerge, PassesATaskThatTheOtherSideNeeds) {
  builder_.set_ref(kRef, base_);
  apply({model::AddTask{"auth", "three", {}, {}}});
  const std::string added = tip();
  ASSERT_TRUE(undo());
  const std::string taken_back = tip();
  builder_.set_ref(kRef, added);
  apply({model::AddTask{"auth", "four", {}, {"3"}}});
  ASSERT_THAT(store::merge(repository_, options(), *git::ObjectId::parse(taken_back)),
              test::IsOk());
  EXPECT_THAT(frame(), IsEmpty());
}

TEST_F(FsckFrameMerge, PassesAPullRequestThatTheOtherSideChanged) {
  const std::string opened = ours_;
  builder_.set_ref(kRef, opened);
  ASSERT_TRUE(undo());
  const std::string taken_back = tip();
  builder_.set_ref(kRef, opened);
  apply({model::AddAiOperations{"auth", 42, {ai_operation("1")}}});
  ASSERT_THAT(store::merge(repository_, options(), *git::ObjectId::parse(taken_back)),
              test::IsOk());
  EXPECT_THAT(frame(), IsEmpty());
}

TEST_F(FsckFrameMerge, PassesAnOperationThatIsOneWithThatOfTheOtherSide) {
  // With another pull request here and there, and recorded with and without an id.
  builder_.set_ref(kRef, base_);
  apply({open_pr("auth", "2", 42)});
  const std::string opened = tip();
  model::AiOperation here = ai_operation("1");
  model::AiOperation without_id = ai_operation("2");
  without_id.workflow_run_id = model::Text("5");
  without_id.created_at = model::Time(*Timestamp::parse("2026-01-27T10:00:00Z"));
  model::AiOperation with_id = without_id;
  without_id.operation_id.reset();
  apply({model::AddAiOperations{"auth", 41, {here, without_id}}});
  ours_ = tip();
  builder_.set_ref(kRef, opened);
  apply(
      {model::AddAiOperations{"auth", 42, {here}}, model::AddAiOperations{"auth", 41, {with_id}}});
  ASSERT_THAT(store::merge(repository_, options(), *git::ObjectId::parse(ours_)), test::IsOk());
  EXPECT_THAT(frame(), IsEmpty());
}

TEST_F(FsckFrame, PassesAnIdThatARecordGets) {
  begin();
  model::AiOperation operation = ai_operation("1");
  operation.workflow_run_id = model::Text("5");
  operation.created_at = model::Time(*Timestamp::parse("2026-01-27T10:00:00Z"));
  const model::AiOperation with_id = operation;
  operation.operation_id.reset();
  apply({model::AddAiOperations{"auth", 41, {operation}}});
  apply({model::AddAiOperations{"auth", 41, {with_id}}});
  EXPECT_THAT(frame(), IsEmpty());
}

TEST(FsckTrailers, AreReadBack) {
  model::OpenPr open = open_pr("auth", "odd id=%", 41);
  const auto parsed = parse_operation_trailer(model::trailer_of(open));
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(*parsed, (NamedOperation{"open-pr", "auth", {{"pr", "41"}, {"task", "odd id=%"}}}));
  EXPECT_EQ(parse_operation_trailer(""), std::nullopt);
  EXPECT_EQ(parse_operation_trailer("open-pr"), std::nullopt);
  EXPECT_EQ(parse_operation_trailer("open-pr project"), std::nullopt);
}

TEST(FsckTrailers, NameFilesChangedByHand) {
  const auto named =
      named_operations("s\n\nClaudestep-Op: by-hand file=a%20b\nClaudestep-Op: repair project=a\n");
  EXPECT_TRUE(named.complete);
  EXPECT_EQ(named.files, std::set<std::string>{"a b"});
  EXPECT_EQ(named.operations.size(), 1U);
  EXPECT_FALSE(named_operations("s\n\nClaudestep-Op: repair file=a\n").complete);
}

TEST(FsckTrailers, NameProjectsThatAreCarriedOn) {
  const auto named = named_operations(
      "s\n\nClaudestep-Op: carry project=a\nClaudestep-Op: carry project=b from=c%20d\n");
  EXPECT_TRUE(named.complete && named.is_ours() && named.operations.empty());
  EXPECT_EQ(named.carried, (std::map<std::string, std::string>{{"a", "a"}, {"b", "c d"}}));
  EXPECT_FALSE(named_operations("s\n\nClaudestep-Op: carry file=a\n").complete);
}

TEST(FsckTrailers, OfACommitAreAllOrNot) {
  EXPECT_TRUE(named_operations("s\n\nClaudestep-Op: repair project=a\n").complete);
  EXPECT_TRUE(named_operations("s\n").operations.empty());
  EXPECT_FALSE(
      named_operations("s\n\nClaudestep-Op: repair project=a\nClaudestep-Ops: 30\n").complete);
  EXPECT_FALSE(
      named_operations("s\n\nClaudestep-Op: repair project=a\nClaudestep-Op: odd\n").complete);
}

}  // namespace
}  // namespace claudestep::store
