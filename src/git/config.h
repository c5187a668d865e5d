// Owns: git's configuration as git would read it for one environment: which files, in which order,
// and what the command line and the environment put on top. Internal to git/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "git/handle.h"

namespace claudestep::git {

struct Setting {
  std::string key;                   // as git compares keys, see normalize_key
  std::optional<std::string> value;  // none: without "="
};

class Config {
 public:
  // The files of the system and the user as `environment` names them, `local` files in the order
  // given (later ones win; missing ones are skipped), then what the environment carries.
  // Conditional includes are judged for `repository`, which must outlive this. Returns kCorrupt for
  // a file that cannot be read as configuration, or has a NUL byte as a crash leaves it,
  // kInvalidInput for a variable.
  static Result<Config> open(const Environment& environment, const std::vector<std::string>& local,
                             const git_repository* repository);
  // Only the given files, as far as they can be read: up to a NUL byte.
  static Result<Config> open_files(const std::vector<std::string>& files,
                                   const git_repository* repository = nullptr);

  // The last value of `key`; nothing when not set. A key without "=" has the empty value.
  // Returns kInvalidInput for a text that is no key.
  [[nodiscard]] Result<std::optional<std::string>> get(std::string_view key) const;
  // Nothing when not set; kInvalidInput naming the key when the value is no truth.
  [[nodiscard]] Result<std::optional<bool>> get_bool(std::string_view key) const;
  // The settings of the files whose keys begin with `prefix`, in the order they are read; what the
  // environment carries is not among them.
  [[nodiscard]] std::vector<Setting> file_settings(std::string_view prefix) const;
  // The same with what the environment carries behind them, which wins.
  [[nodiscard]] std::vector<Setting> settings(std::string_view prefix) const;

  [[nodiscard]] git_config* handle() const { return files_.get(); }

 private:
  // A value, or none for a key without "=", which is true as a truth and empty as a text.
  using Value = std::optional<std::string>;

  Status add_file(const std::string& path, int level, const git_repository* repository);
  [[nodiscard]] Result<std::optional<Value>> lookup(std::string_view key) const;

  ConfigHandle files_;
  std::map<std::string, Value, std::less<>> overlay_;
};

// "Section.Sub.Name" as git compares keys: section and name in lower case; nothing when it is no
// key.
[[nodiscard]] std::optional<std::string> normalize_key(std::string_view key);

// The settings that the environment carries: GIT_CONFIG_COUNT with its pairs, then
// GIT_CONFIG_PARAMETERS, which `git -c` fills (both forms: 'key=value' and 'key'='value').
[[nodiscard]] Result<std::vector<Setting>> settings_of(const Environment& environment);

}  // namespace claudestep::git
