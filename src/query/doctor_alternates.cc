// Folders of objects that are borrowed from and cannot be used: what is in them only seems to be
// missing.
#include <string>
#include <vector>

#include "base/text.h"
#include "git/alternates.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kPathShown = 200;

std::vector<git::LostAlternate> lost_alternates(const Patient& patient) {
  return git::find_lost_alternates(patient.repository.common_dir() + "/objects");
}

std::string flaw_of(const git::LostAlternate& lost) {
  switch (lost.flaw) {
    case git::AlternateFlaw::kMissing:
      return "which is not there";
    case git::AlternateFlaw::kNoFolder:
      return "which is no folder";
    case git::AlternateFlaw::kEmpty:
      return "which is empty";
    case git::AlternateFlaw::kRefused:
      return "which may not be read here";
    case git::AlternateFlaw::kRepository:
      return "which is a repository, and not its folder of objects";
    case git::AlternateFlaw::kNoFile:
    case git::AlternateFlaw::kNotSaid:
      return "which is not said";
  }
  abort_with(__FILE__, __LINE__, "a flaw that is none");
}

std::vector<std::string> ways_out(const git::LostAlternate& lost) {
  switch (lost.flaw) {
    case git::AlternateFlaw::kRefused:
      return {"who owns it, or root, gives the right to read it"};
    case git::AlternateFlaw::kRepository:
      return {"write " + quoted(lost.meant, kPathShown) + " in that line"};
    case git::AlternateFlaw::kMissing:
    case git::AlternateFlaw::kNoFolder:
    case git::AlternateFlaw::kEmpty:
    case git::AlternateFlaw::kNoFile:
    case git::AlternateFlaw::kNotSaid:
      break;
  }
  return {
      "where the folder is elsewhere, write its path in that line; where its disk is away, "
      "bring it back",
      "only where it is gone for good, take the line out: then claudestep doctor tells what is "
      "lost with it, and the ways back"};
}

void add_not_said(const Patient& patient, const std::string& file) {
  patient.add(
      "objects", Health::kWarning,
      quoted(file, kPathShown) +
          " is empty or has zeros, as a crash leaves it: where objects were " +
          "borrowed, it does not say any more from where",
      {"where they were, write the path of that folder of objects into the file, as all that it "
       "has",
       "only where none were, or the folder is gone for good, the next hint moves the file aside: "
       "then claudestep doctor tells what is lost, and the ways back",
       move_aside(patient, file, "alternates")});
}

void add_no_file(const Patient& patient, const std::string& file) {
  patient.add(
      "objects", Health::kWarning,
      quoted(file, kPathShown) +
          " is no file: where objects were borrowed, git does not know from where",
      {"the next hint moves it aside; where objects were borrowed, write the path of that folder "
       "of objects into a file in its place, as all that it has; where none were, or the folder is "
       "gone for good, claudestep doctor tells then what is lost, and the ways back",
       move_aside(patient, file, "alternates")});
}

}  // namespace

void examine_alternates(const Patient& patient) {
  for (const git::LostAlternate& lost : lost_alternates(patient)) {
    const git::Alternate& line = lost.alternate;
    if (lost.flaw == git::AlternateFlaw::kNoFile) {
      add_no_file(patient, line.file);
      continue;
    }
    if (lost.flaw == git::AlternateFlaw::kNotSaid) {
      add_not_said(patient, line.file);
      continue;
    }
    patient.add("objects", Health::kWarning,
                "objects are borrowed from " + quoted(line.folder, kPathShown) + ", " +
                    flaw_of(lost) + ": line " + std::to_string(line.line) + " of " +
                    quoted(line.file, kPathShown) + " names it",
                ways_out(lost));
  }
}

bool add_lost_alternates(const Patient& patient, Checkup& problem) {
  if (lost_alternates(patient).empty()) return false;
  problem.hints = {
      "what is missing may be where objects are borrowed from, of which the warning above tells: "
      "nothing is known to be lost before that is in order; then claudestep doctor looks again"};
  return true;
}

}  // namespace claudestep::query
