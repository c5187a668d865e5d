// Owns: reviewers met in many runs of facts as one list of names, each with one place in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/facts.h"

namespace claudestep::query {

class ReviewerNames {
 public:
  // From here on ids are those of `facts`, which must stay until the next run begins.
  void begin_run(const model::FactsView& facts);
  // The place of a name of this run; places count from 0, in the order in which they were asked
  // for.
  [[nodiscard]] std::size_t place_of(std::uint32_t id);
  // Nothing for nobody.
  [[nodiscard]] std::optional<std::string> name_at(std::size_t place) const;
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  const model::FactsView* facts_ = nullptr;
  std::vector<std::size_t> places_;  // by id of this run, counted from 1; 0: not asked yet
  std::unordered_map<std::string, std::size_t> known_;
  std::vector<std::string> names_;
};

}  // namespace claudestep::query
