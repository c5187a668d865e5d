#include "host/push_report.h"

#include <algorithm>

#include "base/text.h"

namespace claudestep::host {

namespace {

// What the two ends of a push say when another push came first, or is under way.
constexpr std::string_view kStale[] = {"fetch first", "non-fast-forward", "stale info",
                                       "remote ref updated since checkout"};
constexpr std::string_view kRaced[] = {"failed to update ref", "cannot lock ref",
                                       "failed to lock",       "incorrect old value provided",
                                       "File exists",          "reference already exists"};

std::string_view take_field(std::string_view& line) {
  const std::size_t end = std::min(line.find('\t'), line.size());
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

std::optional<PushedRef> parse_line(std::string_view line) {
  constexpr std::string_view kFlags = " +-*!=";
  if (line.size() < 2 || line[1] != '\t' || kFlags.find(line[0]) == std::string_view::npos) {
    return std::nullopt;
  }
  PushedRef pushed;
  pushed.flag = line[0];
  line.remove_prefix(2);
  const std::string_view refs = take_field(line);
  const std::size_t colon = refs.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  pushed.from = refs.substr(0, colon);
  pushed.to = refs.substr(colon + 1);
  // "[rejected] (fetch first)"; a reason may hold brackets of its own.
  const std::size_t open = line.find(" (");
  if (open != std::string_view::npos && line.ends_with(')')) {
    pushed.reason = line.substr(open + 2, line.size() - open - 3);
    line = line.substr(0, open);
  }
  pushed.summary = line;
  return pushed;
}

template <std::size_t N>
bool names_one(std::string_view reason, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return reason.find(word) != std::string_view::npos;
  });
}

}  // namespace

std::vector<PushedRef> parse_push_report(std::string_view output) {
  std::vector<PushedRef> refs;
  while (!output.empty()) {
    if (auto pushed = parse_line(cut_line(output))) refs.push_back(*std::move(pushed));
  }
  return refs;
}

PushStatus status_of(const PushedRef& pushed) {
  if (pushed.flag != '!') return PushStatus::kDone;
  if (pushed.summary == "[rejected]") {
    return names_one(pushed.reason, kStale) ? PushStatus::kMovedOn : PushStatus::kUnknown;
  }
  if (pushed.summary != "[remote rejected]") return PushStatus::kUnknown;
  return names_one(pushed.reason, kRaced) ? PushStatus::kMovedOn : PushStatus::kRejected;
}

}  // namespace claudestep::host
