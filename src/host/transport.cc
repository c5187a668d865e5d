#include "host/transport.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/address.h"
#include "base/text.h"
#include "host/process.h"
#include "host/ref_obstacle.h"

namespace claudestep::host {

namespace {

constexpr int kTriesBesidePacking = 5;

constexpr std::string_view kConfigVariables[] = {"GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT"};

// git in this repository. Settings given for one command (git -c) hold for its children too.
Result<Finished> run_git(const git::Repository& repository, const UnderLock& under,
                         const std::vector<std::string>& arguments) {
  const Environment& environment = under.environment;
  Environment clean = scrubbed(environment);
  for (const std::string_view name : kConfigVariables) {
    if (const auto value = environment.get(name)) clean.set(std::string(name), std::string(*value));
  }
  // A remote that is a folder hears of this variable as well, and guards itself all the same.
  if (environment.get("CLAUDESTEP_HOOKS") != "0") clean.set("CLAUDESTEP_HOOKS", "pre-receive");
  Command command;
  command.argv = {"git", "--git-dir=" + repository.git_dir()};
  // Relative addresses begin where git begins them.
  const auto work_dir = repository.work_dir();
  if (work_dir) command.argv.push_back("--work-tree=" + *work_dir);
  command.cwd = work_dir.value_or(repository.git_dir());
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  command.environment = &clean;
  command.keeps_open = under.lock;
  return run(command);
}

// What may be logged in with at a remote, by its address and by what settings make of that.
Credentials credentials_for(const git::Repository& repository, const std::string& remote) {
  constexpr std::string_view kRewrites = "url.";
  Credentials credentials;
  credentials.add(remote);
  for (const auto& [key, value] : repository.settings("remote.")) {
    if (key.ends_with("url")) credentials.add(value);
  }
  for (const auto& [key, unused] : repository.settings(kRewrites)) {
    credentials.add(std::string_view(key).substr(kRewrites.size()));
  }
  return credentials;
}

std::vector<std::string> lines_said(std::string_view text, const Credentials& credentials) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    // A remote's progress overwrites itself.
    std::string_view line = cut_line(text);
    if (const std::size_t back = trim(line).rfind('\r'); back != std::string_view::npos) {
      line.remove_prefix(back + 1);
    }
    line = trim(line);
    while (line.ends_with('\0')) line.remove_suffix(1);  // git sends one with some of its words
    if (!line.empty() && line != "remote:") {
      lines.push_back(escape_for_terminal(credentials.taken_out_of(line)));
    }
  }
  return lines;
}

