#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "store/fsck_judge.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

// The receipt of what a commit takes away.
model::Receipt receipt_for(const std::string& name, const FactChange& change) {
  model::Receipt receipt;
  receipt.project = name;
  receipt.member = "deletion";
  receipt.kept = "deleted";
  receipt.dropped = "the project";
  const std::string& record = change.key.record;
  if (change.key.of == FactOf::kTask) {
    receipt.task = record;
    receipt.dropped = "the task";
  } else if (change.key.of != FactOf::kProject) {
    std::from_chars(record.data(), record.data() + record.size(), receipt.pr);
    receipt.dropped = "the pull request";
  }
  if (change.key.of == FactOf::kOperation) {
    receipt.operation = operation_in(record);
    receipt.dropped = "the operation";
  }
  if (change.after && !change.key.member.empty()) {
    receipt.member = change.key.member;
    receipt.kept = change.after->substr(0, change.after->find(kBreak));
    receipt.dropped = change.before->substr(0, change.before->find(kBreak));
  }
  return receipt;
}

}  // namespace

Status FrameJudge::judge_carried(const git::Commit& commit, const std::string& name,
                                 const Deeds& deeds) {
  const Placed& after = *deeds.step.projects.at(name).after;
  add("frame/not-judged", commit, path_of(name, after.shelf),
      subject_of(commit) + " carries on the project " + quoted(name) + " as a whole");
  const auto from = deeds.carried_from.find(name);
  if (from == deeds.carried_from.end()) return {};
  const ProjectEntry& before = from->second;
  ProjectLine line = deeds.lines.called_after(name);
  std::optional<UndoneProject> undone;
  if (!tell_undone(commit, line, before, undone)) return {};
  // What was there was not made.
  std::erase_if(line.operations,
                [](const auto* operation) { return operation->name == "create-project"; });
  judge_content(commit, name, before, after, line.operations, undone ? &undone->facts : nullptr,
                true);
  return {};
}

bool FrameJudge::demand_receipt(const std::string& name, const FactChange& change) {
  std::string receipt = model::trailer_of(receipt_for(name, change));
  if (receipts_.has(receipt)) return true;
  owed_.push_back(std::move(receipt));
  return false;
}

}  // namespace claudestep::store
