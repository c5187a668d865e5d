// The frame around every command: from words to an exit code.
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/asked.h"
#include "cli/command.h"
#include "cli/command_lookup.h"
#include "cli/error_output.h"
#include "cli/files.h"
#include "cli/help.h"
#include "cli/paging.h"
#include "cli/parser.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "model/operation_parts.h"
#include "store/remote.h"

namespace claudestep::cli {
namespace {

// The clock of the context; without one the system's, or one that stands still at CLAUDESTEP_NOW.
Result<std::unique_ptr<Clock>> choose_clock(const Environment& environment) {
  const auto now = environment.get_nonempty("CLAUDESTEP_NOW");
  if (!now) return std::make_unique<SystemClock>();
  auto time = Timestamp::parse(*now);
  if (!time) {
    return fail(std::move(time).error().within("CLAUDESTEP_NOW " + quoted(*now) + " is no time"));
  }
  return std::make_unique<FixedClock>(time->instant());
}

void choose_colors(Context& context, std::string_view when) {
  Terminal& terminal = context.terminal;
  terminal.out_color = may_use_color(context.environment, when, terminal.out_is_terminal);
  terminal.err_color = may_use_color(context.environment, when, terminal.err_is_terminal);
}

// Moves the context's folder as `cd` would for each -C in turn.
Status change_folder(Context& context, const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    if (folder.empty()) continue;  // as git does
    std::string target = absolute_path(context, folder);
    struct stat status {};
    int error = ::stat(target.c_str(), &status) == 0 ? 0 : errno;
    if (error == 0 && !S_ISDIR(status.st_mode)) error = ENOTDIR;
    if (error != 0) {
      return fail(Error{ErrorCode::kInvalidInput, "cannot change to " + quoted(folder)}.caused_by(
          std::strerror(error)));
    }
    context.cwd = std::move(target);
  }
  return {};
}

bool may_page(const Context& context) {
  return context.terminal.out_is_terminal && context.start_pager;
}

// What the configuration says of the pager; nothing also where no repository can be opened, which
// is for the command to tell.
std::optional<std::string> core_pager_of(const Context& context, const Arguments& arguments) {
  if (!may_page(context) || context.environment.get("GIT_PAGER")) return std::nullopt;
  const auto repository = open_repository(context, arguments);
  if (!repository) return std::nullopt;
  return repository->config("core.pager").value_or(std::nullopt);
}

// Runs `produce`, and shows what it prints through the pager if it is too long for the screen and a
// pager is wanted.
template <typename Produce>
Result<int> paged(Context& context, bool wanted, const std::optional<std::string>& core_pager,
                  Produce produce) {
  const auto pager =
      wanted && may_page(context) ? pager_of(context.environment, core_pager) : std::nullopt;
  if (!pager) return produce(context);
  PagedOutput output(context, *pager);
  Result<int> result = produce(context);
  output.finish();
  return result;
}

// Who only has the repository does not know how it and its branch were asked for: what is pasted
// here is to be for the same.
void name_repository(Error& error, const Context& context, const Arguments& arguments) {
  if (error.code == ErrorCode::kUsage || !open_repository(context, arguments)) return;
  for (std::string& hint : error.hints) hint = for_asked(context.asked, std::move(hint));
}

// What is missing or damaged is met wherever something is read; where nothing was said of a way
// out, doctor says what it is, and what can be done. It cannot where the repository cannot be
// opened.
void ask_doctor(Error& error, const Context& context, const CommandSpec& spec,
                const Arguments& arguments) {
  const bool is_told =
      !error.hints.empty() || !error.place.file.empty() ||
      std::any_of(error.causes.begin(), error.causes.end(), [](const std::string& cause) {
        return cause.find(store::kAskDoctor) != std::string::npos;  // who else is to ask it
      });
  if (error.code != ErrorCode::kCorrupt || is_told) return;
  if (spec.kind == CommandKind::kFree || spec.name == "doctor") return;
  if (open_repository(context, arguments)) error.hints.emplace_back(store::kAskDoctor);
}

Result<int> run_command(Context& context, const CommandSpec& spec,
                        const std::vector<std::string>& words) {
  CS_ASSIGN(const Arguments arguments, parse_arguments(spec, words));
  choose_colors(context, arguments.maybe("color").value_or("auto"));
  if (arguments.has("quiet")) context.talk = Talk::kQuiet;
  if (arguments.has("verbose")) context.talk = Talk::kVerbose;
  context.asked = asked_with(arguments);
  context.has_op_id = arguments.has("op-id");
  CS_TRY(change_folder(context, arguments.all("C")));
  if (context.cwd.empty() && spec.kind != CommandKind::kFree) {
    return fail(ErrorCode::kIo, "cannot find out the current folder");
  }
  const bool reads = spec.kind == CommandKind::kRead;
  const bool wanted = (reads || spec.name == "help") && !arguments.has("no-pager");
  const auto core_pager = reads && wanted ? core_pager_of(context, arguments) : std::nullopt;
  auto result = paged(context, wanted, core_pager,
                      [&](Context& inner) { return spec.run(inner, arguments); });
  if (!result) {
    ask_doctor(result.error(), context, spec, arguments);
    name_repository(result.error(), context, arguments);
  }
  return result;
}

Result<int> show_help(Context& context, const Lookup& lookup) {
  return paged(context, true, std::nullopt, [&](const Context& inner) {
    if (lookup.spec != nullptr) {
      inner.out(command_help(*lookup.spec, inner.terminal.width));
    } else if (!lookup.family.empty()) {
      inner.out(family_help(lookup.family, inner.terminal.width));
    } else {
      inner.out(main_help(inner.terminal.width));
    }
    return 0;
  });
}

// A command's name is missing or half there. What could be said goes to stderr, where mistakes go.
Result<int> refuse_half_a_name(const Context& context, const Lookup& lookup,
                               const std::vector<std::string>& words) {
  const std::string& family = lookup.family;
  if (asks_for_json(words)) {
    const std::string message =
        family.empty() ? "no command is given" : quoted(family) + " needs a command after it";
    const std::string command = family.empty() ? family : " " + family;
    return fail(Error{ErrorCode::kUsage, message}.hint("claudestep" + command + " --help"));
  }
  const std::size_t width = context.terminal.width;
  context.err(family.empty() ? main_help(width) : family_help(family, width));
  return exit_code_for(ErrorCode::kUsage);
}

Result<int> run(Context& context, const std::vector<std::string>& words) {
  std::unique_ptr<Clock> clock;
  if (context.clock == nullptr) {
    CS_ASSIGN(clock, choose_clock(context.environment));
    context.clock = clock.get();
  }
  CS_ASSIGN(const Lookup lookup, find_command(words));
  if (lookup.help) return show_help(context, lookup);
  if (lookup.version) {
    context.out(asks_for_json(words) ? version_json() : version_text());
    return 0;
  }
  if (lookup.spec != nullptr) return run_command(context, *lookup.spec, lookup.rest);
  return refuse_half_a_name(context, lookup, words);
}

Result<int> run_guarded(Context& context, const std::vector<std::string>& words) {
  try {
    return run(context, words);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kInternal, "internal: out of memory");
  } catch (const std::exception& problem) {
    return fail(ErrorCode::kInternal, std::string("internal: ") + problem.what());
  }
}

// The error of a command whose write is done: a caller that takes it for a failure of the write
// writes twice.
Error after_landing(Error error, const Landing& landing) {
  Error told = std::move(error).within(landing.said);
  told.hints.insert(told.hints.end(), landing.hints.begin(), landing.hints.end());
  return told;
}

}  // namespace

int run_program(Context& context, const std::vector<std::string>& words) {
  Context inner = context;  // what the options say holds for this run alone
  choose_colors(inner, asked_color(words));
  std::optional<Landing> landed;
  inner.landed = [&landed](const Landing& landing) { landed = landing; };
  Result<int> result = run_guarded(inner, words);
  if (inner.flush_out) {
    Status flushed = inner.flush_out();
    if (!flushed && result) result = fail(std::move(flushed).error());
  }
  if (result) return *result;
  if (landed) result = fail(after_landing(std::move(result).error(), *landed));
  print_error(inner, result.error(), asks_for_json(words) ? ErrorForm::kJson : ErrorForm::kText);
  return exit_code_for(result.error().code);
}

}  // namespace claudestep::cli
