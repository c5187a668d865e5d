// The findings of documents that are no projects, one entry each.
#include "check/rules_parts.h"

namespace claudestep::check {
namespace {

using enum Severity;
using enum Remedy;

std::vector<Rule> reading_rules() {
  return {
      {"yaml/syntax", kError, kPerson, "the file is not YAML that can be read",
       "The file breaks the grammar of YAML 1.2, or has what no document of ours may have: more "
       "than "
       "one document, a key that is no scalar, an unknown tag, a tab as indentation, nesting past "
       "128 "
       "levels, aliases that unfold to more than a million values, bytes that are no UTF-8. The "
       "place "
       "is where reading ended.",
       "correct the file at that place by hand",
       "tasks:\n\tbackend: []     # a tab as indentation"},
      {"yaml/duplicate-key", kError, kPerson, "a mapping has one key twice",
       "YAML forbids it, and programs differ in which of the two they take. So the file is not "
       "read. "
       "The place is the second key; the message names the first.",
       "decide which of the two values is true and take the other out by hand",
       "feature:\n  id: auth\n  id: login"},
      {"document/unreadable", kError, kPerson, "a file could not be read",
       "The system or git refused to give its bytes, or a link leads out of the folder that is "
       "checked. Nothing of it was checked.",
       "see what the message says: the file may be gone, a folder, or not yours to read",
       "ln -s /etc/hostname spec.yaml; claudestep validate ."},
      {"document/syntax", kError, kPerson, "a progress file cannot be read",
       "A progress file begins with the line '# Claude Progress File' and has its sections under "
       "headings of the second level.",
       "correct the file at that place by hand", "# Notes\n\n## Session Info"},
      {"document/unknown-kind", kError, kPerson, "nothing tells what kind of document a file is",
       "Neither its path nor the keys at its root are those of a kind that claudestep knows. In a "
       "folder such files are passed over; one that is named on the command line should be "
       "checked.",
       "say what it is with --kind",
       "echo 'text: hello' >notes.yaml; claudestep validate notes.yaml"},
  };
}

std::vector<Rule> shape_rules() {
  return {
      {"schema/const", kError, kPerson, "a value is not the one that it must be",
       "The schema names one value, and only that one is right here.", "write that value",
       R"({"const": "2.0"} on "1.0")"},
      {"schema/minLength", kError, kPerson, "a text is too short",
       "Most texts may not be empty; the name of a feature has at least three characters.",
       "write the text that was meant", "feature: {name: UI}"},
      {"schema/maxLength", kError, kPerson, "a text is too long",
       "The name of a feature has at most 100 characters.", "shorten the text",
       R"({"maxLength": 3} on "abcd")"},
      {"schema/minItems", kError, kPerson, "a list has too few items",
       "A requirement needs at least one criterion by which it can be accepted.",
       "add what is missing", "tasks: {backend: [{done_when: []}]}"},
      {"schema/maxItems", kError, kPerson, "a list has too many items",
       "The schema says how many there may be.", "take out what is too much",
       "{\"maxItems\": 2} on [1, 2, 3]"},
      {"schema/uniqueItems", kError, kPerson, "a list has an item twice",
       "The schema wants each item once.", "take one of the two out",
       "{\"uniqueItems\": true} on [1, 1]"},
      {"schema/contains", kError, kPerson, "a list lacks an item of a kind",
       "The schema wants an item that is of a certain kind.",
       "add the item, or change one of those that are there",
       R"({"contains": {"type": "string"}} on [1, 2])"},
      {"schema/minContains", kError, kPerson, "a list has too few items of a kind",
       "The schema says how many items must be of a certain kind.", "add such items",
       R"({"contains": {"const": 1}, "minContains": 2} on [1])"},
      {"schema/maxContains", kError, kPerson, "a list has too many items of a kind",
       "The schema says how many items may be of a certain kind.", "take some of them out",
       R"({"contains": {"const": 1}, "maxContains": 1} on [1, 1])"},
      {"schema/patternProperties", kError, kPerson,
       "the names of an object's members cannot be held to a pattern",
       "Which schema a member has depends on its name, and the pattern that tells takes more steps "
       "on a name here than there are.",
       "make the pattern quick, with no repetition inside a repetition, or the name shorter",
       "{\"patternProperties\": {\"^(a+)+$\": true}} on "
       "{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\": 1}"},
      {"schema/minProperties", kError, kPerson, "an object has too few members",
       "The schema says how many there must be.", "add what is missing",
       "{\"minProperties\": 1} on {}"},
      {"schema/maxProperties", kError, kPerson, "an object has too many members",
       "The schema says how many there may be.", "take out what is too much",
       R"({"maxProperties": 1} on {"a": 1, "b": 2})"},
      {"schema/exclusiveMinimum", kError, kPerson, "a number is not above a bound",
       "The schema wants a greater number.", "write the number that was meant",
       "{\"exclusiveMinimum\": 0} on 0"},
      {"schema/exclusiveMaximum", kError, kPerson, "a number is not below a bound",
       "The schema wants a smaller number.", "write the number that was meant",
       "{\"exclusiveMaximum\": 1} on 1"},
      {"schema/multipleOf", kError, kPerson, "a number is no multiple of another",
       "The schema names the step that numbers go in.", "write the number that was meant",
       "{\"multipleOf\": 5} on 7"},
      {"schema/anyOf", kError, kPerson, "a value is none of several things that it may be",
       "The schema knows several forms, and the value has none of them. A context of a trust model "
       "has "
       "a pattern, a task_type or both.",
       "give the value one of the forms",
       R"({"anyOf": [{"required": ["pattern"]}, {"required": ["task_type"]}]} on {})"},
      {"schema/oneOf", kError, kPerson, "a value is not exactly one of several things",
       "The schema knows several forms of which exactly one must fit; none does, or more than one.",
       "give the value one of the forms",
       R"({"oneOf": [{"type": "number"}, {"minimum": 2}]} on 3)"},
      {"schema/not", kError, kPerson, "a value is what it must not be",
       "The schema rules out a form, and the value has it.", "write another value",
       R"({"not": {"type": "null"}} on null)"},
      {"schema/additionalProperties", kError, kPerson,
       "an object has a member that it must not have",
       "The schema names all members that there may be. The formats of claudestep allow unknown "
       "members; a schema of your own may not.",
       "take the member out, or correct its name",
       R"({"properties": {"a": true}, "additionalProperties": false} on {"b": 1})"},
      {"schema/unevaluatedProperties", kError, kPerson,
       "an object has a member that no part of the schema is about",
       "No part of the schema that fits the object knows the member.",
       "take the member out, or correct its name",
       R"({"unevaluatedProperties": false} on {"b": 1})"},
      {"schema/unevaluatedItems", kError, kPerson,
       "a list has an item that no part of the schema is about",
       "No part of the schema that fits the list knows the item.", "take the item out",
       "{\"unevaluatedItems\": false} on [1]"},
      {"schema/dependentRequired", kError, kPerson, "a member asks for another that is missing",
       "With one member there must be another.", "add the member that is missing",
       R"({"dependentRequired": {"a": ["b"]}} on {"a": 1})"},
      {"schema/dependencies", kError, kPerson, "a member asks for another that is missing",
       "With one member there must be another. This is how draft 7 says dependentRequired.",
       "add the member that is missing",
       "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"dependencies\": {\"a\": "
       "[\"b\"]}} on {\"a\": 1}"},
      {"schema/false", kError, kPerson, "a value stands where none may be",
       "The schema allows nothing at this place.", "take the value out", "false on 1"},
  };
}

std::vector<Rule> spec_rules() {
  return {
      {"spec/duplicate-id", kError, kPerson, "an id is given twice",
       "Requirements and tasks are known by their ids, across the whole file. With one id for two "
       "of "
       "them nobody can tell which a reference means. The place is the second.",
       "give one of the two an id of its own",
       "requirements:\n  functional:\n    - id: FR-101\n    - id: FR-101"},
      {"spec/dangling-reference", kError, kPerson, "a reference leads nowhere",
       "A text names an id that is given nowhere in the file: one that begins with FR- or NFR-, "
       "one "
       "with the letters that ids of tasks here have, or an entry in a task's dependencies. The "
       "id is the whole of its letters, digits, hyphens and underscores: FR-101a is not FR-101, "
       "while FR-101-based is. Every text is looked at but those under metadata and "
       "dependencies, which may name what is elsewhere.",
       "correct the reference, or add what it names",
       "tasks:\n  backend:\n    - id: BE-002\n      reference: FR-110        # there is FR-101\n   "
       "   dependencies: [BE-010]"},
      {"spec/dependency-cycle", kError, kPerson, "tasks wait for each other",
       "Each of them is to begin when the next is completed, so none ever begins.",
       "decide which of them comes first and take its dependency out",
       "tasks:\n  backend:\n    - {id: BE-001, dependencies: [BE-002]}\n    - {id: BE-002, "
       "dependencies: [BE-001]}"},
      {"spec/uncovered-requirement", kWarning, kPerson, "no task refers to a requirement",
       "Work that nobody planned is work that nobody does. A task refers to a requirement by "
       "naming its "
       "id in any of its texts, best in reference.",
       "name the requirement in the task that meets it, or add such a task",
       "requirements:\n  functional:\n    - id: FR-102             # in no task"},
      {"spec/untested-requirement", kWarning, kPerson,
       "a requirement that must be tested is in no task of the role qa",
       "test_coverage: required asks for a task under tasks.qa that refers to the requirement.",
       "name the requirement in a task under tasks.qa",
       "requirements:\n  functional:\n    - id: FR-102             # in no task under tasks.qa\n   "
       "   test_coverage: required"},
      {"spec/vague-criterion", kWarning, kPerson, "nobody can tell whether a criterion is met",
       "Words such as fast, properly, user-friendly or as needed mean something else to each "
       "reader. A "
       "criterion with a number is taken to be one that can be measured, whatever its words.",
       "say what can be seen or measured",
       "tasks:\n  backend:\n    - acceptance_criteria:\n        - Search is fast     # better: 95 "
       "of 100 answers within 300 ms"},
      {"spec/ears", kWarning, kPerson, "a requirement is not the sentence that it begins as",
       "A requirement in the form WHEN (WHILE, WHERE, IF) something holds, THE SYSTEM SHALL do "
       "something "
       "has three parts, and one of them is missing here. In phase data condition and action "
       "together "
       "are the sentence. Words are matched whole: WHENEVER and SHALLOW are other words.",
       "complete the sentence: WHEN condition, THE SYSTEM SHALL action",
       "requirements:\n  functional:\n    - description: WHEN a person signs out, end the session"},
      {"spec/date-order", kError, kPerson, "a date is before one that it must follow",
       "What was updated was created before, and a phase of the timeline ends after it starts.",
       "correct one of the two dates", "metadata:\n  created: 2026-02-01\n  updated: 2026-01-27"},
      {"spec/status-conflict", kError, kPerson, "a completed feature has tasks that are not done",
       "The feature's status is completed while a task says of itself that it is neither completed "
       "nor "
       "skipped.",
       "move the feature's status back, or the task's forward",
       "feature: {status: completed}\ntasks: {qa: [{id: QA-001, status: pending}]}"},
      {"spec/illegal-transition", kError, kPerson, "a state does not follow the one before",
       "With --against REV the document is compared with how it was in that revision. Features, "
       "tasks, "
       "sessions, runs and their phases each go through their states in an order; the message "
       "names the "
       "legal steps. A task under review counts as in progress.",
       "take one of the legal steps, or commit the steps between one by one",
       "feature: {status: completed}     # and planning in HEAD"},
      {"api/duplicate-endpoint", kWarning, kPerson, "an endpoint is described twice",
       "The same method and the same path: one of the two descriptions will be out of date.",
       "take one of the two out",
       "api:\n  endpoints:\n    - {endpoint: /health, method: GET}\n    - {endpoint: /health, "
       "method: GET}"},
  };
}

std::vector<Rule> smaller_rules() {
  return {
      {"trust/unreachable-context", kWarning, kPerson, "a context is asked for the second time",
       "Levels are asked in the order low, high, medium, and the first context that matches "
       "decides. "
       "The same context in a later level, or twice in one, never does.",
       "take one of the two out",
       "trust_levels:\n  low: {contexts: [{pattern: \"docs/**\"}]}\n  high: {contexts: [{pattern: "
       "\"docs/**\"}]}"},
      {"trust/pattern", kError, kPerson, "a pattern of a trust model cannot be used",
       "A brace in it is never closed, its braces stand for more than 10,000 patterns, or it has "
       "more "
       "than 4,096 bytes. It would match nothing that it was written for, and what was to be "
       "watched "
       "would not be; so trust eval refuses the whole model.",
       "close the brace (\\{ is one that stands for itself), or write several contexts",
       "trust_levels:\n  low: {contexts: [{pattern: \"**/{auth,login/**\"}]}"},
      {"agent/too-many-iterations", kError, kPerson, "an agent has made more attempts than it had",
       "iteration_count is above max_iterations: the limit that should stop the agent did not.",
       "look at what the agent did, then raise the limit or reset the count",
       R"({"state": {"iteration_count": 9, "max_iterations": 8}})"},
      {"progress/date-order", kError, kPerson, "a session was last updated before it started",
       "started and last_updated are times of the same session.", "correct one of the two",
       "## Session Info\nstarted: 2026-01-27T10:00:00Z\nlast_updated: 2026-01-26T10:00:00Z"},
      {"progress/no-time", kWarning, kPerson, "when a session began or went on is no time",
       "started and last_updated are dates or times of RFC 3339. What is none of these is in no "
       "order with anything.",
       "write the time that was meant", "## Session Info\nstarted: yesterday"},
      {"progress/open-item-completed", kWarning, kPerson,
       "an item that is not ticked is listed as done",
       "Under 'Completed This Session' each box is ticked, those of children too; what is not "
       "done belongs under 'In Progress'.",
       "tick the box, or move the line",
       "## Completed This Session\n- [ ] BE-001: Store passwords"},
      {"metrics/date-order", kError, kPerson, "a period ends before it starts",
       "start and end are the first and the last day of the period.", "correct one of the two",
       "period: {start: 2026-02-01, end: 2026-01-31}"},
      {"metrics/unknown-metric", kWarning, kPerson, "the history has a number for no metric",
       "Each member of an entry but date is the name of a metric.",
       "correct the name, or describe the metric under metrics",
       "history:\n  - {date: 2026-01-15, review_huors: 22}"},
      {"metrics/trend", kWarning, kPerson, "a trend is not what its numbers say",
       "A metric improves when it moves from its baseline towards its target, and declines when it "
       "moves "
       "away; a millionth is no move.",
       "correct the trend or the numbers",
       "metrics:\n  review_hours: {baseline: 30, current: 22, target: 12, trend: declining}"},
      {"run/duplicate-state", kError, kPerson, "a phase of a run has one attempt twice",
       "A phase and an attempt have one state. The place is the second.",
       "give the later attempt its own number, or take one of the two out",
       "{\"task_states\": [{\"phase\": \"git_clone\", \"attempt\": 1}, {\"phase\": \"git_clone\", "
       "\"attempt\": 1}]}"},
      {"run/artifact-path", kError, kPerson, "an artifact lies outside the folder of artifacts",
       "storage_path is relative to that folder and does not lead out of it; whoever serves "
       "artifacts by "
       "this path would serve any file.",
       "store the artifact inside the folder",
       R"({"artifacts": [{"storage_path": "../../etc/passwd"}]})"},
      {"run/date-order", kError, kPerson, "something ended before it began",
       "completed_at is not before started_at, of the run and of each phase.",
       "correct one of the two",
       R"({"started_at": "2026-01-27T10:00:00Z", "completed_at": "2026-01-27T09:00:00Z"})"},
      {"configuration/duplicate-reviewer", kWarning, kPerson, "a reviewer is listed twice",
       "The first entry counts; letter case makes no difference on a forge.",
       "take one of the two out", "reviewers: [{username: ada}, {username: Ada}]"},
      {"configuration/assignee-ignored", kWarning, kPerson, "an assignee is named beside reviewers",
       "assignee is for projects with one reviewer; with a list of reviewers it is not looked at.",
       "take assignee out, or add the name to reviewers",
       "reviewers: [{username: ada}]\nassignee: grace"},
  };
}

}  // namespace

std::vector<Rule> document_reading_rules() {
  return reading_rules();
}

std::vector<Rule> document_shape_rules() {
  return shape_rules();
}

std::vector<Rule> document_content_rules() {
  std::vector<Rule> rules = spec_rules();
  for (Rule& rule : smaller_rules()) rules.push_back(rule);
  return rules;
}

}  // namespace claudestep::check
