#include "store/fsck_judge.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/text.h"
#include "store/commit_message.h"
#include "store/names_once.h"
#include "store/root.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

constexpr std::size_t kShortCommit = 12;

std::string scope_of_path(const std::string& path) {
  return "/" + path;
}

// Whether one of the operations is among `names`, or is none that we know.
bool may(const std::vector<const NamedOperation*>& operations,
         std::initializer_list<std::string_view> names) {
  return std::any_of(operations.begin(), operations.end(), [&](const NamedOperation* operation) {
    return !is_known_operation(operation->name) ||
           std::find(names.begin(), names.end(), operation->name) != names.end();
  });
}

bool is_by_hand(const std::vector<const NamedOperation*>& operations) {
  return std::any_of(operations.begin(), operations.end(),
                     [](const NamedOperation* operation) { return operation->name == kByHand; });
}

// Whether that is all they do: make a project.
bool only_make(const std::vector<const NamedOperation*>& operations) {
  return std::all_of(operations.begin(), operations.end(), [](const NamedOperation* operation) {
    return operation->name == "create-project";
  });
}

bool has_undo(const std::vector<const NamedOperation*>& operations) {
  return std::any_of(operations.begin(), operations.end(),
                     [](const NamedOperation* operation) { return operation->name == "undo"; });
}

// Whether the commit says that it made the project.
bool is_made(const ProjectLine& line) {
  return !line.operations.empty() && !line.before;
}

// The commit that init makes: it adds its two files and nothing else.
bool is_beginning(const git::Commit& commit, const TreeStep& step) {
  const bool after_root = commit.parents.size() == 1 && commit.parents.front().hex() == kRootId;
  if (!after_root || !commit.message.starts_with(kInitSubject) || !step.projects.empty()) {
    return false;
  }
  return std::all_of(step.others.begin(), step.others.end(), [](const auto& other) {
    const auto& files = initial_files();
    return std::any_of(files.begin(), files.end(),
                       [&](const InitialFile& file) { return file.path == other.first; });
  });
}

// What putting unpushed work upon another tip may do beyond the operations that it names: number
// tasks anew, and whatever its receipts tell.
bool is_arranged_by(const git::Commit& commit, const Receipts& receipts, const FactKey& key) {
  if (!is_transplant(commit)) return false;
  if (key.of == FactOf::kTask && key.member == "index") return true;
  return receipts.are_about(key);
}

// Whether a record of before is no more, or a merge that was recorded.
bool takes_away(const FactChange& change, GotIds& got_ids) {
  if (takes_back_merge(change)) return true;
  return change.key.member.empty() && !change.after && !got_ids.contains(change.key);
}

const Facts& no_facts() {
  static const Facts none;
  return none;
}

}  // namespace

bool takes_back_merge(const FactChange& change) {
  const std::string_view merged = to_string(model::PrState::kMerged);
  return change.key.of == FactOf::kPullRequest && change.key.member == "state" && change.before &&
         change.after && change.before->starts_with(merged) && !change.after->starts_with(merged);
}

std::string short_commit(const git::ObjectId& id) {
  return id.hex().substr(0, kShortCommit);
}

Place place_in(const git::Commit& commit, const std::string& path) {
  const std::string place = short_commit(commit.id);
  return Place{path.empty() ? place : place + ":" + path};
}

std::optional<std::string> state_of(const std::optional<Placed>& placed) {
  if (!placed) return std::nullopt;
  return placed->blob.hex();
}

std::optional<std::string> shelf_of(const std::optional<Placed>& placed) {
  if (!placed) return std::nullopt;
  return std::string(folder_name(placed->shelf));
}

std::optional<std::string> state_of(const std::string& id) {
  if (id.empty()) return std::nullopt;
  return id;
}

void add_former_names(const Version& version, std::set<std::string>& names) {
  if (!version.project.former_names) return;
  for (const model::Text& former : *version.project.former_names) names.insert(former.value);
}

void add_past(const Version* version, Past& past) {
  if (version == nullptr) return;
  add_former_names(*version, past.names);
  past.made.insert(version->identity.created_at);
}

Past past_of(const std::string& name, std::initializer_list<const Version*> versions) {
  Past past{{name}, {}};
  for (const Version* version : versions) add_past(version, past);
  return past;
}

std::string describe(const FactKey& key, const std::string& name, const Version* version) {
  if (key == kShelf) return "the folder of the project " + quoted(name);
  return version == nullptr || key == kWholeFile ? "the project " + quoted(name)
                                                 : describe_fact(key, version->project);
}

std::string subject_of(const git::Commit& commit) {
  return quoted(std::string_view(commit.message).substr(0, commit.message.find('\n')), 80);
}

