// Lives of clones that push to a shared repository with a guard: commands, edits by hand, merges
// for which a person took one side. What the guard lets in, and what is squashed where it does not,
// takes no task away that no command took away.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/push_guard.h"
#include "store/undo.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::Operation;

// Tasks, and how each was last worded: "task 3" becomes "task 3, 8".
using Wordings = std::map<std::string, std::string>;

struct GuardedClone {
  std::string ref;
  std::set<std::string> deleted;   // tasks that a command took away, and that did not come back
  std::set<std::string> reworded;  // tasks that a command worded as they were before
  std::string told;
};

class GuardedLives : public StoreTest {
 protected:
  GuardedLives() : repository_(open()) {
    const auto begun = init(repository_, options());
    EXPECT_THAT(begun, test::IsOk());
    beginning_ = *begun->commit;
  }

  std::size_t below(std::size_t end) { return random_() % end; }

  [[nodiscard]] git::ObjectId tip_of(const GuardedClone& clone) {
    return repository_.find_ref(clone.ref)->value();
  }
  void set_tip(const GuardedClone& clone, const git::ObjectId& value) {
    const git::Signature who{"a", "a@b", test::kEpoch, 0};
    const auto now = repository_.find_ref(clone.ref);
    EXPECT_THAT(repository_.compare_and_swap(clone.ref, *now, value, who, "test"), test::IsOk());
  }

  [[nodiscard]] View view_at(const git::ObjectId& commit) {
    ViewOptions options = view_options();
    options.at = commit.hex();
    return *View::open(repository_, options);
  }

  // No two tasks are alike.
  [[nodiscard]] Wordings tasks_at(const git::ObjectId& commit) {
    const View view = view_at(commit);
    const auto entries = view.entries();
    Wordings tasks;
    for (const ProjectEntry& entry : *entries) {
      const auto project = view.read(entry);
      EXPECT_THAT(project, test::IsOk()) << entry.path();
      for (const model::Task& task : project->tasks) {
        const std::string& text = task.description.value;
        tasks[text.substr(0, text.find(','))] = text;
      }
    }
    return tasks;
  }

  // Keeps the account of what went from `before` to the tip, by a command or not.
  void account(GuardedClone& clone, const git::ObjectId& before, bool by_command) {
    const auto had = tasks_at(before);
    const auto has = tasks_at(tip_of(clone));
    for (const auto& [task, unused] : has) clone.deleted.erase(task);
    for (const auto& [task, text] : had) {
      const auto now = has.find(task);
      if (now == has.end() && by_command) clone.deleted.insert(task);
      if (now != has.end() && now->second != text && by_command) clone.reworded.insert(task);
    }
  }

  void command(GuardedClone& clone) {
    const git::ObjectId before = tip_of(clone);
    WriteOptions how = options();
    how.ref = clone.ref;
    const auto done = write(repository_, how, [&](const View& view, model::Branch&) {
      const auto names = view.names();
      return operations(view, names.empty() ? "none" : names[below(names.size())],
                        std::string(1, static_cast<char>('p' + below(4))));
    });
    if (!done) return;  // there is no such project, or that name is taken
    for (const Operation& operation : done->operations) {
      clone.told += "; " + model::trailer_of(operation);
    }
    account(clone, before, true);
  }

  Result<std::vector<Operation>> operations(const View& view, const std::string& name,
                                            const std::string& fresh) {
    using Operations = std::vector<Operation>;
    const std::string mark = "task " + std::to_string(++marks_);
    // Mostly what one side takes away, and the other has at most in another order.
    if (is_tidy_ && below(3) > 0) {
      const auto what = below(5);
      if (what == 0) return Operations{model::DeleteProject{name}};
      if (what > 1) return plan_anew(view, name);
      return move(view, name);
    }
    switch (below(12)) {
      case 10:
      case 11:
        return plan_anew(view, name);
      case 0:
        return Operations{model::CreateProject{fresh}, model::AddTask{fresh, mark, {}, {}}};
      case 1: {
        const std::string other = "task " + std::to_string(++marks_);
        return Operations{
            model::CreateProject{fresh},
            model::SetPlan{
                fresh, "plan.md", "checklist", {{{}, mark, {}, {}, {}}, {{}, other, {}, {}, {}}}}};
      }
      case 2:
        return Operations{model::RenameProject{name, fresh}};
      case 3:
        return Operations{model::DeleteProject{name}};
      case 4:
        return plan_undo(repository_, view, std::nullopt).map([](UndoPlan&& plan) {
          return plan.operations;
        });
      case 5:
        return move(view, name);
      case 6:
      case 7:
        return reword(view, name);
      default:
        return Operations{model::AddTask{name, mark, {}, {}}};
    }
  }

