// Owns: how `report` shows: text for a terminal, Markdown for a comment, blocks for Slack, JSON.
// What comes from a file is shown as text in each of them: nothing in it can become markup, a link
// or a mention.
#pragma once

#include <string>

#include "query/overview.h"
#include "report/style.h"

namespace claudestep::report {

[[nodiscard]] std::string overview_text(const query::Overview& overview, const Style& style);
[[nodiscard]] std::string overview_json(const query::Overview& overview);

// GitHub's Markdown. Names and titles stand in code spans, which are the only place where a forge
// looks for no mentions, numbers and addresses.
[[nodiscard]] std::string overview_markdown(const query::Overview& overview);

// The payload of a message in Block Kit: at most 50 blocks of at most 3,000 characters. What does
// not fit is counted.
[[nodiscard]] std::string overview_slack(const query::Overview& overview);

}  // namespace claudestep::report
