#include "codec/dialects.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "codec/records.h"
#include "codec/upgrade.h"
#include "codec/value_writer.h"

namespace claudestep::codec {
namespace {

// More tasks than any plan has, few enough that a slip in one number does not fill the memory.
constexpr std::int64_t kMostTasks = 100'000;

Status read_required_tasks(RecordReader& record, std::vector<model::Task>& tasks) {
  return record.required("tasks", [&tasks](const Found& found) -> Status {
    return read_items(found, tasks, read_task);
  });
}

// Executions without a pull request, as arrays of JSON text by the index of their task.
using LooseExecutions = std::map<std::int64_t, std::string>;
constexpr std::int64_t kNoTask = 0;

void add_loose(LooseExecutions& loose, std::int64_t index, const Value& execution) {
  std::string& array = loose[index];
  array += array.empty() ? '[' : ',';
  array += compact_json(execution);
}

// Reads the executions; one without a pr_number goes to `loose`.
Status read_executions(const Found& found, model::Project& project, LooseExecutions& loose) {
  if (!found.value.is_array()) return refuse(found, "an array");
  for (std::size_t i = 0; i < found.value.items.size(); ++i) {
    const Value& item = found.value.items[i];
    const Path path = found.path.item(i);
    const Found execution{item, path, found.source};
    const Value* number = item.find("pr_number");
    if (item.is_object() && (number == nullptr || number->is_null())) {
      const Value* index = item.find("task_index");
      const bool is_number = index != nullptr && index->is_number();
      const auto value = is_number ? parse_integer(index->text) : Result<std::int64_t>(kNoTask);
      add_loose(loose, value.value_or(kNoTask), item);
      continue;
    }
    CS_ASSIGN(model::PullRequest pr, read_pull_request(execution));
    project.pull_requests.push_back(std::move(pr));
  }
  return {};
}

// Puts loose executions where their task is, those of no task to the project.
void keep_loose(LooseExecutions loose, std::vector<model::Task>& tasks, ExtraKeeper& extra) {
  for (model::Task& task : tasks) {
    const auto of_task = loose.find(task.index.value);
    if (of_task == loose.end()) continue;
    ExtraKeeper keeper(is_task_member, std::move(task.extra));
    keeper.keep_json("executions", of_task->second + "]");
    task.extra = std::move(keeper).take();
    loose.erase(of_task);
  }
  std::string rest;
  for (const auto& [index, array] : loose) {
    rest += rest.empty() ? '[' : ',';
    rest.append(array, 1);
  }
  if (!rest.empty()) extra.keep_json("executions", rest + "]");
}

struct CentredRecord {
  model::PullRequest pr;
  model::Opt<model::Text> task_description;
};

Result<CentredRecord> read_centred(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  CentredRecord result;
  CS_ASSIGN(result.pr.task_index, record.required("task_index", read_positive));
  CS_TRY(record.optional("task_description", result.task_description, read_text));
  CS_TRY(take_pull_request(record, result.pr));
  ExtraKeeper extra(is_pull_request_member);
  extra.keep_rest(record);
  result.pr.extra = std::move(extra).take();
  return result;
}

Result<model::Integer> read_total(const Found& found) {
  CS_ASSIGN(model::Integer total, read_integer(found));
  if (total.value < 0 || total.value > kMostTasks) {
    return refuse(found, "a whole number from 0 to 100000");
  }
  return total;
}

}  // namespace

Status read_hybrid(RecordReader& document, model::Project& project) {
  CS_TRY(take_header(document, project));
  CS_TRY(take_project_details(document, project));
  CS_TRY(read_required_tasks(document, project.tasks));
  CS_TRY(document.list("pull_requests", project.pull_requests, read_pull_request));
  project.extra = document.rest();
  return {};
}

Status read_spec_and_executions(RecordReader& document, model::Project& project) {
  CS_TRY(take_header(document, project));
  const Path spec_path = document.path().member("spec");
  const Path executions_path = document.path().member("executions");
  const Value& spec_value = *document.take("spec");
  CS_ASSIGN(RecordReader spec, RecordReader::open({spec_value, spec_path, document.source()}));
  CS_TRY(read_required_tasks(spec, project.tasks));
  LooseExecutions loose;
  if (const Value* executions = document.take_value("executions"); executions != nullptr) {
    const Found found{*executions, executions_path, document.source()};
    CS_TRY(read_executions(found, project, loose));
  }

  ExtraKeeper extra(is_project_member);
  extra.keep_rest(document);
  for (const Member* member : spec.untaken()) extra.keep(*member, "spec");
  keep_loose(std::move(loose), project.tasks, extra);
  project.extra = std::move(extra).take();
  return {};
}

Status read_pull_request_centred(RecordReader& document, model::Project& project) {
  CS_TRY(take_header(document, project));
  const Value* told_total = document.peek("total_tasks");
  model::Opt<model::Integer> total;
  CS_TRY(document.optional("total_tasks", total, read_total));
  std::vector<CentredRecord> records;
  CS_TRY(document.list("pull_requests", records, read_centred));

  TaskTable table;
  for (std::int64_t index = 1; total && index <= total->value; ++index) {
    table.describe(model::Integer(index), {});
  }
  for (CentredRecord& record : records) {
    table.describe(record.pr.task_index, record.task_description);
    project.pull_requests.push_back(std::move(record.pr));
  }
  project.tasks = std::move(table).take();
  std::sort(project.tasks.begin(), project.tasks.end(),
            [](const model::Task& a, const model::Task& b) { return a.index < b.index; });

  ExtraKeeper extra(is_project_member);
  const bool is_count = total && std::cmp_equal(total->value, project.tasks.size());
  if (!is_count) extra.keep("total_tasks", *told_total);
  extra.keep_rest(document);
  project.extra = std::move(extra).take();
  return {};
}

}  // namespace claudestep::codec
