// Owns: which project a commit's operations were about, where they gave names away and took them
// again: "p -> tmp, q -> p, tmp -> q" is two projects, each with a name before and after.
// Internal to store/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/fsck_trailer.h"

namespace claudestep::store {

// One project through a commit.
struct ProjectLine {
  std::optional<std::string> before;              // its name; none: the commit made it
  std::optional<std::string> after;               // none: it went
  std::vector<const NamedOperation*> operations;  // about it, under any of its names
};

class ProjectLines {
 public:
  // Requires: `operations`, in the order in which they were done, outlive it.
  explicit ProjectLines(const std::vector<NamedOperation>& operations);

  // Those that operations are about.
  [[nodiscard]] const std::vector<ProjectLine>& all() const { return lines_; }

  // The project that has the name before, or after the commit. One that no operation is about is
  // itself, without operations. Of one that the commit makes though its name is there before, what
  // it makes is taken for it: a commit that carries on work makes so what its parent made as well.
  [[nodiscard]] ProjectLine called_before(const std::string& name) const;
  [[nodiscard]] ProjectLine called_after(const std::string& name) const;

 private:
  std::vector<ProjectLine> lines_;
  std::map<std::string, std::size_t> before_;                // places in `lines_`
  std::map<std::string, std::size_t> made_;                  // the same, by the first name
  std::map<std::string, std::optional<std::size_t>> after_;  // none: nobody has that name any more
};

}  // namespace claudestep::store
