#include "cli/step_output.h"

#include <fmt/format.h>

#include <random>

#include "cli/files.h"

namespace claudestep::cli {

namespace {

std::string delimiter_for(const std::string& value) {
  std::random_device source;
  std::string delimiter;
  do {
    delimiter = fmt::format("end_{:08x}{:08x}{:08x}{:08x}", source(), source(), source(), source());
  } while (value.find(delimiter) != std::string::npos);
  return delimiter;
}

}  // namespace

Status write_step_outputs(const Context& context, const StepOutputs& outputs) {
  const auto path = context.environment.get_nonempty("GITHUB_OUTPUT");
  if (!path) return {};
  std::string text;
  for (const auto& [name, value] : outputs) {
    const std::string delimiter = delimiter_for(value);
    text += name + "<<" + delimiter + "\n" + value + "\n" + delimiter + "\n";
  }
  return append_to_file(context, *path, text);
}

}  // namespace claudestep::cli
