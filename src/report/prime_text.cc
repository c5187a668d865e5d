#include <algorithm>

#include "base/text.h"
#include "model/operation_parts.h"
#include "report/next.h"
#include "report/pieces.h"
#include "report/prime.h"
#include "report/table.h"
#include "report/unreadable.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kMostProjects = 8;
constexpr std::size_t kLeastPrimeText = 12;

std::string standing(const query::Stats& stats, const Style& style) {
  const model::Totals& totals = stats.totals;
  std::string text = safe(short_ref(stats.ref));
  if (!stats.commit) return "there is no metadata branch " + text + " yet\n";
  text = toned(text + " at " + short_id(*stats.commit), Tone::kStrong, style) + ": ";
  text += grouped_count(static_cast<std::int64_t>(stats.projects.size()), "project") + ", " +
          grouped(totals.completed) + " of " + grouped_count(totals.tasks, "task") +
          " completed, " + grouped_count(totals.open, "open pull request");
  std::int64_t stale = 0;
  for (const query::StatsProject& row : stats.projects) stale += row.stale_prs;
  if (stale > 0) text += " (" + grouped(stale) + " stale)";
  return text + ", " + format_dollars(totals.cost) + "\n";
}

std::string here_text(const query::Prime& prime) {
  if (!prime.git_branch) return "";
  std::string text = "you are on " + safe(*prime.git_branch);
  if (!prime.here) return text + "\n";
  const query::PrimeHere& here = *prime.here;
  text += ": task " + std::to_string(here.index) + " of " + safe(here.project) + ", " +
          std::string(model::to_string(here.status));
  if (here.pr) {
    text += ", #" + std::to_string(*here.pr) + " " + std::string(model::to_string(*here.pr_state));
  }
  if (here.claim) text += ", claimed by " + safe(here.claim->by);
  return text + "\n  " + safe(here.description) + "\n";
}

std::string claimed_text(const std::vector<query::Next>& claimed) {
  std::string text;
  for (const query::Next& one : claimed) {
    text +=
        "claimed in your name: task " + std::to_string(one.task->index) + " of " +
        safe(one.project) + ", by " + safe(one.claim->by) + " at " + format_instant(one.claim->at) +
        ", until " + format_instant(one.claim->expires) + "\n  " + safe(one.task->description) +
        "\n  by name alone: if that was not you, it is another's, and yours is claudestep next " +
        model::shell_word(one.project, "PROJECT") + " --claim\n";
  }
  return text;
}

// Those with something to do first, each part by name.
std::vector<std::size_t> order_of_interest(const query::Stats& stats) {
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < stats.projects.size(); ++at) order.push_back(at);
  std::stable_partition(order.begin(), order.end(), [&](std::size_t at) {
    const query::StatsProject& row = stats.projects[at];
    return row.open_prs > 0 || row.completed < row.tasks;
  });
  return order;
}

std::string projects_table(const query::Prime& prime, const Style& style) {
  const std::vector<std::size_t> order = order_of_interest(prime.stats);
  Table table({{"PROJECT", Align::kLeft, kLeastPrimeText},
               {"DONE", Align::kRight},
               {"STATE"},
               {"OPEN", Align::kRight},
               {"NEXT", Align::kLeft, kLeastPrimeText}});
  for (std::size_t at = 0; at < std::min(order.size(), kMostProjects); ++at) {
    const query::StatsProject& row = prime.stats.projects[order[at]];
    const auto& next = prime.projects[order[at]].next;
    table.add({{safe(row.project)},
               {std::to_string(row.completed) + "/" + std::to_string(row.tasks)},
               {std::string(model::to_string(row.state)), tone_of(row.state)},
               {row.open_prs == 0 ? "-" : std::to_string(row.open_prs)},
               {next ? std::to_string(next->index) + " " + safe(next->description) : "-"}});
  }
  std::string text = table.render(style);
  if (order.size() > kMostProjects) {
    text +=
        "  and " + counted(order.size() - kMostProjects, "more project") + ": claudestep stats\n";
  }
  return text;
}

std::string commands_text(const std::vector<query::PrimeCommand>& commands, const Style& style) {
  std::string text = toned("commands", Tone::kStrong, style) + "\n";
  for (const query::PrimeCommand& one : commands) {
    text += "  " + safe(one.command) + "\n" + "      " + one.purpose + "\n";
  }
  return text;
}

std::string exit_codes_text(const ExitCodes& exit_codes, const Style& style) {
  std::string text = toned("exit codes", Tone::kStrong, style) + "\n";
  for (const auto& [code, meaning] : exit_codes) {
    text += "  " + std::string(2 - std::min<std::size_t>(code.size(), 2), ' ') + code + "  " +
            meaning + "\n";
  }
  return text;
}

}  // namespace

std::string prime_text(const query::Prime& prime, const ExitCodes& exit_codes, const Style& style) {
  std::string text = standing(prime.stats, style) + here_text(prime) + claimed_text(prime.claimed);
  if (!prime.stats.projects.empty()) text += "\n" + projects_table(prime, style);
  if (prime.next) text += "\n" + next_text(*prime.next, style);
  text += "\n" + commands_text(prime.commands, style);
  text += "\n" + exit_codes_text(exit_codes, style);
  if (!prime.stats.unreadable.empty()) {
    text += "\n" + unreadable_text(prime.stats.unreadable, style);
  }
  return text;
}

}  // namespace claudestep::report
