#include "git/format.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "git/config.h"
#include "git/files.h"

namespace claudestep::git {
namespace {

constexpr int kNewestFormat = 1;

// Extensions that change nothing about objects and refs as we use them.
constexpr std::array<std::string_view, 6> kHarmless = {
    "noop", "noop-v1", "partialclone", "preciousobjects", "relativeworktrees", "worktreeconfig"};

Error unsupported(std::string message, std::string hint) {
  Error error{ErrorCode::kUnsupported, std::move(message)};
  error.hints.push_back(std::move(hint));
  return error;
}

Status check_extension(const std::string& where, std::string_view name, std::string_view value) {
  if (name == "objectformat") {
    if (to_lower_ascii(value) == "sha1") return {};
    return fail(unsupported(
        fmt::format("the repository at {} names its objects by {}, which claudestep cannot read",
                    quoted(where), escape_for_terminal(value)),
        "keep the metadata in a repository made with 'git init --object-format=sha1'"));
  }
  if (name == "refstorage") {
    if (to_lower_ascii(value) == "files") return {};
    return fail(unsupported(
        fmt::format("the repository at {} keeps its refs as {}, which claudestep cannot read",
                    quoted(where), escape_for_terminal(value)),
        "'git refs migrate --ref-format=files' (git 2.46 or newer) turns it into one that works"));
  }
  if (std::find(kHarmless.begin(), kHarmless.end(), name) != kHarmless.end()) return {};
  return fail(unsupported(
      fmt::format("the repository at {} uses the extension {}, which claudestep does not know",
                  quoted(where), quoted(name)),
      "keep the metadata in a repository without it"));
}

// The format's number; 0 when the configuration says nothing.
Result<int> format_of(const Config& config) {
  CS_ASSIGN(const auto text, config.get("core.repositoryformatversion"));
  if (!text) return 0;
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc() || end != text->data() + text->size() || number < 0) {
    return fail(ErrorCode::kCorrupt,
                fmt::format("bad core.repositoryformatversion {}", quoted(*text)));
  }
  return number;
}

}  // namespace

Status check_format(const std::string& common_dir) {
  CS_ASSIGN(const auto config, Config::open_files({join_path(common_dir, "config")}));
  CS_ASSIGN(const int format, format_of(config));
  if (format > kNewestFormat) {
    return fail(
        unsupported(fmt::format("the repository at {} has format {}, and claudestep knows up to {}",
                                quoted(common_dir), format, kNewestFormat),
                    "use a newer claudestep, or a repository of an older format"));
  }
  constexpr std::string_view kPrefix = "extensions.";
  for (const Setting& one : config.file_settings(kPrefix)) {
    const std::string_view name = std::string_view(one.key).substr(kPrefix.size());
    // Format 0 knows no extensions; these two would still make every object or ref unreadable.
    if (format == 0 && name != "objectformat" && name != "refstorage") continue;
    CS_TRY(check_extension(common_dir, name, one.value.value_or("")));
  }
  return {};
}

}  // namespace claudestep::git
