// Owns: the receipts of one commit, by what they are about. Internal to store/.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/merge.h"
#include "store/fsck_facts.h"

namespace claudestep::store {

class Receipts {
 public:
  Receipts() = default;
  // Those in the message of a commit.
  explicit Receipts(std::string_view message);

  // Those of one project, in the order of the message.
  [[nodiscard]] const std::vector<model::Receipt>& of(const std::string& project) const;
  // Whether one of them is for the record of the fact or, of facts of the project, for the fact.
  [[nodiscard]] bool are_about(const FactKey& key) const;
  // Whether the message has this one to the letter, as a trailer.
  [[nodiscard]] bool has(const std::string& trailer) const { return trailers_.contains(trailer); }
  // Whether one of them is for the file, or for what stood in the place of its folder.
  [[nodiscard]] bool gave_way(std::string_view path) const;

 private:
  std::map<std::string, std::vector<model::Receipt>> by_project_;
  std::set<std::string, std::less<>> files_;
  std::set<std::string> trailers_;
  std::set<std::pair<FactOf, std::string>> about_;  // records; members of the project
};

}  // namespace claudestep::store