  static std::vector<Operation> move(const View& view, const std::string& name) {
    if (view.find(name) == model::Shelf::kArchive) return {model::UnarchiveProject{name}};
    return {model::ArchiveProject{name}};
  }

  // The tasks in another order; now and then one less.
  Result<std::vector<Operation>> plan_anew(const View& view, const std::string& name) {
    if (!view.find(name)) return std::vector<Operation>();
    CS_ASSIGN(const model::Project project, view.load(name));
    model::SetPlan plan{name, "plan.md", "checklist", {}};
    for (const model::Task& task : project.tasks) {
      plan.tasks.push_back({task.id->value, task.description.value, {}, {}, {}});
    }
    std::shuffle(plan.tasks.begin(), plan.tasks.end(), random_);
    if (plan.tasks.size() > 1 && below(3) == 0) plan.tasks.pop_back();
    if (plan.tasks.empty()) return std::vector<Operation>();
    return std::vector<Operation>{std::move(plan)};
  }

  Result<std::vector<Operation>> reword(const View& view, const std::string& name) {
    if (!view.find(name)) return std::vector<Operation>();
    CS_ASSIGN(const model::Project project, view.load(name));
    if (project.tasks.empty()) return std::vector<Operation>();
    const model::Task& task = project.tasks[below(project.tasks.size())];
    const std::string& text = task.description.value;
    const std::string wording = text.substr(0, text.find(',')) + ", " + std::to_string(marks_);
    return std::vector<Operation>{model::EditTask{name, {task.id->value}, wording}};
  }

  void commit_by_hand(GuardedClone& clone, const git::ObjectId& tree,
                      std::vector<git::ObjectId> parents, const std::string& deed) {
    const git::ObjectId before = tip_of(clone);
    const git::Signature who{"hand", "h@b", test::kEpoch, 0};
    auto batch = repository_.begin_objects();
    const auto made = batch->add_commit(
        {tree, std::move(parents), who, who, deed + " " + std::to_string(++marks_) + "\n"});
    ASSERT_THAT(batch->flush(), test::IsOk());
    set_tip(clone, *made);
    clone.told += "; BY HAND " + deed;
    account(clone, before, false);
  }

  // Whether there was a task in the file that the remote had otherwise before.
  bool word_as_before(std::string& bytes) {
    for (const auto& [task, wordings] : worded_) {
      const std::size_t at = bytes.find('"' + task + ',');
      if (at == std::string::npos || wordings.empty()) continue;
      const std::size_t end = bytes.find('"', at + 1);
      bytes.replace(at + 1, end - at - 1, *wordings.begin());
      return true;
    }
    return false;
  }

  void edit_by_hand(GuardedClone& clone) {
    const git::ObjectId before = tip_of(clone);
    const auto commit = repository_.read_commit(before);
    const auto entries = view_at(before).entries();
    if (entries->empty()) return;
    const ProjectEntry& one = (*entries)[below(entries->size())];
    const ProjectEntry& other = (*entries)[below(entries->size())];
    std::vector<git::TreeChange> changes;
    const auto put = [&](const std::string& path, const git::ObjectId& blob) {
      changes.push_back({path, blob});
    };
    std::string deed;
    switch (below(5)) {
      case 4: {  // as somebody does who has an old copy of the file
        std::string bytes = *repository_.read_blob(one.blob);
        if (!word_as_before(bytes)) return;
        auto batch = repository_.begin_objects();
        put(one.path(), *batch->add_blob(bytes));
        ASSERT_THAT(batch->flush(), test::IsOk());
        deed = "words as before " + one.path();
        break;
      }
      case 0:
        deed = "removes " + one.path();
        changes.push_back({one.path(), std::nullopt});
        break;
      case 1:
        deed = "moves " + one.path() + " over " + other.path();
        if (one.path() == other.path()) return;
        changes.push_back({one.path(), std::nullopt});
        put(other.path(), one.blob);
        break;
      default: {  // as in a work tree that has fallen behind
        std::vector<git::Commit> past;
        EXPECT_THAT(repository_.walk_first_parents(before,
                                                   [&](const git::Commit& at) {
                                                     past.push_back(at);
                                                     return past.size() < 6;
                                                   }),
                    test::IsOk());
        const git::Commit& old = past[below(past.size())];
        return commit_by_hand(clone, old.tree, {before},
                              "goes back to " + old.id.hex().substr(0, 7));
      }
    }
    auto batch = repository_.begin_objects();
    const auto tree = batch->add_tree(commit->tree, changes);
    ASSERT_THAT(tree, test::IsOk());
    ASSERT_THAT(batch->flush(), test::IsOk());
    commit_by_hand(clone, *tree, {before}, deed);
  }

