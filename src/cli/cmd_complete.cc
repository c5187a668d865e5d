#include <utility>

#include "base/text.h"
#include "cli/command.h"
#include "cli/command_lookup.h"
#include "cli/completion.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/word_splitter.h"
#include "report/text.h"

namespace claudestep::cli {
namespace {

constexpr std::string_view kRefFolders[] = {"refs/heads/", "refs/tags/", "refs/remotes/"};

// The options of `words` that say which repository and which branch is meant.
Arguments options_of_words(const std::vector<std::string>& words) {
  Arguments arguments;
  const auto lookup = find_command(words);
  if (!lookup) return arguments;
  std::vector<const OptionSpec*> options;
  if (lookup->spec != nullptr) {
    options = options_of(*lookup->spec);
  } else {
    for (const OptionSpec& option : shared_options(CommandKind::kRead)) options.push_back(&option);
  }
  // The last word may be an option that waits for its value, which is what is being typed.
  std::vector<std::string> whole = lookup->rest;
  if (!whole.empty() && wants_next_word(options, whole.back()) != nullptr) whole.pop_back();
  const auto split = split_words(options, whole);
  if (!split) return arguments;
  for (const SplitWords::Option& option : split->options) {
    for (const std::string& value : option.values) arguments.add(option.spec->name, value);
  }
  return arguments;
}

Result<std::vector<std::string>> project_names(const Context& context, const Session& session,
                                               const Arguments& arguments) {
  CS_ASSIGN(const store::View view, open_view(context, session, arguments));
  return view.names();
}

Result<std::vector<std::string>> revision_names(const Session& session) {
  std::vector<std::string> names = {"HEAD"};
  for (const std::string_view folder : kRefFolders) {
    CS_ASSIGN(auto refs, session.repository.refs_matching(std::string(folder) + "*"));
    for (const std::string& ref : refs) names.push_back(ref.substr(folder.size()));
  }
  return names;
}

// The branch by its name, and its newest commits.
Result<std::vector<std::string>> commit_names(const Context& context, const Session& session,
                                              const Arguments& arguments) {
  constexpr std::size_t kMost = 20;
  CS_ASSIGN(const store::View view, open_view(context, session, arguments));
  std::vector<std::string> names = {short_ref(session.ref)};
  for (auto next = view.commit(); next && names.size() <= kMost;) {
    names.push_back(report::short_id(next->hex()));
    CS_ASSIGN(const auto commit, session.repository.read_commit(*next));
    next = commit.parents.empty() ? std::nullopt : std::optional(commit.parents.front());
  }
  return names;
}

// Empty on any failure: a completion has nobody to tell.
std::vector<std::string> names_in_repository(Context context, const Arguments& arguments,
                                             ValueType type) {
  for (const std::string& folder : arguments.all("C")) {
    context.cwd = absolute_path(context, folder);
  }
  const auto session = open_session(context, arguments);
  if (!session) return {};
  auto names = type == ValueType::kProject  ? project_names(context, *session, arguments)
               : type == ValueType::kCommit ? commit_names(context, *session, arguments)
                                            : revision_names(*session);
  return names ? *std::move(names) : std::vector<std::string>();
}

Result<int> run_complete(Context& context, const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.all("WORD");
  const auto names_of = [&](ValueType type) {
    const std::vector<std::string> before(words.begin(),
                                          words.empty() ? words.end() : words.end() - 1);
    return names_in_repository(context, options_of_words(before), type);
  };
  const Completion completion = complete(words, names_of);
  std::string text;
  for (const Candidate& candidate : completion.candidates) {
    text += candidate.text + "\t" + candidate.help + "\n";
  }
  if (completion.paths == Completion::Paths::kFiles) text += ":files\n";
  if (completion.paths == Completion::Paths::kFolders) text += ":folders\n";
  context.out(text);
  return 0;
}

}  // namespace

extern const CommandSpec kCompleteCommand = {
    .name = "complete",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "print what the last word may become, for the scripts of 'completion'",
    .example = "claudestep complete -- pr o",
    .description =
        "A line 'WORD<tab>HELP' for each candidate; a last line ':files' or ':folders' asks the "
        "shell for\n"
        "paths.",
    .operands = {{.name = "WORD",
                  .type = ValueType::kText,
                  .help = "the words after 'claudestep', the last one as far as it is typed",
                  .optional = true,
                  .repeatable = true}},
    .run = run_complete,
    .hidden = true,
};

}  // namespace claudestep::cli
