// Owns: random project documents of every dialect, as a person or another tool may spell them,
// together with the facts that they tell.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "model/project.h"

namespace claudestep::codec::test {

// What a document says, noted while it is made.
struct Facts {
  std::int64_t tasks = 0;
  std::int64_t pull_requests = 0;
  std::int64_t operations = 0;
  Money cost;
  std::vector<std::string> tokens;  // each must be in the upgraded document letter for letter
};

struct Sample {
  std::string bytes;
  model::Dialect dialect = model::Dialect::kHybrid;
  Facts facts;
};

inline std::int64_t number(std::int64_t from, std::int64_t to) {
  return *rc::gen::inRange<std::int64_t>(from, to + 1);
}
inline bool coin() {
  return number(0, 1) == 1;
}
inline bool rarely() {
  return number(0, 5) == 0;
}

template <typename T>
T pick(std::initializer_list<T> values) {
  return values.begin()[number(0, static_cast<std::int64_t>(values.size()) - 1)];
}

// Makes one document. Every text, time and amount in it is unlike any other, so that finding its
// token again proves that this very fact survived.
class Storyteller {
 public:
  Sample tell(model::Dialect dialect) {
    sample_.dialect = dialect;
    Members root = header();
    switch (dialect) {
      case model::Dialect::kHybrid:
        hybrid(root);
        break;
      case model::Dialect::kSpecAndExecutions:
        spec_and_executions(root);
        break;
      case model::Dialect::kPullRequestCentred:
        centred(root);
        break;
      case model::Dialect::kSteps:
        version_one(root, "steps", "step_index", "step_description");
        break;
      case model::Dialect::kLegacyTasks:
        version_one(root, "tasks", "task_index", "task_description");
        break;
    }
    unknown(root);
    sample_.bytes =
        (rarely() ? "\xef\xbb\xbf" : "") + object(std::move(root)) + (coin() ? "\n" : "");
    return std::move(sample_);
  }

 private:
  using Members = std::vector<std::string>;

  static std::string space() { return pick<const char*>({"", "", " ", "\n  ", "\r\n\t"}); }

  static void add(Members& members, std::string_view key, const std::string& value) {
    members.push_back("\"" + std::string(key) + "\"" + space() + ":" + space() + value);
  }

