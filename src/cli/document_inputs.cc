#include "cli/document_inputs.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "cli/files.h"
#include "cli/session.h"
#include "host/process.h"
#include "model/glob.h"
#include "store/plan_folders.h"

namespace claudestep::cli {
namespace {

namespace fs = std::filesystem;
// `claudestep::quoted` in full: <filesystem> brings a std::quoted that strings would find first.

constexpr std::string_view kStandardInput = "-";
// A file that only its content could tell is not looked into when it is larger.
constexpr std::uintmax_t kLargestUntold = 4U << 20U;

bool may_be_document(std::string_view path) {
  return kind_of_path(path).has_value() || path.ends_with(".yaml") || path.ends_with(".yml") ||
         path.ends_with(".json");
}

bool is_passed_over(std::string_view folder) {
  return folder == ".git" || folder == "node_modules";
}

std::string joined_path(std::string_view folder, std::string_view name) {
  if (folder.empty() || folder == ".") return std::string(name);
  std::string path(folder);
  if (path.back() != '/') path += '/';
  return path + std::string(name);
}

// Where projects are planned a key is enough; elsewhere "task" or "api" alone may be anybody's.
bool is_plan_path(std::string_view path) {
  return model::glob_matches("**/{claude-step,claude-chain}/**", path);
}

DocumentSource found_source(std::string shown, std::optional<std::string> path) {
  DocumentSource source;
  source.input.is_key_enough = is_plan_path(shown);
  source.input.file = std::move(shown);
  source.input.is_named = false;
  source.path = std::move(path);
  return source;
}

// Whether a link stays below `root`. What a stranger's branch links to elsewhere on the machine
// would be shown in its findings.
bool stays_below(const fs::path& root, const fs::path& link) {
  std::error_code error;
  const fs::path target = fs::canonical(link, error);
  if (error) return true;  // reading says what it lacks
  const auto [end, rest] = std::mismatch(root.begin(), root.end(), target.begin(), target.end());
  return end == root.end();
}

// Appends the documents below a folder of the disk, by name. Folders are read one after the other
// from a list, so that deep trees are no deep recursion.
Status walk_folder(const std::string& shown, const std::string& path,
                   std::vector<DocumentSource>& sources) {
  std::vector<std::pair<std::string, std::string>> open = {{shown, path}};
  std::vector<DocumentSource> found;
  std::error_code unresolved;
  const fs::path root = fs::canonical(path, unresolved);
  while (!open.empty()) {
    const auto [shown_folder, folder] = std::move(open.back());
    open.pop_back();
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error) {
      return fail(
          Error{ErrorCode::kIo, "cannot read the folder " + claudestep::quoted(shown_folder)}
              .caused_by(error.message()));
    }
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
      if (error) break;
      const std::string name = entries->path().filename().string();
      const std::string inner = joined_path(shown_folder, name);
      std::error_code ignored;
      const bool is_link = entries->is_symlink(ignored);
      if (entries->is_directory(ignored)) {
        if (!is_link && !is_passed_over(name)) open.emplace_back(inner, entries->path().string());
      } else if (is_link && !entries->exists(ignored) && kind_of_path(inner)) {
        found.push_back(
            found_source(inner, entries->path().string()));  // reading says what it lacks
      } else if (entries->is_regular_file(ignored) && may_be_document(inner)) {
        const bool is_told = kind_of_path(inner).has_value();
        if (is_link && !stays_below(root, entries->path())) {
          if (is_told) found.emplace_back(found_source(inner, std::nullopt)).leads_out = true;
        } else if (is_told || entries->file_size(ignored) <= kLargestUntold) {
          found.push_back(found_source(inner, entries->path().string()));
        }
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const DocumentSource& a, const DocumentSource& b) {
    return a.input.file < b.input.file;
  });
  std::move(found.begin(), found.end(), std::back_inserter(sources));
  return {};
}

Result<std::optional<git::TreeEntry>> entry_at(const git::Repository& repository,
                                               git::ObjectId tree, std::string_view path) {
  git::TreeEntry entry;
  entry.mode = git::FileMode::kTree;
  entry.id = tree;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (name.empty() || name == ".") continue;
    if (entry.mode != git::FileMode::kTree) return std::nullopt;
    CS_ASSIGN(auto next, repository.find_entry(entry.id, name));
    if (!next) return std::nullopt;
    entry = *std::move(next);
  }
  return entry;
}

bool is_file(git::FileMode mode) {
  return mode == git::FileMode::kFile || mode == git::FileMode::kExecutable;
}

