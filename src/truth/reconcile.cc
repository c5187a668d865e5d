#include "truth/reconcile.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/project_name.h"
#include "truth/adoption.h"
#include "truth/base_branch.h"
#include "truth/base_history.h"
#include "truth/evidence.h"
#include "truth/judge.h"
#include "truth/records.h"

namespace claudestep::truth {
namespace {

// What one look at the view and the history came to.
struct Look {
  model::Reconciliation found;
  std::vector<model::Operation> operations;
  Instant newest;  // of the evidence for the operations
  std::vector<store::Unreadable> unreadable;
};

using Names = std::set<std::string, std::less<>>;

// Where the text of a JSON document that begins at `begin` ends: at its closing quote.
std::size_t end_of_text(std::string_view bytes, std::size_t begin) {
  for (std::size_t end = bytes.find('"', begin); end != std::string_view::npos;
       end = bytes.find('"', end + 1)) {
    std::size_t backslashes = 0;
    while (bytes[end - 1 - backslashes] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return end;
  }
  return std::string_view::npos;
}

// Whether a text of the JSON document `bytes` is one of the branches, or may be when it is read: it
// has escapes, and no space. Finds it out in a fraction of the time that reading takes.
bool may_name_one(std::string_view bytes, const Names& branches) {
  std::size_t longest = 0;
  for (const std::string& branch : branches) longest = std::max(longest, branch.size());
  for (std::size_t at = bytes.find('"'); at != std::string_view::npos; at = bytes.find('"', at)) {
    const std::size_t end = end_of_text(bytes, at + 1);
    if (end == std::string_view::npos) return true;
    const std::string_view text = bytes.substr(at + 1, end - at - 1);
    if (text.size() <= longest && branches.contains(text)) return true;
    if (text.find('\\') != std::string_view::npos && text.find(' ') == std::string_view::npos) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

class Reconciler {
 public:
  Reconciler(const git::Repository& repository, const ReconcileOptions& options)
      : repository_(repository), options_(options) {}

  // The same view is looked at once.
  Result<const Look*> look(const store::View& view) {
    if (looked_ && view.commit() == commit_) return &*looked_;
    looked_.emplace();
    projects_.clear();
    commit_ = view.commit();
    if (!view.commit()) return &*looked_;
    CS_ASSIGN(refs_, RefNames::read(repository_, options_.write.ref));
    CS_ASSIGN(bases_, Bases::open(repository_, refs_, options_.write.ref, options_.base));
    looked_->found.base = bases_->usual().name;
    CS_ASSIGN(const bool silent, is_silent(view));
    if (silent) return &*looked_;
    CS_ASSIGN(const auto records, read_records(view));
    std::map<std::string, std::size_t> judged_on;
    if (options_.adopt) judged_on.emplace(bases_->usual().name, 0);
    for (const Record& record : records) {
      if (record.judged) ++judged_on[record.base];
    }
    std::size_t most = 0;
    for (const auto& [base, count] : judged_on) {
      CS_TRY(judge_by(bases_->at(base), records));
      if (count > most) looked_->found.base = base;
      most = std::max(most, count);
    }
    decide_operations();
    return &*looked_;
  }

 private:
  // Whether nothing that is there can be evidence for any record: the commits of a range say
  // nothing of pull requests, and no file names a branch that is there but the base. Most events
  // that a hook hears of are such, and the projects need not be read for them.
  [[nodiscard]] Result<bool> is_silent(const store::View& view) const {
    if (!options_.range || options_.adopt || !options_.projects.empty()) return false;
    Names branches;
    for (const std::string& name : refs_.names()) {
      if (!may_end_a_branch(name)) continue;
      std::string branch = branch_of(name);
      if (branch.empty()) return false;
      branches.insert(std::move(branch));
    }
    CS_ASSIGN(const bool said, says_anything(*options_.range));
    if (said) return false;
    if (branches.empty()) return true;
    CS_ASSIGN(const auto entries, view.entries());
    for (const store::ProjectEntry& entry : entries) {
      const auto bytes = repository_.read_blob(entry.blob);
      if (!bytes || may_name_one(*bytes, branches)) return false;
    }
    return true;
  }

  // Whether the commits of a range say anything of pull requests.
  [[nodiscard]] Result<bool> says_anything(const CommitRange& range) const {
    HistoryBounds bounds;
    bounds.base_tips = {range.newer};
    bounds.excluded = {range.older};
    bounds.deadline = options_.deadline;
    CS_ASSIGN(const auto history, BaseHistory::read(repository_, bounds));
    return std::any_of(history.commits().begin(), history.commits().end(),
                       [](const HistoryCommit& commit) {
                         return commit.counts && commit.message != ForgeMessage{};
                       });
  }

  // The branch that ends in `ref`, here or on a remote; "" for what may be the head of a pull
  // request whatever its branch is called.
  [[nodiscard]] std::string branch_of(std::string_view ref) const {
    constexpr std::string_view kHeads = "refs/heads/";
    if (ref.starts_with(kHeads)) return std::string(ref.substr(kHeads.size()));
    for (const std::string& remote : refs_.remotes()) {
      const std::string folder = "refs/remotes/" + remote + "/";
      if (!ref.starts_with(folder)) continue;
      const std::string_view branch = ref.substr(folder.size());
      for (const std::string_view heads : {"pr/", "pull/", "merge-requests/"}) {
        if (branch.starts_with(heads)) return {};
      }
      return std::string(branch);
    }
    return {};
  }

  // Not a tag or a note, nor the base or the metadata, here or on a remote.
  [[nodiscard]] bool may_end_a_branch(std::string_view ref) const {
    constexpr std::string_view kHeads = "refs/heads/";
    for (const std::string_view other : {"refs/tags/", "refs/notes/", "refs/stash"}) {
      if (ref.starts_with(other)) return false;
    }
    const std::string& metadata = options_.write.ref;
    const std::string base = std::string(kHeads) + bases_->usual().name;
    if (ref == metadata || ref == base) return false;
    for (const std::string& remote : refs_.remotes()) {
      const std::string folder = "refs/remotes/" + remote + "/";
      if (!ref.starts_with(folder)) continue;
      const std::string branch = std::string(kHeads) + std::string(ref.substr(folder.size()));
      return branch != metadata && branch != base && branch != "refs/heads/HEAD";
    }
    return true;
  }

  [[nodiscard]] bool is_asked_for(const std::string& project) const {
    return options_.projects.empty() ||
           std::find(options_.projects.begin(), options_.projects.end(), project) !=
               options_.projects.end();
  }

  // Records of other projects are read as well: they tell whose a branch was. Archived ones are
  // judged where they are named.
  Result<std::vector<Record>> read_records(const store::View& view) {
    for (const std::string& name : options_.projects) {
      CS_TRY(model::check_project_name(name));
      if (view.find(name)) continue;
      return fail(model::no_such_project(name, view.names(), view.once_called(name)));
    }
    std::vector<Record> records;
    CS_ASSIGN(const auto entries, view.entries());
    for (const store::ProjectEntry& entry : entries) {
      auto project = view.read(entry);
      if (project) {
        if (Status added = add_records(entry, *project, records); !added) {
          project = fail(std::move(added).error());
        }
      }
      if (!project && is_judged(entry)) {
        looked_->unreadable.push_back({entry.path(), std::move(project).error()});
      }
    }
    CS_TRY(find_tips(refs_, records));
    return records;
  }

  [[nodiscard]] bool is_judged(const store::ProjectEntry& entry) const {
    return is_asked_for(entry.name) &&
           (entry.shelf == model::Shelf::kProjects || !options_.projects.empty());
  }

  // Refuses a project that no write may touch.
  Status add_records(const store::ProjectEntry& entry, const model::Project& project,
                     std::vector<Record>& records) {
    const std::string& version = project.schema_version.value;
    if (model::is_newer_schema(version)) {
      return fail(ErrorCode::kSchemaUnusable,
                  "schema version " + quoted(version) + " was written by a newer claudestep");
    }
    std::map<std::int64_t, int> times;
    for (const model::PullRequest& pr : project.pull_requests) ++times[pr.number.value];
    for (const auto& [number, count] : times) {
      if (count == 1) continue;
      return fail(ErrorCode::kCorrupt, "#" + std::to_string(number) + " is recorded " +
                                           std::to_string(count) + " times");
    }
    CS_TRY(model::check_ids(project));
    const bool judged = is_judged(entry) && !project.pull_requests.empty();
    std::string base;
    if (judged) {
      CS_ASSIGN(base, bases_->base_of(project));
    }
    if (options_.adopt && is_judged(entry)) projects_.emplace(entry.name, project);
    for (const model::PullRequest& pr : project.pull_requests) {
      records.push_back(record_of(entry.name, pr));
      records.back().judged = judged;
      records.back().base = base;
    }
    return {};
  }

  [[nodiscard]] Result<std::string> address_of_home() const {
    if (!refs_.home()) return std::string();
    CS_ASSIGN(const auto address, repository_.config("remote." + *refs_.home() + ".url"));
    return address.value_or("");
  }

  // The commits of the base from which a look has to begin.
  [[nodiscard]] std::optional<Instant> oldest_wanted(const BaseBranch& base,
                                                     const std::vector<Record>& records) const {
    std::optional<Instant> oldest;
    for (const Record& record : records) {
      if (!record.judged || record.base != base.name) continue;
      const auto from = earliest(record);
      if (!from) return options_.since;
      if (!oldest || *from < *oldest) oldest = from;
    }
    if (!oldest || (options_.since && *oldest < *options_.since)) return options_.since;
    return oldest;
  }

  // Whether `newer` of a range belongs to the base at all: a merge into another branch does not.
  Result<bool> is_on_base(const BaseBranch& base, const git::ObjectId& newer) const {
    for (const git::ObjectId& tip : base.tips) {
      if (tip == newer) return true;
    }
    for (const git::ObjectId& tip : base.tips) {
      CS_ASSIGN(const auto stands, repository_.compare(newer, tip));
      if (stands == git::Ancestry::kBehind) return true;
    }
    return false;
  }

  // `records` are of all projects; those of this base are judged.
  Status judge_by(const BaseBranch& base, std::vector<Record> records) {
    const std::size_t asked = records.size();
    Adopter adopter(projects_, numbers_of(records));
    if (options_.adopt) adopter.look_at_refs(refs_);
    HistoryBounds bounds;
    bounds.base_tips = base.tips;
    bounds.base_names = base.aliases;
    CS_ASSIGN(bounds.home, address_of_home());
    bounds.deadline = options_.deadline;
    if (options_.range) {
      CS_ASSIGN(const bool on_base, is_on_base(base, options_.range->newer));
      if (!on_base) return {};
      bounds.base_tips = {options_.range->newer};
      // A merge of what others did brings the base's own line of its remote on a side line.
      bounds.line_tips = base.tips;
      bounds.excluded = {options_.range->older};
      bounds.since = options_.since;
    } else {
      bounds.since = options_.adopt ? options_.since : oldest_wanted(base, records);
    }
    for (const Record& record : records) {
      for (const Tip& tip : record.tips) bounds.branch_tips.push_back(tip.id);
      for (const auto& end : record.later_ends) bounds.branch_tips.push_back(end);
    }
    for (const Foundling& foundling : adopter.found()) {
      bounds.branch_tips.push_back(*foundling.head);
    }
    CS_ASSIGN(const auto history, BaseHistory::read(repository_, bounds));
    if (options_.adopt) adopter.look_at_merges(history);
    for (const Foundling& foundling : adopter.found()) records.push_back(foundling.record);
    CS_ASSIGN(const auto evidence,
              find_evidence(repository_, history, records, base.aliases, options_.deadline));
    for (std::size_t at = 0; at < asked; ++at)
      CS_TRY(look_for_merge_commit(base, history, records[at]));
    const Sight sight{base.name, options_.range.has_value(), options_.since};
    for (std::size_t at = 0; at < asked; ++at) {
      if (!records[at].judged || records[at].base != base.name) continue;
      judge(history, sight, records[at], evidence[at], looked_->found);
    }
    for (std::size_t at = asked; at < records.size(); ++at) {
      const Foundling& foundling = adopter.found()[at - asked];
      const model::Project& project = projects_.at(foundling.record.project);
      CS_ASSIGN(const std::string its_base, bases_->base_of(project));
      if (its_base == base.name) adopt(history, foundling, evidence[at]);
    }
    return {};
  }

  // The history is read only as far back as its records go, and one of them may say that it was
  // opened after it was merged.
  Status look_for_merge_commit(const BaseBranch& base, const BaseHistory& history,
                               Record& record) const {
    if (!record.judged || record.base != base.name || !record.merge_commit || options_.range ||
        history.find(*record.merge_commit) != kNowhere ||
        !repository_.has_object(*record.merge_commit)) {
      return {};
    }
    CS_ASSIGN(record.has_merge_commit, is_on_base(base, *record.merge_commit));
    return {};
  }

  static std::set<std::int64_t> numbers_of(const std::vector<Record>& records) {
    std::set<std::int64_t> numbers;
    for (const Record& record : records) numbers.insert(record.number);
    return numbers;
  }

  // Records one that is not recorded: as merged where that is proved and stands, else, where the
  // forge has its head, as open, which git cannot tell from closed.
  void adopt(const BaseHistory& history, const Foundling& foundling,
             const std::optional<Evidence>& evidence) {
    const Record& record = foundling.record;
    const Place head = history.find(*foundling.head);
    if (head == kNowhere) return;
    const bool merged =
        evidence && evidence->weight == model::TruthWeight::kProved &&
        history.reverted_by(history.at(evidence->commit).id) == kNowhere &&
        history.number_reverted_by(record.number, record.branch, evidence->commit) == kNowhere;
    if (!merged && (record.tips.empty() || history.at(head).on_base)) return;
    const Instant opened = history.at(head).when;
    looked_->found.adopted.push_back({record.project, record.number, record.branch,
                                      foundling.task_index,
                                      merged ? model::PrState::kMerged : model::PrState::kOpen});
    model::OpenPr open{record.project,   std::to_string(foundling.task_index),
                       record.number,    record.branch,
                       std::nullopt,     std::nullopt,
                       Timestamp(opened)};
    looked_->operations.emplace_back(std::move(open));
    looked_->newest = std::max(looked_->newest, opened);
    if (!merged) return;
    const HistoryCommit& commit = history.at(evidence->commit);
    looked_->operations.emplace_back(model::SetPrState{record.project, record.number,
                                                       model::PrState::kMerged,
                                                       Timestamp(commit.when), commit.id.hex()});
    looked_->newest = std::max(looked_->newest, commit.when);
  }

  // A doubted merge is recorded as closed, by the time at which it was recorded to have ended; one
  // that another commit bears out, as merged by that.
  void settle_doubts() {
    for (model::TruthDoubt& doubt : looked_->found.doubts) {
      if (!options_.settle_doubts || doubt.recorded != model::PrState::kMerged) continue;
      if (doubt.likely && !options_.likely) continue;
      doubt.settled = true;
      const auto state = doubt.commit ? model::PrState::kMerged : model::PrState::kClosed;
      looked_->operations.emplace_back(model::SetPrState{
          doubt.project, doubt.number, state, Timestamp(doubt.when), doubt.commit, true});
      looked_->newest = std::max(looked_->newest, doubt.when);
    }
  }

  void decide_operations() {
    const auto in_order = [](const auto& a, const auto& b) {
      return std::tie(a.project, a.number) < std::tie(b.project, b.number);
    };
    model::Reconciliation& found = looked_->found;
    std::sort(found.changes.begin(), found.changes.end(), in_order);
    std::sort(found.doubts.begin(), found.doubts.end(), in_order);
    std::sort(found.unknown.begin(), found.unknown.end(), in_order);
    std::sort(found.adopted.begin(), found.adopted.end(), in_order);
    for (model::TruthChange& change : found.changes) {
      change.applied = change.weight == model::TruthWeight::kProved || options_.likely;
      if (!change.applied) continue;
      looked_->operations.emplace_back(model::SetPrState{change.project, change.number, change.to,
                                                         Timestamp(change.when), change.commit});
      looked_->newest = std::max(looked_->newest, change.when);
    }
    settle_doubts();
  }

  const git::Repository& repository_;
  const ReconcileOptions& options_;
  RefNames refs_;
  std::optional<Bases> bases_;
  std::map<std::string, model::Project> projects_;  // those that may adopt
  std::optional<Look> looked_;
  std::optional<git::ObjectId> commit_;
};

}  // namespace

Result<Reconciled> reconcile(git::Repository& repository, const ReconcileOptions& options) {
  Reconciler reconciler(repository, options);
  CS_ASSIGN(const store::View view,
            store::View::open(repository, {.ref = options.write.ref,
                                           .at = std::nullopt,
                                           .local = false,
                                           .now = options.write.clock->now()}));
  CS_ASSIGN(const Look* look, reconciler.look(view));
  Reconciled result;
  if (!look->operations.empty() && !options.write_nothing) {
    store::WriteOptions write = options.write;
    write.evidence_time = [&] { return look->newest; };
    CS_ASSIGN(result.write,
              store::write(repository, write,
                           [&](const store::View& fresh,
                               model::Branch&) -> Result<std::vector<model::Operation>> {
                             CS_ASSIGN(look, reconciler.look(fresh));
                             return look->operations;
                           }));
  }
  result.found = look->found;
  result.unreadable = look->unreadable;
  result.drift = !look->operations.empty() || !look->found.doubts.empty();
  if (options.write_nothing || options.write.dry_run) {
    for (auto& change : result.found.changes) change.applied = false;
    for (auto& doubt : result.found.doubts) doubt.settled = false;
  }
  return result;
}

}  // namespace claudestep::truth
