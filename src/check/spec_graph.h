// Owns: the ids of a specification, what refers to them, and what waits for what. Private to
// check/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "check/document_findings.h"
#include "model/spec.h"

namespace claudestep::check {

class SpecIds {
 public:
  explicit SpecIds(const model::FeatureSpec& spec);

  // Ids that are given more than once.
  void check_duplicates(DocumentFindings& findings) const;
  // Ids that are mentioned and nowhere given.
  void check_references(DocumentFindings& findings) const;
  // The requirements and tasks that `task` mentions or depends on.
  [[nodiscard]] std::unordered_set<std::string_view> named_by(const model::SpecTask& task) const;

 private:
  void give(const model::Words& id, bool is_task);
  // The id that a mention means: itself, or what stands before "-based"; "" when it is none of
  // ours.
  [[nodiscard]] std::string_view meant_by(std::string_view mention) const;
  void check_mentions(const std::vector<model::Words>& mentions, DocumentFindings& findings) const;
  void check_dependencies(const model::SpecTask& task, DocumentFindings& findings) const;
  [[nodiscard]] std::string with_suggestion(std::string message, std::string_view id) const;

  const model::FeatureSpec& spec_;
  std::vector<const model::Words*> given_;              // all, in the order of the file
  std::unordered_map<std::string_view, bool> is_task_;  // by id
  std::unordered_set<std::string_view> task_prefixes_;
};

// Tasks that wait for each other.
void check_task_circles(const std::vector<model::SpecTask>& tasks, DocumentFindings& findings);

}  // namespace claudestep::check
