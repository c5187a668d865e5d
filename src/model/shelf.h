// Owns: the two folders of the branch that projects lie in, and how a file in them is named.
// Leaves to others: what can be a project's name (model/project_name.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace claudestep::model {

// The folder a project lies in.
enum class Shelf : std::uint8_t { kProjects, kArchive };

// In the order in which a project is looked for.
inline constexpr Shelf kShelves[] = {Shelf::kProjects, Shelf::kArchive};

// How the files of projects end.
inline constexpr std::string_view kProjectSuffix = ".json";

[[nodiscard]] constexpr Shelf other_than(Shelf shelf) {
  return shelf == Shelf::kProjects ? Shelf::kArchive : Shelf::kProjects;
}

// "projects", or "archive".
[[nodiscard]] constexpr std::string_view folder_name(Shelf shelf) {
  return shelf == Shelf::kProjects ? "projects" : "archive";
}

// The same with the slash at its end: how the paths in it begin.
[[nodiscard]] inline std::string folder_prefix(Shelf shelf) {
  return std::string(folder_name(shelf)) + "/";
}

// The one whose folder has that name; nothing for any other name.
[[nodiscard]] constexpr std::optional<Shelf> shelf_named(std::string_view folder) {
  for (const Shelf shelf : kShelves) {
    if (folder == folder_name(shelf)) return shelf;
  }
  return std::nullopt;
}

// What the file of the project `name` is called in its folder: "auth.json".
[[nodiscard]] inline std::string file_name_of(std::string_view name) {
  return std::string(name) + std::string(kProjectSuffix);
}

// What is called so in its folder, whether or not that can be a project's name; nothing for a file
// that ends otherwise.
[[nodiscard]] constexpr std::optional<std::string_view> name_in_file_name(std::string_view file) {
  if (!file.ends_with(kProjectSuffix)) return std::nullopt;
  return file.substr(0, file.size() - kProjectSuffix.size());
}

// Where a project of that name lies: "projects/auth.json".
[[nodiscard]] inline std::string path_of(std::string_view name, Shelf shelf) {
  return folder_prefix(shelf) + file_name_of(name);
}

}  // namespace claudestep::model
