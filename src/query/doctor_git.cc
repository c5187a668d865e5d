// Whether git itself works in the repository: where it does not, nothing that it fails with says
// that anything is lost.
#include <string>
#include <string_view>

#include "base/file_rights.h"
#include "base/text.h"
#include "git/told_head.h"
#include "host/process.h"
#include "query/doctor_parts.h"

namespace claudestep::query {

namespace {

// The line that says why, without what goes before it.
std::string last_words(std::string_view said) {
  std::string words;
  while (!said.empty()) {
    const std::string_view line = trim(cut_line(said));
    if (!line.empty()) words = escape_for_terminal(line);
    if (line.starts_with("fatal: ")) break;
  }
  return words;
}

}  // namespace

bool examine_git_here(const Patient& patient) {
  // Git opens the repository and reads its settings for it, and no object or ref.
  const std::string& common = patient.repository.common_dir();
  const Environment environment = host::scrubbed(patient.environment);
  host::Command command;
  command.argv = {"git", "--git-dir=" + common, "rev-list", "--stdin"};
  command.cwd = common;
  command.environment = &environment;
  const auto finished = host::run(command);
  if (!finished) return false;  // examine_git() says that there is none
  if (finished->exit_code == 0) return true;
  const std::string status = "it ends with " + std::to_string(finished->exit_code);
  std::string why = last_words(finished->err);
  if (why.empty()) why = status;
  // From a linked work tree we do without the HEAD of the repository.
  if (const auto error = git::without_head(common, true)) {
    patient.add("git", Health::kProblem, "git fails in this repository: " + error->message,
                error->hints);
    return false;
  }
  const auto closed = unreadable_place(common + "/objects/pack");
  if (closed) why += "; " + with_owner(*closed) + " and may not be read";
  patient.add("git", Health::kProblem, "git fails in this repository: " + why,
              {closed ? "who owns that, or root, gives the right to read it"
                      : "where a setting is named, the next hint says which file has it",
               closed ? "then claudestep doctor looks again, also at what it asks git for"
                      : in_repository(patient, "git config --list --show-origin")});
  return false;
}

}  // namespace claudestep::query
