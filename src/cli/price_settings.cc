#include "cli/price_settings.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "cli/files.h"
#include "codec/price_codec.h"

namespace claudestep::cli {

namespace {

constexpr std::string_view kFileKey = "claudestep.prices";
constexpr std::string_view kPrefix = "claudestep.";
constexpr std::string_view kSuffix = ".price";

Status set_from_file(const Context& context, const std::string& path, model::PriceTable& table) {
  CS_ASSIGN(auto bytes, read_file_or_input(context, path));
  CS_ASSIGN(auto prices, codec::read_prices(std::move(bytes), input_name(path)));
  for (model::Price& price : prices) model::set_price(table, std::move(price));
  return {};
}

// A path of the configuration as git takes one: "~/" is the home folder; a relative one is meant
// from the work tree, so that it does not depend on where a command runs.
std::string configured_path(const Context& context, const git::Repository& repository,
                            const std::string& path) {
  const auto home = context.environment.get_nonempty("HOME");
  if (home && path.starts_with("~/")) return std::string(*home) + path.substr(1);
  if (path.starts_with('/')) return path;
  return repository.work_dir().value_or(repository.common_dir()) + "/" + path;
}

Status set_from_config(const Context& context, const git::Repository& repository,
                       model::PriceTable& table) {
  CS_ASSIGN(const auto file, repository.config(kFileKey));
  if (file && !file->empty()) {
    Status status = set_from_file(context, configured_path(context, repository, *file), table);
    if (!status) {
      status.error().hints.emplace_back("git config --show-origin claudestep.prices");
      return status;
    }
  }
  for (const auto& [key, value] : repository.settings(kPrefix)) {
    if (!key.ends_with(kSuffix) || key.size() <= kPrefix.size() + kSuffix.size()) continue;
    const std::string_view model =
        std::string_view(key).substr(kPrefix.size(), key.size() - kPrefix.size() - kSuffix.size());
    auto price = codec::read_price(model, value);
    if (!price)
      return fail(std::move(price.error()).within("cannot use the setting " + quoted(key)));
    model::set_price(table, *std::move(price));
  }
  return {};
}

}  // namespace

Result<model::PriceTable> prices_of(const Context& context, const Arguments& arguments,
                                    const git::Repository* repository) {
  model::PriceTable table = model::built_in_prices();
  if (repository != nullptr) CS_TRY(set_from_config(context, *repository, table));
  if (arguments.has("prices")) {
    CS_TRY(set_from_file(context, arguments.text("prices"), table));
  }
  return table;
}

}  // namespace claudestep::cli
