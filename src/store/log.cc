#include "store/log.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "git/commit_order.h"
#include "host/ask_doctor.h"
#include "store/fsck_trailer.h"
#include "store/history.h"
#include "store/project_changes.h"
#include "store/root.h"

namespace claudestep::store {

namespace {

// Whether the project `then` is `now`, beyond doubt: neither made anew nor renamed since.
bool is_untouched(const model::Project& then, const model::Project& now) {
  return then.created_at && now.created_at && then.created_at->value == now.created_at->value &&
         then.former_names == now.former_names;
}

enum class Life { kEarlier, kThis };

// The commit that a message says its commit takes back.
std::optional<git::ObjectId> undone_by(std::string_view message) {
  if (message.find("undo ") == std::string_view::npos) return std::nullopt;
  for (const NamedOperation& operation : named_operations(message).operations) {
    if (operation.name == "undo") return git::ObjectId::parse(operation.key("commit"));
  }
  return std::nullopt;
}

// What is known of a commit before it is visited.
struct Node {
  Shelves shelves;
  // That the project asked for has here; kEarlier: of which only a life is asked for that ended by
  // a deletion, because the project itself was made later.
  std::map<std::string, Life> names;
  std::map<std::string, std::optional<ProjectEntry>, std::less<>> entries;  // looked up so far
};

// Who is told of a commit: one of the two.
struct Visitor {
  std::function<bool(const LogCommit&)> of_changes;
  std::function<bool(const git::Commit&, const std::set<std::string>&)> of_names;
};

// The ancestors of `tip`; with `since`, none beyond many that are older.
Result<git::CommitOrder> told_order(const git::Repository& repository, git::ObjectId tip,
                                    std::optional<Instant> since) {
  if (!since) return git::CommitOrder::from(repository, tip);
  return git::CommitOrder::from(
      repository, tip, [passed = PassedCommits(*since)](const git::Commit& commit) mutable {
        return passed.goes_on(commit.committer.when);
      });
}

class LogWalk {
 public:
  LogWalk(const git::Repository& repository, git::CommitOrder order, const LogOptions& options,
          Visitor visitor)
      : repository_(repository),
        order_(std::move(order)),
        reader_(repository),
        options_(options),
        visitor_(std::move(visitor)) {}

  Status run(git::ObjectId tip) {
    CS_ASSIGN(Node * first, node_of(tip));
    if (options_.project) ask(*first, *options_.project, Life::kThis);
    while (true) {
      CS_ASSIGN(const auto commit, order_.next());
      if (!commit) return {};
      auto handle = waiting_.extract(commit->id);
      CS_ASSIGN(const bool goes_on, look_at(*commit, handle.mapped()));
      if (!goes_on) return {};
    }
  }

 private:
  using Changes = std::vector<ProjectChange>;

  // Valid until the commit is visited.
  Result<Node*> node_of(git::ObjectId id) {
    if (const auto known = waiting_.find(id); known != waiting_.end()) return &known->second;
    Node node;
    CS_ASSIGN(const git::ObjectId tree, order_.tree_of(id));
    CS_ASSIGN(node.shelves, shelves_of(repository_, tree));
    return &waiting_.emplace(id, std::move(node)).first->second;
  }

  // False when the walk is to end.
  Result<bool> look_at(const git::Commit& commit, Node& node) {
    std::vector<Changes> changes;
    std::set<std::string> names;
    add_names(node, names);
    for (const git::ObjectId parent_id : commit.parents) {
      CS_ASSIGN(Node * parent, node_of(parent_id));
      CS_ASSIGN(changes.emplace_back(), changes_from(*parent, node));
      add_names(*parent, names);
    }
    if (commit.parents.empty() && !repository_.is_at_boundary(commit.id)) {
      Node nothing;
      CS_ASSIGN(changes.emplace_back(), changes_from(nothing, node));
    }
    if (visitor_.of_names) return visitor_.of_names(commit, names);
    if (changes.empty() || !in_time(commit)) return true;
    LogCommit told = tell(commit, changes);
    return told.projects.empty() || visitor_.of_changes(told);
  }

  void add_names(const Node& node, std::set<std::string>& names) const {
    if (!visitor_.of_names) return;
    for (const auto& [name, life] : node.names) names.insert(name);
  }

