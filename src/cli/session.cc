#include "cli/session.h"

#include <utility>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "cli/output.h"
#include "git/common_dir.h"
#include "host/process.h"
#include "store/remote.h"

namespace claudestep::cli {
namespace {

// Whether git itself opens what libgit2 refuses for its owner.
bool git_accepts(const Context& context, const std::optional<std::string>& git_dir) {
  host::Command command;
  command.argv = {"git"};
  if (git_dir) command.argv.push_back("--git-dir=" + *git_dir);
  command.argv.insert(command.argv.end(), {"rev-parse", "--git-dir"});
  command.cwd = context.cwd;
  command.environment = &context.environment;
  const auto finished = host::run(command);
  return finished && finished->exit_code == 0;
}

// Where to look for the repository. Requires: the context outlives it.
git::Discovery discovery_of(const Context& context, const Arguments& arguments) {
  git::Discovery discovery;
  discovery.cwd = context.cwd;
  discovery.git_dir = arguments.maybe("git-dir");
  discovery.environment = &context.environment;
  discovery.git_accepts_owner = [&context, git_dir = discovery.git_dir] {
    return git_accepts(context, git_dir);
  };
  return discovery;
}

}  // namespace

Result<git::Repository> open_repository(const Context& context, const Arguments& arguments) {
  return git::Repository::open(discovery_of(context, arguments));
}

Result<std::string> find_repository(const Context& context, const Arguments& arguments) {
  return git::find_common_dir(discovery_of(context, arguments));
}

Result<Session> open_session(const Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto repository, open_repository(context, arguments));
  CS_ASSIGN(auto ref, store::choose_ref(repository, context.environment, arguments.maybe("ref")));
  return Session{std::move(repository), std::move(ref)};
}

Result<store::View> open_view(const Context& context, const Session& session,
                              const Arguments& arguments, CacheUse cache) {
  store::ViewOptions options;
  options.ref = session.ref;
  options.at = arguments.maybe("at");
  options.local = arguments.has("local");
  options.use_cache = cache == CacheUse::kUsed && !arguments.has("no-cache");
  options.now = context.clock->now();
  return store::View::open(session.repository, options);
}

store::WriteOptions write_options(const Context& context, const Session& session,
                                  const Arguments& arguments) {
  store::WriteOptions options;
  options.ref = session.ref;
  options.environment = &context.environment;
  options.clock = context.clock;
  options.dry_run = arguments.has("dry-run");
  options.force = arguments.has("force");
  options.op_id = arguments.maybe("op-id");
  if (arguments.has("timeout")) {
    const auto seconds = parse_duration(arguments.text("timeout"));
    CS_CHECK(seconds.has_value());
    options.timeout_seconds = *seconds;
  }
  options.verbose = [&context](const std::string& text) { explain(context, text); };
  return options;
}

void say_how_to_begin(const Context& context, const store::View& view) {
  if (view.source() != store::ViewSource::kNone) return;
  const auto remote = store::remote_of(view.repository(), view.ref());
  const bool may_be_there = remote && *remote;
  say(context, "there is no metadata branch " + quoted(view.ref()) +
                   (may_be_there ? " here, nor was it fetched from " + quoted(**remote) : " yet"));
  hint(context, store::how_to_begin(view.repository(), view.ref()));
}

Error nothing_is_known(const Session& session, std::string what) {
  return Error{ErrorCode::kNotFound, std::move(what)}
      .caused_by("there is no metadata branch " + quoted(session.ref) + " here")
      .hint(store::how_to_begin(session.repository, session.ref));
}

}  // namespace claudestep::cli
