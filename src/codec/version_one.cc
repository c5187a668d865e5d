// The two kinds of 1.0 documents: `steps`, and `tasks` that are pull requests as well. A record of
// either describes a task and, where it has a pr_number, a pull request.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "codec/dialects.h"
#include "codec/records.h"
#include "codec/upgrade.h"

namespace claudestep::codec {
namespace {

using model::AiOperation;
using model::Opt;

// Members that say nothing when they are null or an empty list.
constexpr std::array<std::string_view, 12> kOfPullRequest = {
    "branch_name",    "reviewer",      "pr_state", "created_at",         "workflow_run_id",
    "ai_tasks",       "ai_operations", "model",    "main_task_cost_usd", "pr_summary_cost_usd",
    "total_cost_usd", "title"};

bool says_nothing(const Member& member) {
  const bool empty =
      member.value.is_null() || (member.value.is_array() && member.value.items.empty());
  return empty && std::find(kOfPullRequest.begin(), kOfPullRequest.end(), member.key) !=
                      kOfPullRequest.end();
}

// The first of `names` that the record has with a value, else the first of them.
std::string_view choose(const RecordReader& record, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const Value* member = record.peek(name);
    if (member != nullptr && !member->is_null()) return name;
  }
  return *names.begin();
}

template <typename Wanted>
Money sum_of(const std::vector<AiOperation>& operations, Wanted&& wanted) {
  Money sum;
  for (const AiOperation& operation : operations) {
    if (operation.cost_usd && wanted(operation)) sum += operation.cost_usd->value;
  }
  return sum;
}

// The costs that a legacy record gives flat.
struct FlatCosts {
  Opt<model::Text> model;
  Opt<model::Cost> main;
  Opt<model::Cost> summary;
  Opt<model::Cost> total;
};

Result<FlatCosts> take_flat_costs(RecordReader& record) {
  FlatCosts flat;
  CS_TRY(record.optional("model", flat.model, read_text));
  CS_TRY(record.optional("main_task_cost_usd", flat.main, read_cost));
  CS_TRY(record.optional("pr_summary_cost_usd", flat.summary, read_cost));
  CS_TRY(record.optional("total_cost_usd", flat.total, read_cost));
  return flat;
}

// Flat costs beside real operations repeat them; what does not repeat them is kept.
void keep_contradictions(const FlatCosts& flat, const RecordReader& record,
                         const std::vector<AiOperation>& operations, ExtraKeeper& extra) {
  const auto keep_unless = [&](std::string_view name, const Opt<model::Cost>& cost, Money sum) {
    if (cost && cost->value != sum) extra.keep(name, *record.peek(name));
  };
  const auto of_type = [](std::string_view type) {
    return [type](const AiOperation& operation) { return text_or_empty(operation.type) == type; };
  };
  keep_unless("main_task_cost_usd", flat.main, sum_of(operations, of_type("PRCreation")));
  keep_unless("pr_summary_cost_usd", flat.summary, sum_of(operations, of_type("PRSummary")));
  keep_unless("total_cost_usd", flat.total,
              sum_of(operations, [](const AiOperation&) { return true; }));
  const bool all_of_model =
      std::all_of(operations.begin(), operations.end(),
                  [&flat](const AiOperation& operation) { return operation.model == flat.model; });
  if (flat.model && !all_of_model) extra.keep("model", *record.peek("model"));
}

// Flat costs without operations become them.
void make_operations(const FlatCosts& flat, const RecordReader& record, model::PullRequest& pr,
                     ExtraKeeper& extra) {
  const auto make = [&](const char* type, const model::Cost& cost) {
    AiOperation operation;
    operation.type = model::Text(type);
    operation.model = flat.model;
    operation.cost_usd = cost;
    operation.created_at = pr.created_at;
    pr.ai_operations.push_back(std::move(operation));
  };
  if (flat.main) make("PRCreation", *flat.main);
  if (flat.summary) make("PRSummary", *flat.summary);
  if (flat.total && pr.ai_operations.empty()) make("PRCreation", *flat.total);
  const Money sum = sum_of(pr.ai_operations, [](const AiOperation&) { return true; });
  if (flat.total && flat.total->value != sum) {
    extra.keep("total_cost_usd", *record.peek("total_cost_usd"));
  }
  if (flat.model && pr.ai_operations.empty()) extra.keep("model", *record.peek("model"));
}

// The run of the record serves the operations that name none. It is kept when it serves nobody.
void share_run_id(const AiOperation& run, const RecordReader& record, model::PullRequest& pr,
                  ExtraKeeper& extra) {
  if (!run.workflow_run_id) return;
  bool serves = false;
  for (AiOperation& operation : pr.ai_operations) {
    if (!operation.workflow_run_id) {
      operation.workflow_run_id = run.workflow_run_id;
      operation.run_id_is_number = run.run_id_is_number;
    }
    serves = serves || (operation.workflow_run_id == run.workflow_run_id &&
                        operation.run_id_is_number == run.run_id_is_number);
  }
  if (!serves) extra.keep("workflow_run_id", *record.peek("workflow_run_id"));
}

Result<model::PullRequest> take_version_one_pr(RecordReader& record, const model::Integer& index) {
  model::PullRequest pr;
  pr.task_index = index;
  CS_TRY(take_pull_request(record, pr));
  CS_TRY(record.list("ai_tasks", pr.ai_operations, read_ai_operation));
  AiOperation run;
  CS_TRY(take_run_id(record, "workflow_run_id", run));
  CS_ASSIGN(const FlatCosts flat, take_flat_costs(record));

  ExtraKeeper extra(is_pull_request_member);
  if (pr.ai_operations.empty()) {
    make_operations(flat, record, pr, extra);
  } else {
    keep_contradictions(flat, record, pr.ai_operations, extra);
  }
  share_run_id(run, record, pr, extra);
  extra.keep_rest(record);
  pr.extra = std::move(extra).take();
  return pr;
}

Status read_step(const Found& found, TaskTable& table, model::Project& project) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  const std::string_view index_name = choose(record, {"step_index", "task_index", "index"});
  CS_ASSIGN(const model::Integer index, record.required(index_name, read_positive));
  Opt<model::Text> description;
  CS_TRY(record.optional(choose(record, {"step_description", "task_description", "description"}),
                         description, read_text));
  table.describe(index, description);
  if (const Value* status = record.peek("status"); status != nullptr && status->is_string()) {
    if (const auto word = model::parse_task_status(status->text)) {
      table.set_status(index.value, *word);
      record.take("status");
    }
  }
  if (const Value* name = record.peek("project"); name != nullptr && name->is_string()) {
    if (name->text == project.name.value) record.take("project");
  }
  if (record.take_value("pr_number") != nullptr) {
    CS_ASSIGN(model::PullRequest pr, take_version_one_pr(record, index));
    project.pull_requests.push_back(std::move(pr));
    return {};
  }
  ExtraKeeper& extra = table.extra_of(index.value);
  for (const Member* member : record.untaken()) {
    if (!says_nothing(*member)) extra.keep(*member);
  }
  return {};
}

Status read_steps(const Found& found, TaskTable& table, model::Project& project) {
  if (!found.value.is_array()) return refuse(found, "an array");
  for (std::size_t i = 0; i < found.value.items.size(); ++i) {
    const Path path = found.path.item(i);
    CS_TRY(read_step({found.value.items[i], path, found.source}, table, project));
  }
  return {};
}

}  // namespace

Status read_version_one(RecordReader& document, std::string_view list, model::Project& project) {
  CS_TRY(take_header(document, project));
  TaskTable table;
  CS_TRY(document.required(
      list, [&](const Found& found) -> Status { return read_steps(found, table, project); }));
  project.tasks = std::move(table).take();
  ExtraKeeper extra(is_project_member);
  extra.keep_rest(document);
  project.extra = std::move(extra).take();
  return {};
}

}  // namespace claudestep::codec
