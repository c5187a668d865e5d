// The laws of merging, over histories that begin in one project and go apart.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <iostream>
#include <set>

#include "codec/project_codec.h"
#include "model/merge.h"
#include "tests/property/codec_documents.h"
#include "tests/property/merge_facts.h"
#include "tests/property/model_generators.h"
#include "tests/support/number_asked.h"

namespace claudestep::model {
namespace {

using test::Facts;
using test::facts_of;
using test::later;
using test::Ledger;

rc::Gen<Operation> operation_on_auth() {
  return rc::gen::exec([] {
    return test::number(0, 2) == 0 ? test::task_operation("auth") : test::pr_operation("auth");
  });
}

// Any of them, those that make and take money more often, and what a person does to a file.
Operation next_operation(Ledger& ledger) {
  switch (test::number(0, 9)) {
    case 0:
      return test::undoing(ledger.project());
    case 1:
      return test::changed_by_hand(ledger.project());
    case 2:
    case 3: {
      const std::int64_t pr = test::number(1, 4);
      return AddAiOperations{"auth", pr, {test::recorded_run(pr)}};
    }
    default:
      return *operation_on_auth();
  }
}

// Applies operations; a refusal changes nothing.
Ledger go_on(Ledger ledger, std::int64_t at_most, std::int64_t from_second) {
  for (auto left = test::number(0, at_most); left > 0; --left) {
    ledger.apply(next_operation(ledger), later(from_second + left));
  }
  return ledger;
}

struct Histories {
  Ledger base = go_on(Ledger(test::make_project("auth", {"a", "b", "c"})), 40, 0);
  Ledger ours = go_on(base, 20, 1000);
  Ledger theirs = go_on(base, 20, 2000);
  Ledger third = go_on(base, 20, 3000);

  const Project& b() { return base.project(); }
  const Project& x() { return ours.project(); }
  const Project& y() { return theirs.project(); }
  const Project& z() { return third.project(); }
};

std::string tell(const Facts& facts) {
  std::string text;
  for (const auto& [key, value] : facts) text += "  " + key + " = " + value + "\n";
  return text;
}

void expect_same_facts(const Facts& one, const Facts& other) {
  if (one != other) RC_LOG() << "one:\n" << tell(one) << "other:\n" << tell(other);
  RC_ASSERT(one == other);
}

void expect_same_facts(const Project& a, const Project& b) {
  expect_same_facts(facts_of(a), facts_of(b));
}

bool brought_back_pr(const Merged& merged) {
  return std::any_of(merged.receipts.begin(), merged.receipts.end(),
                     [](const Receipt& receipt) { return receipt.kept == "the pull request"; });
}

// The records that a receipt may mean: it does not say whether it names an operation by its id, and
// an id may be known from another version alone.
std::vector<std::string> records_of(const Receipt& receipt, const test::OperationNames& names) {
  if (!receipt.operation.empty()) {
    const std::string run = receipt.operation + " of " + std::to_string(receipt.pr);
    const auto name = names.find(run);
    return {"op " + receipt.operation + "|",
            "op " + (name == names.end() ? run : name->second) + "|"};
  }
  if (receipt.pr != 0) return {"pr " + std::to_string(receipt.pr) + "|"};
  return {receipt.task.empty() ? "|" : "task " + receipt.task + "|"};
}

std::string find(const Facts& facts, const std::string& key) {
  const auto found = facts.find(key);
  return found == facts.end() ? std::string("(none)") : found->second;
}

// The record that `side` deleted when it took `record` away: an operation goes with its pull
// request.
std::string deleted_with(const std::string& record, const Facts& base, const Facts& side) {
  const std::string pr = "pr " + find(base, record + "pr_number") + "|";
  return base.contains(pr) && !side.contains(pr) ? pr : record;
}

RC_GTEST_PROP(ModelMerge, IsCommutative, ()) {
  Histories h;
  const Merged one = merge(&h.b(), h.x(), h.y());
  const Merged other = merge(&h.b(), h.y(), h.x());
  RC_ASSERT(says_the_same(one.project, other.project));
  RC_ASSERT(codec::write_project(one.project) == codec::write_project(other.project));
  RC_ASSERT(one.receipts == other.receipts);
}

RC_GTEST_PROP(ModelMerge, IsIdempotent, ()) {
  Histories h;
  RC_ASSERT(says_the_same(merge(&h.b(), h.x(), h.x()).project, h.x()));
  RC_ASSERT(says_the_same(merge(&h.b(), h.b(), h.y()).project, h.y()));
  const Project merged = merge(&h.b(), h.x(), h.y()).project;
  expect_same_facts(merge(&h.b(), merged, h.x()).project, merged);
  // And seen from a side, which is how a clone that comes late sees it.
  RC_ASSERT(says_the_same(merge(&h.x(), merged, h.x()).project, merged));
}

// A merge keeps no memory of why it cut a circle, brought back a task that others need, or decided
// between two pull requests for an operation. Of these nothing is asked: records ("task 1|"), and
// members ("task 1|depends_on 2").
using Excepted = std::set<std::string>;

void add_excepted(Excepted& excepted, const Merged& merged, const test::OperationNames& names) {
  for (const Receipt& receipt : merged.receipts) {
    const bool is_cut = receipt.member == "depends_on";
    const bool is_back = receipt.kept == "the task, needed by others";
    if (!is_cut && !is_back && receipt.member != "pr_number") continue;
    for (const std::string& record : records_of(receipt, names)) {
      excepted.insert(is_cut ? record + "depends_on " + receipt.dropped : record);
    }
  }
}

Facts without(Facts facts, const Excepted& excepted) {
  std::erase_if(facts, [&](const auto& fact) {
    const std::string& key = fact.first;
    return excepted.contains(key) || excepted.contains(key.substr(0, key.find('|') + 1));
  });
  return facts;
}

// Three clones that met in two orders.
struct ThreeWays {
  explicit ThreeWays(Histories& h)
      : xy(merge(&h.b(), h.x(), h.y())),
        yz(merge(&h.b(), h.y(), h.z())),
        left(merge(&h.b(), xy.project, h.z())),
        right(merge(&h.b(), h.x(), yz.project)) {
    const auto names = test::names_in({&h.b(), &h.x(), &h.y(), &h.z()});
    for (const Merged* merged : {&xy, &yz, &left, &right}) {
      add_excepted(excepted, *merged, names);
    }
  }

