// Owns: lives of two clones that push to a shared repository with a guard: commands, edits by hand,
// merges for which a person took one side; and that each push which was let in is accounted for.
// Leaves to others: of which deeds a life is made (squash_test.cc), what commands there are
// (random_commands.h), and what a clone has to account for (push_account.h).
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/push_guard.h"
#include "store/undo.h"
#include "tests/unit/store/push_account.h"
#include "tests/unit/store/random_commands.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {

struct GuardedClone {
  std::string name;
  std::string ref;
  Environment environment;
  PushAccount account;
};

class GuardedLives : public StoreTest {
 protected:
  using Choice = Result<RandomCommands::Operations> (RandomCommands::*)(const View&);

  GuardedLives() : repository_(open()), random_(repository_) {
    const auto begun = init(repository_, options());
    EXPECT_THAT(begun, test::IsOk());
    beginning_ = *begun->commit;
  }

  std::size_t below(std::size_t end) { return random_.below(end); }

  // A life is the same whatever was lived before.
  void begin_life(int seed) {
    random_.begin(seed);
    clock_of_life_.emplace(plus_seconds(test::kEpoch, 3600));
    told_ = "\nlife " + std::to_string(seed);
    remote_ = beginning_;
    ever_.clear();
    states_.clear();
    clones_.clear();
    for (const std::string name : {"a", "b"}) {
      // Two people, who never write the same commit.
      Environment environment = environment_;
      for (const char* const date : {"GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"}) {
        environment.unset(date);
      }
      environment.set("GIT_AUTHOR_NAME", name);
      GuardedClone clone{
          name, "refs/heads/" + name + std::to_string(seed), std::move(environment), {}};
      ASSERT_THAT(
          repository_.compare_and_swap(clone.ref, std::nullopt, beginning_, person(), "test"),
          test::IsOk());
      clones_.push_back(std::move(clone));
    }
  }

  void tell(const GuardedClone& clone, const std::string& deed) {
    told_ += "\n  " + clone.name + " " + deed;
  }

  [[nodiscard]] git::ObjectId tip_of(const GuardedClone& clone) {
    return repository_.find_ref(clone.ref)->value();
  }

  [[nodiscard]] View view_at(const git::ObjectId& commit) {
    ViewOptions options = view_options();
    options.at = commit.hex();
    return *View::open(repository_, options);
  }

  [[nodiscard]] const Story& story_of(const git::ObjectId& commit) {
    const auto [known, is_new] = stories_.try_emplace(commit);
    if (!is_new) return known->second;
    const View view = view_at(commit);
    const auto entries = view.entries();
    for (const ProjectEntry& entry : *entries) {
      const auto project = view.read(entry);
      EXPECT_THAT(project, test::IsOk()) << entry.path();
      known->second.add(*project, entry.shelf);
    }
    return known->second;
  }

  // --- by commands

  void command(GuardedClone& clone, Choice choice) {
    command(clone, [&](const View& view, model::Branch&) { return (random_.*choice)(view); });
  }

  // False where it was refused: there is no such project, or that name is taken.
  bool command(GuardedClone& clone, const Planner& planner) {
    const git::ObjectId before = tip_of(clone);
    const auto done = write(repository_, options_of(clone), planner);
    if (!done) return false;
    if (tip_of(clone) == before) return true;
    for (const model::Operation& operation : done->operations) {
      tell(clone, model::trailer_of(operation));
    }
    told_ += " -> " + tip_of(clone).hex().substr(0, 7);
    clone.account.add_command(story_of(before), story_of(tip_of(clone)));
    states_.push_back(tip_of(clone));
    return true;
  }

  // --- by hand