  [[nodiscard]] bool in_time(const git::Commit& commit) const {
    const Instant when = commit.committer.when;
    return !(options_.since && when < *options_.since) &&
           !(options_.until && when >= *options_.until);
  }

  // --- which projects a commit changed ---

  // Also hands the names that are asked for on to the parent.
  Result<Changes> changes_from(Node& parent, Node& node) {
    if (!options_.project) {
      if (parent.shelves == node.shelves) return Changes();
      CS_ASSIGN(auto all, project_changes(repository_, reader_, parent.shelves, node.shelves));
      untangle(reader_, all);
      return all;
    }
    Changes changes;
    for (const auto& [name, life] : node.names) {
      CS_ASSIGN(const auto change, change_of(name, life, parent, node));
      if (change && std::find(changes.begin(), changes.end(), *change) == changes.end()) {
        changes.push_back(*change);
      }
    }
    return changes;
  }

  Result<std::optional<ProjectEntry>> entry_in(Node& node, const std::string& name) {
    const auto known = node.entries.find(name);
    if (known != node.entries.end()) return known->second;
    CS_ASSIGN(auto entry, find_entry(repository_, node.shelves, name));
    node.entries.emplace(name, entry);
    return entry;
  }

  static void ask(Node& node, const std::string& name, Life life) {
    Life& asked = node.names.emplace(name, life).first->second;
    asked = std::max(asked, life);
  }

  Result<std::optional<ProjectChange>> change_of(const std::string& name, Life life, Node& parent,
                                                 Node& node) {
    std::optional<ProjectChange> nothing;
    CS_ASSIGN(const auto after, entry_in(node, name));
    if (parent.shelves == node.shelves) {
      parent.entries.emplace(name, after);
      ask(parent, name, life);
      return nothing;
    }
    CS_ASSIGN(const auto before, entry_in(parent, name));
    if (before == after && !before) {
      ask(parent, name, life);
      return nothing;
    }
    if (before == after || (before && after && !changed_names(reader_, {before, after}))) {
      ask(parent, name, life);
      if (before == after) return nothing;
      return std::optional(ProjectChange{before, after});
    }
    // It came or went: perhaps under another name.
    CS_ASSIGN(auto all, project_changes(repository_, reader_, parent.shelves, node.shelves));
    untangle(reader_, all);
    for (const ProjectChange& change : all) {
      const bool came = change.after && change.after->name == name;
      const bool went = !after && change.before && change.before->name == name;
      if (!came && !went) continue;
      // Another project had the name before this one, and still lives under a new one.
      if (went && change.after && life == Life::kEarlier) return nothing;
      ask(parent, change.before ? change.before->name : name,
          change.before ? Life::kThis : Life::kEarlier);
      return std::optional(change);
    }
    ask(parent, name, life);
    return nothing;
  }

  // --- what is told of them ---

  LogCommit tell(const git::Commit& commit, const std::vector<Changes>& changes) {
    LogCommit told{commit.id,
                   commit.committer.when,
                   commit.author.name,
                   commit.parents.size() > 1,
                   undone_by(commit.message),
                   {}};
    for (const ProjectChange& change : changes.front()) {
      auto events = events_against_all(change, changes);
      if (!events.empty()) told.projects.push_back({change.name(), std::move(events)});
    }
    return told;
  }

  // The events of a change against the first parent that are those against the others as well.
  std::vector<model::Event> events_against_all(const ProjectChange& change,
                                               const std::vector<Changes>& changes) {
    std::vector<const ProjectChange*> others;
    for (std::size_t at = 1; at < changes.size(); ++at) {
      const auto same =
          std::find_if(changes[at].begin(), changes[at].end(), [&](const ProjectChange& other) {
            return other.after == change.after && other.name() == change.name();
          });
      if (same == changes[at].end()) return {};
      others.push_back(&*same);
    }
    std::vector<model::Event> events = events_of(reader_, change);
    for (const ProjectChange* other : others) {
      const auto against = events_of(reader_, *other);
      std::erase_if(events, [&](const model::Event& event) {
        return std::find(against.begin(), against.end(), event) == against.end();
      });
    }
    return events;
  }

