#include "cli/reading.h"

#include <utility>

#include "base/text.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "report/text.h"

namespace claudestep::cli {

bool Reading::has_no_branch() const {
  return view.source() == store::ViewSource::kNone;
}

Result<Reading> open_reading(const Context& context, const Arguments& arguments, CacheUse cache) {
  CS_ASSIGN(auto opened, open_session(context, arguments));
  auto session = std::make_unique<Session>(std::move(opened));
  CS_ASSIGN(auto view, open_view(context, *session, arguments, cache));
  const std::string both =
      quoted(short_ref(view.ref())) + " and " + quoted(view.tracking_ref().value_or(""));
  if (view.source() == store::ViewSource::kUnmerged) {
    warn(context, both + " have gone apart; this shows the local branch alone: " +
                      report::safe(view.merge_error()->message));
    hint(context, "git log --oneline --left-right " + view.ref() + "..." + *view.tracking_ref());
  } else if (view.source() == store::ViewSource::kDiverged) {
    explain(context, both + " have gone apart; this shows both, merged");
  }
  const Instant now = view.pinned_at().value_or(context.clock->now());
  return Reading{std::move(session), std::move(view), now};
}

store::FactsOptions facts_options(const Arguments& arguments, store::FactDepth depth) {
  return {.depth = depth, .use_cache = !arguments.has("no-cache")};
}

Result<std::vector<query::UnreadableFile>> read_facts(
    const Context& context, const Arguments& arguments, const store::View& view,
    const query::Selection& selection, store::FactDepth depth, const store::VisitFacts& visit) {
  ProgressLine progress(context, "reading", "project");
  return query::scan_facts(view, selection, facts_options(arguments, depth),
                           [&](const store::FactsRun& run) {
                             progress.add(run.entries.size());
                             visit(run);
                           });
}

Result<std::vector<query::UnreadableFile>> read_projects(const Context& context,
                                                         const store::View& view,
                                                         const query::Selection& selection,
                                                         const query::Visit& visit) {
  ProgressLine progress(context, "reading", "project");
  return query::scan(view, selection,
                     [&](const store::ProjectEntry& entry, const model::Project& project) {
                       progress.add(1);
                       visit(entry, project);
                     });
}

report::Style style_of(const Context& context) {
  const Terminal& terminal = context.terminal;
  const bool fits = terminal.out_is_terminal || context.environment.get_nonempty("COLUMNS");
  return {fits ? terminal.width : 0, terminal.unicode, terminal.out_color};
}

void warn_unreadable(const Context& context, const std::vector<query::UnreadableFile>& files) {
  for (const query::UnreadableFile& file : files) {
    warn(context, "cannot read " + quoted(file.file) + ": " + report::safe(file.message));
  }
}

void say_nothing_found(const Context& context, const Reading& reading, std::string_view nothing,
                       std::size_t unreadable) {
  if (reading.has_no_branch()) return say_how_to_begin(context, reading.view);
  std::string text(nothing);
  if (unreadable != 0) text += "; " + counted(unreadable, "file") + " could not be read";
  say(context, text);
}

}  // namespace claudestep::cli
