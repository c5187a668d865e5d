// Writing back what is done changes those boxes and those words, and no other byte.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "plan/read.h"
#include "plan/write_back.h"
#include "tests/property/model_generators.h"

namespace claudestep::plan {
namespace {

using model::test::coin;
using model::test::pick;

std::vector<bool> any_flags(std::size_t count) {
  std::vector<bool> flags;
  for (std::size_t i = 0; i < count; ++i) flags.push_back(coin());
  return flags;
}

// A checklist with all that makes real ones hard.
std::string any_checklist() {
  const std::string end = coin() ? "\n" : "\r\n";
  std::string text = coin() ? "\xef\xbb\xbf" : "";
  text += "- [ ] Task 1" + end;
  const int lines = *rc::gen::inRange(1, 20);
  for (int line = 0; line < lines; ++line) {
    text += pick<std::string>({"- [ ] Task 1", "- [ ] Task 10", "* [x] Grüße", "+ [X] Done",
                               "  - [ ] Deeper", "```", "~~~", "### - [ ] Heading", "- [] none",
                               "1. [ ] none", "> - [ ] none", "<!-- - [ ] none -->", "<!--", "-->",
                               "", "\t- [ ]\ttabbed", "- [ ] a\\b `[ ]`",
                               "- [ ] " + std::string(6000, 'x'), "prose - [ ] none"});
    text += end;
  }
  if (coin()) text += "- [ ] The last";
  return text;
}

RC_GTEST_PROP(PlanWriteBack, TicksThoseBoxesAndNothingElse, ()) {
  const std::string before = any_checklist();
  const Plan plan = *read_plan(before, "a/spec.md");
  const std::vector<bool> done = any_flags(plan.items.size());
  const WrittenBack back = *write_back(before, plan, done);
  std::string expected = before;
  std::size_t ticks = 0;
  for (std::size_t i = 0; i < done.size(); ++i) {
    if (!done[i] || *plan.items[i].checked) continue;
    RC_ASSERT(expected.at(plan.items[i].mark) == ' ');
    expected.at(plan.items[i].mark) = 'x';
    ++ticks;
  }
  RC_ASSERT(back.bytes == expected);
  RC_ASSERT(back.edits.size() == ticks);
  const Plan after = *read_plan(back.bytes, "a/spec.md");
  RC_ASSERT(after.items.size() == plan.items.size());
  for (std::size_t i = 0; i < done.size(); ++i) {
    RC_ASSERT(after.items[i].text == plan.items[i].text);
    RC_ASSERT(*after.items[i].checked == (*plan.items[i].checked || done[i]));
  }
  RC_ASSERT(write_back(back.bytes, after, done)->edits.empty());
}

std::string_view step_of_task(std::string_view state) {
  if (state == "pending") return "in_progress";
  return state == "in_progress" || state == "review" ? "completed" : state;
}

std::string_view step_of_feature(std::string_view state) {
  if (state == "in_progress") return "review";
  return state == "review" ? "completed" : state;
}

// A word as one may write it.
struct Written {
  std::string lead;
  std::string quote;
  std::string trail;

  [[nodiscard]] std::string of(std::string_view word) const {
    return lead + quote + std::string(word) + quote + trail;
  }
};

Written any_writing() {
  return {pick<std::string>({" ", "   "}), pick<std::string>({"", "\"", "'"}),
          pick<std::string>({"", "   ", "  # status: done"})};
}

// The same specification before and after, written by one hand.
struct TwoSpecs {
  std::string before;
  std::string after;