  Merged xy;
  Merged yz;
  Merged left;
  Merged right;
  Excepted excepted;
};

RC_GTEST_PROP(ModelMerge, IsAssociativeUpToNumbering, ()) {
  Histories h;
  const ThreeWays met(h);
  RC_CLASSIFY(!met.excepted.empty(), "with something excepted");
  RC_CLASSIFY(!met.left.receipts.empty(), "with receipts");
  expect_same_facts(without(facts_of(met.left.project), met.excepted),
                    without(facts_of(met.right.project), met.excepted));
}

// An exception that takes more and more would leave the law nothing to say. The histories are the
// same each time, so the limits are near to what was measured (docs/reliability.md).
TEST(ModelMerge, ExceptsLittleFromBeingAssociative) {
  const int first = number_asked("CLAUDESTEP_FIRST_LIFE", 0);
  const int lives = number_asked("CLAUDESTEP_LIVES", 1000);
  const auto histories = rc::gen::exec([] { return Histories(); });
  int excepted = 0;
  int different = 0;
  for (int life = first; life < first + lives; ++life) {
    const rc::Random random(static_cast<std::uint64_t>(life));
    Histories h = histories(random, rc::kNominalSize).value();
    const ThreeWays met(h);
    if (!met.excepted.empty()) ++excepted;
    if (facts_of(met.left.project) != facts_of(met.right.project)) ++different;
  }
  std::cout << "of " << lives << " histories " << excepted << " with something excepted, "
            << different << " with another outcome\n";
  EXPECT_GT(excepted, 0);
  EXPECT_LE(excepted * 100, lives * 12);
  EXPECT_LE(different * 100, lives);
}

// What a side changed is in the merge, or a receipt says that it gave way.
void check_receipts(const Facts& base, const Facts& side, const Merged& merged,
                    const test::OperationNames& names) {
  const Facts result = facts_of(test::named(merged.project, names));
  std::set<std::string> told;
  for (const Receipt& receipt : merged.receipts) {
    for (const std::string& record : records_of(receipt, names)) {
      told.insert(record + receipt.member);
      if (receipt.member == "depends_on") told.insert(record + "depends_on " + receipt.dropped);
    }
  }
  std::set<std::string> keys;
  for (const Facts* facts : {&base, &side}) {
    for (const auto& [key, value] : *facts) keys.insert(key);
  }
  for (const std::string& key : keys) {
    const std::string value = find(side, key);
    if (value == find(base, key) || value == find(result, key)) continue;
    // A text that says nothing is no loss where there was none before, nor where none came of it.
    if (value.empty() && !base.contains(key)) continue;
    if (!side.contains(key) && find(result, key).empty()) continue;
    const std::string record = key.substr(0, key.find('|') + 1);
    const bool deleted = !side.contains(record);
    if (told.contains(deleted ? record + "deletion" : key)) continue;
    // What a plan says of a task goes with either.
    const bool can_say =
        side.contains("|plan") && result.contains("|plan") && result.contains(record);
    if (key.ends_with("|box") && !can_say) continue;
    if (deleted && told.contains(deleted_with(record, base, side) + "deletion")) continue;
    RC_LOG() << "lost: " << key << " = " << value << ", base " << find(base, key) << ", result "
             << find(result, key) << "\n";
    for (const std::string& one : told) RC_LOG() << "told: " << one << "\n";
    RC_FAIL("nothing says that it gave way");
  }
}

RC_GTEST_PROP(ModelMerge, NothingGivesWayWithoutAReceipt, ()) {
  Histories h;
  const Merged merged = merge(&h.b(), h.x(), h.y());
  RC_CLASSIFY(!merged.receipts.empty(), "with receipts");
  const auto names = test::names_in({&h.b(), &h.x(), &h.y()});
  const Facts base = facts_of(test::named(h.b(), names));
  check_receipts(base, facts_of(test::named(h.x(), names)), merged, names);
  check_receipts(base, facts_of(test::named(h.y(), names)), merged, names);
}

// The operations of a project by id or run, and its pull requests as a file shows them.
struct Books {
  struct Entry {
    std::int64_t pr = 0;
    Money cost;
    std::string text;
  };

