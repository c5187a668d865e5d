// Patch ids are judged by git itself, over whatever a patch may hold.
#include <fmt/format.h>

#include <sstream>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

using test::Files;

struct PatchCase {
  const char* name;
  Files before;
  Files after;
};

std::string many_lines(int changed) {
  std::string text;
  for (int line = 0; line < 200; ++line) {
    text += (line == changed || line == changed + 60 ? "changed " : "line ") +
            std::to_string(line % 7) + "\n";
  }
  return text;
}

std::vector<PatchCase> patch_cases() {
  const std::string binary("a\0b\0c", 5);
  const std::string other_binary("a\0b\0d", 5);
  const std::string code = "int f() {\n  return 1;\n}\n\nint g() {\n  return 2;\n}\n";
  return {
      {"one line", {{"a", "one\ntwo\n"}}, {{"a", "one\n2\n"}}},
      {"hunks far apart", {{"a", many_lines(-100)}}, {{"a", many_lines(20)}}},
      {"a new file", {{"a", "x\n"}}, {{"b", "y\nz\n"}}},
      {"a file that goes", {{"a", "x\n"}, {"b", "y\n"}}, {{"b", std::nullopt}}},
      {"several files",
       {{"a", "1\n"}, {"d/b", "2\n"}},
       {{"a", "3\n"}, {"d/b", "4\n"}, {"c", "5\n"}}},
      {"a rename", {{"a", many_lines(3)}}, {{"a", std::nullopt}, {"b", many_lines(3)}}},
      {"no newline at the end, before", {{"a", "x\ny"}}, {{"a", "x\ny\n"}}},
      {"no newline at the end, after", {{"a", "x\ny\n"}}, {{"a", "x\nz"}}},
      {"no newline at either end", {{"a", "x\ny"}}, {{"a", "x\nz"}}},
      {"carriage returns", {{"a", "x\r\ny\r\n"}}, {{"a", "x\r\nz\r\n"}}},
      {"white space alone", {{"a", "x y\n"}}, {{"a", "x\ty \v\f\n"}}},
      {"an empty file", {{"a", "x\n"}}, {{"b", ""}}},
      {"an empty file among others", {{"z", "x\n"}}, {{"b", ""}, {"c", "1\n"}, {"z", "y\n"}}},
      {"a binary file", {{"a", binary}}, {{"a", other_binary}}},
      {"a new binary file", {{"a", "x\n"}}, {{"b", binary}}},
      {"a binary file among others",
       {{"a", "1\n"}, {"b", binary}, {"c", "1\n"}, {"d", "1\n"}},
       {{"a", "2\n"}, {"b", other_binary}, {"c", "2\n"}, {"d", "2\n"}}},
      {"two binary files", {{"b", binary}, {"c", binary}}, {{"b", other_binary}, {"c", "text\n"}}},
      {"text becomes binary", {{"a", "x\n"}}, {{"a", binary}}},
      {"a NUL far into a file",
       {{"a", std::string(9000, 'x') + "\n" + binary + "\n"}},
       {{"a", std::string(9000, 'x') + "\n" + other_binary + "\n"}}},
      {"names to be quoted",
       {{"a b", "1\n"}, {"\xc3\xa4", "1\n"}, {"q\"t\t", "1\n"}},
       {{"a b", "2\n"}, {"\xc3\xa4", "2\n"}, {"q\"t\t", "2\n"}}},
      {"lines that look like headers",
       {{"a", "x\n"}},
       {{"a", "-- a\n++ b\ndiff --git a/x b/x\n@@ -1 +1 @@\nindex 1..2\nBinary files\n\\ No\n"}}},
      {"lines that go and look like headers",
       {{"a", "-- a\n++ b\ndiff --git a/x b/x\n-\n+\nx\n"}},
       {{"a", "x\n"}}},
      {"a function put between two", {{"a.c", code}}, {{"a.c", code + "\n" + code}}},
      {"bytes that are no text", {{"a", "\xff\xfe\n"}}, {{"a", "\xff\xfd\n"}}},
      {"a line of NBSP", {{"a", "x\n"}}, {{"a", "\xc2\xa0\x85\n"}}},
      {"nothing", {{"a", "x\n"}}, {}},
  };
}