  // What a guard refuses, though nothing comes of it.
  void take_away_and_put_back(GuardedClone& clone) {
    const git::ObjectId before = tip_of(clone);
    const auto commit = repository_.read_commit(before);
    const auto entries = view_at(before).entries();
    if (entries->empty()) return;
    const std::string path = (*entries)[below(entries->size())].path();
    auto batch = repository_.begin_objects();
    const std::vector<git::TreeChange> gone{{path, std::nullopt}};
    const auto tree = batch->add_tree(commit->tree, gone);
    ASSERT_THAT(batch->flush(), test::IsOk());
    commit_by_hand(clone, *tree, {before}, "removes " + path);
    commit_by_hand(clone, commit->tree, {tip_of(clone)}, "puts back " + path);
  }

  void merge_by_hand(GuardedClone& clone) {
    const git::ObjectId before = tip_of(clone);
    if (*repository_.compare(before, remote_) != git::Ancestry::kDiverged) return;
    const bool is_ours = below(2) == 0;
    const auto taken = repository_.read_commit(is_ours ? before : remote_);
    commit_by_hand(clone, taken->tree, {before, remote_},
                   is_ours ? "merges -s ours" : "takes theirs");
  }

  void sync(GuardedClone& clone) {
    WriteOptions how = options();
    how.ref = clone.ref;
    const git::ObjectId before = tip_of(clone);
    const auto merged = merge(repository_, how, remote_);
    if (!merged) return give_up(clone, merged.error());  // a project of two minds about its name
    if (tip_of(clone) == remote_) return forget_commands(clone);
    clone.told += "; sync";
    const auto has = tasks_at(tip_of(clone));
    for (const auto& [task, unused] : has) clone.deleted.erase(task);
    auto findings = examine_push(repository_, {clone.ref, remote_, tip_of(clone)}, test::kEpoch);
    ASSERT_THAT(findings, test::IsOk()) << clone.told;
    if (!findings->empty()) {
      ++refused_;
      clone.told += " REFUSED";
      for (const auto& found : *findings) {
        clone.told += " (" + found.place.file + ": " + found.message + ")";
      }
      const auto tree = repository_.read_commit(tip_of(clone))->tree;
      const auto squashed = squash(repository_, how, remote_);
      if (!squashed) return give_up(clone, squashed.error());
      ++squashed_;
      clone.told += " SQUASHED";
      EXPECT_EQ(repository_.read_commit(tip_of(clone))->tree, tree) << clone.told;
      findings = examine_push(repository_, {clone.ref, remote_, tip_of(clone)}, test::kEpoch);
      ASSERT_THAT(findings, test::IsOk()) << clone.told;
      for (const auto& found : *findings) {
        if (!is_of_the_way(found))
          return give_up(clone, Error{ErrorCode::kConflict, found.message});
        ADD_FAILURE() << "not let in: " << found.message << clone.told;
      }
    }
    for (const auto& [task, text] : tasks_at(remote_)) {
      const auto now = has.find(task);
      EXPECT_TRUE(now != has.end() || clone.deleted.contains(task))
          << "lost: " << task << ", had at " << before.hex() << clone.told;
      if (now == has.end() || now->second == text) continue;
      EXPECT_TRUE(!worded_[task].contains(now->second) || clone.reworded.contains(task))
          << "put back: " << text << " to " << now->second << ", had at " << before.hex()
          << clone.told;
      worded_[task].insert(text);
    }
    ++pushed_;
    remote_ = tip_of(clone);
    forget_commands(clone);
  }

