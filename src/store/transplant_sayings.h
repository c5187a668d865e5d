// Owns: what unpushed commits say of themselves in their trailers, as one commit that carries them
// on says it. Leaves to others: what makes it true of another tip (store/transplant_names.h).
// Internal to store/.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/commit_message.h"

namespace claudestep::store {

// Carried along in their order, so that a write which is asked for again is known, and what gave
// way in their merges can be found.
struct Sayings {
  std::vector<std::string> operations;
  std::size_t operation_count = 0;
  std::set<std::string> carried;  // said by the new commit alone
  std::vector<std::string> op_ids;
  std::vector<std::string> done;  // what was done by these
  std::vector<std::string> receipts;

  // What a commit says by its message.
  void add(std::string_view message);
  // What was done by hand: `key` is "project" or "file".
  void say_by_hand(std::string_view key, const std::string& value);
  // A project that is there as a whole, and its name on the tip.
  void say_carried(const std::string& project, const std::string& from);
  // What earlier commits like this one carried on as a whole may fit its operations here.
  void forget_carried();
  // What was done by hand is told no more.
  void forget_by_hand();
  // Whether nothing but work by hand is told.
  [[nodiscard]] bool is_all_by_hand() const;

  // The message of the commit upon a tip that is called `tip`.
  [[nodiscard]] std::string message(const std::string& tip) const;
  // The same with all operations, however many.
  [[nodiscard]] std::string whole_message(const std::string& tip) const;

 private:
  [[nodiscard]] std::string message_of(const std::string& tip, std::size_t most) const;
};

}  // namespace claudestep::store
