// Lives of clones whose remote is rewound under them: what each puts upon the tip that is left
// is let in by a remote that has none of the commits which the work was made of, and no task is
// lost or doubled. Where somebody did a part of it by hand, a merge for example, what is let in
// neither takes a task away nor brings one back.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "store/commit_message.h"
#include "store/fsck_trailer.h"
#include "store/merge.h"
#include "store/push_guard.h"
#include "store/root.h"
#include "store/undo.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::Operation;

// Descriptions of tasks, and in how many projects each is.
using TaskCounts = std::map<std::string, int>;

struct RewoundClone {
  std::string ref;
  git::ObjectId had;               // what it saw of the remote
  std::string told;                // what it did, to be read where something is wrong
  std::set<std::string> deleted;   // tasks that a command took away since it was last pushed
  std::set<std::string> made;      // those that a command made, or brought back
  std::set<std::string> had_back;  // those that came back by hand
};

// A push that was made, and by whom.
struct RewoundPush {
  PushedMove move;
  std::string told;
};

class RewoundLives : public StoreTest {
 protected:
  RewoundLives() : repository_(open()) {
    const auto begun = init(repository_, options());
    EXPECT_THAT(begun, test::IsOk());
    beginning_ = *begun->commit;
  }

  std::size_t below(std::size_t end) { return random_() % end; }

  void set_ref(const std::string& name, const git::ObjectId& value) {
    const git::Signature who{"a", "a@b", test::kEpoch, 0};
    EXPECT_THAT(repository_.compare_and_swap(name, std::nullopt, value, who, "test"), test::IsOk());
  }
  [[nodiscard]] git::ObjectId tip_of(const RewoundClone& clone) {
    return repository_.find_ref(clone.ref)->value();
  }

  [[nodiscard]] TaskCounts tasks_at(const git::ObjectId& commit) {
    ViewOptions options = view_options();
    options.at = commit.hex();
    const auto view = View::open(repository_, options);
    const auto entries = view->entries();
    TaskCounts counts;
    for (const ProjectEntry& entry : *entries) {
      const auto project = view->read(entry);
      if (is_by_hand_ && !project) continue;  // git merges names so that two have one
      EXPECT_THAT(project, test::IsOk()) << entry.path();
      for (const model::Task& task : project->tasks) ++counts[task.description.value];
    }
    return counts;
  }

  [[nodiscard]] View view_at(const git::ObjectId& commit) {
    ViewOptions options = view_options();
    options.at = commit.hex();
    return *View::open(repository_, options);
  }

  // The projects of a state, one a line, for whoever reads what is wrong.
  [[nodiscard]] std::string told_state(const std::string& what, const git::ObjectId& commit) {
    ViewOptions options = view_options();
    options.at = commit.hex();
    const auto view = View::open(repository_, options);
    const auto entries = view->entries();
    std::string told = "\n" + what + ":";
    for (const ProjectEntry& entry : *entries) {
      const auto project = view->read(entry);
      if (!project) continue;
      told += "\n  " + entry.path() + " made " +
              (project->created_at ? project->created_at->value.text() : "sometime");
      if (project->former_names) {
        for (const model::Text& former : *project->former_names) told += " once " + former.value;
      }
      for (const model::Task& task : project->tasks) told += ", " + task.description.value;
    }
    return told;
  }

  void step(RewoundClone& clone) {
    if (is_by_hand_ && below(4) == 0) return work_by_hand(clone);
    WriteOptions how = options();
    how.ref = clone.ref;
    const TaskCounts had = tasks_at(tip_of(clone));
    const auto done = write(repository_, how, [&](const View& view, model::Branch&) {
      const auto names = view.names();
      const auto any = [&] { return names.empty() ? "none" : names[below(names.size())]; };
      const auto fresh = [&] { return std::string(1, static_cast<char>('p' + below(4))); };
      return operations(view, any(), any(), fresh());
    });
    if (!done) return;  // there is no such project, or that name is taken
    for (const Operation& operation : done->operations) {
      clone.told += "; " + model::trailer_of(operation);
    }
    // Who deletes what hands took a task from before deletes that as well.
    const bool is_deletion = std::any_of(
        done->operations.begin(), done->operations.end(),
        [](const Operation& one) { return std::holds_alternative<model::DeleteProject>(one); });
    const TaskCounts has = tasks_at(tip_of(clone));
    for (const TaskCounts& tasks : {had, is_deletion ? tasks_at(remote_) : TaskCounts()}) {
      for (const auto& [task, unused] : tasks) {
        if (!has.contains(task)) clone.deleted.insert(task);
      }
    }
    for (const auto& [task, unused] : has) {
      if (!had.contains(task)) clone.made.insert(task);
    }
  }

