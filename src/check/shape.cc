#include "check/shape.h"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "check/members.h"
#include "check/trail.h"
#include "check/values.h"

namespace claudestep::check {
namespace {

const RecordShape& shape_of(model::Dialect dialect) {
  switch (dialect) {
    case model::Dialect::kHybrid:
      return hybrid_shape();
    case model::Dialect::kSpecAndExecutions:
      return spec_and_executions_shape();
    case model::Dialect::kPullRequestCentred:
      return pull_request_centred_shape();
    case model::Dialect::kSteps:
      return steps_shape();
    case model::Dialect::kLegacyTasks:
      return legacy_tasks_shape();
  }
  abort_with(__FILE__, __LINE__, "a dialect that is none");
}

bool has_value(const Value& record, std::string_view name) {
  const Value* member = record.find(name);
  return member != nullptr && !member->is_null();
}

// The first of `names` that the record has with a value, else the first of them: as the reader of
// 1.0 documents chooses.
std::string_view choose(const Value& record, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (has_value(record, name)) return name;
  }
  return *names.begin();
}

class ShapeReader {
 public:
  ShapeReader(const Value& root, model::Dialect dialect, const Subject& subject)
      : dialect_(dialect), subject_(subject) {
    shape_.outline.root = {&root, ""};
  }

  Shape read() && {
    members(*shape_.outline.root.value, Trail(), shape_of(dialect_));
    return std::move(shape_);
  }

 private:
  Diagnostic& add(std::string_view code, const Value& value, const Trail& trail,
                  std::string_view what) {
    return shape_.findings.emplace_back(diagnose_at(
        code, subject_, value, trail.subject() + " " + std::string(what), trail.path()));
  }

  // Every reader does without the member, and the next write adds it.
  static void make_tolerable(Diagnostic& finding) {
    finding.severity = Severity::kWarning;
    make_fixable(finding);
  }

  void members(const Value& record, const Trail& trail, const RecordShape& shape) {
    for (const MemberShape& member : shape.members) this->member(record, trail, member);
  }

  void member(const Value& record, const Trail& trail, const MemberShape& member) {
    const Value* value = record.find(member.name);
    if (value == nullptr) {
      if (member.presence == Presence::kOptional) return;
      Diagnostic& missing =
          add("schema/required", record, trail, "has no member '" + std::string(member.name) + "'");
      if (member.presence == Presence::kWritten) make_tolerable(missing);
      return;
    }
    const Trail inner = trail.member(member.name);
    if (!value->is_null()) return this->value(*value, inner, member);
    if (member.presence == Presence::kOptional) return;
    Diagnostic& null = add("schema/type", *value, inner, "is null");
    if (member.presence == Presence::kWritten) make_tolerable(null);
  }

  void value(const Value& value, const Trail& trail, const MemberShape& member) {
    switch (member.kind) {
      case MemberKind::kTexts:
        return texts(value, trail);
      case MemberKind::kRecord:
        return record(value, trail, *member.record);
      case MemberKind::kRecords:
        return records(value, trail, *member.record);
      default:
        break;
    }
    for (const ValueFinding& finding : judge(value, member.kind, subject_.now)) {
      add(finding.code, value, trail, finding.what);
    }
  }

  void texts(const Value& value, const Trail& trail) {
    if (!value.is_array()) {
      add("schema/type", value, trail, expected(value, "an array"));
      return;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      if (value.items[i].is_string()) continue;
      add("schema/type", value.items[i], trail.item(i), expected(value.items[i], "a string"));
    }
  }

  void records(const Value& value, const Trail& trail, const RecordShape& shape) {
    if (!value.is_array()) {
      add("schema/type", value, trail, expected(value, "an array"));
      return;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      record(value.items[i], trail.item(i), shape);
    }
  }

  void record(const Value& value, const Trail& trail, const RecordShape& shape) {
    if (!value.is_object()) {
      add("schema/type", value, trail, expected(value, "an object"));
      return;
    }
    Outline& outline = shape_.outline;
    switch (shape.kind) {
      case RecordKind::kStep:
        return step(value, trail);
      case RecordKind::kExecution:
        // One without a pull request is kept as it is.
        if (!has_value(value, "pr_number")) return;
        [[fallthrough]];
      case RecordKind::kPullRequest:
        outline.pull_requests.push_back({{&value, trail.path()}, {}});
        if (dialect_ == model::Dialect::kPullRequestCentred)
          remember_task(value, trail, "task_index");
        break;
      case RecordKind::kTask:
        outline.tasks.push_back({&value, trail.path()});
        break;
      case RecordKind::kOperation:
        if (!outline.pull_requests.empty()) {
          outline.pull_requests.back().operations.push_back({&value, trail.path()});
        }
        break;
      case RecordKind::kPlain:
        break;
    }
    members(value, trail, shape);
  }

  // A record of a 1.0 document: a task, and a pull request where it has a pr_number.
  void step(const Value& value, const Trail& trail) {
    const std::string_view index = choose(value, {"step_index", "task_index", "index"});
    member(value, trail, {index, MemberKind::kPositive, Presence::kRequired});
    remember_task(value, trail, index);
    const std::string_view description =
        choose(value, {"step_description", "task_description", "description"});
    member(value, trail, {description, MemberKind::kText, Presence::kOptional});
    if (!has_value(value, "pr_number")) return;
    shape_.outline.pull_requests.push_back({{&value, trail.path()}, {}});
    members(value, trail, step_pull_request_shape());
  }

  void remember_task(const Value& value, const Trail& trail, std::string_view index_name) {
    const Value* index = value.find(index_name);
    if (index == nullptr || !index->is_number()) return;
    if (const auto number = parse_integer(index->text)) {
      shape_.outline.tasks_by_index.try_emplace(*number, Spot{&value, trail.path()});
    }
  }

  model::Dialect dialect_;
  const Subject& subject_;
  Shape shape_;
};

}  // namespace

Shape read_shape(const Value& root, model::Dialect dialect, const Subject& subject) {
  return ShapeReader(root, dialect, subject).read();
}

Diagnostic diagnose_at(std::string_view code, const Subject& subject, const Value& value,
                       std::string message, std::string path) {
  Place place{subject.file, value.mark.line, value.mark.column};
  return diagnose(code, std::move(place), std::move(message), std::move(path));
}

}  // namespace claudestep::check