FrameJudge::Subject FrameJudge::subject_at(const std::string& path) {
  const std::string scope = scope_of_path(path);
  return {path, scope, {{scope}, {}}};
}

git::ObjectId FrameJudge::tree_of(const git::Commit& commit) const {
  const auto mended = mended_.find(commit.id);
  return mended == mended_.end() ? commit.tree : mended->second;
}

Result<git::ObjectId> FrameJudge::tree_before(const git::Commit& commit, std::size_t parent) const {
  if (parent >= commit.parents.size()) return git::ObjectId{};
  CS_ASSIGN(const git::Commit read, repository_.read_commit(commit.parents[parent]));
  return tree_of(read);
}

Result<TreeStep> FrameJudge::step_to(const git::Commit& commit) {
  CS_ASSIGN(git::ObjectId before, tree_before(commit, 0));
  CS_ASSIGN(TreeStep step, versions_.step(before, tree_of(commit)));
  if (step.twice.empty()) return step;
  // What the walk begins with may have it as well.
  CS_ASSIGN(before, with_names_once(repository_, before, {}));
  CS_ASSIGN(const git::ObjectId after, with_names_once(repository_, tree_of(commit), before));
  if (after != commit.tree) mended_[commit.id] = after;
  std::set<std::string> twice = std::move(step.twice);
  CS_ASSIGN(step, versions_.step(before, after));
  step.twice = std::move(twice);
  return step;
}

void FrameJudge::add(std::string_view code, const git::Commit& commit, const std::string& path,
                     std::string message) {
  report_.diagnostics.push_back(check::diagnose(code, place_in(commit, path), std::move(message)));
}

Status FrameJudge::judge(const git::Commit& commit) {
  if (commit.id.hex() == kRootId) return {};
  CS_ASSIGN(const TreeStep step, step_to(commit));
  for (const std::string& path : step.twice) {
    if (!mended_.contains(commit.id)) break;
    add("frame/not-judged", commit, path,
        quoted(path) + " is there twice: as in a merge it is taken for what it was before");
  }
  const NamedOperations named = named_operations(commit.message);
  receipts_ = Receipts(commit.message);
  if (commit.parents.size() > 1) {
    CS_TRY(judge_merge(commit));
  } else if (commit.parents.empty() && repository_.is_shallow()) {
    add("frame/not-judged", commit, "", "what came before is cut off in this shallow clone");
  } else if (named.is_ours()) {
    CS_TRY(judge_ours(commit, step, named));
  } else if (!is_beginning(commit, step)) {
    foreign_ == Foreign::kListed ? list_foreign(commit, step) : hold_foreign(commit, step);
  }
  CS_TRY(follow_losses(commit, named));
  return remember(commit, step);
}

Status FrameJudge::recall(const git::Commit& commit) {
  CS_ASSIGN(const TreeStep step, step_to(commit));
  return remember(commit, step);
}

Status FrameJudge::judge_ours(const git::Commit& commit, const TreeStep& step,
                              const NamedOperations& named) {
  ++report_.commits;
  for (const auto& [path, ids] : step.others) {
    // One that carries on more than it can name may have the rest by hand.
    if (is_transplant(commit) && !named.complete) break;
    if (is_transplant(commit) && receipts_.gave_way(path)) continue;
    const bool by_hand = named.files.contains(path);
    if (by_hand && foreign_ == Foreign::kHeld) continue;
    const FactChange change{kWholeFile, state_of(ids.first), state_of(ids.second)};
    object_to_file(commit, subject_at(path), change, "a file that is no project's", by_hand);
  }
  if (!named.complete) {
    add("frame/not-judged", commit, "",
        "the commit names only " + counted(named.operations.size(), "operation") +
            " of those that it made");
    return {};
  }
  CS_ASSIGN(const Deeds deeds, deeds_in(commit, step, named));
  for (const auto& [name, project] : step.projects) {
    CS_TRY(judge_project(commit, name, deeds));
  }
  return {};
}

Result<FrameJudge::Deeds> FrameJudge::deeds_in(const git::Commit& commit, const TreeStep& step,
                                               const NamedOperations& named) const {
  Deeds deeds{step, ProjectLines(named.operations), {}, {}, {}};
  if (!is_transplant(commit)) return deeds;
  for (const auto& [name, from] : named.carried) {
    const auto project = step.projects.find(name);
    if (project == step.projects.end() || !project->second.after) continue;
    deeds.carried.insert(name);
    if (from != name) deeds.carried_as.emplace(from, name);
  }
  // The others have their names from before, as far as nobody else comes from there.
  for (const std::string& name : deeds.carried) {
    if (named.carried.at(name) == name) deeds.carried_as.emplace(name, name);
  }
  std::set<std::string> before;
  for (const auto& [from, unused] : deeds.carried_as) before.insert(from);
  CS_ASSIGN(const auto were_at, versions_.find(step.before, before));
  for (const auto& [from, placed] : were_at) {
    deeds.carried_from.emplace(deeds.carried_as.at(from),
                               ProjectEntry{from, placed.shelf, placed.blob, {}});
  }
  return deeds;
}