  void both(std::string_view text) {
    before += text;
    after += text;
  }
};

TwoSpecs any_specs(std::vector<bool>& done) {
  const std::string end = coin() ? "\n" : "\r\n";
  done = any_flags(*rc::gen::inRange<std::size_t>(1, 6));
  const bool all = std::find(done.begin(), done.end(), false) == done.end();
  TwoSpecs specs;
  specs.both((coin() ? "\xef\xbb\xbf" : "") + ("# status: in_progress" + end));
  specs.both("version: \"1.0\"" + end + "feature:" + end + "  id: a" + end + "  name: Grüße" + end +
             "  priority: high" + end);
  const std::string feature =
      pick<std::string>({"planning", "in_progress", "review", "completed", "blocked"});
  const Written style = any_writing();
  const std::string_view next = all ? step_of_feature(feature) : std::string_view(feature);
  specs.before += "  status:" + style.of(feature) + end;
  specs.after += "  status:" + style.of(next) + end;
  specs.both("objective: {summary: \"in_progress\", business_value: pending}" + end +
             "requirements:" + end + "  functional: []" + end + "tasks:" + end +
             "  backend:" + end);
  for (std::size_t i = 0; i < done.size(); ++i) {
    specs.both("    - id: BE-" + std::to_string(i) + end + "      title: \"" +
               pick<std::string>({"pending", "Überall", "status: pending", "日本"}) + "\"" + end);
    if (coin()) {
      const std::string state = pick<std::string>(
          {"pending", "in_progress", "review", "completed", "blocked", "skipped", "failed"});
      const Written written = any_writing();
      specs.before += "      status:" + written.of(state) + end;
      specs.after += "      status:" + written.of(done[i] ? step_of_task(state) : state) + end;
    }
    specs.both("      acceptance_criteria: [It works]" + end + "      done_when: [pending]" + end);
  }
  return specs;
}

RC_GTEST_PROP(PlanWriteBack, MovesThoseStatusesAndNothingElse, ()) {
  std::vector<bool> done;
  const TwoSpecs specs = any_specs(done);
  const auto plan = read_plan(specs.before, "a/spec.yaml");
  RC_ASSERT(plan.has_value());
  const auto back = write_back(specs.before, *plan, done);
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->bytes == specs.after);
}

// The same as JSON; states stand in other members as well.
TwoSpecs any_json_specs(std::vector<bool>& done) {
  const std::string end = pick<std::string>({"", "\n", "\r\n  ", "\t"});
  const std::string colon = pick<std::string>({": ", " : ", ":  "});
  done = any_flags(*rc::gen::inRange<std::size_t>(1, 6));
  const bool all = std::find(done.begin(), done.end(), false) == done.end();
  TwoSpecs specs;
  const auto status = [&](std::string_view now, std::string_view then) {
    specs.both("\"status\"" + colon + "\"");
    specs.before += now;
    specs.after += then;
    specs.both("\"," + end);
  };
  specs.both("{" + end + "\"version\"" + colon + "\"1.0\"," + end + "\"feature\": {");
  const std::string feature = pick<std::string>({"planning", "in_progress", "review", "blocked"});
  status(feature, all ? step_of_feature(feature) : std::string_view(feature));
  specs.both(R"("id": "a", "name": "status: pending", "priority": "high"},)" + end +
             R"("objective": {"summary": "in_progress", "business_value": "pending"},)" + end +
             R"("requirements": {"functional": []},)" + end + R"("tasks": {"backend": [)");
  for (std::size_t i = 0; i < done.size(); ++i) {
    specs.both((i == 0 ? "{" : ", {") + end);
    if (coin()) {
      const std::string state =
          pick<std::string>({"pending", "in_progress", "completed", "blocked", "failed"});
      status(state, done[i] ? step_of_task(state) : state);
    }
    specs.both(R"("id": "BE-)" + std::to_string(i) + R"(", "title": "Do it )" + std::to_string(i) +
               "\"," + end + R"("acceptance_criteria": ["pending"], "done_when": ["completed"]})");
  }
  specs.both("]}" + end + "}" + end);
  return specs;
}

RC_GTEST_PROP(PlanWriteBack, MovesThoseWordsOfJsonAndNothingElse, ()) {
  std::vector<bool> done;
  const TwoSpecs specs = any_json_specs(done);
  const auto plan = read_plan(specs.before, "a/spec.json");
  RC_ASSERT(plan.has_value());
  const auto back = write_back(specs.before, *plan, done);
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->bytes == specs.after);
}

}  // namespace
}  // namespace claudestep::plan
