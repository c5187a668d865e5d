#include "store/thin_merge.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "codec/plain_project.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "store/lineages.h"

namespace claudestep::store {

namespace {

using codec::PlainProject;
using codec::PlainPullRequest;
using codec::PlainTask;
using Words = std::vector<std::string_view>;

// Merging one file. A record is passed over when it is the same in all three, plain, and nothing
// that follows from others in it is wrong; with a pull request goes its task and with a task all
// its pull requests, so that what the merge derives it derives from all that there is.
class Thinning {
 public:
  explicit Thinning(const FileVersions& versions) : versions_(versions) {}

  std::optional<ThinMerge> run() {
    if (!find() || !tasks_agree() || !prs_are_in_order() || !choose() || !read()) {
      return std::nullopt;
    }
    if (both_made_dependencies() || shares_operations()) return std::nullopt;
    const model::Project& ours = thin_.ours;
    const model::Project& theirs = thin_.theirs;
    thin_.merged = model::merge(&thin_.base, ours, theirs);
    const model::Project& merged = thin_.merged.project;
    const bool is_new =
        !model::says_the_same(merged, ours) && !model::says_the_same(merged, theirs);
    if (is_new && !write()) return std::nullopt;
    return std::move(thin_);
  }

 private:
  struct Version {
    PlainProject records;
    std::vector<bool> task_chosen;
    std::vector<bool> pr_chosen;
  };
  static constexpr std::array<Side, 2> kTwo = {kOurs, kTheirs};

  // A task of the base or one that a side added, by id. Most ids differ in their first bytes, which
  // are compared as one number.
  struct KnownTask {
    KnownTask(std::string_view its_id, std::size_t its_place) : id(its_id), place(its_place) {
      for (std::size_t at = 0; at < sizeof begin; ++at) {
        begin = begin << 8U | (at < id.size() ? static_cast<unsigned char>(id[at]) : 0U);
      }
    }
    std::uint64_t begin = 0;
    std::string_view id;
    std::size_t place;  // in the list of its version
    auto operator<=>(const KnownTask&) const = default;
  };

  bool find() {
    auto base = codec::find_records(versions_.base);
    if (!base) return false;
    at_[kBase].records = *std::move(base);
    for (const Side side : kTwo) {
      auto records = codec::find_records(side == kOurs ? versions_.ours : versions_.theirs,
                                         &at_[kBase].records);
      if (!records) return false;
      at_[side].records = *std::move(records);
    }
    return true;
  }

  const std::vector<PlainTask>& tasks(Side side) const { return at_[side].records.tasks; }
  const std::vector<PlainPullRequest>& prs(Side side) const {
    return at_[side].records.pull_requests;
  }

  // Whether the tasks are numbered in a row, and both sides have those of the base before any other
  // and none twice.
  bool tasks_agree() {
    for (const Side side : kSides) {
      if (tasks(side).size() < tasks(kBase).size()) return false;
      for (std::size_t at = 0; at < tasks(side).size(); ++at) {
        const PlainTask& task = tasks(side)[at];
        if (task.index != static_cast<std::int64_t>(at) + 1) return false;
        if (at >= tasks(kBase).size() || side == kBase) {
          known_[side].emplace_back(task.id, at);
        } else if (task.same_as != at && task.id != tasks(kBase)[at].id) {
          return false;
        }
      }
      std::sort(known_[side].begin(), known_[side].end());
    }
    return std::all_of(std::begin(kSides), std::end(kSides), [&](Side side) {
      const auto same_id = [](const KnownTask& a, const KnownTask& b) { return a.id == b.id; };
      const auto& known = known_[side];
      return std::adjacent_find(known.begin(), known.end(), same_id) == known.end() &&
             (side == kBase || std::none_of(known.begin(), known.end(), [&](const KnownTask& one) {
                return place_in(kBase, one.id).has_value();
              }));
    });
  }

  std::optional<std::size_t> place_in(Side side, std::string_view id) const {
    const auto& known = known_[side];
    const auto found = std::lower_bound(known.begin(), known.end(), KnownTask(id, 0));
    if (found == known.end() || found->id != id) return std::nullopt;
    return found->place;
  }
  std::optional<std::size_t> task_of(Side side, const PlainPullRequest& pr) const {
    const auto said = static_cast<std::size_t>(pr.task_index - 1);
    if (said < tasks(kBase).size() && tasks(kBase)[said].id == pr.task_id) return said;
    const auto place = place_in(kBase, pr.task_id);
    return place || side == kBase ? place : place_in(side, pr.task_id);
  }

  static auto rank(const PlainPullRequest& pr) { return std::pair(pr.created_at, pr.number); }

  bool prs_are_in_order() const {
    return std::all_of(std::begin(kSides), std::end(kSides), [&](Side side) {
      const auto& list = prs(side);
      const auto is_later = [](const PlainPullRequest& a, const PlainPullRequest& b) {
        return rank(a) >= rank(b);
      };
      return std::adjacent_find(list.begin(), list.end(), is_later) == list.end();
    });
  }

