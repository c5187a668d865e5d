// Lives of clones of a guarded repository. What the guard lets in, and what is squashed where it
// does not, takes nothing away and brings nothing back that no command took away or brought back,
// but as a merge said.
#include <gtest/gtest.h>

#include <iostream>
#include <string>

#include "tests/unit/store/guarded_lives.h"

namespace claudestep::store {
namespace {

// The deeds of one meeting after another.
class RoughLives : public GuardedLives {
 protected:
  void live(int seed) {
    begin_life(seed);
    for (int meeting = 0; meeting < 6; ++meeting) {
      for (GuardedClone& clone : clones_) {
        for (auto left = below(5); left > 0; --left) {
          const auto what = below(8);
          what == 0   ? edit_by_hand(clone)
          : what == 1 ? merge_by_hand(clone)
                      : command(clone, &RandomCommands::any);
        }
        if (below(3) > 0) sync(clone);
        if (HasFatalFailure()) return;
      }
    }
  }

  void edit_by_hand(GuardedClone& clone) {
    switch (below(5)) {
      case 0:
        return remove_by_hand(clone);
      case 1:
        return move_over_another(clone);
      case 2:
        return word_as_before(clone);
      default:
        return go_back(clone);
    }
  }
};

// CLAUDESTEP_LIVES=N plays N of them, CLAUDESTEP_FIRST_LIFE=N begins with that one.
TEST_F(RoughLives, TakeAwayNothingThatNoCommandTookAway) {
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

// By hand nothing happens that is not undone at once.
class TidyLives : public GuardedLives {
 protected:
  void live(int seed) {
    begin_life(seed);
    for (int meeting = 0; meeting < 6; ++meeting) {
      for (GuardedClone& clone : clones_) {
        for (auto left = below(5); left > 0; --left) {
          const auto what = below(9);
          what == 0   ? take_away_and_put_back(clone)
          : what == 1 ? void(fetch(clone))
                      : command(clone, &RandomCommands::tidy);
        }
        if (below(3) > 0) sync(clone);
        if (HasFatalFailure()) return;
      }
    }
  }

  void give_up(GuardedClone& clone, const Error& why) override {
    if (is_about_loss(why)) {
      EXPECT_FALSE(clone.account.is_all_kept(story_of(tip_of(clone)), ever_))
          << "refused, though merges kept it: " << why.one_line() << told_;
      EXPECT_TRUE(names_way_out(why) || clone.account.is_covered()) << why.one_line() << told_;
    }
    GuardedLives::give_up(clone, why);
  }

  // What a command did it takes back; all else a merge has kept.
  static bool names_way_out(const Error& why) {
    return std::any_of(why.hints.begin(), why.hints.end(), [](const std::string& hint) {
      return hint.find("claudestep undo") != std::string::npos ||
             hint.find("to put it there again: claudestep project ") != std::string::npos;
    });
  }
};

// What claudestep's own merges kept of what was taken away on the other side, whatever was done for
// it, is squashed and let in.
TEST_F(TidyLives, HaveWhatTheMergesKept) {
  const int first = number_asked("CLAUDESTEP_FIRST_LIFE", 100);
  const int end = first + number_asked("CLAUDESTEP_LIVES", 60);
  for (int seed = first; seed < end; ++seed) {
    live(seed);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(squashed_, given_up_);
  std::cout << pushed_ << " pushes, " << squashed_ << " squashed; " << given_up_ << " given up\n";
}

// Both are at the same projects. While one has merges that it has not pushed, the other goes on;
// and then by hand comes what was before.
class StaleLives : public GuardedLives {
 protected:
  void live(int seed) {
    begin_life(seed);
    command(clones_[0], &RandomCommands::begun);
    sync(clones_[0]);
    for (int round = 0; round < 3; ++round) {
      const std::size_t which = below(2);
      GuardedClone& one = clones_[which];
      GuardedClone& other = clones_[1 - which];
      fetch(one);
      for (auto visits = 1 + below(3); visits > 0; --visits) {
        visit(other, one);
        if (HasFatalFailure()) return;
      }
      if (below(4) > 0) edit_by_hand(one);
      if (below(4) == 0) command(one, &RandomCommands::keeping);
      sync(one);
      if (HasFatalFailure()) return;
    }
  }

  void visit(GuardedClone& other, GuardedClone& one) {
    for (auto left = 1 + below(2); left > 0; --left) {
      command(other, below(2) == 0 ? &RandomCommands::taking : &RandomCommands::giving);
    }
    sync(other);
    for (auto left = below(3); left > 0; --left) {
      const auto what = below(6);
      command(one, what == 0   ? &RandomCommands::taking
                   : what == 1 ? &RandomCommands::giving
                               : &RandomCommands::keeping);
    }
    below(8) == 0 ? merge_by_hand(one) : void(fetch(one));
  }

  void edit_by_hand(GuardedClone& clone) {
    switch (below(6)) {
      case 0:
        return move_to_other_folder(clone);
      case 1:
      case 2:
        return word_as_before(clone);
      case 3:
        return go_back(clone);
      default:
        return put_old_file(clone);
    }
  }
};

TEST_F(StaleLives, LoseNothingToWhatWasBefore) {
  const int first = number_asked("CLAUDESTEP_FIRST_LIFE", 200);
  const int end = first + number_asked("CLAUDESTEP_LIVES", 40);
  for (int seed = first; seed < end; ++seed) {
    live(seed);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(squashed_, 0);
  EXPECT_GT(refused_, squashed_);
  std::cout << pushed_ << " pushes, " << refused_ << " refused before, of which " << squashed_
            << " squashed; " << given_up_ << " given up\n";
}

}  // namespace
}  // namespace claudestep::store