Status walk_tree(const git::Repository& repository, git::ObjectId tree, const std::string& prefix,
                 std::vector<DocumentSource>& sources) {
  CS_ASSIGN(const auto read, repository.read_tree(tree));
  for (const git::TreeEntry& entry : read.entries) {
    const std::string inner =
        prefix.ends_with(':') ? prefix + entry.name : joined_path(prefix, entry.name);
    if (entry.mode == git::FileMode::kTree) {
      if (!is_passed_over(entry.name)) CS_TRY(walk_tree(repository, entry.id, inner, sources));
    } else if (is_file(entry.mode) && may_be_document(inner)) {
      DocumentSource source = found_source(inner, std::nullopt);
      CS_ASSIGN(source.input.bytes, repository.read_blob(entry.id));
      if (kind_of_path(inner) || source.input.bytes.size() <= kLargestUntold) {
        sources.push_back(std::move(source));
      }
    }
  }
  return {};
}

// Where `path` is below the work tree's root: "a/spec.yaml"; nothing when it is not inside.
std::optional<std::string> path_in_repository(const git::Repository& repository,
                                              const std::string& path) {
  const auto root = repository.work_dir();
  if (!root) return std::nullopt;
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  if (error) return std::nullopt;
  const fs::path real_root = fs::weakly_canonical(*root, error);
  if (error) return std::nullopt;
  const std::string relative = whole.lexically_relative(real_root).generic_string();
  if (relative.empty() || relative.starts_with("..")) return std::nullopt;
  return relative == "." ? "" : relative;
}

// "specs/a.yaml" of "HEAD:./a.yaml" in the folder specs/.
Result<std::string> path_in_revision(const Context& context, const git::Repository& repository,
                                     const std::string& path) {
  const bool is_relative = path.starts_with("./") || path.starts_with("../");
  if (!is_relative) return path;
  const auto inside = path_in_repository(repository, absolute_path(context, path));
  if (inside) return *inside;
  return fail(ErrorCode::kInvalidInput, claudestep::quoted(path) + " is outside the repository");
}

Status add_revision(const Context& context, const git::Repository& repository,
                    const std::string& word, std::vector<DocumentSource>& sources) {
  const std::size_t colon = word.find(':');
  const std::string revision = word.substr(0, colon);
  CS_ASSIGN(const auto path, path_in_revision(context, repository, word.substr(colon + 1)));
  CS_ASSIGN(const auto id, repository.resolve_commit(revision));
  CS_ASSIGN(const auto commit, repository.read_commit(id));
  CS_ASSIGN(const auto entry, entry_at(repository, commit.tree, path));
  if (!entry) {
    return fail(ErrorCode::kNotFound,
                "no " + claudestep::quoted(path) + " in " + claudestep::quoted(revision));
  }
  if (entry->mode == git::FileMode::kTree) {
    return walk_tree(repository, entry->id, revision + ":" + path, sources);
  }
  if (!is_file(entry->mode)) {
    return fail(ErrorCode::kInvalidInput, claudestep::quoted(word) + " is no file");
  }
  DocumentSource source;
  source.input.file = word;
  CS_ASSIGN(source.input.bytes, repository.read_blob(entry->id));
  sources.push_back(std::move(source));
  return {};
}

Status add_word(const Context& context, const Arguments& arguments, const std::string& word,
                std::optional<git::Repository>& repository, std::vector<DocumentSource>& sources) {
  if (word == kStandardInput) {
    DocumentSource source;
    source.input.file = input_name(word);
    CS_ASSIGN(source.input.bytes, context.read_input());
    sources.push_back(std::move(source));
    return {};
  }
  const std::string path = absolute_path(context, word);
  std::error_code error;
  const fs::file_status status = word.empty() ? fs::file_status() : fs::status(path, error);
  if (fs::is_directory(status)) return walk_folder(word, path, sources);
  if (!fs::exists(status) && word.find(':') != std::string::npos) {
    if (!repository) {
      CS_ASSIGN(auto opened, open_repository(context, arguments));
      repository = std::move(opened);
    }
    return add_revision(context, *repository, word, sources);
  }
  DocumentSource source;
  source.input.file = word;
  // Read now: a file that was named and cannot be read is a mistake of the command line.
  CS_ASSIGN(source.input.bytes, read_file_or_input(context, word));
  sources.push_back(std::move(source));
  return {};
}

// The part of `file` that a revision knows it by.
std::optional<std::string> path_of_source(const Context& context, const git::Repository& repository,
                                          const DocumentSource& source) {
  const std::string& file = source.input.file;
  if (source.path) return path_in_repository(repository, *source.path);
  std::error_code error;
  const std::string path = absolute_path(context, file);
  if (fs::exists(path, error)) return path_in_repository(repository, path);
  const std::size_t colon = file.find(':');
  if (colon == std::string::npos) return file;
  return file.substr(colon + 1);
}

