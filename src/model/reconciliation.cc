#include "model/reconciliation.h"

#include "base/result.h"

namespace claudestep::model {

std::string_view to_string(TruthRule rule) {
  switch (rule) {
    case TruthRule::kMergeCommit:
      return "merge-commit";
    case TruthRule::kSquashCommit:
      return "squash-commit";
    case TruthRule::kAncestor:
      return "ancestor";
    case TruthRule::kPatch:
      return "patch";
    case TruthRule::kSquashMessage:
      return "squash-message";
    case TruthRule::kBranchName:
      return "branch-name";
    case TruthRule::kTrailer:
      return "trailer";
  }
  abort_with(__FILE__, __LINE__, "a rule that is none");
}

std::string_view to_string(TruthWeight weight) {
  return weight == TruthWeight::kProved ? "proved" : "likely";
}

}  // namespace claudestep::model