class PatchId : public testing::Test {
 protected:
  [[nodiscard]] std::string git_says(const std::string& before, const std::string& after) const {
    const std::string patch =
        builder_.git({"diff-tree", "-p", "--full-index", before, after}) + "\n";
    const std::string line = builder_.git({"patch-id", "--stable"}, patch);
    return line.substr(0, line.find(' '));
  }

  [[nodiscard]] std::string we_say(const std::string& before, const std::string& after) const {
    const auto repository = open(builder_);
    const auto tree = [&](const std::string& revision) {
      return *ObjectId::parse(*builder_.resolve(revision + "^{tree}"));
    };
    const auto id = repository->patch_id(tree(before), tree(after));
    return !id ? id.error().message : *id ? (*id)->hex() : "";
  }

  RepositoryBuilder builder_;
};

TEST_F(PatchId, IsGitsOwn) {
  int at = 0;
  for (const PatchCase& one : patch_cases()) {
    const std::string ref = "refs/heads/case-" + std::to_string(++at);
    const std::string before = builder_.commit(ref, one.before);
    const std::string after = builder_.commit(ref, one.after);
    EXPECT_EQ(we_say(before, after), git_says(before, after)) << one.name;
  }
}

TEST_F(PatchId, KnowsModesLinksAndSubmodules) {
  const std::string text = builder_.blob("x\n");
  const std::string other = builder_.blob("y\n");
  const std::string commit = builder_.commit("refs/heads/main", {{"a", "x\n"}});
  const auto with = [&](std::string_view mode, const std::string& id) {
    return builder_.commit_tree(
        builder_.tree({{std::string(mode), "f", id}, {"100644", "g", other}}), {});
  };
  const std::vector<std::string> states = {
      with(test::kModeFile, text),
      with(test::kModeExecutable, text),
      with(test::kModeExecutable, other),
      with(test::kModeSymlink, text),
      with(test::kModeSymlink, other),
      with(test::kModeSubmodule, commit),
      builder_.commit_tree(builder_.tree({{"100644", "g", text}}), {})};
  for (const std::string& before : states) {
    for (const std::string& after : states) {
      EXPECT_EQ(we_say(before, after), git_says(before, after)) << before << " " << after;
    }
  }
}

// Random commits, as a stream for git fast-import.
class RandomCommits {
 public:
  std::string stream(int count) {
    std::string text;
    for (int at = 1; at <= count; ++at) {
      text += fmt::format("commit refs/heads/random\ncommitter A <a@b> {} +0000\ndata 0\n", at);
      for (std::uint32_t file = 0; file <= next(3); ++file) text += change();
    }
    return text + "done\n";
  }

 private:
  std::uint32_t next(std::uint32_t bound) {
    random_ = random_ * 1664525U + 1013904223U;
    return (random_ >> 8U) % bound;
  }

  // Folders are named otherwise than files, so that none is in the way of the other.
  std::string change() {
    const std::vector<std::string> names = {"a", "a.b", "d/a", "d-", "d/e/ä b", "zero"};
    const std::string& path = names[next(6)];
    std::vector<std::string>& lines = files_[path];
    if (next(8) == 0) {
      lines.clear();
      return fmt::format("D \"{}\"\n", path);
    }
    for (std::uint32_t edits = next(6); edits > 0; --edits) edit(lines);
    const std::string_view mode = next(9) == 0 ? test::kModeExecutable : test::kModeFile;
    std::string text = fmt::format("{}", fmt::join(lines, "\n"));
    if (next(9) != 0) text += '\n';
    return fmt::format("M {} inline \"{}\"\ndata {}\n{}\n", mode, path, text.size(), text);
  }

