// Owns: a folder of files that are made once, never changed and never needed: put in place whole,
// kept within bounds, counted and taken away.
// Leaves to others: what is in them, and whether to believe it. Internal to store/.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace claudestep::store {

struct CacheSize {
  std::size_t files = 0;
  std::uint64_t bytes = 0;
};

// Gives a file or folder that was just made to those who share the repository.
using Share = std::function<void(const std::string& path)>;

class CacheFolder {
 public:
  // `suffix` is what the names of its files end with. `share`, if any, gets all that keep() makes,
  // and is called nowhere else.
  CacheFolder(std::string path, std::string_view suffix, Share share)
      : path_(std::move(path)), suffix_(suffix), share_(std::move(share)) {}

  [[nodiscard]] const std::string& path() const { return path_; }
  // Where the file called `stem` is.
  [[nodiscard]] std::string path_of(std::string_view stem) const;

  // Has `fill` write a file, aside, and puts it in its place. Failing to is no failure: a full disk
  // or a folder that may not be written leaves the folder as it was. Whether it is there now.
  bool keep(std::string_view stem, const std::function<bool(int fd)>& fill) const;
  // Takes a file away, if it is there.
  void drop(std::string_view stem) const;

  // What may stay of files that are not in use.
  struct Room {
    std::size_t files = 0;
    std::uint64_t bytes = 0;  // besides as many as those in use take
  };
  // Takes away what killed writers left behind and, of the files that are not `used`, the oldest
  // that `room` is too small for.
  void prune(const std::vector<std::string>& used, const Room& room) const;

  [[nodiscard]] CacheSize size() const;
  // Takes all files away; how many there were. kIo when one stays.
  [[nodiscard]] Result<CacheSize> clear() const;

 private:
  void make_folders() const;
  bool make_folder(const std::string& path) const;

  std::string path_;
  std::string_view suffix_;
  Share share_;
};

}  // namespace claudestep::store
