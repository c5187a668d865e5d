// Owns: the receipts of one commit, by what they are about. Internal to store/.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/merge.h"

namespace claudestep::store {

class Receipts {
 public:
  Receipts() = default;
  // Those in the message of a commit.
  explicit Receipts(std::string_view message);

  // In the order of the message, of all projects or of one.
  [[nodiscard]] const std::vector<model::Receipt>& all() const { return all_; }
  [[nodiscard]] const std::vector<model::Receipt>& of(const std::string& project) const;
  // Whether the message has this one to the letter, as a trailer.
  [[nodiscard]] bool has(const std::string& trailer) const { return trailers_.contains(trailer); }
  // Whether one of them is for the file, or for what stood in the place of its folder.
  [[nodiscard]] bool gave_way(std::string_view path) const;

 private:
  std::vector<model::Receipt> all_;
  std::map<std::string, std::vector<model::Receipt>> by_project_;
  std::set<std::string, std::less<>> files_;
  std::set<std::string> trailers_;
};

}  // namespace claudestep::store
