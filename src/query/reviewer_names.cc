#include "query/reviewer_names.h"

namespace claudestep::query {

void ReviewerNames::begin_run(const model::FactsView& facts) {
  facts_ = &facts;
  places_.assign(facts.names.size(), 0);
}

std::size_t ReviewerNames::place_of(std::uint32_t id) {
  std::size_t& place = places_[id];
  if (place == 0) {
    const auto [known, fresh] = known_.emplace(facts_->name(id), names_.size());
    if (fresh) names_.push_back(known->first);
    place = known->second + 1;
  }
  return place - 1;
}

std::optional<std::string> ReviewerNames::name_at(std::size_t place) const {
  if (names_[place].empty()) return std::nullopt;
  return names_[place];
}

}  // namespace claudestep::query
