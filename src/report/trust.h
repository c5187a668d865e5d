// Owns: the answer of `trust eval`, as text and as the JSON kind "trust".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/trust.h"
#include "report/style.h"

namespace claudestep::report {

struct TrustedPath {
  std::string path;
  model::TrustDecision decision;
};

struct TrustAnswer {
  const model::TrustModel& model;
  std::string file;  // of the model
  std::optional<std::string> task_type;
  model::TrustLevel overall = model::TrustLevel::kMedium;
  std::vector<TrustedPath> paths;
};

[[nodiscard]] std::string trust_text(const TrustAnswer& answer, const Style& style);
[[nodiscard]] std::string trust_json(const TrustAnswer& answer);

}  // namespace claudestep::report
