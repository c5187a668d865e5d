#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "truth/base_history.h"

namespace claudestep::truth {
namespace {

// "https://example.com/acme/app" of an address; "" where it is a folder, which tells nothing.
std::string_view forge_address(std::string_view home) {
  const auto colon = home.find(':');
  if (colon == std::string_view::npos || home.starts_with("file:") || home.find('/') < colon) {
    return {};
  }
  while (home.ends_with('/')) home.remove_suffix(1);
  if (home.ends_with(".git")) home.remove_suffix(4);
  return home;
}

// Whether the repository that a message names, "acme/app", is the one at `home`. Where that cannot
// be told, because there is no remote or its address is a folder, it is.
bool is_here(const std::string& named, const std::string& home) {
  const std::string_view path = forge_address(home);
  if (named.empty() || path.empty()) return true;
  if (path.size() <= named.size()) return false;
  const std::string_view end = path.substr(path.size() - named.size());
  const char before = path[path.size() - named.size() - 1];
  return to_lower_ascii(end) == to_lower_ascii(named) && (before == '/' || before == ':');
}

}  // namespace

// Finds what the base took back: newest first, so that a revert that was taken back itself is known
// before it counts.
class BaseHistory::RevertReader {
 public:
  RevertReader(const git::Repository& repository, const std::string& home, BaseHistory& history)
      : repository_(repository), home_(home), history_(history) {}

  Status read() {
    for (Place place = 0; place < history_.commits_.size(); ++place) {
      const HistoryCommit& commit = history_.commits_[place];
      if (!commit.on_base || history_.reverts_.contains(commit.id)) continue;
      const ForgeMessage& message = commit.message;
      for (const auto& id : message.reverts) take_back(id, place);
      for (const auto& digits : message.short_reverts) {
        if (const Place meant = named(digits); meant != kNowhere) take_back(id_of(meant), place);
      }
      for (const RevertedPull& pull : message.reverted_pulls) take_back(pull, place);
      if (!message.reverted_title.empty()) CS_TRY(take_back_title(message.reverted_title, place));
    }
    return {};
  }

 private:
  [[nodiscard]] const git::ObjectId& id_of(Place place) const {
    return history_.commits_[place].id;
  }

  // A commit and, of a merge, all that came by it.
  void take_back(const git::ObjectId& id, Place by) {
    history_.reverts_.emplace(id, by);
    const Place merge = history_.find(id);
    if (merge == kNowhere) return;
    for (const Place place : history_.brought_with(merge)) {
      history_.reverts_.emplace(id_of(place), by);
    }
  }

  void take_back(const RevertedPull& pull, Place by) {
    if (!is_here(pull.repository, home_)) return;
    history_.number_reverts_.push_back({pull, by});
    const auto& commits = history_.commits_;
    for (Place place = by + 1; place < commits.size(); ++place) {
      const ForgeMessage& message = commits[place].message;
      const bool merged = message.merged_number == pull.number;
      if (!commits[place].on_base || (!merged && message.ending_number != pull.number)) continue;
      if (merged && !pull.branches.empty() && pull.branches != message.merged_branches) continue;
      if (history_.reaches(by, place)) return take_back(id_of(place), by);
    }
  }

  // The newest commit before it that has the title; else the pull request whose number the title
  // has.
  Status take_back_title(const std::string& title, Place by) {
    const auto& commits = history_.commits_;
    for (Place place = by + 1; place < commits.size(); ++place) {
      if (!commits[place].on_base) continue;
      CS_ASSIGN(const bool its, is_titled(place, title));
      if (!its || !history_.reaches(by, place)) continue;
      take_back(id_of(place), by);
      return {};
    }
    const ForgeMessage told = read_forge_message(title);
    const auto number = told.merged_number ? told.merged_number : told.ending_number;
    if (number) take_back(RevertedPull{*number, {}, told.merged_branches}, by);
    return {};
  }

  // Messages are not kept: few histories have a revert that only a title tells.
  Result<bool> is_titled(Place place, const std::string& title) {
    auto found = messages_.find(place);
    if (found == messages_.end()) {
      CS_ASSIGN(auto commit, repository_.read_commit(id_of(place)));
      found = messages_.emplace(place, std::move(commit.message)).first;
    }
    return has_title(found->second, title);
  }

  // The one commit whose id begins so.
  [[nodiscard]] Place named(const std::string& digits) {
    constexpr std::size_t kAll = 40;
    const auto least = git::ObjectId::parse(digits + std::string(kAll - digits.size(), '0'));
    if (!least) return kNowhere;
    if (ids_.empty()) {
      for (const HistoryCommit& commit : history_.commits_) ids_.push_back(commit.id);
      std::sort(ids_.begin(), ids_.end());
    }
    const auto begins = [&](const auto& at) {
      return at != ids_.end() && at->hex().starts_with(digits);
    };
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), *least);
    return begins(found) && !begins(std::next(found)) ? history_.find(*found) : kNowhere;
  }

  const git::Repository& repository_;
  const std::string& home_;
  BaseHistory& history_;
  std::vector<git::ObjectId> ids_;  // in order; made when one is looked for by its first digits
  std::map<Place, std::string> messages_;
};

Status BaseHistory::read_reverts(const git::Repository& repository, const std::string& home) {
  return RevertReader(repository, home, *this).read();
}

void BaseHistory::read_home(const std::string& home) {
  std::string_view path = forge_address(home);
  if (path.empty()) return;
  const auto scheme = path.find("://");
  if (scheme != std::string_view::npos) path.remove_prefix(scheme + 3);
  path.remove_prefix(
      std::min(path.find_first_of(scheme == std::string_view::npos ? ":" : "/"), path.size() - 1) +
      1);
  const auto end = path.rfind('/');
  if (end == std::string_view::npos) return;
  path = path.substr(0, end);
  home_owner_ = to_lower_ascii(path.substr(path.rfind('/') + 1));
}

bool BaseHistory::names_stranger(const ForgeMessage& message, std::string_view branch) const {
  if (home_owner_.empty() || branch.empty()) return false;
  return std::any_of(
      message.merged_branches.begin(), message.merged_branches.end(), [&](const auto& name) {
        return name.size() > branch.size() + 1 && name.ends_with(branch) &&
               name[name.size() - branch.size() - 1] == '/' &&
               to_lower_ascii(name.substr(0, name.size() - branch.size() - 1)) != home_owner_;
      });
}

Place BaseHistory::reverted_by(const git::ObjectId& id) const {
  const auto found = reverts_.find(id);
  return found == reverts_.end() ? kNowhere : found->second;
}

Place BaseHistory::number_reverted_by(std::int64_t number, std::string_view branch,
                                      Place merge) const {
  for (const NumberRevert& revert : number_reverts_) {
    const RevertedPull& pull = revert.pull;
    if (pull.number != number) continue;
    if (!pull.branches.empty() && !branch.empty() && !names_branch(pull.branches, branch)) continue;
    if (merge == kNowhere || reaches(revert.by, merge)) return revert.by;
  }
  return kNowhere;
}

}  // namespace claudestep::truth
