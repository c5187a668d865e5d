#include <utility>

#include "report/json.h"
#include "report/pieces.h"
#include "report/prime.h"
#include "report/unreadable.h"

namespace claudestep::report {

namespace {

void write_prime_task(JsonWriter& writer, const std::optional<query::NextTask>& task) {
  if (!task) {
    writer.null();
    return;
  }
  writer.begin_object();
  write_count(writer, "index", task->index);
  write_text(writer, "id", task->id);
  write_text(writer, "description", task->description);
  writer.end_object();
}

void write_here(JsonWriter& writer, const std::optional<query::PrimeHere>& here) {
  writer.key("here");
  if (!here) {
    writer.null();
    return;
  }
  writer.begin_object();
  write_text(writer, "project", here->project);
  write_count(writer, "index", here->index);
  write_text(writer, "id", here->id);
  write_text(writer, "description", here->description);
  write_text(writer, "status", model::to_string(here->status));
  writer.key("pr_number");
  if (here->pr) {
    writer.integer(*here->pr);
    write_text(writer, "pr_state", model::to_string(*here->pr_state));
  } else {
    writer.null().key("pr_state").null();
  }
  write_claim(writer, here->claim);
  writer.end_object();
}

void write_prime_totals(JsonWriter& writer, const query::Stats& stats) {
  const model::Totals& totals = stats.totals;
  writer.key("totals").begin_object();
  write_count(writer, "projects", static_cast<std::int64_t>(stats.projects.size()));
  write_count(writer, "tasks", totals.tasks);
  write_count(writer, "completed", totals.completed);
  write_count(writer, "in_progress", totals.in_progress);
  write_count(writer, "pending", totals.pending);
  write_count(writer, "claimed", totals.claimed);
  write_count(writer, "open", totals.open);
  write_cost(writer, "cost_usd", totals.cost);
  writer.end_object();
}

void write_prime_project(JsonWriter& writer, const query::StatsProject& row,
                         const std::optional<query::NextTask>& next) {
  writer.begin_object();
  write_text(writer, "project", row.project);
  write_text(writer, "state", model::to_string(row.state));
  write_count(writer, "tasks", row.tasks);
  write_count(writer, "completed", row.completed);
  write_count(writer, "open_prs", row.open_prs);
  write_count(writer, "stale_prs", row.stale_prs);
  write_prime_task(writer.key("next"), next);
  writer.end_object();
}

void write_claimed(JsonWriter& writer, const std::vector<query::Next>& claimed) {
  writer.key("claimed").begin_array();
  for (const query::Next& one : claimed) {
    writer.begin_object();
    write_text(writer, "project", one.project);
    write_prime_task(writer.key("task"), one.task);
    write_text_or_null(writer, "branch", one.branch);
    write_claim(writer, one.claim);
    writer.end_object();
  }
  writer.end_array();
}

void write_prime_next(JsonWriter& writer, const std::optional<query::Next>& next) {
  writer.key("next");
  if (!next) {
    writer.null();
    return;
  }
  writer.begin_object();
  write_text(writer, "project", next->project);
  write_prime_task(writer.key("task"), next->task);
  write_text_or_null(writer, "branch", next->branch);
  writer.key("reason");
  if (next->reason) {
    writer.string(query::to_string(*next->reason));
  } else {
    writer.null();
  }
  writer.end_object();
}

}  // namespace

std::string prime_json(const query::Prime& prime, const ExitCodes& exit_codes) {
  JsonWriter writer = begin_answer("prime");
  write_text(writer, "ref", prime.stats.ref);
  write_text_or_null(writer, "commit", prime.stats.commit);
  write_prime_totals(writer, prime.stats);
  writer.key("projects").begin_array();
  for (std::size_t at = 0; at < prime.projects.size(); ++at) {
    write_prime_project(writer, prime.stats.projects[at], prime.projects[at].next);
  }
  writer.end_array();
  write_text_or_null(writer, "git_branch", prime.git_branch);
  write_here(writer, prime.here);
  write_claimed(writer, prime.claimed);
  write_prime_next(writer, prime.next);
  writer.key("commands").begin_array();
  for (const query::PrimeCommand& one : prime.commands) {
    writer.begin_object();
    write_text(writer, "command", one.command);
    write_text(writer, "purpose", one.purpose);
    writer.end_object();
  }
  writer.end_array();
  writer.key("exit_codes").begin_array();
  for (const auto& [code, meaning] : exit_codes) {
    writer.begin_object();
    writer.key("exit").raw(code);
    write_text(writer, "meaning", meaning);
    writer.end_object();
  }
  writer.end_array();
  write_unreadable_files(writer, prime.stats.unreadable);
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