Status FrameJudge::judge_project(const git::Commit& commit, const std::string& name,
                                 const Deeds& deeds) {
  const TreeStep& step = deeds.step;
  const ProjectStep& project = step.projects.at(name);
  if (deeds.carried.contains(name)) {
    CS_TRY(judge_carried(commit, name, deeds));
  } else if (project.after) {
    CS_TRY(judge_arrival(commit, step, name, deeds.lines));
  }
  // Who has another name afterwards is judged there.
  if (!project.before || deeds.carried_as.contains(name)) return {};
  const ProjectLine line = deeds.lines.called_before(name);
  const bool is_elsewhere =
      line.after && (line.after != name || project.after) && !deeds.carried.contains(*line.after);
  if (is_elsewhere && step.projects.contains(*line.after)) return {};
  std::optional<UndoneProject> undone;
  const ProjectEntry before{name, project.before->shelf, project.before->blob, {}};
  if (!tell_undone(commit, line, before, undone)) {
    unproved_.insert(name);
    return {};
  }
  if (may(line.operations, {"delete"}) || (undone && !undone->place)) return {};
  const FactChange change{kWholeFile, state_of(project.before), state_of(project.after)};
  if (is_transplant(commit) && !is_by_hand(line.operations) && demand_receipt(name, change)) {
    return {};
  }
  object_to_file(commit, {path_of(name, project.before->shelf), name, {{name}, {}}}, change,
                 "the project " + quoted(name), is_by_hand(line.operations));
  return {};
}

Status FrameJudge::judge_arrival(const git::Commit& commit, const TreeStep& step,
                                 const std::string& name, const ProjectLines& lines) {
  const ProjectStep& project = step.projects.at(name);
  const Placed& after = *project.after;
  const ProjectLine line = lines.called_after(name);
  std::optional<ProjectEntry> before;
  if (line.before) {
    const auto old = step.projects.find(*line.before);
    std::optional<Placed> placed;
    if (old != step.projects.end()) {
      placed = old->second.before;
    } else if (is_made(lines.called_after(*line.before))) {
      // What the commit made under its name is the same to the byte.
      CS_ASSIGN(placed, versions_.find(step.before, *line.before));
    }
    if (placed) before = ProjectEntry{*line.before, placed->shelf, placed->blob, {}};
  }
  std::optional<UndoneProject> undone;
  if (!tell_undone(commit, line, before, undone)) {
    unproved_.insert(name);
    return {};
  }
  const bool undone_here =
      undone && undone->place && undone->place->name == name && undone->place->shelf == after.shelf;
  const bool may_come = may(line.operations, {"create-project", "rename"}) || undone_here;
  const bool may_move = may(line.operations, {"archive", "unarchive"}) || undone_here;
  const bool by_hand = is_by_hand(line.operations);
  // What puts together the work of many says that it made what comes, whoever brought it back.
  // Where it names work on that as well, it is held to this like any commit.
  const bool may_be_brought = by_hand || (is_transplant(commit) && only_make(line.operations));
  const bool is_held = foreign_ == Foreign::kHeld && !before && !project.before &&
                       !has_undo(line.operations) && may_be_brought;
  if (is_held && !name_before(step, name)) hold_brought_back(commit, name, after);
  if (line.operations.empty() || (!before && !may_come) ||
      (before && before->shelf != after.shelf && !may_move)) {
    Subject subject{path_of(name, after.shelf), name, {{name}, {}}};
    std::optional<Placed> old = project.before;  // that of the same name, or of the one before
    if (before) old = Placed{before->shelf, before->blob};
    if (old) subject.old = versions_.read(old->blob);
    subject.now = versions_.read(after.blob);
    if (before) subject.past.names.insert(before->name);
    add_past(subject.old.get(), subject.past);
    add_past(subject.now.get(), subject.past);
    const auto object = [&](const FactChange& change) {
      object_to_file(commit, subject, change, describe(change.key, name, nullptr), by_hand);
    };
    const bool is_moved = old && old->shelf != after.shelf;
    if (!(is_held && by_hand) && (!is_moved || old->blob != after.blob)) {
      object({kWholeFile, state_of(project.before), state_of(project.after)});
    }
    if (is_moved) object({kShelf, shelf_of(old), shelf_of(project.after)});
    // Who moves it by hand may not take from it, either.
    if (!before || !by_hand) return {};
  }
  if (!before || before->blob != after.blob) {
    judge_content(commit, name, before, after, line.operations, undone ? &undone->facts : nullptr);
  }
  return {};
}

