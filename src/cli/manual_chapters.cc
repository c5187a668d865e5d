#include "cli/manual_chapters.h"

#include <array>
#include <string>

#include "base/result.h"
#include "cli/embedded.h"
#include "cli/manual_markdown.h"

namespace claudestep::cli {
namespace {

struct Chapter {
  std::string_view name;  // no command and no family of commands is called so
  std::string_view file;
  std::string_view summary;
};

constexpr std::array<Chapter, 8> kChapters = {{
    {"guide", "guide.md", "from nothing to daily use"},
    {"model", "model.md", "what is recorded, what follows from it, what may change it"},
    {"rules", "rules.md", "every finding: what it means, the way out"},
    {"output", "output.md", "the answers with --json, kind by kind"},
    {"events", "events.md", "what log and diff say happened"},
    {"operations", "operations.md", "the operations that apply takes"},
    {"project-file", "project.md", "a project's file, and the older forms that are read"},
    {"branch", "branch.md", "the metadata branch: layout, commits, which state is read"},
}};

ManualPage page_of_chapter(const Chapter& chapter) {
  for (const EmbeddedFile& file : chapter_files()) {
    if (file.name != chapter.file) continue;
    ManualPage page = {.name = manual_name(chapter.name),
                       .summary = std::string(chapter.summary),
                       .sections = sections_of_markdown(file.bytes),
                       .section = 7};
    page.sections.push_back({"SEE ALSO", {{.text = "claudestep(1)"}}});
    return page;
  }
  abort_with(__FILE__, __LINE__, "a chapter whose file is not carried");
}

}  // namespace

std::vector<ManualPage> manual_chapters() {
  std::vector<ManualPage> pages;
  for (const Chapter& chapter : kChapters) pages.push_back(page_of_chapter(chapter));
  return pages;
}

std::optional<ManualPage> chapter_named(std::string_view name) {
  for (const Chapter& chapter : kChapters) {
    if (chapter.name == name) return page_of_chapter(chapter);
  }
  return std::nullopt;
}

}  // namespace claudestep::cli
