// The findings, one entry each. docs/rules.md is made from this file.
#include <algorithm>
#include <iterator>

#include "check/rules.h"
#include "check/rules_parts.h"

namespace claudestep::check {
namespace {

using enum Severity;
using enum Remedy;

// json, schema
std::vector<Rule> document_value_rules() {
  return {
      {"json/syntax", kError, kPerson, "the file is not JSON",
       "The file cannot be read at all: it is empty, cut short, holds something after its value, "
       "is "
       "not UTF-8, or breaks the grammar of RFC 8259. The place is the first byte that cannot be "
       "right. Reports leave the file out and say so; nothing is written to it.",
       "decide what was meant and correct the file by hand, or take its last good version from its "
       "history (git log -p BRANCH -- FILE)",
       R"({"agent": {"id": "a"})"},
      {"json/duplicate-key", kError, kPerson, "an object has one key twice",
       "JSON leaves open which of the two counts, and programs differ: what one tool reads another "
       "overwrites. So the file is not read at all. The place is the second key; the message names "
       "the first.",
       "decide which of the two values is true and take the other out by hand",
       R"({"agent": {"id": "a"}, "agent": {"id": "b"}})"},

      {"schema/type", kError, kPerson, "a value is of another kind than its member has",
       "A number where a text belongs, an object where a list does. In YAML a version without "
       "quotes "
       "is a number: write \"1.0\". A project file with such a value cannot be read.",
       "write the value that was meant by hand",
       "version: 1.0                     # a number; \"1.0\" is a text"},
      {"schema/required", kError, kPerson, "a member is missing that a record cannot be without",
       "The place is the first character of the record that lacks it. Members that may honestly be "
       "unknown, such as the reviewer of an old pull request, are never required. What a project "
       "file can be read without (schema_version, status, pr_state, an empty list) is a warning, "
       "and "
       "fsck --fix writes it.",
       "add the member by hand", R"({"required": ["done_when"]} on {"id": "QA-001"})"},
      {"schema/enum", kError, kPerson, "a word is none of those that its member knows",
       "The status of a task is pending, in_progress or completed; the state of a pull request is "
       "open, merged or closed. The message lists the words and names the likeliest. A project "
       "file "
       "with another word cannot be read.",
       "write the word that was meant by hand", "feature: {priority: hihg}"},
      {"schema/minimum", kError, kPerson, "a number is below what its member allows",
       "Indices, attempts and the numbers of pull requests begin at 1. A project file with such a "
       "number cannot be read.",
       "write the number that was meant by hand", "{\"minimum\": 1} on 0"},
      {"schema/maximum", kError, kPerson, "a number is beyond what its member allows",
       "Whole numbers have 64 bits, amounts go up to 10^18, and total_tasks up to 100,000, so that "
       "a slip of the pen does not fill the memory. A task has at most 20 iterations.",
       "write the number that was meant by hand", "tasks: {backend: [{max_iterations: 21}]}"},
      {"schema/format", kError, kPerson,
       "a text is not of the form that its member has, such as a time",
       "A time is RFC 3339: 2026-01-27T10:00:00Z, or with an offset such as +02:00. Without a zone "
       "it can still be read in a project file, see time/no-zone. Other formats are dates, "
       "addresses, "
       "URIs, UUIDs and regular expressions.",
       "write the time that was meant by hand", R"({"agent": {"created": "yesterday"}})"},
      {"schema/pattern", kError, kPerson, "a text has not the form that its member has",
       "A version is numbers with dots between them, such as \"2.0\"; the id of a feature is of "
       "lower-case letters, digits and hyphens.",
       "write the text that was meant by hand", "feature: {id: My Feature}"},
  };
}

// project, task
std::vector<Rule> project_rules() {
  return {
      {"project/name-mismatch", kError, kFix, "the file has another name than the project inside",
       "Everybody calls a project by the name of its file. A copied or renamed file still says its "
       "old name inside, and a program that believes that would write to another project.",
       "'claudestep fsck --fix' writes the file's name into it; 'claudestep project rename' "
       "changes both"},
      {"project/name-case", kError, kPerson, "two projects differ by letter case alone",
       "On a file system that ignores letter case a checkout of the branch has room for only one "
       "of "
       "the two files, and a commit from there loses the other.",
       "decide which of the two keeps the name and rename the other: claudestep project rename"},
      {"project/newer-schema", kError, kPerson, "the file was written by a newer claudestep",
       "Its schema_version is above what this program knows. It is read as far as that goes and "
       "never written, because what we do not know we could destroy. Nothing else is checked in "
       "it.",
       "use a newer claudestep for this project"},
      {"project/not-canonical", kNote, kFix, "the file is spelt otherwise than we spell it",
       "The facts are the same, but members stand in another order, records are not sorted, ids or "
       "the final newline are missing, or white space differs. The next write of the file changes "
       "all of that at once and makes a large diff. Said only where nothing else in the file is to "
       "be repaired.",
       kFixHint},
      {"project/old-dialect", kNote, kPerson, "the file is in an older form than 2.0",
       "It can be read by every command and keeps all its facts. The next write of the file "
       "upgrades "
       "it. Said only where nothing in the file is to be repaired.",
       "'claudestep migrate' upgrades all such files in one commit"},

      {"task/duplicate-index", kError, kPerson, "two tasks have the same index",
       "The index is a task's place in the plan. Whoever names a task by it could mean either, so "
       "a "
       "command that does is refused.",
       "decide which of the tasks stands at that place and give the other its own index by hand, "
       "or "
       "import the plan again"},
      {"task/duplicate-id", kError, kPerson, "two tasks have the same id",
       "Pull requests belong to a task by its id. With two of them nobody can tell whose work it "
       "is.",
       "decide which task keeps the id and give the other one of its own by hand"},
      {"task/unknown-dependency", kError, kPerson, "a task waits for one that there is not",
       "It is never ready: next passes it by for ever.",
       "decide which task was meant in depends_on, or take the entry out"},
      {"task/dependency-cycle", kError, kPerson, "tasks wait for each other in a circle",
       "None of them is ever ready. The message shows the circle.",
       "decide which of these dependencies is not real and take it out"},
      {"task/status-mismatch", kWarning, kFix, "a stored status is not what the pull requests say",
       "The status of a task follows from its pull requests: the last one that is not closed makes "
       "it in_progress or completed; without one it is completed if checked, else pending. Every "
       "report shows the derived status, whatever is stored; other readers of the file may not.",
       kFixHint},
      {"task/placeholder", kWarning, kPerson, "a task has a stand-in for a description",
       "The description is \"Task 3\", which the bot wrote where it did not know the plan.",
       "give it the real words: claudestep task edit, or import the plan"},
      {"task/index-gap", kWarning, kPerson, "indices are missing between the tasks",
       "Tasks of the plan were never recorded, as the ancestor did with pending ones. Counts and "
       "completion then speak of the recorded tasks alone.",
       "add the missing tasks, or import the plan"},
  };
}

// pr, op, time
std::vector<Rule> activity_rules() {
  return {
      {"pr/duplicate-number", kError, kPerson, "one pull request is recorded twice",
       "A forge gives each number once. Counts are too high, and commands that name the number are "
       "refused.",
       "decide which of the two records is true, move what only the other has into it, and take "
       "the "
       "other out by hand"},
      {"pr/unknown-task", kError, kPerson, "a pull request belongs to no task",
       "Its task_id, or without one its task_index, names no task of the project. It counts as a "
       "pull request, and its costs count, but it completes nothing.",
       "decide which task it was for: claudestep pr move, or add the task"},
      {"pr/no-operations", kWarning, kPerson, "a pull request has no AI operations",
       "What the AI did for it and what that cost is not recorded, so cost reports are too low if "
       "an AI did it.",
       "record them with claudestep op add if they are known"},
      {"pr/two-open", kWarning, kPerson, "a task has two open pull requests",
       "It may be meant, but mostly one of them was forgotten. The later one decides the status.",
       "close the one that will not be merged: claudestep pr close"},
      {"pr/shared-branch", kWarning, kPerson, "two pull requests have the same branch",
       "A branch that is used again hides what was merged: git can prove a merge for only one of "
       "them.",
       "use a branch of its own for each pull request from now on; what is recorded stands"},

      {"op/duplicate", kError, kPerson, "one AI operation is recorded twice",
       "An operation is known by its operation_id, else by type, workflow_run_id and created_at "
       "together. Recorded twice, its cost is counted twice.",
       "decide which of the two records is true and take the other out by hand"},
      {"op/negative", kError, kPerson, "a cost, a duration or a number of tokens is negative",
       "Nothing pays money back here: sums that hold it are too low.",
       "write the amount that was meant by hand"},
      {"op/cost-precision", kWarning, kPerson, "a cost has more than nine decimals",
       "The digits stay in the file. Sums take it to nine decimals, a billionth of a dollar, "
       "rounded half to even.",
       "nothing needs to be done; round it by hand if the sums must equal the file"},

      {"time/no-zone", kWarning, kFix, "a time has no zone",
       "It is read as UTC. Other programs take it for their local time, and then differ from each "
       "other and from us. --fix adds the Z that is meant and touches no digit.",
       kFixHint},
      {"time/future", kWarning, kPerson, "a time has not come yet",
       "It is more than five minutes ahead of this machine's clock: a clock was wrong, or a local "
       "time was written without its zone. Until then the record counts as the latest one.",
       "decide when it really was and write that, or look at the clock of this machine"},
      {"time/order", kWarning, kPerson, "a pull request ended before it was opened",
       "One of the two times is wrong. What git can prove of its merge goes by the opening, and "
       "reports by day count it where it was not.",
       "decide when it really was and write that by hand"},
  };
}

// tree, object, ref, frame
std::vector<Rule> branch_rules() {
  return {
      {"tree/not-a-folder", kError, kPerson, "projects or archive is no folder",
       "On the branch, something else stands where the folder of projects belongs. No project in "
       "it "
       "can be read and none can be written.",
       "decide whether that entry is needed, and move it out of the way by a commit of your own"},
      {"tree/folder", kError, kPerson, "a folder is named like a project file",
       "projects/x.json is a folder. It is listed as unreadable and left alone.",
       "decide what it is for, and move it elsewhere by a commit of your own"},
      {"tree/symlink", kError, kPerson, "a project file is a symbolic link",
       "Links are not followed: what they lead to is outside our writes. It is listed as "
       "unreadable "
       "and left alone.",
       "decide whether the content is wanted, and put a file in its place by a commit of your own"},
      {"tree/submodule", kError, kPerson, "a project file is a submodule",
       "The entry names a commit, not contents. It is listed as unreadable and left alone.",
       "decide what it is for, and move it out of projects/ by a commit of your own"},
      {"tree/bad-name", kError, kPerson, "a file is not named like a project",
       "A name is a letter or digit, then up to 99 letters, digits, dots, underscores and hyphens, "
       "and does not end in .lock or .json. No command can name this file, so it is listed as "
       "unreadable.",
       "decide on a name that a project can have, and rename the file by a commit of your own"},
      {"tree/both-folders", kError, kPerson, "a project lies in projects/ and in archive/",
       "Both folders are one name space. The one in projects/ counts; the one in archive/ is "
       "listed "
       "as unreadable.",
       "decide which of the two is the project: claudestep project rename gives the one in "
       "projects/ another name, or remove one by a commit of your own"},
      {"tree/duplicate-entry", kError, kPerson, "a folder has one name twice",
       "The tree was made by a broken program. Which of the two counts depends on who reads it: "
       "git checks out one of them and says nothing. No command writes to such a project.",
       "decide which of the two is true: of a file 'git ls-tree BRANCH projects/' lists both. Then "
       "'git worktree add DIR BRANCH', there 'git rm --cached' it, put the true content in its "
       "place, 'git add' it and commit; of projects or archive itself 'claudestep doctor' prints "
       "the commands"},
      {"tree/not-sorted", kError, kPerson, "the entries of a folder are not in git's order",
       "The tree was made by a broken program. What is in it is read here all the same, but git "
       "does not find all of it by name, and a remote that checks what it is sent refuses the "
       "branch. Whatever is written to the folder puts it in order.",
       "the next command that writes there puts it in order; where a remote refuses the commits "
       "before that, begin a branch anew from the files"},

      {"object/missing", kError, kPerson, "an object that the branch needs is not there",
       "A commit, a folder or a file of the branch was pruned while somebody wrote, or the object "
       "store is damaged. Nothing is written on top of a tip that is not whole.",
       "decide where to take it from: other clones, work trees and the reflog may have it; 'git "
       "fsck' names what is missing"},
      {"object/corrupt", kError, kPerson, "an object is not what its name says",
       "Its content does not hash to its id, or cannot be unpacked: the disk or a program damaged "
       "it. git and we refuse to use it.",
       "decide where to take a whole copy from: another clone has the same object under the same "
       "id"},
      {"object/commit-header", kWarning, kPerson, "a commit has a header that git objects to",
       "git fsck calls it broken, and a remote that checks what it is sent refuses the branch with "
       "it. Files and history can be read all the same.",
       "where a remote refuses it, begin a branch anew from the files; a commit that others have "
       "is "
       "not rewritten"},
      {"object/not-fetched", kWarning, kPerson, "an object is left out of this partial clone",
       "The clone was made with a filter, and this object was never asked for. What it holds could "
       "not be checked.",
       "fetch it with 'git cat-file -e' and the id, then check again"},

      {"ref/broken", kError, kPerson, "the branch does not name a commit",
       "Its ref names a tag or a tree, or its file cannot be read. Nothing of the branch can be "
       "read, and nothing is written.",
       "decide which commit it should name; its log, $(git rev-parse --git-path logs/REF), lists "
       "those that it named before"},

      {"frame/lost-update", kError, kPerson, "a commit takes back what an earlier one wrote",
       "The commit's trailers say what it did, and this change is not among them: it puts "
       "something "
       "back to how it was before another write. That is how a writer looks that began from an old "
       "state and did not notice the newer one. The place is the file in that commit, as 'git "
       "show' "
       "takes it; the message names the commit whose work is gone, or says that all that a merge "
       "merges have it.",
       "if the lost change should stand, do it again; what a push was refused for, 'claudestep "
       "sync --squash' pushes then"},
      {"frame/unnamed-change", kError, kPerson, "a commit changes more than its trailers name",
       "A commit of claudestep names each of its operations in a trailer. This one touches a file "
       "or "
       "a record that none of them is about: the commit was amended by hand, or a program wrote "
       "trailers that are not true.",
       "look at the commit with 'git show' and decide whether the change is right"},
      {"frame/foreign-commit", kNote, kPerson, "a commit was not made by claudestep",
       "It has no Claudestep-Op trailer: a person or another tool committed to the branch. That is "
       "allowed; what it did to project files is listed, with what it takes back. So is what a "
       "commit of claudestep says that it carries on of work by hand, files that are no project's "
       "included (the trailer Claudestep-Op: by-hand), and such a file that a merge adds or "
       "changes though neither side has done so.",
       "nothing needs to be done; 'git show' has the commit"},
      {"frame/not-judged", kNote, kPerson, "a commit cannot be held to its trailers",
       "It names only the first 20 of its operations, a file on one side of it cannot be read, or "
       "it merges more than two histories. Or it puts unpushed work upon a "
       "remote that was rewound, and the operations do not tell how a project came to be there so "
       "(the trailer Claudestep-Op: carry): such a project is held to lose nothing without a "
       "receipt. Or a partial clone has not got what it is about. Or a folder of it has a name "
       "twice: then the commit counts as one that left that file alone. What could be judged was. "
       "A history of which commits are missing cannot be judged at all.",
       "nothing needs to be done; 'git show' has the commit"},
      {"frame/damaged", kError, kPerson,
       "a commit cannot be held to its trailers, for it is damaged",
       "A folder or a file of it, or of a commit that it is built on, is missing or not as it "
       "should "
       "be, so that nobody can say whether it took anything back. All other commits were judged.",
       "bring back what is lost, if anything is: claudestep doctor tells the way out; 'git show' "
       "has "
       "the commit"},
  };
}

// What pre-receive refuses; the branch as it is cannot have them.
std::vector<Rule> push_rules() {
  return {
      {"push/branch-deleted", kError, kPerson, "a push deletes the metadata branch",
       "The hook pre-receive of a shared repository keeps what the branch holds. Projects are "
       "deleted one by one, by operations that the history tells.",
       "leave the branch, and delete projects with 'claudestep project delete'"},
      {"push/history-dropped", kError, kPerson, "a push drops commits of the metadata branch",
       "What is pushed does not contain what the branch here has: the push is forced, and what "
       "others recorded since would be gone.",
       "'claudestep sync' merges both sides and pushes without force"},
      {"push/metadata-lost", kError, kPerson,
       "a commit takes away what is recorded, and no operation says so",
       "A person or another tool made the commit: it names no operation. It may add records, and "
       "change them to something new. It may not take away projects, tasks, pull requests or AI "
       "operations, nor put them back to how they were: that is how a commit from an old state "
       "looks. What is recorded as merged stays so. What a 'claudestep undo' in the same push "
       "brings back is not lost.",
       "where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep "
       "undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or "
       "'undo' do what was meant"},
      {"push/merge-of-many", kError, kPerson, "a commit merges more than two histories",
       "Of a merge of two it can be told whether it keeps what each of them has, and what both "
       "began "
       "with. Of one that has more parents it cannot, so a shared repository does not take it, "
       "whatever it did.",
       "'claudestep sync --squash' pushes what the branch has as one commit; else take the commit "
       "out "
       "of the branch with git, and merge two at a time"},
      {"push/unusable-file", kError, kPerson, "a push brings what cannot be read as a project",
       "A project file became a symbolic link, a folder or a submodule, has a name that no project "
       "can have or lies in both folders, or the place of a folder of projects is taken.",
       "put a file in its place, and push that"},
  };
}

std::vector<Rule> make_fsck_rules() {
  std::vector<Rule> all;
  for (auto* const part : {document_value_rules, project_rules, activity_rules, branch_rules}) {
    const auto more = part();
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

std::string_view group_of_code(const Rule& rule) {
  return rule.code.substr(0, rule.code.find('/'));
}

// Puts `more` after the last rule of the group, so that a group is in one place.
void insert_after(std::vector<Rule>& all, std::string_view group, const std::vector<Rule>& more) {
  const auto last = std::find_if(all.rbegin(), all.rend(),
                                 [&](const Rule& rule) { return group_of_code(rule) == group; });
  all.insert(last.base(), more.begin(), more.end());
}

std::vector<Rule> make_rules() {
  std::vector<Rule> all = fsck_rules();
  insert_after(all, "json", document_reading_rules());
  insert_after(all, "schema", document_shape_rules());
  for (auto* const part : {push_rules, document_content_rules}) {
    const auto more = part();
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace

const std::vector<Rule>& fsck_rules() {
  static const std::vector<Rule> table = make_fsck_rules();
  return table;
}

const std::vector<Rule>& rules() {
  static const std::vector<Rule> table = make_rules();
  return table;
}

}  // namespace claudestep::check
