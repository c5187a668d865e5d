#include "report/cache.h"

#include <utility>

#include "report/json.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

std::string files_and_bytes(const CacheAmount& amount) {
  return grouped(amount.files) + (amount.files == 1 ? " file, " : " files, ") +
         grouped(amount.bytes) + " bytes";
}

}  // namespace

std::string cache_text(const CacheState& state) {
  std::string text;
  if (state.cleared) {
    text += "took away " + grouped(*state.cleared) + (*state.cleared == 1 ? " file" : " files") +
            "; the next question makes them anew\n";
  }
  text += "folder    " + safe(state.folder) + "\n";
  text += "holds     " + files_and_bytes(state.facts) + "\n";
  text += "knows     " + grouped(state.cached) + " of " + grouped(state.projects) +
          (state.projects == 1 ? " project file" : " project files") + " of the branch\n";
  text += "merges    " + files_and_bytes(state.merges) + "\n";
  text += "patches   " + files_and_bytes(state.patches) + "\n";
  return text;
}

std::string cache_json(const CacheState& state) {
  JsonWriter writer = begin_answer("cache");
  write_text(writer, "folder", state.folder);
  write_count(writer, "files", state.facts.files);
  write_count(writer, "bytes", state.facts.bytes);
  write_count(writer, "projects", state.projects);
  write_count(writer, "cached", state.cached);
  write_count(writer, "merge_files", state.merges.files);
  write_count(writer, "merge_bytes", state.merges.bytes);
  write_count(writer, "patch_files", state.patches.files);
  write_count(writer, "patch_bytes", state.patches.bytes);
  if (state.cleared) {
    write_count(writer, "cleared", *state.cleared);
  } else {
    writer.key("cleared").null();
  }
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
