#include <sys/stat.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/hooks.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "host/process.h"
#include "report/text.h"
#include "store/transaction.h"

namespace claudestep::cli {

namespace {

constexpr std::string_view kAttribute =
    "/projects/*.json merge=claudestep\n"
    "/archive/*.json merge=claudestep\n";

// Tells git to merge project files by `claudestep merge-file`, in this repository alone.
Status set_merge_driver(const Context& context, const Session& session) {
  const std::string& folder = session.repository.common_dir();
  const auto set = [&](const std::string& key, const std::string& value) -> Status {
    CS_TRY(host::git(context.environment, folder,
                     {"config", "--file", folder + "/config", "merge.claudestep." + key, value}));
    return {};
  };
  CS_TRY(set("name", "projects of claudestep"));
  CS_TRY(set("driver", "claudestep merge-file %O %A %B"));
  const std::string path = folder + "/info/attributes";
  // It is there unless git's template was an empty one.
  ::mkdir((folder + "/info").c_str(), 0777);
  std::string attributes;
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    CS_ASSIGN(attributes, read_file_or_input(context, path));
  }
  if (attributes.find(kAttribute) == std::string::npos) {
    if (!attributes.empty() && attributes.back() != '\n') attributes += '\n';
    CS_TRY(write_file(context, path, attributes + std::string(kAttribute)));
  }
  say(context, "git merges project files here by claudestep merge-file");
  return {};
}

Status set_hooks(const Context& context, const Session& session) {
  CS_ASSIGN(const auto page,
            install_hooks(context, session.repository, usual_hooks(session.repository)));
  if (!page.lines.empty()) {
    warn(context, "no hook is written: " + why_not_written(page));
    hint(context, "for the lines to add by hand: claudestep hooks install");
  }
  for (const report::HookDeed& deed : page.deeds) say(context, "git runs claudestep " + deed.hook);
  return {};
}

Result<int> run_init(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto session, open_session(context, arguments));
  if (arguments.has("hooks")) {
    CS_TRY(check_hook_places(context, session.repository, usual_hooks(session.repository)));
  }
  CS_ASSIGN(const auto outcome,
            store::init(session.repository, write_options(context, session, arguments)));
  if (arguments.has("merge-driver") && !arguments.has("dry-run")) {
    CS_TRY(set_merge_driver(context, session));
  }
  if (arguments.has("hooks") && !arguments.has("dry-run")) CS_TRY(set_hooks(context, session));
  const std::string branch = "the branch " + quoted(short_ref(session.ref));
  return answer_write(context, arguments, outcome,
                      {"make " + branch, branch + " is already there"});
}

}  // namespace

extern const CommandSpec kInitCommand = {
    .name = "init",
    .group = Group::kStart,
    .kind = CommandKind::kWrite,
    .summary = "make the metadata branch",
    .example = "claudestep init",
    .description =
        "Makes the branch that holds one JSON file a project, with a README that says what it is. "
        "Where a remote already has the branch, the local one starts from it.\n\n"
        "With --merge-driver git is told, in this repository, to merge project files by what they "
        "say (claudestep merge-file) wherever the branch is checked out.\n\n"
        "With --hooks git runs the hooks that keep the metadata true, as after 'claudestep hooks "
        "install'.\n\n"
        "Doing it again changes nothing. Any command that writes makes the branch as well when it "
        "is missing.",
    .options = {{.name = "hooks", .help = "install the hooks of 'claudestep hooks install'"},
                {.name = "merge-driver",
                 .help = "let git merge project files by what they say, in this repository"}},
    .json_kind = "write",
    .run = run_init,
};

}  // namespace claudestep::cli
