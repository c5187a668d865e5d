#include "store/squash_losses.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "model/shelf.h"
#include "store/fsck_trailer.h"
#include "store/fsck_versions.h"
#include "store/push_guard.h"

namespace claudestep::store {

namespace {

using Findings = std::vector<check::Diagnostic>;

// What a finding is about: the name of a project, or "/" and the path of another file; nothing
// where it is about a commit as a whole.
std::string subject_at(const check::Diagnostic& found) {
  const std::size_t colon = found.place.file.find(':');
  if (colon == std::string::npos) return "";
  const std::string path = found.place.file.substr(colon + 1);
  const std::size_t slash = path.find('/');
  const bool is_on_shelf =
      slash != std::string::npos && model::shelf_named(std::string_view(path).substr(0, slash));
  const auto name = is_on_shelf ? model::name_in_file_name(std::string_view(path).substr(slash + 1))
                                : std::nullopt;
  return name ? std::string(*name) : "/" + path;
}

// What a guard objects about, by all names that it had.
class Doubts {
 public:
  void add(const Findings& findings) {
    for (const auto& found : findings) subjects_.insert(subject_at(found));
  }

  // A rename makes one of two names; what is not called so on the tip may be anything there.
  Status follow_names(const git::Repository& repository, const git::ObjectId& tip_tree,
                      const std::vector<git::Commit>& commits) {
    std::multimap<std::string, std::string> called;  // each name by the other
    for (const git::Commit& commit : commits) {
      for (const NamedOperation& operation : named_operations(commit.message).operations) {
        if (operation.name != "rename") continue;
        called.emplace(operation.key("project"), operation.key("to"));
        called.emplace(operation.key("to"), operation.key("project"));
      }
    }
    std::vector<std::string> unseen(subjects_.begin(), subjects_.end());
    while (!unseen.empty()) {
      const auto [begin, end] = called.equal_range(unseen.back());
      unseen.pop_back();
      for (auto at = begin; at != end; ++at) {
        if (subjects_.insert(at->second).second) unseen.push_back(at->second);
      }
    }
    const Versions versions(repository);
    for (const std::string& subject : subjects_) {
      if (subject.starts_with('/')) continue;
      CS_ASSIGN(const auto placed, versions.find(tip_tree, subject));
      is_all_ = is_all_ || !placed;
    }
    return {};
  }

  [[nodiscard]] bool are_about(const std::string& subject) const {
    return is_all_ || subjects_.contains(subject);
  }

 private:
  std::set<std::string> subjects_;
  bool is_all_ = false;
};

}  // namespace

Result<Findings> find_squash_losses(const git::Repository& repository, const git::Commit& tip,
                                    const git::ObjectId& made,
                                    const std::vector<git::Commit>& commits) {
  CS_ASSIGN(const Findings objections, examine_commits(repository, tip.id, commits));
  if (objections.empty()) return objections;
  Doubts doubts;
  doubts.add(objections);
  CS_TRY(doubts.follow_names(repository, tip.tree, commits));
  const git::Commit by_hand{{}, made, {tip.id}, {}, {}, ""};
  CS_ASSIGN(Findings lost, examine_commits(repository, tip.id, {by_hand}));
  std::erase_if(lost, [&](const auto& found) { return !doubts.are_about(subject_at(found)); });
  CS_ASSIGN(const TreeStep step, Versions(repository).step(tip.tree, made));
  for (const auto& [path, ids] : step.others) {
    if (ids.first.empty() || !doubts.are_about("/" + path)) continue;
    lost.push_back(check::diagnose("push/metadata-lost", Place{path},
                                   "it has another file " + quoted(path) + ", or none"));
  }
  return lost;
}

}  // namespace claudestep::store
