#include "store/plan_folders.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/text.h"
#include "codec/documents.h"
#include "codec/json_reader.h"
#include "codec/yaml_reader.h"
#include "model/project_name.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kFolderSetting = "claudestep.projectsDir";
const std::initializer_list<std::string_view> kConfigurations = {
    "configuration.yml", "configuration.yaml", "configuration.json"};

bool is_file(const git::TreeEntry& entry) {
  return entry.mode == git::FileMode::kFile || entry.mode == git::FileMode::kExecutable;
}

Result<model::Configuration> read_configuration_file(BaseFile file) {
  const bool json = file.path.ends_with(".json");
  CS_ASSIGN(const auto document,
            json ? codec::read_json(std::move(file.bytes), {.file = file.label})
                 : codec::read_yaml(std::move(file.bytes),
                                    {.file = file.label, .code = ErrorCode::kCorrupt}));
  // An empty file says nothing, as one that is not there.
  if (document.root().is_null()) return model::Configuration{};
  auto whole = codec::whole(codec::read_configuration(document.root(), file.label));
  if (!whole) whole.error().code = ErrorCode::kCorrupt;
  return whole;
}

// "./plans/" as a tree has it: "plans". Nothing is left of what stands for the whole tree.
std::string plain_folder(std::string_view path) {
  if (path.starts_with('/')) return std::string(path);  // is in no tree
  std::string plain;
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(name.size() + 1, path.size()));
    if (name.empty() || name == ".") continue;
    plain += (plain.empty() ? "" : "/") + std::string(name);
  }
  return plain;
}

}  // namespace

Result<std::vector<std::string>> plan_roots(const git::Repository& repository) {
  std::vector<std::string> roots;
  auto chosen = repository.config(kFolderSetting);
  CS_TRY(chosen);
  if (*chosen) roots.push_back(plain_folder(**chosen));
  roots.insert(roots.end(), {"claude-step", "claude-chain"});
  return roots;
}

Result<PlanFolders> PlanFolders::open(const git::Repository& repository,
                                      const std::optional<BaseBranch>& base) {
  PlanFolders folders(repository);
  if (!base) return folders;
  folders.base_name_ = base->name;
  CS_ASSIGN(const git::Commit commit, repository.read_commit(base->commit));
  folders.tree_ = commit.tree;
  CS_TRY(folders.add_roots());
  std::vector<std::string>& projects = folders.projects_;
  std::sort(projects.begin(), projects.end());
  projects.erase(std::unique(projects.begin(), projects.end()), projects.end());
  return folders;
}

Status PlanFolders::add_roots() {
  CS_ASSIGN(auto roots, plan_roots(*repository_));
  CS_ASSIGN(const auto chosen, repository_->config(kFolderSetting));
  for (std::size_t at = 0; at < roots.size(); ++at) {
    CS_ASSIGN(const bool is_there, add_root(std::move(roots[at])));
    if (!is_there && chosen && at == 0) missing_ = MissingFolder{*chosen, base_name_};
  }
  return {};
}

Result<bool> PlanFolders::add_root(std::string path) {
  git::ObjectId folder = *tree_;
  if (!path.empty()) {
    CS_ASSIGN(const auto root, repository_->find_path(*tree_, path));
    if (!root || root->mode != git::FileMode::kTree) return false;
    folder = root->id;
    path += '/';
  }
  CS_ASSIGN(const git::Tree tree, repository_->read_tree(folder));
  for (const git::TreeEntry& entry : tree.entries) {
    if (entry.mode == git::FileMode::kTree && !model::project_name_flaw(entry.name)) {
      projects_.push_back(entry.name);
    }
  }
  roots_.push_back(std::move(path));
  return true;
}

Result<std::optional<BaseFile>> PlanFolders::file(std::string_view path) const {
  std::optional<BaseFile> none;
  if (!tree_) return none;
  CS_ASSIGN(const auto entry, repository_->find_path(*tree_, path));
  if (!entry || !is_file(*entry)) return none;
  CS_ASSIGN(auto bytes, repository_->read_blob(entry->id));
  return std::optional(
      BaseFile{std::string(path), base_name_ + ":" + std::string(path), std::move(bytes)});
}

Result<std::optional<BaseFile>> PlanFolders::first_of(
    std::string_view project, std::initializer_list<std::string_view> names) const {
  for (const std::string& root : roots_) {
    const std::string folder = root + std::string(project);
    CS_ASSIGN(const auto entry, repository_->find_path(*tree_, folder));
    if (!entry || entry->mode != git::FileMode::kTree) continue;
    for (const std::string_view name : names) {
      CS_ASSIGN(auto found, file(folder + "/" + std::string(name)));
      if (found) return found;
    }
    break;
  }
  return std::optional<BaseFile>();
}

Result<std::optional<model::Configuration>> PlanFolders::configuration(
    std::string_view project) const {
  CS_ASSIGN(auto found, first_of(project, kConfigurations));
  return configuration_in(std::move(found));
}

Result<std::optional<model::Configuration>> PlanFolders::configuration(
    const model::Project& project) const {
  std::optional<BaseFile> found;
  const std::string path = project.plan ? model::text_or_empty(project.plan->path) : "";
  if (const std::size_t slash = path.rfind('/'); slash != std::string::npos) {
    for (const std::string_view name : kConfigurations) {
      if (found) break;
      CS_ASSIGN(found, file(path.substr(0, slash + 1) + std::string(name)));
    }
  }
  std::vector<std::string_view> names = {project.name.value};
  if (project.former_names) {
    for (auto name = project.former_names->rbegin(); name != project.former_names->rend(); ++name)
      names.emplace_back(name->value);
  }
  for (const std::string_view name : names) {
    if (found) break;
    CS_ASSIGN(found, first_of(name, kConfigurations));
  }
  return configuration_in(std::move(found));
}

Result<std::optional<model::Configuration>> PlanFolders::configuration_in(
    std::optional<BaseFile> found) {
  if (!found) return std::optional<model::Configuration>();
  const std::string label = found->label;
  auto read = read_configuration_file(*std::move(found));
  if (read) return std::optional(*std::move(read));
  return fail(std::move(read).error().hint("for all that is wrong: claudestep validate " + label));
}

Result<std::optional<BaseFile>> PlanFolders::plan(std::string_view project) const {
  return first_of(project, {"spec.yaml", "spec.yml", "spec.json", "spec.md"});
}

}  // namespace claudestep::store
