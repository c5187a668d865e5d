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

}  // namespace

Result<std::vector<std::string>> plan_roots(const git::Repository& repository) {
  std::vector<std::string> roots;
  CS_ASSIGN(const auto chosen, repository.config(kFolderSetting));
  if (chosen) {
    std::string path(*chosen);
    while (path.ends_with('/')) path.pop_back();
    while (path.starts_with("./")) path.erase(0, 2);
    roots.push_back(std::move(path));
  }
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
  for (std::string& root : roots) CS_TRY(add_root(std::move(root)));
  return {};
}

Status PlanFolders::add_root(std::string path) {
  CS_ASSIGN(const auto root, repository_->find_path(*tree_, path));
  if (!root || root->mode != git::FileMode::kTree) return {};
  CS_ASSIGN(const git::Tree tree, repository_->read_tree(root->id));
  for (const git::TreeEntry& entry : tree.entries) {
    if (entry.mode == git::FileMode::kTree && !model::project_name_flaw(entry.name)) {
      projects_.push_back(entry.name);
    }
  }
  roots_.push_back(std::move(path));
  return {};
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
    const std::string folder = root + "/" + std::string(project);
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
  CS_ASSIGN(auto found,
            first_of(project, {"configuration.yml", "configuration.yaml", "configuration.json"}));
  if (!found) return std::optional<model::Configuration>();
  const std::string label = found->label;
  auto read = read_configuration_file(*std::move(found));
  if (read) return std::optional(*std::move(read));
  return fail(
      std::move(read).error().hint("claudestep validate " + label + " says all that is wrong"));
}

Result<std::optional<BaseFile>> PlanFolders::plan(std::string_view project) const {
  return first_of(project, {"spec.yaml", "spec.yml", "spec.md"});
}

}  // namespace claudestep::store