  Books(const Project& project, const test::OperationNames& names) {
    for (const PullRequest& pr : project.pull_requests) {
      PullRequest record = pr;
      record.task_index = 0;  // follows from the task
      record.ai_operations.clear();
      std::vector<std::string> parts = {text_of(record)};
      for (const AiOperation& operation : pr.ai_operations) {
        PullRequest of_one;
        of_one.ai_operations = {operation};
        parts.push_back(text_of(of_one));
        const std::string run = test::run_of_pr(pr, operation);
        const auto name = names.find(run);
        const std::string id =
            name == names.end() ? text_or_empty(operation.operation_id) : name->second;
        entries[id.empty() ? run : "id " + id] = {pr.number.value, operation.cost_usd->value,
                                                  parts.back()};
      }
      std::sort(parts.begin() + 1, parts.end());
      prs[pr.number.value] = std::move(parts);
    }
  }

  static std::string text_of(const PullRequest& pr) {
    Project alone;
    alone.pull_requests = {pr};
    return codec::write_project(alone);
  }

  std::map<std::string, Entry> entries;
  std::map<std::int64_t, std::vector<std::string>> prs;
};

// The cost of an operation that `side` has and `other` has not.
Money left_alone(const Books& base, const Books& side, const Books& other, const std::string& key) {
  const Books::Entry& entry = side.entries.at(key);
  const auto before = base.entries.find(key);
  if (before == base.entries.end()) return entry.cost;
  const bool changed = before->second.pr != entry.pr || before->second.text != entry.text;
  if (changed) return entry.cost;
  if (other.prs.contains(entry.pr)) return {};  // deleted there
  return side.prs.at(entry.pr) == base.prs.at(entry.pr) ? Money() : entry.cost;
}

Money cost_together(const Books& base, const Books& x, const Books& y) {
  Money sum;
  for (const auto& [key, mine] : x.entries) {
    const auto other = y.entries.find(key);
    if (other == y.entries.end()) {
      sum += left_alone(base, x, y, key);
      continue;
    }
    const auto before = base.entries.find(key);
    const bool known = before != base.entries.end();
    if (known && mine.cost == before->second.cost) {
      sum += other->second.cost;
    } else if (known && other->second.cost == before->second.cost) {
      sum += mine.cost;
    } else {
      sum += std::max(mine.cost, other->second.cost);
    }
  }
  for (const auto& [key, mine] : y.entries) {
    if (!x.entries.contains(key)) sum += left_alone(base, y, x, key);
  }
  return sum;
}

// Every operation counts once, with the greater cost where two clones say otherwise. It goes when
// one side deleted it, or its pull request and the other side did nothing to that.
RC_GTEST_PROP(ModelMerge, MoneyIsThatOfAllOperationsTogether, ()) {
  Histories h;
  const auto names = test::names_in({&h.b(), &h.x(), &h.y()});
  const Books base(h.b(), names);
  const Books x(h.x(), names);
  const Books y(h.y(), names);
  const Merged merged = merge(&h.b(), h.x(), h.y());
  RC_CLASSIFY(!names.empty(), "with and without ids");
  RC_CLASSIFY(brought_back_pr(merged), "a deleted pull request came back");
  RC_ASSERT(totals_of(merged.project, test::kNow).cost == cost_together(base, x, y));
}

void check_sound(const Project& project) {
  std::set<std::string> ids;
  std::set<std::int64_t> indices;
  for (const Task& task : project.tasks) {
    RC_ASSERT(ids.insert(task.id->value).second);
    RC_ASSERT(task.index.value >= 1);
    RC_ASSERT(indices.insert(task.index.value).second);
    RC_ASSERT(task.status == derive_status(project, task));
  }
  std::set<std::int64_t> numbers;
  std::set<std::string> operations;
  std::set<std::string> runs;  // the generators give a run but one id
  for (const PullRequest& pr : project.pull_requests) {
    RC_ASSERT(numbers.insert(pr.number.value).second);
    const Task* task = task_of(project, pr);
    RC_ASSERT(task != nullptr);
    RC_ASSERT(task->index == pr.task_index);
    for (const AiOperation& operation : pr.ai_operations) {
      if (operation.operation_id) {
        RC_ASSERT(operations.insert(operation.operation_id->value).second);
      }
      const std::string run = test::run_of_pr(pr, operation);
      if (!run.empty()) RC_ASSERT(runs.insert(run).second);
    }
  }
  // Without a circle, taking away what depends on nothing comes to an end.
  std::map<std::string, std::set<std::string>> needs;
  for (const Task& task : project.tasks) {
    std::set<std::string>& needed = needs[task.id->value];
    if (!task.depends_on) continue;
    for (const Text& id : *task.depends_on) {
      RC_ASSERT(ids.contains(id.value));
      needed.insert(id.value);
    }
  }
  for (bool progress = true; progress;) {
    progress = false;
    for (auto it = needs.begin(); it != needs.end();) {
      if (!it->second.empty()) {
        ++it;
        continue;
      }
      for (auto& [id, needed] : needs) needed.erase(it->first);
      it = needs.erase(it);
      progress = true;
    }
  }
  RC_ASSERT(needs.empty());
}

RC_GTEST_PROP(ModelMerge, WhatWasSoundStaysSound, ()) {
  Histories h;
  const Project merged = merge(&h.b(), h.x(), h.y()).project;
  check_sound(merged);
  Project again = merged;
  settle(again);
  RC_ASSERT(again == merged);
  auto read = codec::read_project(codec::write_project(merged), "auth.json");
  RC_ASSERT(read.has_value());
  settle(*read);
  RC_ASSERT(*read == merged);
  RC_ASSERT(!read->lacks_ids);
}

// Whether two changes of `base` touch the same member.
bool meet(const Facts& base, const Facts& x, const Facts& y) {
  const auto changed = [&base](const Facts& side, const std::string& key) {
    const auto before = base.find(key);
    const auto after = side.find(key);
    if (before == base.end() || after == side.end()) {
      return (before == base.end()) != (after == side.end());
    }
    return before->second != after->second;
  };
  for (const Facts* facts : {&base, &x, &y}) {
    for (const auto& [key, value] : *facts) {
      if (changed(x, key) && changed(y, key)) return true;
    }
  }
  return false;
}

// Merges what two operations do apart, when they are such; false when they meet.
bool check_apart(const Ledger& base, const Operation& first, const Operation& second) {
  const auto applied = [&](std::vector<const Operation*> operations) {
    std::optional<Ledger> ledger = base;
    for (const Operation* operation : operations) {
      if (ledger && ledger->apply(*operation, later(5000)) != "changed") ledger.reset();
    }
    return ledger;
  };
  auto one = applied({&first});
  auto other = applied({&second});
  auto both = applied({&first, &second});
  auto turned = applied({&second, &first});
  if (!one || !other || !both || !turned) return false;
  if (facts_of(both->project()) != facts_of(turned->project())) return false;
  const Project& origin = base.source.entries.at("auth").project;
  if (meet(facts_of(origin), facts_of(one->project()), facts_of(other->project()))) return false;
  RC_LOG() << trailer_of(first) << "\n" << trailer_of(second) << "\n";
  const Merged merged = merge(&origin, one->project(), other->project());
  expect_same_facts(merged.project, both->project());
  RC_ASSERT(merged.receipts.empty());
  return true;
}

RC_GTEST_PROP(ModelMerge, OfOperationsThatDoNotMeetIsApplyingBoth, ()) {
  const Histories h;
  int apart = 0;
  for (int pair = 0; pair < 20; ++pair) {
    apart += check_apart(h.base, *operation_on_auth(), *operation_on_auth()) ? 1 : 0;
  }
  RC_CLASSIFY(apart > 0, "apart");
}

// --- documents as they lie in files, of every dialect, that no operation made

Project any_document(Dialect dialect) {
  const auto sample = codec::test::Storyteller().tell(dialect);
  auto project = codec::read_project(sample.bytes, "p.json");
  RC_ASSERT(project.has_value());
  settle(*project);
  return *std::move(project);
}

Dialect any_dialect() {
  return *rc::gen::element(Dialect::kHybrid, Dialect::kSpecAndExecutions,
                           Dialect::kPullRequestCentred, Dialect::kSteps, Dialect::kLegacyTasks);
}

RC_GTEST_PROP(ModelMerge, OfAnyDocumentsIsCommutativeAndCanBeReadBack, ()) {
  const Project base = any_document(any_dialect());
  const Project x = any_document(any_dialect());
  const Project y = any_document(any_dialect());
  for (const Project* from : {static_cast<const Project*>(nullptr), &base}) {
    const std::string one = codec::write_project(merge(from, x, y).project);
    RC_ASSERT(one == codec::write_project(merge(from, y, x).project));
    auto read = codec::read_project(one, "p.json");
    RC_ASSERT(read.has_value());
    RC_ASSERT(codec::write_project(*read) == one);
  }
}

RC_GTEST_PROP(ModelMerge, OfAnOldDialectWithItsUpgradeKeepsBoth, ()) {
  const Project base = any_document(any_dialect());
  // A pull request of no task would take each side's new one for its own.
  for (const PullRequest& pr : base.pull_requests) {
    if (task_of(base, pr) == nullptr) return;
  }
  // One side still writes the old form, the other has upgraded it.
  auto upgraded = codec::read_project(codec::write_project(base), "p.json");
  RC_ASSERT(upgraded.has_value());
  settle(*upgraded);
  Ledger ours(base);
  Ledger theirs(*upgraded);
  const std::string mine = ours.apply(AddTask{"p", "of ours", {}, {}});
  const std::string other = theirs.apply(AddTask{"p", "of theirs", {}, {}});
  if (mine != "changed" || other != "changed") return;
  const Merged merged = merge(&base, ours.project("p"), theirs.project("p"));
  for (const Receipt& receipt : merged.receipts) RC_LOG() << summarise(receipt) << "\n";
  RC_ASSERT(merged.receipts.empty());
  RC_ASSERT(merged.project.tasks.size() == base.tasks.size() + 2);
  RC_ASSERT(merged.project.pull_requests.size() == base.pull_requests.size());
  RC_ASSERT(totals_of(merged.project, test::kNow).cost == totals_of(base, test::kNow).cost);
}

}  // namespace
}  // namespace claudestep::model