  // Whatever comes of it, the clone does not account for it.
  void commit_by_hand(GuardedClone& clone, const git::ObjectId& tree,
                      std::vector<git::ObjectId> parents, const std::string& deed) {
    auto batch = repository_.begin_objects();
    const std::string message = deed + " " + std::to_string(random_.mark()) + "\n";
    const git::Signature who{"hand", "h@b", clock_of_life_->now(), 0};
    const auto made = batch->add_commit({tree, std::move(parents), who, who, message});
    ASSERT_THAT(batch->flush(), test::IsOk());
    set_tip(clone, *made);
    tell(clone, "BY HAND " + deed);
  }

  void change_by_hand(GuardedClone& clone, const std::vector<git::TreeChange>& changes,
                      const std::string& deed) {
    const git::ObjectId before = tip_of(clone);
    auto batch = repository_.begin_objects();
    const auto tree = batch->add_tree(repository_.read_commit(before)->tree, changes);
    ASSERT_THAT(tree, test::IsOk());
    ASSERT_THAT(batch->flush(), test::IsOk());
    commit_by_hand(clone, *tree, {before}, deed);
  }

  [[nodiscard]] std::optional<ProjectEntry> any_entry(const git::ObjectId& commit) {
    const auto entries = view_at(commit).entries();
    if (entries->empty()) return std::nullopt;
    return (*entries)[below(entries->size())];
  }

  void remove_by_hand(GuardedClone& clone) {
    const auto one = any_entry(tip_of(clone));
    if (one) change_by_hand(clone, {{one->path(), std::nullopt}}, "removes " + one->path());
  }

  void move_over_another(GuardedClone& clone) {
    const auto one = any_entry(tip_of(clone));
    const auto other = any_entry(tip_of(clone));
    if (!one || one->path() == other->path()) return;
    change_by_hand(clone, {{one->path(), std::nullopt}, {other->path(), one->blob}},
                   "moves " + one->path() + " over " + other->path());
  }

  void move_to_other_folder(GuardedClone& clone) {
    const auto one = any_entry(tip_of(clone));
    if (!one) return;
    const ProjectEntry there{one->name, other_shelf(one->shelf), {}, {}};
    change_by_hand(clone, {{one->path(), std::nullopt}, {there.path(), one->blob}},
                   "moves " + one->path() + " to " + there.path());
  }

  // A task that the remote had otherwise, as somebody does who has an old copy of the file.
  void word_as_before(GuardedClone& clone) {
    const auto one = any_entry(tip_of(clone));
    if (!one) return;
    std::string bytes = *repository_.read_blob(one->blob);
    for (const auto& [point, wordings] : ever_) {
      if (point.aspect != Aspect::kWording || wordings.size() < 2) continue;
      const std::size_t at = bytes.find('"' + point.record + ',');
      if (at == std::string::npos) continue;
      const std::size_t end = bytes.find('"', at + 1);
      if (*wordings.begin() == bytes.substr(at + 1, end - at - 1)) continue;
      bytes.replace(at + 1, end - at - 1, *wordings.begin());
      auto batch = repository_.begin_objects();
      const git::ObjectId blob = *batch->add_blob(bytes);
      ASSERT_THAT(batch->flush(), test::IsOk());
      return change_by_hand(clone, {{one->path(), blob}},
                            "words " + point.record + " as before in " + one->path());
    }
  }

  // As in a work tree that has fallen behind.
  void go_back(GuardedClone& clone) {
    const auto old = state_of_before();
    if (!old) return;
    commit_by_hand(clone, repository_.read_commit(*old)->tree, {tip_of(clone)},
                   "goes back to " + old->hex().substr(0, 7));
  }

  // The same of one project, which lies where it lay, and in no other folder.
  void put_old_file(GuardedClone& clone) {
    const auto old = state_of_before();
    if (!old) return;
    const auto one = any_entry(*old);
    if (!one) return;
    const View view = view_at(tip_of(clone));
    const auto now = view.find_file(one->path());
    if (*now && (*now)->id == one->blob) return;
    std::vector<git::TreeChange> changes{{one->path(), one->blob}};
    const ProjectEntry there{one->name, other_shelf(one->shelf), {}, {}};
    if (*view.find_file(there.path())) changes.push_back({there.path(), std::nullopt});
    change_by_hand(clone, changes, "has " + one->path() + " of " + old->hex().substr(0, 7));
  }