  const git::Repository& repository_;
  git::CommitOrder order_;
  ProjectReader reader_;
  const LogOptions& options_;
  Visitor visitor_;
  std::map<git::ObjectId, Node> waiting_;
};

// Where the history is lost or damaged, doctor says what of it, and what can be done.
Status asks_doctor(Status walked) {
  if (!walked && walked.error().code == ErrorCode::kCorrupt && walked.error().hints.empty()) {
    walked.error().hints.emplace_back(host::kAskDoctor);
  }
  return walked;
}

Status walk_all_names(
    const git::Repository& repository, git::ObjectId tip, const std::optional<std::string>& project,
    const std::function<bool(const git::Commit&, const std::set<std::string>& names)>& visit) {
  CS_ASSIGN(auto order, told_order(repository, tip, {}));
  if (project) {
    LogOptions options;
    options.project = project;
    return LogWalk(repository, std::move(order), options, {{}, visit}).run(tip);
  }
  while (true) {
    CS_ASSIGN(const auto commit, order.next());
    if (!commit || !visit(*commit, {})) return {};
  }
}

Status walk_all(const git::Repository& repository, git::ObjectId tip, const LogOptions& options,
                const std::function<bool(const LogCommit&)>& visit) {
  CS_ASSIGN(auto order, told_order(repository, tip, options.since));
  return LogWalk(repository, std::move(order), options, {visit, {}}).run(tip);
}

}  // namespace

Status walk_log(const git::Repository& repository, git::ObjectId tip, const LogOptions& options,
                const std::function<bool(const LogCommit&)>& visit) {
  return asks_doctor(walk_all(repository, tip, options, visit));
}

Status walk_names(
    const git::Repository& repository, git::ObjectId tip, const std::optional<std::string>& project,
    const std::function<bool(const git::Commit&, const std::set<std::string>& names)>& visit) {
  return asks_doctor(walk_all_names(repository, tip, project, visit));
}

Result<std::set<std::string>> names_in(const View& view, const std::string& project,
                                       const git::Commit& commit) {
  const git::Repository& repository = view.repository();
  if (!view.find(project)) return std::set<std::string>();
  CS_ASSIGN(const model::Project now, view.load(project));
  CS_ASSIGN(const Shelves shelves, shelves_of(repository, commit.tree));
  CS_ASSIGN(const auto entry, find_entry(repository, shelves, project));
  if (entry) {
    const auto then = read_entry(repository, *entry);
    if (then && is_untouched(*then, now)) return std::set{project};
  }
  std::set<std::string> found;
  CS_TRY(walk_names(repository, *view.commit(), project,
                    [&](const git::Commit& visited, const std::set<std::string>& names) {
                      if (visited.id == commit.id) found = names;
                      return visited.id != commit.id;
                    }));
  return found;
}

Result<bool> is_cut_off(const git::Repository& repository, git::ObjectId tip,
                        std::optional<Instant> since) {
  for (const git::ObjectId& end : repository.shallow_boundary()) {
    // Git counts a beginning without parents as cut off when it is as deep as was asked for.
    if (end.hex() == kRootId || !repository.has_object(end)) continue;
    CS_ASSIGN(const git::Commit commit, repository.read_commit(end));
    if (since && commit.committer.when < *since) continue;
    CS_ASSIGN(const bool is_in, repository.reaches(tip, end));
    if (is_in) return true;
  }
  return false;
}

Result<std::vector<ProjectEvents>> compare_views(const git::Repository& repository,
                                                 const View& before, const View& after) {
  Shelves was;
  Shelves is;
  if (before.tree()) {
    CS_ASSIGN(was, shelves_of(repository, *before.tree()));
  }
  if (after.tree()) {
    CS_ASSIGN(is, shelves_of(repository, *after.tree()));
  }
  ProjectReader reader(repository);
  CS_ASSIGN(auto changes, project_changes(repository, reader, was, is));
  untangle(reader, changes);
  std::vector<ProjectEvents> all;
  all.reserve(changes.size());
  for (const ProjectChange& change : changes) {
    all.push_back({change.name(), events_of(reader, change)});
  }
  return all;
}

}  // namespace claudestep::store
