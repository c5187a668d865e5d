#include "cli/write_answer.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "cli/output.h"
#include "cli/reconciling.h"
#include "codec/operation_codec.h"
#include "report/json.h"
#include "report/receipts.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

constexpr std::size_t kMostLines = 20;  // of operations; the commit's trailers stop there as well

// One line an operation, `lead` before the first and the others below it.
std::string operation_lines(const std::vector<model::Operation>& operations,
                            std::string_view lead) {
  std::string text;
  const auto line = [&](const std::string& words) {
    text += text.empty() ? std::string(lead) : std::string(lead.size(), ' ');
    text += words + "\n";
  };
  const std::size_t shown = std::min(operations.size(), kMostLines);
  for (std::size_t at = 0; at < shown; ++at) line(report::safe(model::summarise(operations[at])));
  if (shown < operations.size()) {
    line("and " + std::to_string(operations.size() - shown) + " more");
  }
  return text;
}

std::string lines_of(const store::WriteOutcome& outcome, const WriteWords& words,
                     std::string_view lead) {
  if (!words.done.empty()) return std::string(lead) + words.done + "\n";
  return operation_lines(outcome.operations, lead);
}

std::string nothing_text(const Arguments& arguments, const store::WriteOutcome& outcome,
                         const WriteWords& words) {
  const std::string lead = "nothing to do: ";
  if (outcome.commit && arguments.has("op-id")) {
    return lead + quoted(arguments.text("op-id")) + " was done in " +
           report::short_id(outcome.commit->hex()) + "\n";
  }
  if (!words.nothing.empty()) return lead + words.nothing + "\n";
  if (outcome.operations.empty()) return lead + "no operations were given\n";
  return operation_lines(outcome.operations, lead);
}

std::string write_text(const Arguments& arguments, const store::WriteOutcome& outcome,
                       const WriteWords& words) {
  if (!outcome.changed) return nothing_text(arguments, outcome, words);
  if (!outcome.commit) {
    return lines_of(outcome, words, "would: ") + "\n" + safe_diff(outcome.diff);
  }
  const std::string lead = "[" + report::short_id(outcome.commit->hex()) + "] ";
  std::string text = lines_of(outcome, words, lead);
  for (const std::string& line : completed_lines(outcome)) text += line + "\n";
  return text;
}

}  // namespace

Result<int> write_operations(Context& context, const Arguments& arguments,
                             std::vector<model::Operation> operations) {
  CS_ASSIGN(auto session, open_session(context, arguments));
  return write_in(context, arguments, session, std::move(operations));
}

Result<int> write_in(Context& context, const Arguments& arguments, Session& session,
                     std::vector<model::Operation> operations) {
  CS_ASSIGN(const auto outcome,
            store::write(session.repository, write_options(context, session, arguments),
                         std::move(operations)));
  CS_ASSIGN(const int code, answer_write(context, arguments, outcome));
  say_what_follows(context, session.repository, session.ref, outcome);
  return code;
}

std::vector<std::string> completed_lines(const store::WriteOutcome& outcome) {
  std::vector<std::string> lines;
  for (const std::string& name : outcome.completed_projects) {
    lines.push_back(report::safe(name) + " is complete: every task is done");
  }
  return lines;
}

void write_completed(JsonWriter& writer, const store::WriteOutcome& outcome) {
  writer.key("completed_projects").begin_array();
  for (const std::string& name : outcome.completed_projects) writer.string(name);
  writer.end_array();
}

std::string safe_diff(std::string_view diff) {
  std::string text;
  while (!diff.empty()) text += report::safe(cut_line(diff)) + "\n";
  return text;
}

JsonWriter begin_write_answer(std::string_view kind, const Arguments& arguments,
                              const store::WriteOutcome& outcome) {
  JsonWriter writer = report::begin_answer(kind);
  writer.key("commit");
  if (outcome.commit) {
    writer.string(outcome.commit->hex());
  } else {
    writer.null();
  }
  writer.key("operations").begin_array();
  for (const model::Operation& operation : outcome.operations) {
    codec::write_operation(writer, operation);
  }
  writer.end_array();
  writer.key("changed").boolean(outcome.changed);
  writer.key("retries").integer(outcome.retries);
  write_completed(writer, outcome);
  if (arguments.has("dry-run")) {
    const bool utf8 = find_invalid_utf8(outcome.diff) == std::string_view::npos;
    writer.key("diff").string(utf8 ? outcome.diff : safe_diff(outcome.diff));
  }
  return writer;
}

void has_landed(const Context& context, std::string_view deed, const git::ObjectId& commit) {
  if (!context.landed) return;
  Landing landing{"the " + std::string(deed) + " is done as commit " + commit.hex() +
                      ", but its answer is lost",
                  {"claudestep log"}};
  if (deed == "write") {
    landing.hints.emplace_back(context.has_op_id
                                   ? "run again with this --op-id, the command writes nothing more"
                                   : "run again, the command may write a second time");
  }
  context.landed(landing);
}

void say_about_write(const Context& context, const store::WriteOutcome& outcome) {
  if (outcome.changed && outcome.commit) has_landed(context, "write", *outcome.commit);
  for (const std::string& note : outcome.notes) say(context, report::safe(note));
  if (context.err && context.talk != Talk::kQuiet && !outcome.receipts.empty()) {
    context.err(report::receipts_text(outcome.receipts, "gave way: "));
  }
  const std::size_t shown = std::min(outcome.warnings.size(), kMostLines);
  for (std::size_t at = 0; at < shown; ++at) warn(context, report::safe(outcome.warnings[at]));
  if (shown < outcome.warnings.size()) {
    warn(context, "and " + std::to_string(outcome.warnings.size() - shown) + " more warnings");
  }
}

Result<int> answer_write(const Context& context, const Arguments& arguments,
                         const store::WriteOutcome& outcome, const WriteWords& words) {
  say_about_write(context, outcome);
  if (arguments.json()) {
    print_answer(context, begin_write_answer("write", arguments, outcome));
  } else if (context.talk != Talk::kQuiet) {
    context.out(write_text(arguments, outcome, words));
  }
  return 0;
}

}  // namespace claudestep::cli
