#include "store/root.h"

namespace claudestep::store {

namespace {

// 2025-01-01T00:00:00Z.
constexpr std::int64_t kRootSeconds = 1735689600;

constexpr std::string_view kReadme = R"(# claudestep metadata

This branch is a small database in plain JSON. `claudestep` keeps in it which tasks a project has, which pull
request does which task, who reviews it, and what each AI operation cost. It holds no code, it is never merged into
another branch, and it needs no checkout.

## Layout

| path | what it is |
| --- | --- |
| `projects/<name>.json` | one project a file: its tasks, pull requests and AI operations |
| `archive/<name>.json` | projects that were put away |
| anything else | not ours; it is left as it is |

## Reading it with plain git

    git show claudestep-metadata:projects/<name>.json
    git log --stat claudestep-metadata -- projects/<name>.json
    git ls-tree --name-only claudestep-metadata projects/

## What is stored, and what is not

Stored: descriptions of tasks, numbers, branches, titles and states of pull requests, names of reviewers, models,
tokens, durations and costs of AI operations. Not stored: code, prompts, answers, secrets.

Every change is one commit; its subject and its `Claudestep-Op` trailers say what was done. Change it with
`claudestep`, or by hand with care: `claudestep show <name>` tells whether a file can still be read.
)";

}  // namespace

git::NewCommit root_commit() {
  const git::Signature who{"claudestep", "claudestep@localhost", Instant{kRootSeconds, 0}, 0};
  return git::NewCommit{
      git::hash_object("tree", ""), {}, who, who, "claudestep: metadata begins here\n"};
}

const std::vector<InitialFile>& initial_files() {
  static const std::vector<InitialFile> kFiles = {{"README.md", kReadme}, {".nojekyll", ""}};
  return kFiles;
}

}  // namespace claudestep::store
