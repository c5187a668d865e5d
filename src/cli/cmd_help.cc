#include <string>

#include "cli/command.h"
#include "cli/command_lookup.h"
#include "cli/files.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "cli/manual_chapters.h"
#include "cli/manual_forms.h"
#include "cli/paging.h"
#include "cli/reference.h"

namespace claudestep::cli {
namespace {

// `man` is given the page itself, so that it need not be installed where man looks for it. When man
// is missing, or is one that cannot read its input, the shell ends as if there were none.
constexpr const char* kMan = "man -l - 2>/dev/null || exit 127";

// The words of the operand as one name: "pr open".
std::string name_asked_for(const Arguments& arguments) {
  std::string name;
  for (const std::string& word : arguments.all("COMMAND")) {
    name += (name.empty() ? "" : " ") + word;
  }
  return name;
}

// The page of a command, a chapter, or of the program for "" and its own name.
Result<ManualPage> page_of(const std::string& name) {
  if (name.empty() || name == "claudestep") return manual_of_program();
  if (const CommandSpec* spec = command_named(name)) return manual_of(*spec);
  if (auto chapter = chapter_named(name)) return *std::move(chapter);
  return fail(unknown_command(name));
}

// Every page; that of the program a second time, where `git claudestep --help` looks for it.
std::vector<ManualPage> all_pages() {
  std::vector<ManualPage> pages = manual_chapters();
  pages.push_back(manual_of_program());
  pages.push_back(manual_of_program());
  pages.back().name = "git-" + pages.back().name;
  for (const CommandSpec* spec : command_table()) {
    if (!spec->hidden) pages.push_back(manual_of(*spec));
  }
  return pages;
}

// Into man1/ and man7/ of `folder`, where man looks for pages.
Status write_pages(const Context& context, const std::string& folder) {
  CS_TRY(make_folder(context, folder));
  for (const ManualPage& page : all_pages()) {
    const std::string number = std::to_string(page.section);
    const std::string in_folder = folder + "/man" + number;
    CS_TRY(make_folder(context, in_folder));
    CS_TRY(write_file(context, in_folder + "/" + page.name + "." + number, manual_as_roff(page)));
  }
  return {};
}

bool shown_by_man(const Context& context, const Arguments& arguments, const ManualPage& page) {
  if (!context.terminal.out_is_terminal || !context.start_pager) return false;
  if (arguments.has("no-pager")) return false;
  if (context.environment.get("TERM").value_or("dumb") == "dumb") return false;
  return show_in_pager(context, kMan, manual_as_roff(page)).has_value();
}

Result<int> run_help(Context& context, const Arguments& arguments) {
  if (arguments.has("reference")) {
    context.out(reference_markdown());
    return 0;
  }
  if (arguments.has("man-pages")) {
    CS_TRY(write_pages(context, arguments.text("man-pages")));
    return 0;
  }
  const std::string name = name_asked_for(arguments);
  const std::size_t width = context.terminal.width;
  const bool roff_wanted = arguments.has("man");
  if (name.empty() && !roff_wanted) {
    context.out(main_help(width));
    return 0;
  }
  if (!commands_of_family(name).empty() && command_named(name) == nullptr && !roff_wanted) {
    context.out(family_help(name, width));
    return 0;
  }
  CS_ASSIGN(const ManualPage page, page_of(name));
  if (roff_wanted)
    context.out(manual_as_roff(page));
  else if (!shown_by_man(context, arguments, page))
    context.out(manual_as_text(page, width));
  return 0;
}

}  // namespace

extern const CommandSpec kHelpCommand = {
    .name = "help",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "show the page of a command, or the list of all",
    .example = "claudestep help pr open",
    .description =
        "Shows the manual page of the command, on a terminal by man(1) where there is one. "
        "'--help' after the command is shorter. 'claudestep help claudestep' is the page of the "
        "program: environment, files, exit codes. 'claudestep help guide' is where to begin; "
        "'model', 'rules', 'output', 'events', 'operations', 'project-file' and 'branch' are pages "
        "as well.",
    .operands = {{.name = "COMMAND",
                  .type = ValueType::kText,
                  .help = "a command, such as 'stats' or 'pr open', or a page",
                  .optional = true,
                  .repeatable = true}},
    .options = {{.name = "reference", .help = "print the reference of all commands as Markdown"},
                {.name = "man", .help = "print the page as roff, which man(1) reads"},
                {.name = "man-pages",
                 .type = ValueType::kFolder,
                 .value_name = "FOLDER",
                 .help = "write all pages into man1 and man7 of a folder"}},
    .run = run_help,
};

}  // namespace claudestep::cli