  void edit(std::vector<std::string>& lines) {
    const std::vector<std::string> words = {
        "",     "{",           "}", "  x", "x",     "x\r",  "y\tz", "-- a",
        "++ b", "@@ -1 +1 @@", "ä", "\f",  "int f", "\xff", "\v{",  std::string("0\0", 2)};
    const std::uint32_t at = next(static_cast<std::uint32_t>(lines.size()) + 1);
    if (at < lines.size() && next(3) == 0) {
      lines.erase(lines.begin() + at);
    } else {
      // A NUL makes a file binary: a rare one.
      const std::uint32_t known = next(20) == 0 ? 16 : 15;
      lines.insert(lines.begin() + at, next(1 + next(12)) + 1, words[next(known)]);
    }
  }

  std::uint32_t random_ = 4711;
  std::map<std::string, std::vector<std::string>> files_;
};

TEST_F(PatchId, IsGitsOwnForEachOfManyRandomCommits) {
  builder_.git({"fast-import", "--quiet", "--done"}, RandomCommits().stream(400));
  const std::string commits = builder_.git({"rev-list", "--reverse", "refs/heads/random"}) + "\n";
  const std::string patches =
      builder_.git({"diff-tree", "--stdin", "-p", "--full-index"}, commits) + "\n";
  const std::string trees =
      builder_.git({"log", "--reverse", "--format=%H %T", "refs/heads/random"}) + "\n";
  std::map<std::string, std::string> git_says;  // by commit
  std::istringstream lines(builder_.git({"patch-id", "--stable"}, patches));
  for (std::string id, commit; lines >> id >> commit;) git_says[commit] = id;
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder_));
  std::istringstream all(trees);
  ObjectId before;
  for (std::string commit, tree; all >> commit >> tree;) {
    const ObjectId after = *ObjectId::parse(tree);
    ASSERT_OK_AND_ASSIGN(const auto id, repository.patch_id(before, after));
    // git prints the first commit only when it is asked to.
    if (!before.is_zero()) {
      EXPECT_EQ(id ? id->hex() : "", git_says[commit])
          << builder_.git({"show", "--full-index", commit});
    }
    before = after;
  }
  EXPECT_GT(git_says.size(), 300U);
}

TEST_F(PatchId, OfTheSameChangeElsewhereIsTheSame) {
  const std::string before = builder_.commit("refs/heads/a", {{"f", many_lines(-100)}});
  const std::string after = builder_.commit("refs/heads/a", {{"f", many_lines(50)}});
  builder_.set_ref("refs/heads/b", before);
  const std::string moved = builder_.commit("refs/heads/b", {{"f", "new\n" + many_lines(-100)}});
  const std::string rebased = builder_.commit("refs/heads/b", {{"f", "new\n" + many_lines(50)}});
  EXPECT_EQ(we_say(moved, rebased), we_say(before, after));
  EXPECT_NE(we_say(before, moved), we_say(before, after));
}

TEST_F(PatchId, FilesThatDifferAreThoseOfFolders) {
  const std::string before =
      builder_.commit("refs/heads/a", {{"d/e/f", "1"}, {"d/g", "1"}, {"h", "1"}, {"x", "1"}});
  const std::string after = builder_.commit(
      "refs/heads/a", {{"d/e/f", "2"}, {"d/g", std::nullopt}, {"h", std::nullopt}, {"h/i", "1"}});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder_));
  const auto tree = [&](const std::string& revision) {
    return *ObjectId::parse(*builder_.resolve(revision + "^{tree}"));
  };
  ASSERT_OK_AND_ASSIGN(const auto files, repository.changed_files(tree(before), tree(after), 4));
  std::string told;
  for (const FileDifference& file : files.value()) {
    told += file.path + (file.before ? " was" : "") + (file.after ? " is; " : "; ");
  }
  EXPECT_EQ(told, "d/e/f was is; d/g was; h was; h/i is; ");
  ASSERT_OK_AND_ASSIGN(const auto more, repository.changed_files(tree(before), tree(after), 3));
  EXPECT_FALSE(more);
}

}  // namespace
}  // namespace claudestep::git