  // What a guard refuses, though nothing comes of it.
  void take_away_and_put_back(GuardedClone& clone) {
    const git::ObjectId tree = repository_.read_commit(tip_of(clone))->tree;
    const git::ObjectId before = tip_of(clone);
    remove_by_hand(clone);
    if (tip_of(clone) == before) return;
    clone.account.add_put_back(story_of(before), story_of(tip_of(clone)));
    commit_by_hand(clone, tree, {tip_of(clone)}, "puts it back");
  }

  void merge_by_hand(GuardedClone& clone) {
    const git::ObjectId before = tip_of(clone);
    if (*repository_.compare(before, remote_) != git::Ancestry::kDiverged) return;
    const bool is_ours = below(2) == 0;
    const git::ObjectId& taken = is_ours ? before : remote_;
    commit_by_hand(clone, repository_.read_commit(taken)->tree, {before, remote_},
                   is_ours ? "merges -s ours" : "takes theirs");
    const auto by_us = merge_commits(repository_, before, remote_);
    if (!by_us) return clone.account.begin(story_of(remote_));
    clone.account.add_merge(story_of(before), story_of(remote_), story_of(tip_of(clone)),
                            story_of(by_us->commit), by_us->receipts);
    states_.push_back(tip_of(clone));
  }

  // --- with the others

  // Merges what the remote has. False where the clone had to begin anew: a project of two minds
  // about its name.
  bool fetch(GuardedClone& clone) {
    const git::ObjectId before = tip_of(clone);
    if (*repository_.reaches(before, remote_)) return true;
    const auto merged = merge(repository_, options_of(clone), remote_);
    if (!merged) {
      give_up(clone, merged.error());
      return false;
    }
    tell(clone, "merges the remote's " + remote_.hex().substr(0, 7));
    for (const model::Receipt& receipt : merged->receipts) {
      told_ += " (" + model::trailer_of(receipt) + ")";
    }
    const Story& now = story_of(tip_of(clone));
    clone.account.add_merge(story_of(before), story_of(remote_), now, now, merged->receipts);
    states_.push_back(tip_of(clone));
    return true;
  }

  void sync(GuardedClone& clone) {
    if (!fetch(clone)) return;
    const git::ObjectId tip = tip_of(clone);
    if (tip == remote_) return clone.account.begin(story_of(tip));
    const auto findings = examine_push(repository_, {clone.ref, remote_, tip}, test::kEpoch);
    ASSERT_THAT(findings, test::IsOk()) << told_;
    if (!findings->empty()) {
      ++refused_;
      tell(clone, "is REFUSED");
      for (const auto& found : *findings) told_ += " (" + found.message + ")";
      if (!squash_all(clone)) return;
    }
    push(clone);
  }

  // False where that was refused.
  bool squash_all(GuardedClone& clone) {
    const git::ObjectId before = tip_of(clone);
    const auto squashed = squash(repository_, options_of(clone), remote_);
    if (!squashed) {
      give_up(clone, squashed.error());
      return false;
    }
    tell(clone, "SQUASHES");
    const git::ObjectId tip = tip_of(clone);
    EXPECT_EQ(repository_.read_commit(tip)->tree, repository_.read_commit(before)->tree) << told_;
    const auto findings = examine_push(repository_, {clone.ref, remote_, tip}, test::kEpoch);
    EXPECT_THAT(findings, test::IsOk()) << told_;
    for (const auto& found : *findings) {
      if (!is_of_the_way(found)) {
        give_up(clone, Error{ErrorCode::kConflict, found.message});
        return false;
      }
      ADD_FAILURE() << "not let in: " << found.message << told_;
    }
    ++squashed_;
    return true;
  }