  Result<std::vector<Operation>> operations(const View& view, const std::string& name,
                                            const std::string& other, const std::string& fresh) {
    using Operations = std::vector<Operation>;
    const std::string mark = "task " + std::to_string(++marks_);
    // Mostly what takes away, and what is done to that without adding to it.
    if (is_by_hand_ && below(2) == 0) {
      const auto what = below(3);
      if (what == 0) return Operations{model::DeleteProject{name}};
      if (what == 1) return plan_anew(view, name);
      return move(view, name);
    }
    switch (below(is_by_hand_ ? 14 : 12)) {
      case 12: {
        const std::string second = "task " + std::to_string(++marks_);
        return Operations{
            model::CreateProject{fresh},
            model::SetPlan{
                fresh, "plan.md", "checklist", {{{}, mark, {}, {}, {}}, {{}, second, {}, {}, {}}}}};
      }
      case 13:
        return plan_anew(view, name);
      case 0:
        return Operations{model::CreateProject{fresh}};
      case 1:
        return Operations{model::CreateProject{fresh}, model::AddTask{fresh, mark, {}, {}}};
      case 2:
      case 3:
        return Operations{model::RenameProject{name, fresh}};
      case 4:  // an exchange of names
        return Operations{model::RenameProject{name, "tmp"}, model::RenameProject{other, name},
                          model::RenameProject{"tmp", other}};
      case 5:
        return Operations{model::DeleteProject{name}};
      case 6:
        return Operations{model::DeleteProject{name}, model::CreateProject{name},
                          model::AddTask{name, mark, {}, {}}};
      case 7:
        return move(view, name);
      case 8:
      case 9:
        return plan_undo(repository_, view, std::nullopt).map([](UndoPlan&& plan) {
          return plan.operations;
        });
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

  void work_by_hand(RewoundClone& clone) {
    const git::ObjectId before = tip_of(clone);
    if (may_merge(clone) && below(4) > 0) return merge_by_hand(clone);
    if (below(2) == 0) return;
    std::vector<git::Commit> past;  // of a work tree that has fallen behind
    EXPECT_THAT(repository_.walk_first_parents(before,
                                               [&](const git::Commit& at) {
                                                 past.push_back(at);
                                                 return past.size() < 5;
                                               }),
                test::IsOk());
    const git::Commit& old = past[below(past.size())];
    if (old.id == before || old.id == *git::ObjectId::parse(kRootId)) return;
    commit_by_hand(clone, old.tree, {before}, "goes back to " + old.id.hex().substr(0, 7), before);
  }

  [[nodiscard]] bool may_merge(const RewoundClone& clone) {
    return *repository_.compare(tip_of(clone), remote_) == git::Ancestry::kDiverged &&
           has_all(clone);
  }

  // As git does where it can, else one side.
  void merge_by_hand(RewoundClone& clone) {
    const git::ObjectId before = tip_of(clone);
    const auto ours = merge_commits(repository_, before, remote_);
    ASSERT_THAT(ours, test::IsOk()) << clone.told;
    git::ObjectId tree = repository_.read_commit(below(3) > 0 ? before : remote_)->tree;
    if (below(3) == 0) {
      const auto made =
          builder_.try_git({"merge-tree", "--write-tree", before.hex(), remote_.hex()});
      const auto merged = git::ObjectId::parse(made.out.substr(0, made.out.find('\n')));
      if (made.exit_code == 0 && merged) tree = *merged;
    }
    clone.had = remote_;
    commit_by_hand(clone, tree, {before, remote_}, "merges", ours->commit);
  }

  // What comes of it is compared with what would have come without hands.
  void commit_by_hand(RewoundClone& clone, const git::ObjectId& tree,
                      std::vector<git::ObjectId> parents, const std::string& deed,
                      const git::ObjectId& without) {
    const git::Signature who{"hand", "h@b", test::kEpoch, 0};
    const git::ObjectId before = tip_of(clone);
    auto batch = repository_.begin_objects();
    const auto made = batch->add_commit(
        {tree, std::move(parents), who, who, deed + " " + std::to_string(++marks_) + "\n"});
    ASSERT_THAT(batch->flush(), test::IsOk());
    EXPECT_THAT(repository_.compare_and_swap(clone.ref, before, *made, who, "test"), test::IsOk());
    clone.told += "; BY HAND " + deed;
    const TaskCounts had = tasks_at(without);
    for (const auto& [task, unused] : tasks_at(*made)) {
      if (!had.contains(task)) clone.had_back.insert(task);
    }
  }

  // Whether the remote still has what the clone saw of it.
  [[nodiscard]] bool has_all(const RewoundClone& clone) {
    const auto ancestry = *repository_.compare(clone.had, remote_);
    return ancestry == git::Ancestry::kSame || ancestry == git::Ancestry::kBehind;
  }

  // Begins again from what the remote has, where that lets in no work by hand.
  void give_up(RewoundClone& clone, const std::string& why) {
    ++given_up_;
    clone.told += "; GIVES UP (" + why + ")";
    const git::Signature who{"a", "a@b", test::kEpoch, 0};
    EXPECT_THAT(repository_.compare_and_swap(clone.ref, tip_of(clone), remote_, who, "test"),
                test::IsOk());
    begin_again(clone);
  }

  void begin_again(RewoundClone& clone) {
    clone.had = remote_;
    clone.deleted.clear();
    clone.made.clear();
    clone.had_back.clear();
  }

  void expect_nothing_by_hand(const RewoundClone& clone, const git::ObjectId& now) {
    const TaskCounts there = tasks_at(remote_);
    const TaskCounts result = tasks_at(now);
    for (const auto& [task, unused] : there) {
      EXPECT_TRUE(result.contains(task) || clone.deleted.contains(task))
          << "lost: " << task << clone.told;
    }
    std::set<std::string> suspects;
    for (const std::string& task : clone.had_back) {
      if (result.contains(task) && !there.contains(task) && !clone.made.contains(task))
        suspects.insert(task);
    }
    if (suspects.empty()) return;
    const std::set<std::string> past = past_tasks();
    const View view = view_at(now);
    const auto entries = view.entries();
    for (const ProjectEntry& entry : *entries) {
      const auto project = view.read(entry);
      ASSERT_THAT(project, test::IsOk()) << entry.path() << clone.told;
      const auto& tasks = project->tasks;
      // Who works on what is gone has it again, as from a merge.
      const bool is_as_it_was =
          !project->former_names && std::all_of(tasks.begin(), tasks.end(), [&](const auto& task) {
            return past.contains(task.description.value);
          });
      if (!is_as_it_was) continue;
      for (const model::Task& task : tasks) {
        EXPECT_FALSE(suspects.contains(task.description.value))
            << "brought back: " << task.description.value << clone.told;
      }
    }
  }

  // All tasks that the remote has ever had.
  std::set<std::string> past_tasks() {
    std::set<std::string> tasks;
    EXPECT_THAT(repository_.walk(remote_,
                                 [&](const git::Commit& commit) {
                                   if (commit.parents.empty()) return true;
                                   for (const auto& [task, unused] : tasks_at(commit.id)) {
                                     tasks.insert(task);
                                   }
                                   return true;
                                 }),
                test::IsOk());
    return tasks;
  }

  void sync(RewoundClone& clone) {
    WriteOptions how = options();
    how.ref = clone.ref;
    const git::ObjectId before = tip_of(clone);
    const bool is_rewound = !has_all(clone);
    const auto merged = is_rewound ? rebase(repository_, how, clone.had, remote_)
                                   : merge(repository_, how, remote_);
    clone.told += is_rewound ? "; accept" : "; sync";
    if (is_by_hand_ && !merged) return give_up(clone, merged.error().one_line());
    ASSERT_THAT(merged, test::IsOk()) << clone.told;
    const git::ObjectId now = tip_of(clone);
    if (is_rewound && !is_by_hand_) expect_all_tasks(clone, before, now);
    if (is_by_hand_) {
      const auto findings = examine_push(repository_, {clone.ref, remote_, now}, test::kEpoch);
      ASSERT_THAT(findings, test::IsOk()) << clone.told;
      if (!findings->empty()) return give_up(clone, findings->front().message);
      expect_nothing_by_hand(clone, now);
    }
    if (now != remote_) {
      pushes_.push_back({{clone.ref, remote_, now}, clone.told});
      set_ref("refs/pushed/" + std::to_string(pushes_.size()), now);
    }
    remote_ = now;
    begin_again(clone);
  }

  // What was never pushed is there, and so is what the remote has, and nothing twice.
  void expect_all_tasks(const RewoundClone& clone, const git::ObjectId& before,
                        const git::ObjectId& now) {
    const auto bases = repository_.merge_bases(before, clone.had);
    const TaskCounts base = tasks_at(bases->front());
    const TaskCounts ours = tasks_at(before);
    const TaskCounts theirs = tasks_at(remote_);
    const TaskCounts result = tasks_at(now);
    const auto states = [&] {
      return clone.told + told_state("base", bases->front()) + told_state("ours", before) +
             told_state("theirs", remote_) + told_state("result", now);
    };
    for (const auto& [task, count] : result) EXPECT_EQ(count, 1) << task << states();
    const auto expect = [&](const TaskCounts& from, const TaskCounts& other) {
      for (const auto& [task, unused] : from) {
        if (base.contains(task) && !other.contains(task)) continue;
        EXPECT_TRUE(result.contains(task)) << task << states();
      }
    };
    expect(ours, theirs);
    expect(theirs, ours);
  }

  void rewind() {
    auto back = 1 + below(is_by_hand_ ? 2 : 5);
    EXPECT_THAT(repository_.walk_first_parents(remote_,
                                               [&](const git::Commit& commit) {
                                                 remote_ = commit.id;
                                                 return commit.id != beginning_ && back-- > 0;
                                               }),
                test::IsOk());
  }

  void live(int seed) {
    random_.seed(static_cast<std::uint32_t>(seed));
    remote_ = beginning_;
    std::vector<RewoundClone> clones;
    for (const char* name : {"a", "b", "c"}) {
      if (clones.size() == static_cast<std::size_t>(number_asked("CLAUDESTEP_CLONES", 2))) break;
      const std::string ref = std::string("refs/heads/") + name + std::to_string(seed);
      set_ref(ref, beginning_);
      clones.push_back(
          {ref, beginning_, "\nlife " + std::to_string(seed) + " of " + name + ": ", {}, {}, {}});
    }
    const auto live_on = [&](RewoundClone& clone, std::size_t most) {
      for (auto left = below(most + 1); left > 0; --left) step(clone);
    };
    for (const bool again : {false, true}) {
      for (int meeting = 0; meeting < 2; ++meeting) {
        for (RewoundClone& clone : clones) {
          live_on(clone, again && !is_by_hand_ ? 1 : 3);
          sync(clone);
        }
      }
      for (RewoundClone& clone : clones) {
        live_on(clone, 6);
        if (!is_by_hand_) continue;
        if (may_merge(clone)) merge_by_hand(clone);
        live_on(clone, 2);
      }
      rewind();
      for (RewoundClone& clone : clones) sync(clone);
    }
  }

  // A remote that was given what was pushed, and no more.
  void expect_all_let_in() {
    const test::RepositoryBuilder remote;
    remote.git({"fetch", "-q", builder_.path().string(), "refs/pushed/*:refs/pushed/*"});
    const Environment environment = remote.environment();
    const auto there = git::Repository::open({.cwd = remote.path().string(),
                                              .git_dir = {},
                                              .environment = &environment,
                                              .git_accepts_owner = {}});
    for (const RewoundPush& push : pushes_) {
      const auto findings = examine_push(*there, push.move, test::kEpoch);
      ASSERT_THAT(findings, test::IsOk());
      for (const auto& found : *findings) ADD_FAILURE() << found.message << push.told;
    }
  }

  void tell_pushes() const {
    int put = 0;
    int carried = 0;
    for (const RewoundPush& push : pushes_) {
      const auto commit = repository_.read_commit(*push.move.after);
      if (!commit->message.starts_with(kTransplantSubject)) continue;
      ++put;
      carried += named_operations(commit->message).carried.empty() ? 0 : 1;
    }
    std::cout << pushes_.size() << " pushes, " << put << " of them of work put upon another tip ("
              << carried << " with a project carried as a whole)\n";
  }

  git::Repository repository_;
  git::ObjectId beginning_;
  git::ObjectId remote_;
  std::mt19937 random_;
  std::vector<RewoundPush> pushes_;
  bool is_by_hand_ = false;
  int marks_ = 0;
  int given_up_ = 0;
};

TEST_F(RewoundLives, HaveNothingTakenAwayOrBroughtBackByHand) {
  is_by_hand_ = true;
  const int first = number_asked("CLAUDESTEP_FIRST_LIFE", 200);
  const int end = first + number_asked("CLAUDESTEP_LIVES", 60);
  for (int seed = first; seed < end; ++seed) {
    live(seed);
    if (HasFatalFailure()) return;
  }
  expect_all_let_in();
  tell_pushes();
  std::cout << given_up_ << " given up\n";
}

TEST_F(RewoundLives, AreLetInAndLoseNothing) {
  const int first = number_asked("CLAUDESTEP_FIRST_LIFE", 0);
  const int end = first + number_asked("CLAUDESTEP_LIVES", 80);
  for (int seed = first; seed < end; ++seed) {
    live(seed);
    if (HasFatalFailure()) return;
  }
  EXPECT_FALSE(pushes_.empty());
  expect_all_let_in();
  tell_pushes();
}

}  // namespace
}  // namespace claudestep::store
