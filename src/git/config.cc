#include "git/config.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/text.h"
#include "git/config_bytes.h"
#include "git/error.h"
#include "git/files.h"
#include "git/library.h"
#include "git/search_path.h"

namespace claudestep::git {
namespace {

constexpr const char* kSystemConfig = "/etc/gitconfig";

void add_system_file(const Environment& environment, std::vector<std::string>& files) {
  if (is_true(environment.get("GIT_CONFIG_NOSYSTEM").value_or(""))) return;
  files.emplace_back(environment.get("GIT_CONFIG_SYSTEM").value_or(kSystemConfig));
}

void add_user_files(const Environment& environment, std::vector<std::string>& files) {
  if (const auto named = environment.get("GIT_CONFIG_GLOBAL")) {
    files.emplace_back(*named);
    return;
  }
  const auto home = environment.get_nonempty("HOME");
  if (const auto xdg = environment.get_nonempty("XDG_CONFIG_HOME")) {
    files.push_back(join_path(*xdg, "git/config"));
  } else if (home) {
    files.push_back(join_path(*home, ".config/git/config"));
  }
  if (home) files.push_back(join_path(*home, ".gitconfig"));
}

}  // namespace

Status Config::add_file(const std::string& path, int level, const git_repository* repository) {
  if (path.empty()) return {};
  const std::string what = cannot_read_settings(path);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) return {};
    return fail(from_errno(what, errno));
  }
  if (S_ISCHR(status.st_mode)) return {};  // /dev/null is how a file is left out
  if (!S_ISREG(status.st_mode))
    return fail(Error{ErrorCode::kCorrupt, what}.caused_by("it is no file"));
  if (::access(path.c_str(), R_OK) != 0) return fail(from_errno(what, errno));
  const auto rank = static_cast<git_config_level_t>(level);
  if (git_config_add_file_ondisk(files_.get(), path.c_str(), rank, repository, 0) == 0) return {};
  const ErrorCode code = code_of_last_error();
  Error error = from_libgit2(code == ErrorCode::kIo ? code : ErrorCode::kCorrupt, what);
  CS_TRY(check_settings_bytes(path, ""));  // where a NUL cut it off, that is the cause
  return fail(std::move(error));
}

Result<Config> Config::open_files(const std::vector<std::string>& files,
                                  const git_repository* repository) {
  ensure_library();
  Config config;
  if (git_config_new(Out(config.files_)) < 0) {
    return fail(from_libgit2(ErrorCode::kInternal, "cannot hold a configuration"));
  }
  int level = GIT_CONFIG_LEVEL_PROGRAMDATA;
  for (const std::string& path : files) CS_TRY(config.add_file(path, level++, repository));
  return config;
}

Result<Config> Config::open(const Environment& environment, const std::vector<std::string>& local,
                            const git_repository* repository) {
  ensure_library();
  set_home(environment);
  std::vector<std::string> files;
  add_system_file(environment, files);
  add_user_files(environment, files);
  files.insert(files.end(), local.begin(), local.end());
  const std::string home(environment.get("HOME").value_or(""));
  for (const std::string& path : files) CS_TRY(check_settings_bytes(path, home));
  CS_ASSIGN(auto config, open_files(files, repository));
  CS_ASSIGN(auto settings, settings_of(environment));
  for (Setting& one : settings) {
    config.overlay_.insert_or_assign(std::move(one.key), std::move(one.value));
  }
  return config;
}

Result<std::optional<Config::Value>> Config::lookup(std::string_view key) const {
  const auto normal = normalize_key(key);
  if (!normal) {
    return fail(ErrorCode::kInvalidInput, fmt::format("{} is no configuration key", quoted(key)));
  }
  if (const auto found = overlay_.find(*normal); found != overlay_.end()) return found->second;
  ConfigEntryHandle entry;
  const int code = git_config_get_entry(Out(entry), files_.get(), normal->c_str());
  if (code == GIT_ENOTFOUND) {
    git_error_clear();
    return std::nullopt;
  }
  if (code < 0) {
    return fail(from_libgit2(ErrorCode::kInvalidInput,
                             fmt::format("cannot read the configuration key {}", quoted(key))));
  }
  if (entry->value == nullptr) return Value();
  return Value(entry->value);
}

Result<std::optional<std::string>> Config::get(std::string_view key) const {
  CS_ASSIGN(auto found, lookup(key));
  if (!found) return std::nullopt;
  return std::move(*found).value_or("");
}

Result<std::optional<bool>> Config::get_bool(std::string_view key) const {
  CS_ASSIGN(const auto found, lookup(key));
  if (!found) return std::nullopt;
  const Value& value = *found;
  int truth = 0;
  if (git_config_parse_bool(&truth, value ? value->c_str() : nullptr) < 0) {
    git_error_clear();
    return fail(ErrorCode::kInvalidInput, fmt::format("bad boolean config value {} for {}",
                                                      quoted(value.value_or("")), quoted(key)));
  }
  return truth != 0;
}

std::vector<Setting> Config::file_settings(std::string_view prefix) const {
  std::vector<Setting> settings;
  // Not by libgit2's search for a pattern, which leaks memory wherever the pattern does not match.
  ConfigIteratorHandle iterator;
  if (git_config_iterator_new(Out(iterator), files_.get()) < 0) {
    git_error_clear();
    return settings;
  }
  git_config_entry* entry = nullptr;
  while (git_config_next(&entry, iterator.get()) == 0) {
    const std::string_view key = entry->name;
    if (!key.starts_with(prefix)) continue;
    Setting setting{std::string(key), std::nullopt};
    if (entry->value != nullptr) setting.value = entry->value;
    settings.push_back(std::move(setting));
  }
  git_error_clear();
  return settings;
}

std::vector<Setting> Config::settings(std::string_view prefix) const {
  std::vector<Setting> settings = file_settings(prefix);
  for (const auto& [key, value] : overlay_) {
    if (key.starts_with(prefix)) settings.push_back({key, value});
  }
  return settings;
}

}  // namespace claudestep::git