Error unreachable(const git::Repository& repository, std::string_view what,
                  const std::string& remote, const Finished& finished) {
  Error error{ErrorCode::kGitFailed,
              fmt::format("cannot {} {}", what, quoted(shown_address(remote)))};
  error.causes = lines_said(finished.err, credentials_for(repository, remote));
  if (error.causes.empty()) {
    error.causes.push_back(fmt::format("git ended with exit code {}", finished.exit_code));
  }
  return error;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Whether it was the disk here that failed, which no other remote mends.
bool could_not_write(std::string_view said) {
  constexpr std::string_view kWords[] = {"No space left on device", "Disk quota exceeded",
                                         "Read-only file system", "couldn't write",
                                         "unable to write"};
  const auto is_said = [&](std::string_view word) { return contains(said, word); };
  return std::any_of(std::begin(kWords), std::end(kWords), is_said);
}

std::vector<std::string> push_words(const git::Repository& repository, const RemoteRef& to,
                                    const std::string& refspec) {
  std::vector<std::string> words = {
      "push",    "--porcelain", "--no-follow-tags", "--recurse-submodules=no", "--end-of-options",
      to.remote, refspec};
  // A mirror is pushed to as a whole, and refuses to be given one ref.
  const std::string mirror = "remote." + to.remote + ".mirror";
  if (const auto set = repository.config(mirror); set && *set) {
    words.insert(words.begin(), {"-c", mirror + "=false"});
  }
  return words;
}

// What a remote that says that somebody else was faster means by it: of a ref that it could not
// write for any reason it says the same.
PushStatus judge_race(const PushedRef& pushed, const std::string& said) {
  switch (find_ref_obstacle(said + "\nerror: " + pushed.reason)) {
    case RefObstacle::kStays:
      return PushStatus::kRejected;
    case RefObstacle::kUnknown:
      return PushStatus::kUnknown;
    case RefObstacle::kNone:
    case RefObstacle::kPasses:
      break;
  }
  return PushStatus::kMovedOn;
}

// Whether somebody who packs took the emptied folder of objects away in which git was to put one.
bool lost_its_folder(std::string_view said) {
  constexpr std::string_view kGone = ": No such file or directory";
  return contains(said, std::string("unable to create temporary file").append(kGone)) ||
         (contains(said, "unable to write file ") && contains(said, kGone));
}

// Whether git itself said one of `words`: what a remote and its hooks print is nothing to go by.
template <std::size_t N>
bool git_said(std::string_view said, const std::string_view (&words)[N]) {
  while (!said.empty()) {
    const std::string_view line = cut_line(said);
    if (line.starts_with("remote: ")) continue;
    const auto is_said = [&](std::string_view word) { return contains(line, word); };
    if (std::any_of(std::begin(words), std::end(words), is_said)) return true;
  }
  return false;
}

// Whether git did not find an object that it was to send or to get, here or on the remote: who
// packs takes one away at the moment at which it is to be read. A repository that lost it says the
// same.
bool missed_object(std::string_view said) {
  constexpr std::string_view kWords[] = {"pack-objects died", "upload-pack: not our ref",
                                         "did not send all necessary objects"};
  return git_said(said, kWords);
}

// The same of a push that the remote answered: it may also not have got on what the pack is built.
// No hook is asked before that.
bool missed_object_there(const PushedRef& pushed, std::string_view said) {
  return pushed.reason == "missing necessary objects" ||
         (pushed.reason == "unpacker error" && contains(said, "unresolved deltas left"));
}

// git in this repository, again while somebody who packs may have got in its way by what it said.
template <typename IsInTheWay>
Result<Finished> run_beside_packing(const git::Repository& repository, const UnderLock& under,
                                    const std::vector<std::string>& arguments,
                                    const IsInTheWay& is_in_the_way) {
  CS_ASSIGN(auto finished, run_git(repository, under, arguments));
  for (int more = kTriesBesidePacking; more > 0 && finished.exit_code != 0; --more) {
    if (!is_in_the_way(finished)) break;
    CS_ASSIGN(finished, run_git(repository, under, arguments));
  }
  return finished;
}

// The sides of a remote as `git remote -v` lists them: "name<tab>address (fetch)". `settings` are
// git's options before that.
Result<RemoteSides> listed_sides(const git::Repository& repository, const Environment& environment,
                                 const std::string& remote, std::vector<std::string> settings,
                                 const std::string& name) {
  constexpr std::string_view kFetch = " (fetch)";
  constexpr std::string_view kPush = " (push)";
  settings.insert(settings.end(), {"remote", "-v"});
  CS_ASSIGN(const auto finished, run_git(repository, UnderLock{environment}, settings));
  if (finished.exit_code != 0) {
    return fail(unreachable(repository, "ask for the address of", remote, finished));
  }
  RemoteSides sides{remote, {}};  // what git takes for the address of one that has none
  for (std::string_view rest = finished.out; !rest.empty();) {
    std::string_view line = cut_line(rest);
    if (!line.starts_with(name + "\t")) continue;
    line.remove_prefix(name.size() + 1);
    if (line.ends_with(kPush)) {
      sides.pushed_to.emplace_back(line.substr(0, line.size() - kPush.size()));
    } else {
      sides.fetched_from = line.substr(0, line.rfind(kFetch));  // a filter may follow
    }
  }
  std::erase(sides.pushed_to, sides.fetched_from);
  return sides.pushed_to.empty() ? RemoteSides{} : sides;
}

}  // namespace

Result<RemoteSides> sides_of(const git::Repository& repository, const Environment& environment,
                             const std::string& name) {
  return listed_sides(repository, environment, name, {}, name);
}

Result<RemoteSides> sides_of_address(const git::Repository& repository,
                                     const Environment& environment, const std::string& address) {
  // Git tells them of a remote that has the address.
  const std::string name = "claudestep-asked-address";
  return listed_sides(repository, environment, address,
                      {"-c", "remote." + name + ".url=" + address}, name);
}