bool FrameJudge::can_undo(const git::Commit& commit, const NamedOperation& undo) const {
  if (!is_transplant(commit)) return true;
  const auto id = git::ObjectId::parse(undo.key("commit"));
  return id && repository_.reaches(commit.parents.front(), *id).value_or(false);
}

bool FrameJudge::tell_undone(const git::Commit& commit, const ProjectLine& line,
                             const std::optional<ProjectEntry>& before,
                             std::optional<UndoneProject>& undone) {
  for (const NamedOperation* operation : line.operations) {
    if (operation->name != "undo") continue;
    const bool is_there = can_undo(commit, *operation);
    auto state = is_there ? undone_commits_.after(*operation, before) : UndoneProject{};
    if (is_there && state) {
      undone = *std::move(state);
    } else if (repository_.is_shallow()) {
      add("frame/not-judged", commit, before ? before->path() : "",
          "what it takes back is cut off in this shallow clone");
      return false;
    }
  }
  return true;
}

void FrameJudge::judge_content(const git::Commit& commit, const std::string& name,
                               const std::optional<ProjectEntry>& before, const Placed& after,
                               const std::vector<const NamedOperation*>& operations,
                               const Facts* undone, bool is_carried) {
  const std::string path = path_of(name, after.shelf);
  const auto now = versions_.read(after.blob);
  const auto old = before ? versions_.read(before->blob) : nullptr;
  if (!now->readable || (old && !old->readable)) {
    add("frame/not-judged", commit, path, "the file cannot be read on one side of the commit");
    return;
  }
  Subject subject{path, name, past_of(name, {old.get(), now.get()})};
  if (before) subject.past.names.insert(before->name);
  subject.old = old;
  subject.now = now;
  std::vector<FactChange> by_hand;
  GotIds got_ids(now->project);
  Permissions permissions(operations, old ? &old->project : nullptr, now->project, now->facts,
                          undone);
  for (const FactChange& change : changes_between(old ? old->facts : no_facts(), now->facts)) {
    const bool is_loss = is_carried && takes_away(change, got_ids);
    if ((!is_loss && is_arranged_by(commit, receipts_, change.key)) || permissions.allow(change))
      continue;
    if (is_by_hand(operations)) {
      by_hand.push_back(change);
      continue;
    }
    if (is_carried && (!is_loss || demand_receipt(name, change))) continue;
    const model::Project& there = change.after || !old ? now->project : old->project;
    object_to(commit, subject, change, describe_fact(change.key, there));
  }
  if (!by_hand.empty()) tell_by_hand(commit, subject, by_hand, old.get(), *now);
}

void FrameJudge::object_to_file(const git::Commit& commit, const Subject& subject,
                                const FactChange& change, const std::string& what, bool by_hand) {
  if (!by_hand) return object_to(commit, subject, change, what);
  if (foreign_ == Foreign::kHeld) return hold_change(commit, subject, change, what);
  Verdict unused = Verdict::kUnnamed;
  list_by_hand(commit, subject.path, deed(subject.past, change, what, unused));
}

std::string FrameJudge::deed(const Past& past, const FactChange& change, const std::string& what,
                             Verdict& verdict) const {
  const auto undone = ledger_.undone_by(past, change);
  verdict = undone ? Verdict::kUndone : Verdict::kUnnamed;
  const bool came = !change.before;
  const bool went = !change.after;
  if (!undone) return (came ? "adds " : went ? "takes away " : "changes ") + what;
  const std::string by = short_commit(*undone);
  // An absent member is a value like any other; an absent record is not there.
  if (!change.key.member.empty()) return "puts " + what + " back to what it was before " + by;
  if (went) return "takes away " + what + ", which " + by + " wrote";
  if (came) return "brings back " + what + ", which " + by + " took away";
  return "puts " + what + " back to what it was before " + by;
}

void FrameJudge::object_to(const git::Commit& commit, const Subject& subject,
                           const FactChange& change, const std::string& what) {
  Verdict verdict = Verdict::kUnnamed;
  unproved_.insert(subject.name);
  const std::string text = subject_of(commit) + " " + deed(subject.past, change, what, verdict);
  if (verdict == Verdict::kUndone) {
    add("frame/lost-update", commit, subject.path, text);
  } else {
    add("frame/unnamed-change", commit, subject.path,
        text + ", which none of its operations is about");
  }
}

}  // namespace claudestep::store
