#include "plan/write_back.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "codec/documents.h"
#include "codec/json_reader.h"
#include "codec/yaml_reader.h"
#include "model/spec.h"
#include "model/words.h"
#include "plan/checklist.h"

namespace claudestep::plan {
namespace {

using Steps = std::array<std::pair<std::string_view, std::string_view>, 3>;

// One step of each on its way to completed; model/state_machine.h has all that are legal.
constexpr Steps kTaskSteps = {
    {{"pending", "in_progress"}, {"in_progress", "completed"}, {"review", "completed"}}};
constexpr Steps kFeatureSteps = {{{"in_progress", "review"}, {"review", "completed"}}};

std::string_view step_from(const Steps& steps, std::string_view state) {
  for (const auto& [from, to] : steps) {
    if (!from.empty() && from == state) return to;
  }
  return {};
}

// A status to change, and where it stands.
struct Wish {
  PlanEdit edit;
  Mark mark;
};

bool is_json(const Plan& plan) {
  return to_lower_ascii(plan.path).ends_with(".json");
}

Result<Document> read_document_of(const std::string& bytes, const Plan& plan) {
  if (is_json(plan)) {
    return codec::read_json(bytes, {.file = plan.path, .code = ErrorCode::kInvalidInput});
  }
  return codec::read_yaml(bytes, {.file = plan.path});
}

// Where `mark` is in `bytes`: marks count from 1, in code points, and no byte order mark.
std::size_t offset_of(std::string_view bytes, Mark mark) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  std::size_t at = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  for (std::uint32_t line = 1; line < mark.line; ++line) {
    const std::size_t end = bytes.find('\n', at);
    if (end == std::string_view::npos) return bytes.size();
    at = end + 1;
  }
  for (std::uint32_t column = 1; column < mark.column && at < bytes.size(); ++column) {
    at += next_utf8(bytes.substr(at)).size;
  }
  return at;
}

// The place of `word` where it is written at `offset` plainly or in quotes; else nothing.
std::optional<std::size_t> word_at(std::string_view bytes, std::size_t offset,
                                   std::string_view word) {
  std::string_view rest = bytes.substr(std::min(offset, bytes.size()));
  const char quote = rest.empty() ? '\0' : rest.front();
  const bool is_quoted = quote == '"' || quote == '\'';
  if (is_quoted) rest.remove_prefix(1);
  if (!rest.starts_with(word)) return std::nullopt;
  rest.remove_prefix(word.size());
  if (is_quoted && !rest.starts_with(quote)) return std::nullopt;
  return offset + (is_quoted ? 1 : 0);
}

// Adds the places of texts of `before` that `after` has with other words. False when they differ in
// anything else.
bool compare(const Value& before, const Value& after, std::vector<Mark>& changed) {
  if (before.kind != after.kind || before.boolean != after.boolean ||
      before.items.size() != after.items.size() || before.members.size() != after.members.size()) {
    return false;
  }
  if (before.text != after.text) {
    if (!before.is_string()) return false;
    changed.push_back(before.mark);
  }
  for (std::size_t i = 0; i < before.items.size(); ++i) {
    if (!compare(before.items[i], after.items[i], changed)) return false;
  }
  for (std::size_t i = 0; i < before.members.size(); ++i) {
    if (before.members[i].key != after.members[i].key) return false;
    if (!compare(before.members[i].value, after.members[i].value, changed)) return false;
  }
  return true;
}

Error cannot_change(const Plan& plan, const Wish& wish) {
  return Error{ErrorCode::kInvalidInput, "cannot change the status " + quoted(wish.edit.before)}
      .caused_by("it is not a word of its own here: an alias, an anchor or a block")
      .hint("write it as a plain word, or change it by hand")
      .at({plan.path, wish.mark.line, wish.mark.column});
}

Result<std::string> edited(const std::string& bytes, const Plan& plan,
                           const std::vector<Wish>& wishes) {
  std::string text = bytes;
  for (auto wish = wishes.rbegin(); wish != wishes.rend(); ++wish) {
    const auto place = word_at(text, offset_of(text, wish->mark), wish->edit.before);
    if (!place) return fail(cannot_change(plan, *wish));
    text.replace(*place, wish->edit.before.size(), wish->edit.after);
  }
  // Held to the promise by reading both: these texts have changed, and nothing else.
  CS_ASSIGN(const Document before, read_document_of(bytes, plan));
  CS_ASSIGN(const Document after, read_document_of(text, plan));
  std::vector<Mark> changed;
  if (!compare(before.root(), after.root(), changed) || changed.size() != wishes.size()) {
    return fail(cannot_change(plan, wishes.front()));
  }
  return text;
}

std::vector<Wish> wishes_of(const model::FeatureSpec& spec, const std::vector<bool>& done) {
  std::vector<Wish> wishes;
  const auto wish = [&](std::optional<std::size_t> item, Mark mark, std::string_view from,
                        const Steps& steps) {
    const std::string_view to = step_from(steps, from);
    if (to.empty()) return;
    wishes.push_back({{item, mark.line, std::string(from), std::string(to)}, mark});
  };
  for (std::size_t i = 0; i < spec.tasks.size(); ++i) {
    const auto& status = spec.tasks[i].status;
    if (status && done[i]) {
      wish(i, status->origin.mark, model::word_of(status->value), kTaskSteps);
    }
  }
  if (std::find(done.begin(), done.end(), false) == done.end()) {
    wish(std::nullopt, spec.status.origin.mark, model::word_of(spec.status.value), kFeatureSteps);
  }
  std::sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) {
    return std::pair(a.mark.line, a.mark.column) < std::pair(b.mark.line, b.mark.column);
  });
  return wishes;
}

Result<WrittenBack> write_back_spec(const std::string& bytes, const Plan& plan,
                                    const std::vector<bool>& done) {
  CS_ASSIGN(const Document document, read_document_of(bytes, plan));
  CS_ASSIGN(const auto spec, codec::whole(codec::read_feature_spec(document.root(), plan.path)));
  CS_CHECK(spec.tasks.size() == done.size());
  const std::vector<Wish> wishes = wishes_of(spec, done);
  WrittenBack result{bytes, {}};
  if (wishes.empty()) return result;
  CS_ASSIGN(result.bytes, edited(bytes, plan, wishes));
  for (const Wish& wish : wishes) result.edits.push_back(wish.edit);
  return result;
}

WrittenBack write_back_checklist(const std::string& bytes, const Plan& plan,
                                 const std::vector<bool>& done) {
  WrittenBack result{bytes, {}};
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const Item& item = plan.items[i];
    if (!done[i] || item.checked.value_or(true)) continue;
    result.bytes = tick(result.bytes, item);
    result.edits.push_back({i, item.line, "[ ]", "[x]"});
  }
  return result;
}

}  // namespace

Result<WrittenBack> write_back(const std::string& bytes, const Plan& plan,
                               const std::vector<bool>& done) {
  CS_CHECK(done.size() == plan.items.size());
  if (plan.kind == "checklist") return write_back_checklist(bytes, plan, done);
  if (plan.kind == "feature-spec") return write_back_spec(bytes, plan, done);
  return WrittenBack{bytes, {}};  // the data of phases has nothing that says so
}

}  // namespace claudestep::plan