// Whether projects are planned where `path` is.
bool is_in_plan_folder(std::string_view path, const std::vector<std::string>& roots) {
  return is_plan_path(path) ||
         std::any_of(roots.begin(), roots.end(), [&](const std::string& root) {
           return root.empty() ||
                  (path.starts_with(root) && path.substr(root.size()).starts_with('/'));
         });
}

// The documents that `git ARGS...` prints as `diff-index --raw -z` does. Nobody named them: what
// others happen to call as we do is told from ours by where it is and what it holds.
Result<std::vector<DocumentSource>> documents_of_diff(const Context& context,
                                                      const git::Repository& repository,
                                                      const std::vector<std::string>& args) {
  host::Command command;
  command.argv = {"git"};
  command.argv.insert(command.argv.end(), args.begin(), args.end());
  command.cwd = repository.work_dir().value_or(context.cwd);
  command.environment = &context.environment;
  CS_ASSIGN(const auto finished, host::run(command));
  if (finished.exit_code != 0) {
    return fail(Error{ErrorCode::kGitFailed, "git cannot tell what has changed"}.caused_by(
        std::string(trim(finished.err))));
  }
  CS_ASSIGN(const auto roots, store::plan_roots(repository));
  // ":100644 100644 <old> <new> M\0path\0", again and again.
  std::vector<DocumentSource> sources;
  std::string_view rest = finished.out;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\0');
    if (end == std::string_view::npos) break;
    const std::string_view facts = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    const std::string path(rest.substr(0, rest.find('\0')));
    rest.remove_prefix(std::min(path.size() + 1, rest.size()));
    constexpr std::size_t kModeSize = 6;
    constexpr std::size_t kOidSize = 40;
    constexpr std::size_t kNewMode = 8;
    constexpr std::size_t kNewOid = kNewMode + kModeSize + 1 + kOidSize + 1;
    if (facts.size() < kNewOid + kOidSize) continue;
    const bool is_regular = facts.substr(kNewMode, 3) == "100";
    const auto id = git::ObjectId::parse(facts.substr(kNewOid, kOidSize));
    if (!is_regular || !id || !may_be_document(path)) continue;
    DocumentSource source = found_source(path, std::nullopt);
    source.input.is_name_enough = is_in_plan_folder(path, roots);
    source.input.is_key_enough = true;  // what is_name_enough says is for keys too
    CS_ASSIGN(source.input.bytes, repository.read_blob(*id));
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace

Result<std::vector<DocumentSource>> find_documents(const Context& context,
                                                   const Arguments& arguments,
                                                   const std::vector<std::string>& words) {
  std::vector<DocumentSource> sources;
  std::optional<git::Repository> repository;
  for (const std::string& word : words) {
    CS_TRY(add_word(context, arguments, word, repository, sources));
  }
  return sources;
}

Result<std::vector<DocumentSource>> staged_documents(const Context& context,
                                                     const git::Repository& repository) {
  const bool has_head = repository.resolve_commit("HEAD").has_value();
  // Without a commit everything is compared with the empty tree.
  const std::string base = has_head ? "HEAD" : git::hash_object("tree", "").hex();
  return documents_of_diff(context, repository,
                           {"diff-index", "--cached", "--raw", "--no-abbrev", "--no-renames", "-z",
                            "--diff-filter=AMT", base});
}

Result<std::vector<DocumentSource>> documents_between(const Context& context,
                                                      const git::Repository& repository,
                                                      const std::optional<git::ObjectId>& before,
                                                      const git::ObjectId& after) {
  const std::string base = before ? before->hex() : git::hash_object("tree", "").hex();
  return documents_of_diff(context, repository,
                           {"diff-tree", "-r", "--raw", "--no-abbrev", "--no-renames", "-z",
                            "--diff-filter=AMT", base, after.hex()});
}

Status add_earlier(const Context& context, const git::Repository& repository,
                   const std::string& revision, std::vector<DocumentSource>& sources) {
  CS_ASSIGN(const auto id, repository.resolve_commit(revision));
  CS_ASSIGN(const auto commit, repository.read_commit(id));
  for (DocumentSource& source : sources) {
    const auto path = path_of_source(context, repository, source);
    if (!path) continue;
    CS_ASSIGN(const auto entry, entry_at(repository, commit.tree, *path));
    if (!entry || !is_file(entry->mode)) continue;
    CS_ASSIGN(auto bytes, repository.read_blob(entry->id));
    source.input.earlier = std::move(bytes);
    source.input.revision = revision;
  }
  return {};
}

}  // namespace claudestep::cli
