#include "cli/open_arguments.h"

#include "cli/argument_values.h"

namespace claudestep::cli {

Result<model::OpenPr> open_pr_of(const Arguments& arguments) {
  model::OpenPr operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  CS_ASSIGN(operation.task, task_word(arguments.text("task")));
  operation.pr = arguments.integer("pr");
  operation.branch = arguments.text("branch");
  operation.reviewer = arguments.maybe("reviewer");
  operation.title = arguments.maybe("title");
  return operation;
}

}  // namespace claudestep::cli
