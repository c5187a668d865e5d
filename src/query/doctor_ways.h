// Owns: what the ways out of a loss share: how one is told, who is asked for what is missing, and
// what is noted of others. Private to query/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/doctor_way_back.h"

namespace claudestep::query {

// One way among others, with what it is before its commands.
struct Way {
  std::string says;
  std::vector<std::string> commands;
  bool asks_first = false;  // whoever may have what is missing is asked before
};
// Adds it to the hints, `when` before what it says.
void add_way(const Way& way, const std::string& when, Checkup& problem);
// What keeps others from giving what is missing, and is mended first. Whether there is such.
[[nodiscard]] bool add_what_is_first(const Patient& patient, Checkup& problem);

// Who is asked (doctor_asking.cc).

// What comes after asking: done all the same, it is to do no harm.
inline constexpr const char* kOtherwise = "only where it still says so then: ";
// The way for where asking brought nothing: where it did, it does nothing, since more may be whole
// than when it was found.
[[nodiscard]] Way unless_brought(const Patient& patient, const Holders& holders, Way way);
// Asks these.
[[nodiscard]] Way asks(const Patient& patient, const Holders& holders);
// Asks the holders of what the branch misses, which is at `stand`; they may still have what they
// once gave. Of the hints of `problem` those are taken out that say the same.
[[nodiscard]] std::optional<Way> asks_remotes(const Patient& patient, const Holders& holders,
                                              const Stand& stand, Checkup& problem);
// Asks for what was pushed, also where it cannot be told which it was.
[[nodiscard]] std::optional<Way> asks_for_past(const Patient& patient);
// Asks another clone.
[[nodiscard]] Way asks_clone(const Patient& patient);
// The same where nothing here has what is missing.
[[nodiscard]] Way asks_clones(const Patient& patient);

// What is noted of others (doctor_noted.cc).

// What notes the state of the remote, and has lost some of it.
[[nodiscard]] std::optional<std::string> lost_tracking(const Patient& patient);
// Where the remote does not have any more what it was noted to have; `sync` is a sync with it.
[[nodiscard]] Way forgets_remote(const Patient& patient, const std::string& tracking,
                                 const std::string& sync);
// What is noted of others than the one with which a sync is when none is named.
void examine_all_noted(const Patient& patient);

}  // namespace claudestep::query
