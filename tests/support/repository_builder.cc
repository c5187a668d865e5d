#include "tests/support/repository_builder.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace claudestep::test {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kGitConfig =
    "[init]\n\tdefaultBranch = main\n"
    "[gc]\n\tauto = 0\n"
    "[maintenance]\n\tauto = false\n"
    "[protocol \"file\"]\n\tallow = always\n";

std::string describe(const std::vector<std::string>& arguments, const ProcessResult& result) {
  std::string text = "`git";
  for (const std::string& argument : arguments) text += " " + argument;
  return text + "` ended with " + std::to_string(result.exit_code) + "\n" + result.out + result.err;
}

int digit_of(char hex) {
  return hex <= '9' ? hex - '0' : hex - 'a' + 10;
}

// The 20 bytes that 40 hex digits stand for.
std::string binary_id(const std::string& hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    bytes += static_cast<char>(digit_of(hex[at]) * 16 + digit_of(hex[at + 1]));
  }
  return bytes;
}

// Git orders the entries of a tree as if folders ended in a slash.
std::string order_of(const TreeEntry& entry) {
  return entry.mode == kModeFolder ? entry.name + "/" : entry.name;
}

// A path as fast-import reads it: quoted, so that any byte may occur.
std::string quote_path(std::string_view path) {
  std::string text = "\"";
  for (const char c : path) {
    if (c == '"' || c == '\\') text += '\\';
    if (c == '\n') {
      text += "\\n";
    } else {
      text += c;
    }
  }
  return text + "\"";
}

std::string data_of(std::string_view bytes) {
  return "data " + std::to_string(bytes.size()) + "\n" + std::string(bytes) + "\n";
}

std::string changes_of(const Files& files) {
  std::string stream;
  for (const auto& [path, content] : files) {
    if (content) {
      stream += "M 100644 inline " + quote_path(path) + "\n" + data_of(*content);
    } else {
      stream += "D " + quote_path(path) + "\n";
    }
  }
  return stream;
}

}  // namespace

RepositoryBuilder::RepositoryBuilder(Layout layout) {
  scratch_.write("home/.gitconfig", kGitConfig);
  const bool bare = layout == Layout::kBare;
  path_ = beside(bare ? "repo.git" : "repo");
  git_dir_ = bare ? path_ : path_ / ".git";
  fs::create_directory(path_);
  std::vector<std::string> init = {"init", "--quiet", "--template="};
  if (bare) init.emplace_back("--bare");
  git(init);
}

fs::path RepositoryBuilder::beside(std::string_view name) const {
  return scratch_.path() / name;
}

Environment RepositoryBuilder::environment() const {
  return hermetic_environment(beside("home"), seconds_);
}

ProcessResult RepositoryBuilder::try_git(const std::vector<std::string>& arguments,
                                         std::string_view input) const {
  std::vector<std::string> words = {"git"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run_process(words, ProcessOptions{path_, environment(), std::string(input)});
}

std::string RepositoryBuilder::git(const std::vector<std::string>& arguments,
                                   std::string_view input) const {
  ProcessResult result = try_git(arguments, input);
  if (result.exit_code != 0) throw std::runtime_error(describe(arguments, result));
  while (result.out.ends_with('\n')) result.out.pop_back();
  return result.out;
}

std::string RepositoryBuilder::commit(std::string_view ref, const Files& files,
                                      std::string_view message) {
  tick();
  const std::string when = std::to_string(seconds_) + " +0000\n";
  std::string stream = "commit " + std::string(ref) + "\n";
  stream += "author A U Thor <author@example.com> " + when;
  stream += "committer C O Mitter <committer@example.com> " + when;
  stream += data_of(std::string(message) + "\n");
  if (const auto parent = resolve(ref)) stream += "from " + *parent + "\n";
  git({"fast-import", "--quiet", "--done"}, stream + changes_of(files) + "\ndone\n");
  return resolve(ref).value();
}

std::string RepositoryBuilder::blob(std::string_view content) const {
  return git({"hash-object", "-w", "--stdin"}, content);
}

std::string RepositoryBuilder::tree(std::vector<TreeEntry> entries) const {
  std::stable_sort(entries.begin(), entries.end(), [](const TreeEntry& a, const TreeEntry& b) {
    return order_of(a) < order_of(b);
  });
  std::string bytes;
  for (const TreeEntry& entry : entries) {
    bytes += entry.mode + " " + entry.name + '\0' + binary_id(entry.id);
  }
  return git({"hash-object", "-w", "-t", "tree", "--literally", "--stdin"}, bytes);
}

std::string RepositoryBuilder::commit_tree(std::string_view tree,
                                           const std::vector<std::string>& parents,
                                           std::string_view message) {
  tick();
  std::vector<std::string> arguments = {"commit-tree", "-m", std::string(message)};
  for (const std::string& parent : parents) {
    arguments.emplace_back("-p");
    arguments.push_back(parent);
  }
  arguments.emplace_back(tree);
  return git(arguments);
}

std::string RepositoryBuilder::tag(std::string_view name, std::string_view target) {
  tick();
  git({"tag", "-a", "-m", "tag", std::string(name), std::string(target)});
  return git({"rev-parse", "refs/tags/" + std::string(name)});
}

// update-ref refuses a branch that is no commit; other tools, and old git, did not.
void RepositoryBuilder::set_ref(std::string_view ref, std::string_view id) const {
  const ProcessResult result = try_git({"update-ref", std::string(ref), std::string(id)});
  if (result.exit_code == 0) return;
  const fs::path file = git_dir_ / ref;
  fs::create_directories(file.parent_path());
  scratch_.write(fs::relative(file, scratch_.path()).string(), std::string(id) + "\n");
}

std::optional<std::string> RepositoryBuilder::resolve(std::string_view revision) const {
  ProcessResult result = try_git({"rev-parse", "--verify", "--quiet", std::string(revision)});
  if (result.exit_code != 0) return std::nullopt;
  result.out.pop_back();
  return result.out;
}

std::optional<std::string> RepositoryBuilder::read(std::string_view revision,
                                                   std::string_view path) const {
  const std::string name = std::string(revision) + ":" + std::string(path);
  ProcessResult result = try_git({"cat-file", "blob", name});
  if (result.exit_code != 0) return std::nullopt;
  return std::move(result.out);
}

fs::path RepositoryBuilder::add_worktree(std::string_view name, std::string_view branch) const {
  fs::path folder = beside(name);
  git({"worktree", "add", "--quiet", folder.string(), std::string(branch)});
  return folder;
}

void RepositoryBuilder::pack() const {
  git({"repack", "-a", "-d", "-q"});
  git({"pack-refs", "--all"});
}

std::string RepositoryBuilder::fsck() const {
  const ProcessResult result = try_git({"fsck", "--strict", "--no-dangling", "--no-progress"});
  std::string said = result.out + result.err;
  // A HEAD whose branch is not born yet is how every repository begins.
  const std::string_view unborn = "notice: HEAD points to an unborn branch (main)\n";
  if (const auto at = said.find(unborn); at != std::string::npos) said.erase(at, unborn.size());
  const std::string_view refless = "notice: No default references\n";
  if (const auto at = said.find(refless); at != std::string::npos) said.erase(at, refless.size());
  if (result.exit_code != 0 && said.empty()) said = "exit " + std::to_string(result.exit_code);
  return said;
}

}  // namespace claudestep::test
