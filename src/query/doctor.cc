#include "query/doctor.h"

#include <charconv>
#include <utility>

#include "base/text.h"
#include "host/process.h"
#include "query/doctor_parts.h"

namespace claudestep::query {

namespace {

struct GitVersion {
  int major = 0;
  int minor = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a null pointer in a made <=>
  auto operator<=>(const GitVersion&) const = default;
};

// The oldest that knows --end-of-options.
constexpr GitVersion kOldest{2, 24};
constexpr std::string_view kPrefix = "git version ";

// "git version 2.39.5 (Apple Git-154)"; 0.0 for anything else.
GitVersion parse_version(std::string_view text) {
  GitVersion version;
  if (!text.starts_with(kPrefix)) return version;
  text.remove_prefix(kPrefix.size());
  const char* const end = text.data() + text.size();
  const auto major = std::from_chars(text.data(), end, version.major);
  if (major.ec == std::errc() && major.ptr != end && *major.ptr == '.') {
    std::from_chars(major.ptr + 1, end, version.minor);
  }
  return version;
}

}  // namespace

std::string_view to_string(Health health) {
  switch (health) {
    case Health::kOk:
      return "ok";
    case Health::kWarning:
      return "warning";
    case Health::kProblem:
      return "problem";
  }
  abort_with(__FILE__, __LINE__, "a health that is none");
}

Checkup examine_git(const Environment& environment, const std::string& cwd) {
  host::Command command;
  command.argv = {"git", "--version"};
  command.cwd = cwd;
  command.environment = &environment;
  const auto finished = host::run(command);
  if (finished && finished->exit_code != 0 && !finished->err.empty()) {
    std::string_view said = finished->err;
    return {"git",
            Health::kProblem,
            "git refuses to run: " + escape_for_terminal(cut_line(said)),
            {"what it says comes first: syncing, and work trees that have the branch checked out, "
             "need git"}};
  }
  if (!finished || finished->exit_code != 0) {
    return {"git",
            Health::kProblem,
            "git cannot be run",
            {"install git: syncing, and work trees that have the branch checked out, need it"}};
  }
  const std::string text(trim(finished->out));
  if (parse_version(text) < kOldest) {
    return {"git",
            Health::kWarning,
            escape_for_terminal(text) + " is older than " + std::to_string(kOldest.major) + "." +
                std::to_string(kOldest.minor),
            {"use a newer git for syncing"}};
  }
  return {"git", Health::kOk, escape_for_terminal(text), {}};
}

Checkup examine_failure(std::string name, const Error& error) {
  return {std::move(name), Health::kProblem, error.one_line(), error.hints};
}

std::vector<Checkup> examine(const git::Repository& repository, const std::string& ref,
                             const Environment& environment, Instant now) {
  std::vector<Checkup> checkups;
  Patient patient{repository, ref, environment, now, checkups};
  patient.add("repository", Health::kOk, quoted(repository.common_dir()));
  examine_settings(patient);
  patient.asks_git = examine_git_here(patient);
  examine_packed_refs(patient);
  examine_places(patient);
  examine_fetching(patient);
  examine_branch(patient);
  examine_loose(patient);
  examine_worktrees(patient);
  return checkups;
}

}  // namespace claudestep::query
