#include <set>
#include <utility>

#include "base/text.h"
#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "model/operation_parts.h"
#include "query/scan.h"
#include "report/events.h"
#include "report/receipts.h"
#include "report/text.h"
#include "store/log.h"
#include "store/merge.h"

namespace claudestep::cli {

namespace {

std::vector<report::EventEntry> entries_of(const store::LogCommit& commit) {
  std::vector<report::EventEntry> entries;
  for (const store::ProjectEvents& changed : commit.projects) {
    std::optional<std::string> undoes;
    if (commit.undoes) undoes = commit.undoes->hex();
    entries.push_back({report::EventSource{commit.id.hex(), commit.time, commit.author, undoes},
                       changed.project, changed.events});
  }
  return entries;
}

Result<store::LogOptions> options_of(const Arguments& arguments, Instant now) {
  store::LogOptions options;
  if (arguments.has("PROJECT")) {
    CS_ASSIGN(options.project, project_of(arguments));
  }
  CS_ASSIGN(const Bounds bounds, bounds_of(arguments, now));
  options.since = bounds.since;
  options.until = bounds.until;
  return options;
}

// Shows each commit as soon as it is known, so that the first ones of a long history are there at
// once; JSON is one document and waits for the last.
class Show {
 public:
  Show(const Context& context, const Arguments& arguments)
      : context_(context),
        style_(style_of(context)),
        json_(arguments.json()),
        oneline_(arguments.has("oneline")) {
    if (arguments.has("max-count")) most_ = arguments.integer("max-count");
  }

  // False when no more are wanted.
  bool operator()(const store::LogCommit& commit) {
    std::vector<report::EventEntry> entries = entries_of(commit);
    if (json_) {
      std::move(entries.begin(), entries.end(), std::back_inserter(held_));
    } else {
      context_.out(oneline_ ? report::events_oneline(entries, style_)
                            : report::events_text(entries, style_));
    }
    ++shown_;
    return !most_ || shown_ < *most_;
  }

  void finish() {
    if (json_) context_.out(report::events_json(held_));
  }
  [[nodiscard]] bool is_silent() const { return shown_ == 0 && !json_; }
  [[nodiscard]] bool is_empty() const { return shown_ == 0; }
  [[nodiscard]] bool is_full() const { return most_ && shown_ == *most_; }

 private:
  const Context& context_;
  report::Style style_;
  bool json_;
  bool oneline_;
  std::optional<std::int64_t> most_;
  std::int64_t shown_ = 0;
  std::vector<report::EventEntry> held_;
};

std::string nothing_told(const store::LogOptions& options, bool is_cut) {
  const bool some_time = options.since || options.until;
  return std::string("no commit ") + (some_time ? "of that time " : "") + "changed " +
         (options.project ? quoted(*options.project) : "a project") +
         (is_cut ? ", as far as this clone goes back" : "");
}

// Warns where what was asked for may lie behind the end of a shallow clone; whether it may.
Result<bool> warn_cut_off(const Context& context, const Reading& reading,
                          const store::LogOptions& options) {
  if (!reading.view.commit()) return false;
  CS_ASSIGN(const bool is_cut,
            store::is_cut_off(reading.session->repository, *reading.view.commit(), options.since));
  if (!is_cut) return false;
  warn(context,
       "this clone is shallow, and the metadata branch ends there: what its oldest commits and "
       "those before them did is not known");
  hint(context, "git fetch --unshallow");
  return true;
}

// A project that is gone has a history; one that never was has none.
Status check_ever_was(const Reading& reading, const store::LogOptions& options) {
  if (!options.project || reading.view.find(*options.project)) return {};
  store::LogOptions ever;
  ever.project = options.project;
  bool was = false;
  const auto visit = [&](const store::LogCommit& /*commit*/) {
    was = true;
    return false;
  };
  if (reading.view.commit()) {
    CS_TRY(store::walk_log(reading.session->repository, *reading.view.commit(), ever, visit));
  }
  if (was) return {};
  return fail(query::no_such_project(reading.view, *options.project));
}

// Merges that git made, by itself or with our merge driver, which is told of no message to write
// to.
struct ForeignMerges {
  std::size_t count = 0;
  std::string newest;

