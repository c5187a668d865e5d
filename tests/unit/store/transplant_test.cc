// Lives of clones whose remote is rewound under them: what each puts upon the tip that is left
// is let in by a remote that has none of the commits which the work was made of, and no task is
// lost or doubled.
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
#include "store/push_guard.h"
#include "store/undo.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::Operation;

// Descriptions of tasks, and in how many projects each is.
using TaskCounts = std::map<std::string, int>;

struct RewoundClone {
  std::string ref;
  git::ObjectId had;  // what it saw of the remote
  std::string told;   // what it did, to be read where something is wrong
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
      EXPECT_THAT(project, test::IsOk()) << entry.path();
      for (const model::Task& task : project->tasks) ++counts[task.description.value];
    }
    return counts;
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
    WriteOptions how = options();
    how.ref = clone.ref;
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
  }

  Result<std::vector<Operation>> operations(const View& view, const std::string& name,
                                            const std::string& other, const std::string& fresh) {
    using Operations = std::vector<Operation>;
    const std::string mark = "task " + std::to_string(++marks_);
    switch (below(12)) {
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
        if (view.find(name) == model::Shelf::kArchive) {
          return Operations{model::UnarchiveProject{name}};
        }
        return Operations{model::ArchiveProject{name}};
      case 8:
      case 9:
        return plan_undo(repository_, view, std::nullopt).map([](UndoPlan&& plan) {
          return plan.operations;
        });
      default:
        return Operations{model::AddTask{name, mark, {}, {}}};
    }
  }

  void sync(RewoundClone& clone) {
    WriteOptions how = options();
    how.ref = clone.ref;
    const git::ObjectId before = tip_of(clone);
    const auto ancestry = repository_.compare(clone.had, remote_);
    const bool is_rewound =
        *ancestry != git::Ancestry::kSame && *ancestry != git::Ancestry::kBehind;
    const auto merged = is_rewound ? rebase(repository_, how, clone.had, remote_)
                                   : merge(repository_, how, remote_);
    clone.told += is_rewound ? "; accept" : "; sync";
    ASSERT_THAT(merged, test::IsOk()) << clone.told;
    const git::ObjectId now = tip_of(clone);
    if (is_rewound) expect_all_tasks(clone, before, now);
    if (now != remote_) {
      pushes_.push_back({{clone.ref, remote_, now}, clone.told});
      set_ref("refs/pushed/" + std::to_string(pushes_.size()), now);
    }
    remote_ = clone.had = now;
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
    auto back = 1 + below(5);
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
      clones.push_back({ref, beginning_, "\nlife " + std::to_string(seed) + " of " + name + ": "});
    }
    const auto live_on = [&](RewoundClone& clone, std::size_t most) {
      for (auto left = below(most + 1); left > 0; --left) step(clone);
    };
    for (const bool again : {false, true}) {
      for (int meeting = 0; meeting < 2; ++meeting) {
        for (RewoundClone& clone : clones) {
          live_on(clone, again ? 1 : 3);
          sync(clone);
        }
      }
      for (RewoundClone& clone : clones) live_on(clone, 6);
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
  int marks_ = 0;
};

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