Result<Fetched> fetch(const git::Repository& repository, const UnderLock& under,
                      const RemoteRef& from, const std::string& into) {
  CS_ASSIGN(const auto finished,
            run_beside_packing(repository, under,
                               {"fetch", "--quiet", "--no-tags", "--no-recurse-submodules",
                                "--refmap=", "--no-write-fetch-head", "--no-auto-maintenance",
                                "--end-of-options", from.remote, "+" + from.ref + ":" + into},
                               [](const Finished& last) { return lost_its_folder(last.err); }));
  if (finished.exit_code == 0) return Fetched{FetchStatus::kDone, {}};
  if (contains(finished.err, "couldn't find remote ref")) {
    return Fetched{FetchStatus::kNoBranch, {}};
  }
  Error why = unreachable(repository, "fetch from", from.remote, finished);
  if (could_not_write(finished.err)) why.code = ErrorCode::kIo;
  switch (find_ref_obstacle(finished.err)) {
    case RefObstacle::kPasses:
      return Fetched{FetchStatus::kBusy, std::move(why)};
    case RefObstacle::kUnknown:
      return Fetched{FetchStatus::kUnknown, std::move(why)};
    case RefObstacle::kStays:
      return fail(std::move(why));
    case RefObstacle::kNone:
      break;
  }
  if (why.code != ErrorCode::kIo && missed_object(finished.err)) {
    return Fetched{FetchStatus::kUnknown, std::move(why)};
  }
  return fail(std::move(why));
}

Result<bool> is_empty_remote(const git::Repository& repository, const Environment& environment,
                             const std::string& remote) {
  CS_ASSIGN(const auto finished,
            run_git(repository, UnderLock{environment},
                    {"ls-remote", "--quiet", "--heads", "--end-of-options", remote}));
  if (finished.exit_code != 0) return fail(unreachable(repository, "ask", remote, finished));
  return finished.out.empty();
}

Result<std::optional<git::ObjectId>> find_remote_ref(const git::Repository& repository,
                                                     const Environment& environment,
                                                     const RemoteRef& of) {
  CS_ASSIGN(const auto finished,
            run_git(repository, UnderLock{environment},
                    {"ls-remote", "--quiet", "--end-of-options", of.remote, of.ref}));
  if (finished.exit_code != 0) return fail(unreachable(repository, "ask", of.remote, finished));
  // Git lists every ref that ends so.
  for (std::string_view rest = finished.out; !rest.empty();) {
    const std::string_view line = cut_line(rest);
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line.substr(tab + 1) != of.ref) continue;
    return git::ObjectId::parse(line.substr(0, tab));
  }
  return std::optional<git::ObjectId>{};
}

Result<Pushed> push(const git::Repository& repository, const Environment& environment,
                    git::ObjectId commit, const RemoteRef& to) {
  CS_ASSIGN(const auto finished,
            run_beside_packing(
                repository, UnderLock{environment},
                push_words(repository, to, commit.hex() + ":" + to.ref), [](const Finished& last) {
                  return parse_push_report(last.out).empty() && missed_object(last.err);
                }));
  Pushed pushed;
  const Credentials credentials = credentials_for(repository, to.remote);
  pushed.said = lines_said(finished.err, credentials);
  const auto refs = parse_push_report(finished.out);
  // A remote with several addresses is pushed to as often: the first that did not take it counts.
  auto ours = refs.end();
  for (auto at = refs.begin(); at != refs.end(); ++at) {
    if (at->to != to.ref) continue;
    if (ours == refs.end()) ours = at;
    if (status_of(*at) == PushStatus::kDone) pushed.is_taken = true;
    if (status_of(*ours) == PushStatus::kDone) ours = at;
  }
  const bool failed =
      finished.exit_code != 0 && ours != refs.end() && status_of(*ours) == PushStatus::kDone;
  if (ours == refs.end() || failed) {
    return fail(unreachable(repository, "push to", to.remote, finished));
  }
  pushed.ref = *ours;
  pushed.ref.reason = credentials.taken_out_of(ours->reason);
  pushed.status = status_of(*ours);
  if (pushed.status == PushStatus::kMovedOn) pushed.status = judge_race(*ours, finished.err);
  if (pushed.status == PushStatus::kRejected && lost_its_folder(finished.err)) {
    pushed.status = PushStatus::kMovedOn;
  }
  if (pushed.status == PushStatus::kRejected && missed_object_there(*ours, finished.err)) {
    pushed.status = PushStatus::kUnknown;
  }
  return pushed;
}

void maintain(const git::Repository& repository, const Environment& environment) {
  // Whatever comes of it, the sync is done.
  static_cast<void>(
      run_git(repository, UnderLock{environment}, {"maintenance", "run", "--auto", "--quiet"}));
}

}  // namespace claudestep::host
