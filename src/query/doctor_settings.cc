// What kind of clone it is, and what its configuration means for us.
#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "host/hook_files.h"
#include "host/hook_folder.h"
#include "host/process.h"
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

void examine_clone(const Patient& patient) {
  const bool shallow = patient.repository.is_shallow();
  const bool partial = patient.repository.is_partial();
  if (shallow) {
    patient.add("clone", Health::kWarning,
                "the clone is shallow: what came before its boundary cannot be seen, and evidence "
                "of merges may lie there",
                {in_repository(patient, "git fetch --unshallow")});
  }
  if (partial) {
    patient.add("clone", Health::kWarning,
                "the clone is partial: contents that were never fetched are reported by name, not "
                "read",
                {"to fetch one of them: git cat-file -e ID"});
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
                {"to say who you are: git config user.name NAME; git config user.email ADDRESS"});
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

// Why git does not run a hook that is installed; "" where it does.
std::string_view obstacle_of(const host::SeenHook& seen) {
  if (!seen.reachable) return " is installed where git does not look: core.hooksPath is set";
  if (!seen.state.executable) return " is not executable, so git ignores it";
  if (!seen.state.current) return " was installed by another version";
  return "";
}

void examine_our_hooks(const Patient& patient, const host::HookFolder& folder) {
  std::string running;
  for (const std::string_view hook : host::hook_names()) {
    const host::SeenHook seen = host::see_hook(patient.repository, folder, hook);
    if (!seen.state.installed) continue;
    if (const auto obstacle = obstacle_of(seen); !obstacle.empty()) {
      patient.add("hooks", Health::kWarning, quoted(seen.state.file) + std::string(obstacle),
                  {"claudestep hooks install " + seen.hook});
      continue;
    }
    running += (running.empty() ? "" : ", ") + seen.hook;
  }
  if (running.empty()) return;
  if (!host::find_program("claudestep", patient.environment)) {
    patient.add("hooks", Health::kWarning,
                "no claudestep is in PATH: the hooks that are installed do nothing",
                {"put it where PATH leads for every program that runs git"});
    return;
  }
  patient.add("hooks", Health::kOk, "installed: " + running);
}

void examine_hooks(const Patient& patient) {
  const auto folder = host::find_hook_folder(patient.repository, patient.environment);
  if (!folder) {
    patient.checkups.push_back(examine_failure("hooks", folder.error()));
    return;
  }
  if (folder->setting) {
    patient.add("hooks", Health::kOk,
                "core.hooksPath is " + quoted(*folder->setting) + ": hooks are run from there");
  }
  examine_our_hooks(patient, *folder);
  const std::string hook = folder->path + "/reference-transaction";
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