  static std::string joined(const Members& members, char open, char close) {
    std::string out(1, open);
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i != 0) out += ",";
      out += space() + members[i] + space();
    }
    return out + close;
  }

  static std::string object(Members members) {
    for (std::size_t i = members.size(); i > 1; --i) {
      const auto j = static_cast<std::size_t>(number(0, static_cast<std::int64_t>(i) - 1));
      std::swap(members[i - 1], members[j]);
    }
    return joined(members, '{', '}');
  }

  std::string kept(std::string token) {
    sample_.facts.tokens.push_back(token);
    return token;
  }

  std::string text() {
    const char* style = pick<const char*>({"plain ", "é ", "\\u00e9 ", "a\\/b ", "q\\\" ", "漢😀 "});
    return kept("\"" + std::string(style) + "#" + std::to_string(++unique_) + "#\"");
  }

  std::string time() {
    const std::string digits = std::to_string(1000000 + ++unique_).substr(1);
    return kept("\"2026-0" + std::to_string(number(1, 9)) + pick<const char*>({"-01T", "-28 "}) +
                "10:00:00." + digits + pick<const char*>({"", "Z", "+02:00", "-05:30"}) + "\"");
  }

  std::string run_id() {
    ++unique_;
    if (rarely()) return kept("\"run-" + std::to_string(unique_) + "\"");
    return kept("8" + std::to_string(1000000 + unique_));
  }

  // An amount that counts only if `counts`.
  std::string cost(bool counts = true) {
    const std::string digits = std::to_string(1000000 + ++unique_).substr(1);
    const std::string token = pick<const char*>({"0.", "12.", "0.00"}) + digits +
                              pick<const char*>({"", "0", "e-1", "E+2"});
    const auto amount = parse_scaled(token, 9);
    if (counts) sample_.facts.cost += Money{amount->units};
    return kept(token);
  }

  void unknown(Members& members) {
    for (auto left = rarely() ? number(1, 3) : 0; left > 0; --left) {
      const std::string key = "x" + std::to_string(++unique_);
      const auto value = pick<std::string>({R"([1.0,{"k":[]}])", "null", "{}", "1e2", "true"});
      members.push_back("\"" + key + "\":" + (coin() ? text() : value));
      kept("\"" + key + "\"");
    }
  }

  Members header() {
    Members members;
    add(members, "project", "\"p\"");
    if (coin()) add(members, "schema_version", pick<const char*>({"\"1.0\"", "\"2.0\"", "null"}));
    if (coin()) add(members, "last_updated", rarely() ? "null" : time());
    if (rarely()) add(members, "created_at", time());
    return members;
  }

  std::string operation(bool counts = true) {
    Members members;
    if (counts) ++sample_.facts.operations;
    add(members, "type", coin() ? text() : "\"PRCreation\"");
    if (coin()) add(members, "model", rarely() ? "null" : text());
    if (!rarely()) add(members, "cost_usd", cost(counts));
    if (coin()) add(members, "created_at", time());
    if (coin()) add(members, "workflow_run_id", rarely() ? "null" : run_id());
    if (rarely()) add(members, "operation_id", text());
    if (coin())
      add(members, "tokens_input", kept("5" + std::to_string(1000000 + ++unique_) + ".0"));
    if (coin()) add(members, "tokens_output", "0");
    if (coin()) add(members, "duration_seconds", kept("7." + std::to_string(1000000 + ++unique_)));
    unknown(members);
    return object(std::move(members));
  }

  std::string operations(bool counts = true) {
    Members items;
    for (auto left = number(0, 3); left > 0; --left) items.push_back(operation(counts));
    return joined(items, '[', ']');
  }

  // What a pull request has in every dialect but its task and its operations.
  void pull_request(Members& members) {
    ++sample_.facts.pull_requests;
    add(members, "pr_number", kept("9" + std::to_string(1000000 + ++unique_)));
    if (!rarely()) add(members, "branch_name", text());
    if (!rarely()) add(members, "reviewer", rarely() ? "null" : text());
    if (!rarely()) add(members, "pr_state", pick<const char*>({"\"open\"", "\"merged\"", "null"}));
    if (!rarely()) add(members, "created_at", time());
    if (rarely()) add(members, "title", coin() ? "null" : text());
    if (rarely()) add(members, "merged_at", time());
  }

  std::string task(std::int64_t index) {
    Members members;
    ++sample_.facts.tasks;
    add(members, "index", std::to_string(index));
    add(members, "description", text());
    if (coin()) add(members, "status", pick<const char*>({"\"pending\"", "\"completed\"", "null"}));
    if (rarely()) add(members, "id", text());
    if (rarely()) add(members, "checked", "true");
    if (rarely()) add(members, "by_hand", "true");
    if (rarely()) add(members, "depends_on", "[" + text() + "," + text() + "]");
    if (rarely()) add(members, "source", "{\"spec\":" + text() + ",\"y\":" + text() + "}");
    if (rarely()) {
      add(members, "claim",
          "{\"expires\":" + time() + ",\"at\":" + time() + ",\"by\":" + text() + "}");
    }
    unknown(members);
    return object(std::move(members));
  }

  std::string tasks(std::int64_t& highest) {
    Members items;
    highest = number(0, 4);
    for (std::int64_t index = 1; index <= highest; ++index) items.push_back(task(index));
    return joined(items, '[', ']');
  }

  std::string pull_requests(std::int64_t highest_task) {
    Members items;
    for (auto left = number(0, 4); left > 0; --left) {
      Members members;
      pull_request(members);
      add(members, "task_index", std::to_string(number(1, highest_task + 1)));
      if (coin()) add(members, "ai_operations", rarely() ? "null" : operations());
      if (rarely()) add(members, "execution_id", text());
      unknown(members);
      items.push_back(object(std::move(members)));
    }
    return joined(items, '[', ']');
  }

  void hybrid(Members& root) {
    std::int64_t highest = 0;
    add(root, "tasks", tasks(highest));
    add(root, "pull_requests", pull_requests(highest));
    if (rarely()) add(root, "former_names", "[" + text() + "]");
    if (rarely()) add(root, "plan", R"({"kind":null,"path":)" + text() + "}");
  }

  void spec_and_executions(Members& root) {
    std::int64_t highest = 0;
    Members spec;
    add(spec, "tasks", tasks(highest));
    unknown(spec);
    add(root, "spec", object(std::move(spec)));
    std::string executions = pull_requests(highest);
    if (rarely()) {  // one that has no pull request
      executions.insert(executions.size() - 1, executions.size() > 2 ? "," : "");
      executions.insert(executions.size() - 1, R"({"task_index":1,"execution_id":)" + text() +
                                                   ",\"ai_operations\":" + operations(false) + "}");
    }
    add(root, "executions", executions);
  }

  void centred(Members& root) {
    const std::int64_t total = number(0, 4);
    Members items;
    std::int64_t highest = total;
    for (auto left = number(0, 4); left > 0; --left) {
      Members members;
      const std::int64_t index = number(1, total + 1);
      highest = std::max(highest, index);
      pull_request(members);
      add(members, "task_index", std::to_string(index));
      if (!rarely()) add(members, "task_description", text());
      add(members, "ai_operations", operations());
      unknown(members);
      items.push_back(object(std::move(members)));
    }
    sample_.facts.tasks = highest;
    add(root, "total_tasks", std::to_string(total));
    add(root, "pull_requests", joined(items, '[', ']'));
  }

  void flat_costs(Members& members) {
    const bool main = coin();
    const bool summary = coin();
    if (main) add(members, "main_task_cost_usd", cost());
    if (summary) add(members, "pr_summary_cost_usd", cost());
    sample_.facts.operations += (main ? 1 : 0) + (summary ? 1 : 0);
    if (coin()) {  // alone it is an operation, else it contradicts the sum of the others
      const bool alone = !main && !summary;
      add(members, "total_cost_usd", cost(alone));
      sample_.facts.operations += alone ? 1 : 0;
    }
    if (coin()) add(members, "model", text());
  }

  void version_one(Members& root, std::string_view list, std::string_view index_name,
                   std::string_view description_name) {
    Members items;
    const std::int64_t count = number(1, 5);
    std::vector<std::int64_t> seen;
    for (std::int64_t i = 1; i <= count; ++i) {
      Members members;
      const std::int64_t index = rarely() ? 1 : i;
      if (std::find(seen.begin(), seen.end(), index) == seen.end()) seen.push_back(index);
      add(members, index_name, std::to_string(index));
      add(members, description_name, text());
      if (coin()) {
        pull_request(members);
        if (coin()) add(members, "workflow_run_id", run_id());
        if (coin()) {
          add(members, "ai_tasks", "[" + operation() + "]");
        } else {
          flat_costs(members);
        }
      } else if (coin()) {
        add(members, "pr_number", "null");
        add(members, "reviewer", text());
        add(members, "ai_tasks", operations(false));
      }
      unknown(members);
      items.push_back(object(std::move(members)));
    }
    sample_.facts.tasks = static_cast<std::int64_t>(seen.size());
    add(root, list, joined(items, '[', ']'));
  }

  Sample sample_;
  std::int64_t unique_ = 0;
};

inline rc::Gen<Sample> any_document() {
  return rc::gen::exec([] {
    const auto dialect = pick({model::Dialect::kHybrid, model::Dialect::kSpecAndExecutions,
                               model::Dialect::kPullRequestCentred, model::Dialect::kSteps,
                               model::Dialect::kLegacyTasks});
    return Storyteller().tell(dialect);
  });
}

inline void showValue(const Sample& sample, std::ostream& os) {
  os << sample.bytes;
}

}  // namespace claudestep::codec::test
