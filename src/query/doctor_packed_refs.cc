// The file of packed refs, damaged: git reads none of it then. Where it is cut, what was in its
// last line is gone.
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
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

// A line of the file that git does not understand.
struct BadLine {
  std::size_t number = 0;
  std::string text;
  std::string ref;                     // that it is of, as far as its name is one
  std::optional<git::ObjectId> value;  // that it had, where that can be told
};

bool is_good_line(std::string_view line, bool is_first) {
  if (is_first && line.starts_with('#')) return true;
  if (line.starts_with('^')) return git::ObjectId::parse(line.substr(1)).has_value();
  return line.size() > kIdDigits + 1 && line[kIdDigits] == ' ' &&
         git::ObjectId::parse(line.substr(0, kIdDigits)) &&
         git::is_valid_ref_name(line.substr(kIdDigits + 1));
}

// The one object here whose id is `digits` but for a few that are none.
std::optional<git::ObjectId> find_id(const Patient& patient, std::string digits) {
  constexpr std::size_t kMostTold = 2;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::vector<std::size_t> bad;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (kDigits.find(digits[at]) == std::string_view::npos) bad.push_back(at);
  }
  if (bad.size() > kMostTold) return std::nullopt;
  std::optional<git::ObjectId> found;
  const std::size_t tries = bad.empty() ? 1 : bad.size() == 1 ? 16 : 256;
  for (std::size_t number = 0; number < tries; ++number) {
    std::size_t rest = number;
    for (const std::size_t at : bad) {
      digits[at] = kDigits[rest % 16];
      rest /= 16;
    }
    const auto id = git::ObjectId::parse(digits);
    if (!id || !patient.repository.has_object(*id)) continue;
    if (found) return std::nullopt;
    found = id;
  }
  return found;
}

std::vector<BadLine> bad_lines(const Patient& patient, std::string_view text) {
  std::vector<BadLine> bad;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = cut_line(text);
    if (is_good_line(line, number == 1)) continue;
    BadLine one{number, std::string(line), "", std::nullopt};
    if (line.size() > kIdDigits + 1 && git::is_valid_ref_name(line.substr(kIdDigits + 1))) {
      one.ref = line.substr(kIdDigits + 1);
      one.value = find_id(patient, std::string(line.substr(0, kIdDigits)));
    }
    bad.push_back(std::move(one));
  }
  return bad;
}

// Whether it may be that of a ref whose name cannot be told, and not of what a tag leads to.
bool is_of_ref(const std::string& line) {
  constexpr std::size_t kDamaged = 4;
  const std::string digits = line.substr(0, kIdDigits);
  const auto is_digit = [](unsigned char c) { return std::isxdigit(c) != 0; };
  return line.size() > kIdDigits + 1 &&
         static_cast<std::size_t>(std::count_if(digits.begin(), digits.end(), is_digit)) +
                 kDamaged >=
             kIdDigits;
}

// Where such a line is of a ref: how it comes to be where it was.
struct Mending {
  std::string script;                 // of sed
  std::vector<std::string> commands;  // after that
  std::vector<std::string> lost;      // refs of which nothing tells where they were
  bool may_be_branch = false;         // one of which this cannot tell may be of the branch
};

void mend_line(const Patient& patient, const BadLine& line, Mending& mending) {
  const std::string number = std::to_string(line.number);
  if (line.value) {
    mending.script +=
        number + "s/^.\\{" + std::to_string(kIdDigits) + "\\}./" + line.value->hex() + " /;";
    return;
  }
  // Without what its first line says of itself git looks up anew what tags lead to.
  mending.script += line.ref.empty() ? "1{/^#/d};" + number + "d;" : number + "d;";
  // The branch is looked at for itself.
  mending.may_be_branch |= line.ref.empty() ? is_of_ref(line.text) : line.ref == patient.ref;
  if (line.ref.empty() || line.ref == patient.ref ||
      is_on_disk(patient.repository.common_dir() + "/" + line.ref)) {
    return;
  }
  const auto moves = patient.repository.reflog(line.ref);
  if (!moves.empty() && !patient.repository.is_reflog_cut(line.ref)) {
    mending.commands.push_back(
        puts_ref(patient, line.ref, moves.front().new_id.hex(), git::ObjectId().hex()));
    return;
  }
  mending.lost.push_back(line.ref);
}

}  // namespace

void examine_packed_refs(Patient& patient) {
  const std::string path = packed_refs_path(patient);
  if (is_no_file(path)) return;
  const std::string text = read_file(path).value_or("");
  if (text.empty() || !text.ends_with('\n')) return;
  const auto bad = bad_lines(patient, text);
  if (bad.empty()) return;
  Mending mending;
  for (const BadLine& line : bad) mend_line(patient, line, mending);
  mending.script.pop_back();
  const std::string whole = place_aside(patient, "packed-refs.whole");
  std::vector<std::string> commands = {move_aside(patient, path, "packed-refs"),
                                       "LC_ALL=C sed '" + mending.script + "' " +
                                           place_aside(patient, "packed-refs") + " >" + whole +
                                           " && mv -n " + whole + " " + path_word(path, "FILE")};
  std::string says;
  if (mending.may_be_branch) add_branch_of_cut_line(patient, text, commands, says);
  if (!mending.commands.empty()) says += ", and put others where their reflogs say that they were";
  commands.insert(commands.end(), mending.commands.begin(), mending.commands.end());
  says = next_hints(commands.size()) + " move the file aside and write it anew, with what can be " +
         "told of " + (bad.size() == 1 ? "that line" : "those lines") + says;
  if (!mending.lost.empty()) {
    says += "; where " + some_files(mending.lost) +
            " was nothing here tells: a fetch or another clone brings it";
  }
  commands.insert(commands.begin(), says + "; then claudestep doctor looks again");
  patient.add("ref", Health::kProblem,
              quoted(path, 200) + " has " +
                  (bad.size() == 1 ? "a line" : counted(bad.size(), "line")) +
                  " that git does not understand, and git does nothing with refs meanwhile: line " +
                  std::to_string(bad.front().number) + " is " + quoted(bad.front().text),
              std::move(commands));
  patient.asks_git = false;
}

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
