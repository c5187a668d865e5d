#include "model/operation.h"

#include <utility>

#include "model/operation_parts.h"

namespace claudestep::model {

Result<Branch> apply(Branch branch, const Operation& operation, Instant now) {
  CS_TRY(std::visit([&](const auto& op) { return apply_to(branch, op, now); }, operation));
  return Result<Branch>(std::move(branch));
}

}  // namespace claudestep::model
