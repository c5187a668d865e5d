// The file of packed refs, cut: git reads none of it then, and what was in its last line is gone.
#include <sys/stat.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_io.h"
#include "base/folder.h"
#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
#include "store/history.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kIdDigits = 40;

std::string packed_refs_path(const Patient& patient) {
  return patient.repository.common_dir() + "/packed-refs";
}

bool is_no_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

// The id that a whole line of the file has for the ref.
std::optional<git::ObjectId> packed_id(const std::string& text, const std::string& ref) {
  const std::size_t at = text.find(" " + ref + "\n");
  if (at == std::string::npos || at < kIdDigits) return std::nullopt;
  return git::ObjectId::parse(std::string_view(text).substr(at - kIdDigits, kIdDigits));
}

// Where the branch was, by what is left of the line that is cut: a whole id, and a name that may
// have been its name.
std::optional<git::ObjectId> cut_id(const Patient& patient, const std::string& text,
                                    const std::string& ref) {
  constexpr std::string_view kHeads = "refs/heads/";
  const std::string_view line = std::string_view(text).substr(text.rfind('\n') + 1);
  if (line.size() < kIdDigits + 1 + kHeads.size()) return std::nullopt;
  const std::string_view name = line.substr(kIdDigits + 1);
  const auto id = git::ObjectId::parse(line.substr(0, kIdDigits));
  if (!id || !name.starts_with(kHeads) || !ref.starts_with(name)) return std::nullopt;
  const auto is_ours = store::is_metadata_branch(patient.repository, *id);
  if (!is_ours || !*is_ours) return std::nullopt;
  return id;
}

// The commands that bring back a branch that the whole lines do not have, nor a file of its own.
void add_branch_of_cut_line(const Patient& patient, const std::string& text,
                            std::vector<std::string>& commands, std::string& says) {
  const std::string& ref = patient.ref;
  const bool has_file = is_on_disk(patient.repository.common_dir() + "/" + ref);
  if (has_file || packed_id(text, ref)) return;
  // Git looks nothing up meanwhile, whether it is whole neither.
  auto last = stand_of(patient, ref).last;
  if (last && !patient.repository.is_reflog_cut(ref)) {
    says += ", and put the branch where its reflog says that it was";
  } else if (last = cut_id(patient, text, ref); last) {
    says += ", and put the branch where what is left of its line says that it was";
  }
  if (last) return commands.push_back(puts_ref(patient, ref, last->hex(), git::ObjectId().hex()));
  const std::string file = patient.repository.common_dir() + "/" + ref;
  const std::string folder = file.substr(0, file.rfind('/'));
  commands.insert(commands.begin(),
                  "mkdir -p " + path_word(folder, "FOLDER") + " && : >>" + path_word(file, "FILE"));
  says +=
      ", after a file that says nothing has taken the place of the branch, which may have been in "
      "what is gone: so nothing begins another one";
}

}  // namespace

std::string packed_value(const Patient& patient, const std::string& ref) {
  return packed_id(read_file(packed_refs_path(patient)).value_or(""), ref)
      .value_or(git::ObjectId())
      .hex();
}

std::string puts_ref(const Patient& patient, const std::string& ref, const std::string& where,
                     const std::string& from) {
  return in_repository(
      patient, "git update-ref " + model::shell_word(ref, "REF") + " " + where + " " + from);
}

bool add_packed_refs_anew(const Patient& patient, Checkup& problem) {
  const std::string path = packed_refs_path(patient);
  if (is_no_file(path)) {
    problem.hints.push_back(
        "beside what stands in the place of the file of packed refs git reads no ref: " +
        next_hints(1) +
        " moves it aside; where refs were packed before, their reflogs know where they were; then "
        "claudestep doctor looks again");
    problem.hints.push_back(move_aside(patient, path, "packed-refs"));
    return true;
  }
  const std::string text = read_file(path).value_or("");
  if (text.empty() || text.ends_with('\n')) return false;
  const std::string whole = place_aside(patient, "packed-refs.whole");
  std::vector<std::string> commands = {move_aside(patient, path, "packed-refs"),
                                       "sed '$d' " + place_aside(patient, "packed-refs") + " >" +
                                           whole + " && mv -n " + whole + " " +
                                           path_word(path, "FILE")};
  std::string says;
  add_branch_of_cut_line(patient, text, commands, says);
  problem.hints.push_back(
      "the file of packed refs is cut: " + next_hints(commands.size()) +
      " move it aside and write its whole lines anew" + says +
      "; where other refs at its end were, their reflogs know, or for tags and where there is "
      "no reflog another clone; then claudestep doctor looks again");
  problem.hints.insert(problem.hints.end(), commands.begin(), commands.end());
  return true;
}

}  // namespace claudestep::query