  static void forget_commands(GuardedClone& clone) {
    clone.deleted.clear();
    clone.reworded.clear();
  }

  // What a squash is for: it mends no file.
  static bool is_of_the_way(const check::Diagnostic& found) {
    return found.code == "push/metadata-lost" || found.code.starts_with("frame/");
  }

  static bool is_about_loss(const Error& why) {
    return std::any_of(why.causes.begin(), why.causes.end(), [](const std::string& cause) {
      return cause.starts_with("it brings back ") || cause.starts_with("it puts the folder ");
    });
  }

  // What a command did it takes back; all else a merge has kept.
  static bool names_way_out(const Error& why) {
    return std::any_of(why.hints.begin(), why.hints.end(), [](const std::string& hint) {
      return hint.find("claudestep undo") != std::string::npos ||
             hint.find("to put it there again: claudestep project ") != std::string::npos;
    });
  }

  // Begins again from what the remote has.
  void give_up(GuardedClone& clone, const Error& why) {
    EXPECT_EQ(why.code, ErrorCode::kConflict) << why.one_line() << clone.told;
    if (is_tidy_ && is_about_loss(why)) {
      EXPECT_TRUE(names_way_out(why)) << why.one_line() << clone.told;
    }
    ++given_up_;
    clone.told += "; GIVES UP";
    set_tip(clone, remote_);
    forget_commands(clone);
  }

  void live(int seed) {
    random_.seed(static_cast<std::uint32_t>(seed));
    remote_ = beginning_;
    worded_.clear();
    std::vector<GuardedClone> clones;
    for (const char* name : {"a", "b"}) {
      const std::string ref = std::string("refs/heads/") + name + std::to_string(seed);
      const git::Signature who{"a", "a@b", test::kEpoch, 0};
      ASSERT_THAT(repository_.compare_and_swap(ref, std::nullopt, beginning_, who, "test"),
                  test::IsOk());
      clones.push_back({ref, {}, {}, "\nlife " + std::to_string(seed) + " of " + name + ": "});
    }
    for (int meeting = 0; meeting < 6; ++meeting) {
      for (GuardedClone& clone : clones) {
        for (auto left = below(5); left > 0; --left) {
          const auto what = below(8);
          if (is_tidy_) {
            what == 0 ? take_away_and_put_back(clone) : command(clone);
          } else {
            what == 0 ? edit_by_hand(clone) : what == 1 ? merge_by_hand(clone) : command(clone);
          }
        }
        if (below(3) > 0) sync(clone);
        if (HasFatalFailure()) return;
      }
    }
  }

  git::Repository repository_;
  git::ObjectId beginning_;
  git::ObjectId remote_;
  std::map<std::string, std::set<std::string>> worded_;  // as the remote had tasks before
  std::mt19937 random_;
  bool is_tidy_ = false;  // by hand nothing happens that is not undone at once
  int marks_ = 0;
  int pushed_ = 0;
  int refused_ = 0;
  int squashed_ = 0;
  int given_up_ = 0;
};

// CLAUDESTEP_LIVES=N plays N of them, CLAUDESTEP_FIRST_LIFE=N begins with that one.
TEST_F(GuardedLives, TakeAwayNothingThatNoCommandTookAway) {
  const int first = number_asked("CLAUDESTEP_FIRST_LIFE", 0);
  const int end = first + number_asked("CLAUDESTEP_LIVES", 60);
  for (int seed = first; seed < end; ++seed) {
    live(seed);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(squashed_, 0);
  EXPECT_GT(refused_, squashed_);
  std::cout << pushed_ << " pushes, " << refused_ << " refused before, of which " << squashed_
            << " squashed; " << given_up_ << " given up\n";
}

// What claudestep's own merges kept of what was taken away on the other side, whatever was done for
// it, is squashed and let in.
TEST_F(GuardedLives, HaveWhatTheMergesKept) {
  is_tidy_ = true;
  const int first = number_asked("CLAUDESTEP_FIRST_LIFE", 100);
  const int end = first + number_asked("CLAUDESTEP_LIVES", 60);
  for (int seed = first; seed < end; ++seed) {
    live(seed);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(squashed_, given_up_);
  std::cout << pushed_ << " pushes, " << squashed_ << " squashed; " << given_up_ << " given up\n";
}

}  // namespace
}  // namespace claudestep::store