  void push(GuardedClone& clone) {
    const git::ObjectId tip = tip_of(clone);
    for (const std::string& loss :
         clone.account.losses(story_of(tip), ever_, pushed_receipts(tip))) {
      ADD_FAILURE() << loss << told_;
    }
    ++pushed_;
    tell(clone, "pushes " + tip.hex().substr(0, 7));
    remote_ = tip;
    add_to(ever_, story_of(tip));
    clone.account.begin(story_of(tip));
    states_.push_back(tip);
  }

  // Begins again from what the remote has.
  virtual void give_up(GuardedClone& clone, const Error& why) {
    EXPECT_EQ(why.code, ErrorCode::kConflict) << why.one_line() << told_;
    ++given_up_;
    tell(clone, "GIVES UP: " + why.one_line());
    set_tip(clone, remote_);
    clone.account.begin(story_of(remote_));
  }

  static bool is_about_loss(const Error& why) {
    return std::any_of(why.causes.begin(), why.causes.end(), [](const std::string& cause) {
      return cause.starts_with("it brings back ") || cause.starts_with("it puts the folder ");
    });
  }

  git::Repository repository_;
  git::ObjectId beginning_;
  git::ObjectId remote_;
  EverSaid ever_;  // by the remote
  RandomCommands random_;
  std::vector<GuardedClone> clones_;
  std::string told_;  // what both did, in their order
  int pushed_ = 0;
  int refused_ = 0;
  int squashed_ = 0;
  int given_up_ = 0;

 private:
  static git::Signature person() { return {"a", "a@b", test::kEpoch, 0}; }

  static model::Shelf other_shelf(model::Shelf shelf) {
    return shelf == model::Shelf::kArchive ? model::Shelf::kProjects : model::Shelf::kArchive;
  }

  // What a squash is for: it mends no file.
  static bool is_of_the_way(const check::Diagnostic& found) {
    return found.code == "push/metadata-lost" || found.code.starts_with("frame/");
  }

  [[nodiscard]] WriteOptions options_of(const GuardedClone& clone) {
    WriteOptions how = options();
    how.environment = &clone.environment;
    how.ref = clone.ref;
    how.clock = &*clock_of_life_;
    return how;
  }

  void set_tip(const GuardedClone& clone, const git::ObjectId& value) {
    const auto now = repository_.find_ref(clone.ref);
    EXPECT_THAT(repository_.compare_and_swap(clone.ref, *now, value, person(), "test"),
                test::IsOk());
  }

  // One of the last that a clone had, or the remote.
  [[nodiscard]] std::optional<git::ObjectId> state_of_before() {
    const std::size_t last = std::min<std::size_t>(states_.size(), 9);
    if (last == 0) return std::nullopt;
    return states_[states_.size() - 1 - below(last)];
  }

  // What says what gave way in what is pushed.
  [[nodiscard]] std::vector<model::Receipt> pushed_receipts(const git::ObjectId& tip) {
    std::set<git::ObjectId> known;
    EXPECT_THAT(repository_.walk(remote_,
                                 [&](const git::Commit& commit) {
                                   known.insert(commit.id);
                                   return true;
                                 }),
                test::IsOk());
    std::vector<model::Receipt> receipts;
    EXPECT_THAT(repository_.walk(tip,
                                 [&](const git::Commit& commit) {
                                   if (known.contains(commit.id)) return true;
                                   for (auto& one : receipts_in(commit.message)) {
                                     receipts.push_back(std::move(one));
                                   }
                                   return true;
                                 }),
                test::IsOk());
    return receipts;
  }

  std::map<git::ObjectId, Story> stories_;
  std::vector<git::ObjectId> states_;  // of both and of the remote, by time
  std::optional<test::TickingClock> clock_of_life_;
};

}  // namespace claudestep::store
