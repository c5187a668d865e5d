// Any bytes: fsck of a file ends with findings that have a place and a rule, agrees with the reader
// about what can be read, and what it calls fixable a repair takes away.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "check/rules.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "model/operation.h"
#include "store/fsck.h"

namespace {

namespace check = claudestep::check;
namespace codec = claudestep::codec;
namespace model = claudestep::model;
namespace store = claudestep::store;

class OneProject final : public model::ProjectSource {
 public:
  explicit OneProject(model::Project project) : project_(std::move(project)) {}
  std::optional<model::Shelf> find(std::string_view name) const override {
    if (name != "f") return std::nullopt;
    return model::Shelf::kProjects;
  }
  claudestep::Result<model::Project> load(std::string_view /*name*/) const override {
    return project_;
  }
  std::vector<std::string> names() const override { return {"f"}; }

 private:
  model::Project project_;
};

bool keeps_from_reading(const check::Diagnostic& found) {
  return found.code.starts_with("json/") || (found.code.starts_with("schema/") && !found.fixable);
}

// The bytes after `fsck --fix`.
std::string repaired(model::Project project) {
  project.name = model::Text("f");
  model::settle(project);
  const OneProject source(std::move(project));
  const auto branch = model::apply(model::Branch(source), model::RepairProject{"f"}, {});
  CS_CHECK(branch.has_value());
  const auto changes = branch->changes();
  CS_CHECK(changes.size() == 1);
  return codec::write_project(*changes.front().project);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const check::Subject subject{"projects/f.json", "f", {}};
  const auto findings = store::check_file(bytes, subject);
  bool fixable = false;
  for (const check::Diagnostic& found : findings) {
    CS_CHECK(check::find_rule(found.code) != nullptr);
    CS_CHECK(found.place.file == "projects/f.json" && !found.message.empty());
    fixable = fixable || found.fixable;
  }
  auto project = codec::read_project(bytes, "f");
  if (!findings.empty() && findings.front().code == "project/newer-schema") return 0;
  CS_CHECK(project.has_value() ==
           std::none_of(findings.begin(), findings.end(), keeps_from_reading));
  CS_CHECK(project.has_value() || !fixable);
  if (!fixable) return 0;
  for (const check::Diagnostic& left : store::check_file(repaired(*std::move(project)), subject)) {
    CS_CHECK(!left.fixable);
  }
  return 0;
}
