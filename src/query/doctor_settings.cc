// What kind of clone it is, and what its configuration means for us.
#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "query/doctor_parts.h"

namespace claudestep::query {

namespace {

// A setting that cannot be read is a finding of its own, told once.
std::optional<std::string> setting(const Patient& patient, const std::string& key) {
  const auto value = patient.repository.config(key);
  if (value) return *value;
  patient.checkups.push_back(examine_failure("configuration", value.error()));
  return std::nullopt;
}

bool flag(const Patient& patient, const std::string& key) {
  const auto value = patient.repository.config_bool(key, false);
  return value && *value;
}

bool is_partial(const Patient& patient) {
  if (setting(patient, "extensions.partialClone")) return true;
  const auto remotes = patient.repository.remotes();
  if (!remotes) return false;
  for (const std::string& remote : *remotes) {
    if (flag(patient, "remote." + remote + ".promisor")) return true;
  }
  return false;
}

void examine_clone(const Patient& patient) {
  const bool shallow = patient.repository.is_shallow();
  const bool partial = is_partial(patient);
  if (shallow) {
    patient.add("clone", Health::kWarning,
                "the clone is shallow: what came before its boundary cannot be seen, and evidence "
                "of merges may lie there",
                {"git fetch --unshallow"});
  }
  if (partial) {
    patient.add("clone", Health::kWarning,
                "the clone is partial: contents that were never fetched are reported by name, not "
                "read",
                {"'git cat-file -e ID' fetches one of them"});
  }
  if (!shallow && !partial) patient.add("clone", Health::kOk, "the clone is complete");
}

void examine_author(const Patient& patient) {
  const auto author = patient.repository.signature(git::Repository::Role::kAuthor, patient.now);
  if (!author) {
    patient.checkups.push_back(examine_failure("author", author.error()));
  } else if (*author) {
    patient.add("author", Health::kOk,
                escape_for_terminal((*author)->name + " <" + (*author)->email + ">"));
  } else {
    patient.add("author", Health::kWarning,
                "git knows no author here: commits will say claudestep <claudestep@localhost>",
                {"git config user.name and user.email say who you are"});
  }
}

void examine_signing(const Patient& patient) {
  if (!flag(patient, "commit.gpgSign")) return;
  patient.add("signing", Health::kWarning,
              "commit.gpgSign asks for signed commits, and commits of metadata are not signed",
              {"where the remote refuses unsigned commits, exempt the metadata branch there"});
}

void examine_pruning(const Patient& patient) {
  const auto expire = setting(patient, "gc.pruneExpire");
  if (!expire) return;
  const std::string when = to_lower_ascii(*expire);
  if (when != "now" && when != "all") return;
  patient.add("pruning", Health::kWarning,
              "gc.pruneExpire is " + quoted(*expire) +
                  ": git gc beside a writer takes objects that it has not referenced yet",
              {"leave gc.pruneExpire unset: git's own two weeks are safe"});
}

void examine_hooks(const Patient& patient) {
  const auto path = setting(patient, "core.hooksPath");
  if (path) {
    patient.add("hooks", Health::kOk,
                "core.hooksPath is " + quoted(*path) + ": hooks are run from there");
  }
  const std::string& common = patient.repository.common_dir();
  std::string folder = common + "/hooks";
  if (path && path->starts_with('/')) {
    folder = *path;
  } else if (path) {
    folder = patient.repository.work_dir().value_or(common) + "/" + *path;
  }
  const std::string hook = folder + "/reference-transaction";
  struct stat status {};
  if (::stat(hook.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return;
  if (::access(hook.c_str(), X_OK) != 0) return;
  patient.add("hooks", Health::kWarning,
              quoted(hook) + " is not asked when the metadata branch moves",
              {"what it has to refuse, refuse on the remote: pre-receive, update"});
}

}  // namespace

void examine_settings(const Patient& patient) {
  examine_clone(patient);
  examine_author(patient);
  examine_signing(patient);
  examine_pruning(patient);
  examine_hooks(patient);
}

}  // namespace claudestep::query
