#include "store/project_births.h"

#include "store/fsck_trailer.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kBearing[] = {"create-project", "rename", "delete", "undo"};

bool is_bearing(const NamedOperation& operation) {
  if (!is_known_operation(operation.name)) return true;
  for (const std::string_view name : kBearing) {
    if (operation.name == name) return true;
  }
  return false;
}

}  // namespace

Birth birth_in(std::string_view message, const std::string& name) {
  const NamedOperations named = named_operations(message);
  if (named.carried.contains(name)) return Birth::kMaybe;
  for (const NamedOperation& operation : named.operations) {
    const bool is_meant = operation.project == name || operation.key("to") == name;
    if (is_meant && is_bearing(operation)) return Birth::kMaybe;
  }
  return named.count > 0 && !named.complete ? Birth::kUnlisted : Birth::kNo;
}

}  // namespace claudestep::store