  // --- which records are read

  bool choose() {
    choose_different();
    if (!choose_wrong() || !choose_tasks_of_prs()) return false;
    for (std::size_t at = 0; at < prs(kBase).size(); ++at) {
      if (at_[kBase].task_chosen[*task_of(kBase, prs(kBase)[at])]) at_[kBase].pr_chosen[at] = true;
    }
    for (const Side side : kTwo) follow_base(side);
    return numbers_are_apart();
  }

  // What is not plain, or not the same in all three.
  template <typename Records>
  static std::vector<bool> differing(const Records& base, const Records& ours,
                                     const Records& theirs) {
    std::vector<int> seen(base.size());
    for (const Records* side : {&ours, &theirs}) {
      for (const auto& record : *side) {
        if (record.same_as) ++seen[*record.same_as];
      }
    }
    std::vector<bool> differs(base.size());
    for (std::size_t at = 0; at < base.size(); ++at) {
      differs[at] = seen[at] < 2 || !base[at].is_plain;
    }
    return differs;
  }

  void choose_different() {
    at_[kBase].task_chosen = differing(tasks(kBase), tasks(kOurs), tasks(kTheirs));
    at_[kBase].pr_chosen = differing(prs(kBase), prs(kOurs), prs(kTheirs));
  }

  // Tasks whose status, and those with a pull request whose task_index, is not what follows.
  // Returns false for a pull request of no task.
  bool choose_wrong() {
    std::vector<const PlainPullRequest*> deciding(tasks(kBase).size());
    for (const PlainPullRequest& pr : prs(kBase)) {
      const auto place = task_of(kBase, pr);
      if (!place) return false;
      const auto index = static_cast<std::int64_t>(*place) + 1;
      if (pr.task_index != index) at_[kBase].task_chosen[*place] = true;
      if (pr.state != model::PrState::kClosed) deciding[*place] = &pr;
    }
    for (std::size_t at = 0; at < deciding.size(); ++at) {
      const PlainTask& task = tasks(kBase)[at];
      const auto follows = model::status_given(
          task.checked,
          deciding[at] == nullptr ? std::nullopt : std::optional(deciding[at]->state));
      if (task.status != follows) at_[kBase].task_chosen[at] = true;
    }
    return true;
  }

  bool choose_tasks_of_prs() {
    for (const Side side : kSides) {
      for (std::size_t at = 0; at < prs(side).size(); ++at) {
        const PlainPullRequest& pr = prs(side)[at];
        const auto same = side == kBase ? std::optional(at) : pr.same_as;
        if (same && !at_[kBase].pr_chosen[*same]) continue;
        const auto place = task_of(side, pr);
        if (!place) return false;
        if (*place < tasks(kBase).size()) at_[kBase].task_chosen[*place] = true;
      }
    }
    return true;
  }

  void follow_base(Side side) {
    Version& version = at_[side];
    version.task_chosen = at_[kBase].task_chosen;
    version.task_chosen.resize(tasks(side).size(), true);  // what it added
    version.pr_chosen.assign(prs(side).size(), true);
    for (std::size_t at = 0; at < prs(side).size(); ++at) {
      const auto same = prs(side)[at].same_as;
      if (same) version.pr_chosen[at] = at_[kBase].pr_chosen[*same];
    }
  }

  // Whether no pull request that is read has the number of one that is not.
  bool numbers_are_apart() const {
    std::vector<std::int64_t> chosen;
    for (const Side side : kSides) {
      for (std::size_t at = 0; at < prs(side).size(); ++at) {
        if (at_[side].pr_chosen[at]) chosen.push_back(prs(side)[at].number);
      }
    }
    std::sort(chosen.begin(), chosen.end());
    for (std::size_t at = 0; at < prs(kBase).size(); ++at) {
      if (at_[kBase].pr_chosen[at]) continue;
      if (std::binary_search(chosen.begin(), chosen.end(), prs(kBase)[at].number)) return false;
    }
    return true;
  }

  // --- reading them

  template <typename Records>
  static Words bytes_of(const Records& records, const std::vector<bool>& chosen, bool wanted) {
    Words bytes;
    for (std::size_t at = 0; at < records.size(); ++at) {
      if (chosen[at] == wanted) bytes.push_back(records[at].bytes);
    }
    return bytes;
  }

  bool read() {
    for (std::size_t at = 0; at < tasks(kBase).size(); ++at) {
      if (at_[kBase].task_chosen[at]) old_indices_.push_back(static_cast<std::int64_t>(at) + 1);
    }
    return read_side(kBase, thin_.base) && read_side(kOurs, thin_.ours) &&
           read_side(kTheirs, thin_.theirs);
  }

  bool read_side(Side side, model::Project& project) {
    if (!read_records(side, project)) return false;
    if (project.name.value != versions_.name)
      project.name = model::Text(std::string(versions_.name));
    model::settle(project);
    number(project, [](std::size_t at) { return static_cast<std::int64_t>(at) + 1; });
    return true;
  }

