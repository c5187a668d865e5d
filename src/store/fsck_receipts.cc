#include "store/fsck_receipts.h"

#include <cstddef>
#include <utility>

#include "store/commit_message.h"
#include "store/merge.h"

namespace claudestep::store {

Receipts::Receipts(std::string_view message) {
  for (const model::Receipt& receipt : receipts_in(message)) {
    by_project_[receipt.project].push_back(receipt);
    if (!receipt.file.empty()) files_.insert(receipt.file);
    about_.emplace(FactOf::kTask, receipt.task);
    about_.emplace(FactOf::kPullRequest, std::to_string(receipt.pr));
    if (receipt.task.empty() && receipt.pr == 0) about_.emplace(FactOf::kProject, receipt.member);
  }
  for (std::string& trailer : trailer_values(message, kDroppedTrailer)) {
    trailers_.insert(std::move(trailer));
  }
}

const std::vector<model::Receipt>& Receipts::of(const std::string& project) const {
  static const std::vector<model::Receipt> none;
  const auto found = by_project_.find(project);
  return found == by_project_.end() ? none : found->second;
}

bool Receipts::are_about(const FactKey& key) const {
  switch (key.of) {
    case FactOf::kTask:
    case FactOf::kPullRequest:
      return about_.contains({key.of, key.record});
    case FactOf::kOperation: {
      const std::size_t space = key.record.find(' ');
      return space != std::string::npos &&
             about_.contains({FactOf::kPullRequest, key.record.substr(0, space)});
    }
    case FactOf::kProject:
      return about_.contains({key.of, key.member});
  }
  return false;
}

bool Receipts::gave_way(std::string_view path) const {
  if (files_.empty()) return false;
  for (std::size_t end = path.find('/'); end < path.size(); end = path.find('/', end + 1)) {
    if (files_.contains(path.substr(0, end))) return true;
  }
  return files_.contains(path);
}

}  // namespace claudestep::store
