// One project file: bytes to findings.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "check/project_rules.h"
#include "codec/json_reader.h"
#include "codec/project_codec.h"
#include "model/branch.h"
#include "model/derive.h"
#include "store/fsck.h"

namespace claudestep::store {

namespace {

using check::Diagnostic;

// Where a document cannot be read as JSON.
Diagnostic unparsable(const Error& error, const check::Subject& subject) {
  const bool twice = error.message.starts_with("duplicate key ");
  Place place = error.place;
  place.file = subject.file;
  return check::diagnose(twice ? "json/duplicate-key" : "json/syntax", std::move(place),
                         error.one_line());
}

// A branch of one project, so that a repair can be tried on it.
class OneProject final : public model::ProjectSource {
 public:
  OneProject(std::string name, model::Project project)
      : name_(std::move(name)), project_(std::move(project)) {}

  std::optional<model::Shelf> find(std::string_view name) const override {
    if (name != name_) return std::nullopt;
    return model::Shelf::kProjects;
  }
  Result<model::Project> load(std::string_view /*name*/) const override { return project_; }
  std::vector<std::string> names() const override { return {name_}; }

 private:
  std::string name_;
  model::Project project_;
};

// Whether a repair would leave these bytes as they are.
bool is_canonical(std::string_view bytes, const model::Project& stored,
                  const check::Subject& subject) {
  model::Project settled = stored;
  model::settle(settled);
  const OneProject source(subject.name, std::move(settled));
  const auto repaired =
      model::apply(model::Branch(source), model::RepairProject{subject.name}, subject.now);
  if (!repaired) return true;  // a repair refuses it, so there is nothing to offer
  const auto changes = repaired->changes();
  return changes.empty() || codec::write_project(*changes.front().project) == bytes;
}

// What is said of the form of a file that is otherwise in order.
void add_form(std::vector<Diagnostic>& findings, std::string_view bytes,
              const model::Project& stored, const check::Subject& subject) {
  const bool is_fixable = std::any_of(findings.begin(), findings.end(),
                                      [](const Diagnostic& found) { return found.fixable; });
  if (is_fixable) return;
  if (stored.dialect != model::Dialect::kHybrid) {
    findings.push_back(
        check::diagnose("project/old-dialect", Place{subject.file},
                        "the file has an older form, " + quoted(describe(stored.dialect))));
  } else if (!is_canonical(bytes, stored, subject)) {
    findings.push_back(check::diagnose("project/not-canonical", Place{subject.file},
                                       "the next write will respell the whole file"));
  }
}

// A file that cannot be read cannot be repaired.
void postpone_repairs(std::vector<Diagnostic>& findings) {
  for (Diagnostic& found : findings) {
    if (!found.fixable) continue;
    found.fixable = false;
    found.hint += " once the file can be read";
  }
}

std::vector<Diagnostic> check_document(const Document& document, const check::Subject& subject) {
  const Value& root = document.root();
  if (!root.is_object()) {
    return {check::diagnose_at(
        "schema/type", subject, root,
        "the document is " + std::string(describe(root.kind)) + "; expected an object", "")};
  }
  if (auto newer = check::check_version(root, subject)) return {*std::move(newer)};
  auto shape = check::read_shape(root, codec::tell_dialect(root), subject);
  auto findings = std::move(shape.findings);
  const auto stored = codec::project_from_value(root, subject.file);
  if (!stored) {
    const bool is_told = std::any_of(findings.begin(), findings.end(), [](const Diagnostic& found) {
      return found.severity == check::Severity::kError;
    });
    // What the shape does not know the reader still refuses.
    if (!is_told) {
      findings.push_back(
          check::diagnose("schema/type", stored.error().place, stored.error().message));
    }
    postpone_repairs(findings);
    return findings;
  }
  auto between = check::check_project(shape.outline, *stored, subject);
  findings.insert(findings.end(), std::make_move_iterator(between.begin()),
                  std::make_move_iterator(between.end()));
  add_form(findings, document.bytes(), *stored, subject);
  return findings;
}

}  // namespace

std::vector<Diagnostic> check_file(std::string bytes, const check::Subject& subject) {
  codec::JsonOptions options;
  options.file = subject.file;
  const auto document = codec::read_json(std::move(bytes), options);
  if (!document) return {unparsable(document.error(), subject)};
  auto findings = check_document(*document, subject);
  check::sort_diagnostics(findings);
  return findings;
}

Result<std::vector<model::Operation>> repairs_for(const View& view, Instant now) {
  CS_ASSIGN(const auto entries, view.entries());
  std::vector<model::Operation> repairs;
  for (const ProjectEntry& entry : entries) {
    if (!entry.obstacle.empty()) continue;
    CS_ASSIGN(auto bytes, view.read_file(entry.path()));
    if (!bytes) continue;
    const auto findings = check_file(*std::move(bytes), {entry.path(), entry.name, now});
    const bool is_fixable = std::any_of(findings.begin(), findings.end(),
                                        [](const Diagnostic& found) { return found.fixable; });
    if (is_fixable) repairs.emplace_back(model::RepairProject{entry.name});
  }
  std::sort(repairs.begin(), repairs.end(), [](const auto& a, const auto& b) {
    return model::project_of(a) < model::project_of(b);
  });
  return repairs;
}

}  // namespace claudestep::store