  void look_at(const git::Commit& commit) {
    if (commit.parents.size() < 2 || commit.message.starts_with(store::kMergeSubject)) return;
    if (count++ == 0) newest = report::short_id(commit.id.hex());
  }
  void warn_of(const Context& context) const {
    if (count == 0) return;
    warn(context, counted(count, "merge") + (count == 1 ? " was" : " were") +
                      " not made by claudestep, the newest " + newest +
                      ": what gave way there is not recorded");
    // Against each parent: shown combined, a side that was taken whole hides what the other had.
    hint(context, "git show -m " + newest);
  }
};

// The commits in which something gave way, newest first, and what: merges, and unpushed work that
// was put upon another tip.
Result<int> show_receipts(const Context& context, const Arguments& arguments,
                          const store::LogOptions& options, const Reading& reading) {
  std::optional<std::int64_t> left;
  if (arguments.has("max-count")) left = arguments.integer("max-count");
  std::vector<report::MergeEntry> merges;
  ForeignMerges foreign;
  const auto visit = [&](const git::Commit& commit, const std::set<std::string>& names) {
    const Instant when = commit.committer.when;
    if ((options.since && when < *options.since) || (options.until && when >= *options.until)) {
      return true;
    }
    foreign.look_at(commit);
    auto receipts = store::receipts_in(commit.message);
    std::erase_if(receipts, [&](const model::Receipt& receipt) {
      return options.project && !names.contains(receipt.project);
    });
    if (receipts.empty()) return true;
    merges.push_back({commit.id.hex(), when, std::move(receipts)});
    return !left || --*left > 0;
  };
  if (const auto tip = reading.view.commit()) {
    CS_TRY(store::walk_names(reading.session->repository, *tip, options.project, visit));
  }
  bool is_cut = false;
  if (!left || *left > 0) {
    CS_ASSIGN(is_cut, warn_cut_off(context, reading, options));
  }
  if (merges.empty()) CS_TRY(check_ever_was(reading, options));
  foreign.warn_of(context);
  if (arguments.json()) {
    context.out(report::merges_json(merges));
  } else {
    context.out(report::merges_text(merges, style_of(context)));
    if (merges.empty()) {
      say_nothing_found(context, reading,
                        std::string("nothing gave way in a merge") +
                            (foreign.count > 0 ? " that claudestep made" : "") +
                            (is_cut ? ", as far as this clone goes back" : ""));
    }
  }
  return 0;
}

Result<int> run_log(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto options, options_of(arguments, reading.now));
  if (arguments.has("receipts")) return show_receipts(context, arguments, options, reading);
  Show show(context, arguments);
  if (reading.view.commit()) {
    CS_TRY(store::walk_log(reading.session->repository, *reading.view.commit(), options,
                           [&](const store::LogCommit& commit) { return show(commit); }));
  }
  bool is_cut = false;
  if (!show.is_full()) {
    CS_ASSIGN(is_cut, warn_cut_off(context, reading, options));
  }
  if (show.is_empty()) CS_TRY(check_ever_was(reading, options));
  show.finish();
  if (show.is_silent()) say_nothing_found(context, reading, nothing_told(options, is_cut));
  return 0;
}

}  // namespace

extern const CommandSpec kLogCommand = {
    .name = "log",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "tell the history, project by project",
    .example = "claudestep log auth --since 30d",
    .description =
        "Shows each commit that changed projects, newest first, and what happened in it: tasks "
        "that moved on, pull requests that opened, merged and closed, what was spent. It is made "
        "from the files as they were before and after, so commits by other tools and by hand are "
        "told as well. A commit made by 'undo' names the one that it takes back.\n\n"
        "With PROJECT that one alone, also under the names it had before and after it is gone; "
        "another project that had its name before is not told. "
        "Several lines of history are told by date, and a commit always before those that it is "
        "built "
        "on, whatever the clocks said. A merge tells only what it did itself: "
        "what its sides did is told by their commits. Where a clone is shallow, its oldest commits "
        "tell nothing, and a warning says so.\n\n"
        "With --receipts only the merges in which both sides had changed the same: what stayed and "
        "what gave way (the JSON kind is then \"receipts\"). Of a merge that git made, also with "
        "'init --merge-driver', that is not recorded; a warning says so.\n\n"
        "With --oneline a line for each commit and project. Times are UTC and the committer's, "
        "and days begin at midnight: --since 2026-01-01 --until 2026-02-01 is January.",
    .operands = {{.name = "PROJECT",
                  .type = ValueType::kProject,
                  .help = "this project only",
                  .optional = true}},
    .options = {{.name = "since",
                 .type = ValueType::kMoment,
                 .value_name = "T",
                 .help = "only commits at or after T: 30d, 2w, a date, an instant"},
                {.name = "until",
                 .type = ValueType::kMoment,
                 .value_name = "T",
                 .help = "only commits before T"},
                {.name = "max-count",
                 .letter = 'n',
                 .type = ValueType::kPositive,
                 .value_name = "N",
                 .help = "stop after N commits"},
                {.name = "oneline", .help = "one line for each commit and project"},
                {.name = "receipts",
                 .help = "instead: the merges in which something gave way, and what"}},
    .json_kind = "events",
    .run = run_log,
};

}  // namespace claudestep::cli