  bool read_records(Side side, model::Project& project) {
    const Version& version = at_[side];
    const Words its_tasks = bytes_of(tasks(side), version.task_chosen, true);
    const Words its_prs = bytes_of(prs(side), version.pr_chosen, true);
    if (its_prs.empty()) {
      if (auto simple = codec::read_simple(version.records.head, its_tasks)) {
        project = *std::move(simple);
        return true;
      }
    }
    auto read = codec::read_project(codec::join_records(version.records.head, its_tasks, its_prs),
                                    versions_.name);
    if (read) project = *std::move(read);
    return read.has_value();
  }

  // Gives each task the index that `index_of` says, and its pull requests with it.
  template <typename IndexOf>
  static void number(model::Project& project, const IndexOf& index_of) {
    for (std::size_t at = 0; at < project.tasks.size(); ++at) {
      project.tasks[at].index = index_of(at);
    }
    for (model::PullRequest& pr : project.pull_requests) {
      if (const model::Task* task = model::task_of(project, pr)) pr.task_index = task->index;
    }
  }

  // --- what a merge looks at beyond the records that differ

  // Dependencies that both sides made may be a circle by way of any other task.
  bool both_made_dependencies() const {
    const auto made = [&](const model::Project& side) {
      return std::any_of(side.tasks.begin(), side.tasks.end(), [&](const model::Task& task) {
        const model::Task* old = model::find_task_by_id(thin_.base, task.id->value);
        return old == nullptr ? !task.depends_on.is_absent()
                              : !(task.depends_on == old->depends_on);
      });
    };
    return made(thin_.ours) && made(thin_.theirs);
  }

  // An operation is known by its id, whichever pull request it lies in.
  bool shares_operations() const {
    Words passed_over;
    const std::string_view* const all = at_[kBase].records.operation_ids.data();
    for (std::size_t at = 0; at < prs(kBase).size(); ++at) {
      if (at_[kBase].pr_chosen[at]) continue;
      const PlainPullRequest& pr = prs(kBase)[at];
      passed_over.insert(passed_over.end(), all + pr.first_operation, all + pr.last_operation);
    }
    std::sort(passed_over.begin(), passed_over.end());
    const auto is_shared = [&](const model::AiOperation& operation) {
      return operation.operation_id &&
             std::binary_search(passed_over.begin(), passed_over.end(),
                                std::string_view(operation.operation_id->value));
    };
    const auto shares = [&](const model::Project& project) {
      return std::any_of(project.pull_requests.begin(), project.pull_requests.end(),
                         [&](const model::PullRequest& pr) {
                           return std::any_of(pr.ai_operations.begin(), pr.ai_operations.end(),
                                              is_shared);
                         });
    };
    return shares(thin_.base) || shares(thin_.ours) || shares(thin_.theirs);
  }

  // --- the whole file

  // Puts the merged records among those that were passed over.
  bool write() {
    model::Project merged = thin_.merged.project;
    const auto passed_over = static_cast<std::int64_t>(tasks(kBase).size() - old_indices_.size());
    number(merged, [&](std::size_t at) {
      return at < old_indices_.size() ? old_indices_[at]
                                      : static_cast<std::int64_t>(at) + 1 + passed_over;
    });
    const std::string written = codec::write_project(merged);
    const auto records = codec::find_records(written);
    if (!records) return false;
    thin_.content = codec::join_records(records->head, all_tasks(records->tasks),
                                        all_prs(records->pull_requests));
    return true;
  }

  Words all_tasks(const std::vector<PlainTask>& merged) const {
    Words all;
    all.reserve(tasks(kBase).size() + merged.size());
    auto next = merged.begin();
    for (std::size_t at = 0; at < tasks(kBase).size(); ++at) {
      all.push_back(at_[kBase].task_chosen[at] ? (next++)->bytes : tasks(kBase)[at].bytes);
    }
    for (; next != merged.end(); ++next) all.push_back(next->bytes);
    return all;
  }

  Words all_prs(const std::vector<PlainPullRequest>& merged) const {
    Words all;
    all.reserve(prs(kBase).size() + merged.size());
    auto next = merged.begin();
    for (std::size_t at = 0; at < prs(kBase).size(); ++at) {
      if (at_[kBase].pr_chosen[at]) continue;
      const PlainPullRequest& passed_over = prs(kBase)[at];
      while (next != merged.end() && rank(*next) < rank(passed_over)) {
        all.push_back((next++)->bytes);
      }
      all.push_back(passed_over.bytes);
    }
    for (; next != merged.end(); ++next) all.push_back(next->bytes);
    return all;
  }

  const FileVersions& versions_;
  Version at_[3];
  std::vector<KnownTask> known_[3];        // of a side: those that it added
  std::vector<std::int64_t> old_indices_;  // of the base's tasks that are read
  ThinMerge thin_;
};

}  // namespace

std::optional<ThinMerge> merge_thin(const FileVersions& versions) {
  return Thinning(versions).run();
}

}  // namespace claudestep::store
