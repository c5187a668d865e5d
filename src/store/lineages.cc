#include "store/lineages.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace claudestep::store {

namespace {

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Tracer {
 public:
  Tracer(const ProjectVersions& versions, Search search) : versions_(versions), search_(search) {
    for (const Side side : kSides) names_[side] = versions.names(side);
    for (const std::string& name : names_[kBase]) {
      if ((is_touched(kOurs, name) && is_touched(kTheirs, name)) ||
          versions.is_displaced(kOurs, name) || versions.is_displaced(kTheirs, name)) {
        contested_.insert(contested_.end(), name);
      }
    }
    if (is_entangled()) search_ = Search::kAllNames;
  }

  Result<std::vector<Lineage>> run() {
    CS_TRY(find_heirs());
    std::vector<Lineage> lineages;
    const auto add = [&](const Lineage& lineage) {
      if (lineage.at[kOurs] || lineage.at[kTheirs]) lineages.push_back(lineage);
    };
    for (const std::string& name : names_[kBase]) {
      add({{name, take(kOurs, heir(kOurs, name)), take(kTheirs, heir(kTheirs, name))}});
    }
    // What one side made and renamed finds what the other made under the old name.
    for (const std::string& former : added_formers()) {
      add({{std::nullopt, take(kOurs, added_heir(kOurs, former)),
            take(kTheirs, added_heir(kTheirs, former))}});
    }
    std::set<std::string_view> left;
    for (const Side side : {kOurs, kTheirs}) {
      for (const std::string& name : names_[side]) {
        if (!used_[side].contains(name)) left.insert(name);
      }
    }
    for (const std::string_view one : left) {
      const std::string name(one);
      CS_ASSIGN(const auto first, first_of_namesakes(name));
      if (first)
        add({{std::nullopt, take_of(kOurs, *first, name), take_of(kTheirs, *first, name)}});
      add({{std::nullopt, take(kOurs, name), take(kTheirs, name)}});
    }
    return lineages;
  }

 private:
  static Side other_than(Side side) { return side == kOurs ? kTheirs : kOurs; }

  bool is_there(Side side, const std::string& name) const { return names_[side].contains(name); }

  // --- who has which project of the base

  // How well a project of the base fits as the past of another: by when they were made, by
  // what they hold, then by the names of the one before those that the other had.
  struct Fit {
    bool is_of_one_time = false;
    bool has_its_tasks = false;
    bool begins = false;  // the names are the first that it had
    std::size_t count = 0;
    auto operator<=>(const Fit&) const = default;
  };
  struct Origin {
    std::string in_base;
    std::string name;
    Fit fit;
  };

  bool is_touched(Side side, const std::string& name) const {
    return versions_.is_changed(side, name) || versions_.is_moved(side, name);
  }
  // Whether both sides did something to a name of the base, or one has it where it says nothing.
  bool is_contested(const std::string& name) const { return contested_.contains(name); }
  // Whether what one side did to a name of the base may be about another project than what the
  // other did. Where both changed the file their versions are compared anyway, which shows it.
  bool is_entangled() const {
    return std::any_of(contested_.begin(), contested_.end(), [&](std::string_view one) {
      const std::string name(one);
      return versions_.is_moved(kOurs, name) || versions_.is_moved(kTheirs, name);
    });
  }

  Status find_heirs() {
    bool is_any_renamed = false;
    for (const Side side : {kOurs, kTheirs}) {
      if (has_strange_names(side)) CS_TRY(look_among(side, true));
      is_any_renamed |= !origins_[side].empty() || !added_[side].empty();
    }
    if (!contested_.empty() && (is_any_renamed || search_ == Search::kAllNames)) {
      for (const Side side : {kOurs, kTheirs}) CS_TRY(look_among(side, false));
    }
    for (const Side side : {kOurs, kTheirs}) choose_heirs(side);
    return {};
  }

  // Whether a side may have renamed what matters to the other: something is contested or gone, or
  // the other has a name that the base does not know.
  bool has_strange_names(Side side) const {
    const Side other = other_than(side);
    return !contested_.empty() ||
           std::any_of(names_[kBase].begin(), names_[kBase].end(),
                       [&](auto& name) { return !is_there(side, name); }) ||
           std::any_of(names_[other].begin(), names_[other].end(),
                       [&](auto& name) { return !is_there(kBase, name); });
  }

  // Looks at the names that the base has not, or at those that it has: there what has no former
  // name may have been made anew, which matters where the other side touched the old one. Where
  // projects of the base are gone, or went to other names, what has no former name may be one of
  // them all the same: its file was renamed by hand, or a rename was taken back.
  Status look_among(Side side, bool new_names) {
    const std::vector<std::string> lost = may_have_lost(side, new_names);
    std::set<std::string> silent;
    for (const std::string& name : names_[side]) {
      if (is_there(kBase, name) == new_names) continue;
      if (!versions_.is_changed(side, name)) continue;
      const bool may_be_new = !new_names && (is_contested(name) || search_ == Search::kAllNames);
      if (!may_be_new && lost.empty()) {
        CS_ASSIGN(const bool may_be_renamed, versions_.may_be_renamed(side, name));
        if (!may_be_renamed) continue;
      }
      CS_ASSIGN(const auto identity, versions_.identity(side, name));
      if (!identity) continue;
      const bool says_nothing = !may_be_new && identity->former_names.empty();
      if (says_nothing && lost.empty()) continue;
      CS_ASSIGN(const bool has_origin, note_origins(side, name, *identity, lost));
      if (says_nothing && !has_origin) continue;
      if (says_nothing) silent.insert(name);
      if (!has_origin && new_names) added_[side].emplace(name, identity->former_names);
      if (!new_names) taken_over_[side].insert(name);
    }
    forget_copies(side, silent);
    return {};
  }

  // Of several that do not tell, and all look like one project, nobody knows which it is.
  void forget_copies(Side side, const std::set<std::string>& silent) {
    std::map<std::string, int> claims;
    for (const Origin& origin : origins_[side]) {
      if (silent.contains(origin.name)) ++claims[origin.in_base];
    }
    std::erase_if(origins_[side], [&](const Origin& origin) {
      return silent.contains(origin.name) && claims[origin.in_base] > 1;
    });
  }

  // Names of the base whose projects a side may have under names that do not tell.
  [[nodiscard]] std::vector<std::string> may_have_lost(Side side, bool new_names) const {
    std::vector<std::string> names;
    for (const std::string& name : names_[kBase]) {
      const bool is_gone = !is_there(side, name);
      const bool may_be_elsewhere = !new_names && search_ == Search::kAllNames;
      if (is_gone || (may_be_elsewhere && versions_.is_changed(side, name))) names.push_back(name);
    }
    return names;
  }

  // Gives each project of the base at most one heir, and nobody two pasts: who fits best comes
  // first, and of those who fit alike who has kept the name.
  void choose_heirs(Side side) {
    const auto rank = [](const Origin& origin) {
      return std::pair(origin.fit, origin.name == origin.in_base);
    };
    std::stable_sort(origins_[side].begin(), origins_[side].end(),
                     [&](auto& a, auto& b) { return rank(a) > rank(b); });
    std::set<std::string> settled;
    for (const Origin& origin : origins_[side]) {
      if (settled.contains(origin.name)) continue;
      if (heirs_[side].emplace(origin.in_base, origin.name).second) settled.insert(origin.name);
    }
  }

  // Who a project of the base is, read once; null when the file holds none.
  Result<const Identity*> in_base(const std::string& name) {
    const auto [place, is_new] = in_base_.try_emplace(name);
    if (is_new) {
      CS_ASSIGN(place->second, versions_.identity(kBase, name));
    }
    return place->second ? &*place->second : nullptr;
  }

  Result<std::optional<Fit>> fit(Side side, const std::string& old_name, const std::string& name,
                                 const Identity& now) {
    const std::optional<Fit> none;
    CS_ASSIGN(const Identity* const old, in_base(old_name));
    if (old == nullptr) return old_name == name ? std::optional(Fit{}) : none;
    if (was_made_later(*old, now)) return none;
    Fit fit;
    fit.is_of_one_time = old->created_at && old->created_at == now.created_at;
    fit.has_its_tasks = !old->tasks.empty() && std::includes(now.tasks.begin(), now.tasks.end(),
                                                             old->tasks.begin(), old->tasks.end());
    Names chain = old->former_names;
    chain.push_back(old_name);
    std::erase(chain, name);  // who takes a former name again does not list it
    const bool fits = std::all_of(chain.begin(), chain.end(), [&](const std::string& former) {
      return has(now.former_names, former);
    });
    if (!fits) {
      const bool nobody_else = fit.is_of_one_time || old_name == name || !is_there(side, old_name);
      return nobody_else ? std::optional(fit) : none;
    }
    fit.begins = std::equal(chain.begin(), chain.end(), now.former_names.begin(),
                            now.former_names.begin() + static_cast<std::ptrdiff_t>(chain.size()));
    fit.count = chain.size();
    return std::optional(fit);
  }

  // Notes which projects of the base the one that a side calls `name` may be. Returns false when
  // it can be none.
  Result<bool> note_origins(Side side, const std::string& name, const Identity& now,
                            const std::vector<std::string>& lost) {
    const std::size_t known = origins_[side].size();
    const auto consider = [&](const std::string& candidate) -> Status {
      if (!is_there(kBase, candidate) || !versions_.is_changed(side, candidate)) return {};
      CS_ASSIGN(const auto how, fit(side, candidate, name, now));
      const bool is_told = how && (how->is_of_one_time || how->has_its_tasks);
      if (how && (is_told || candidate != name || !versions_.is_displaced(side, name))) {
        origins_[side].push_back({candidate, name, *how});
      }
      return {};
    };
    CS_TRY(consider(name));
    for (const std::string& former : now.former_names) {
      if (former != name) CS_TRY(consider(former));
    }
    for (const std::string& candidate : lost) {
      if (candidate == name || has(now.former_names, candidate)) continue;
      CS_ASSIGN(const Identity* const old, in_base(candidate));
      if (old != nullptr && is_the_same(*old, now)) CS_TRY(consider(candidate));
    }
    return origins_[side].size() > known;
  }

  // --- which names go together

  // The name that the base's project `name` has on a side.
  std::optional<std::string> heir(Side side, const std::string& name) const {
    const auto found = heirs_[side].find(name);
    if (found != heirs_[side].end()) return found->second;
    if (!is_there(side, name) || taken_over_[side].contains(name)) return std::nullopt;
    return name;
  }

  // Names that projects which the base has not once had, and that the other side has.
  std::set<std::string> added_formers() const {
    std::set<std::string> formers;
    for (const Side side : {kOurs, kTheirs}) {
      for (const auto& [name, former_names] : added_[side]) {
        for (const std::string& former : former_names) {
          const bool is_free = !is_there(kBase, former) && !is_there(side, former);
          if (is_free && is_there(other_than(side), former)) formers.insert(former);
        }
      }
    }
    return formers;
  }

  std::optional<std::string> added_heir(Side side, const std::string& former) const {
    if (is_there(side, former)) return former;
    for (const auto& [name, former_names] : added_[side]) {
      if (has(former_names, former)) return name;
    }
    return std::nullopt;
  }

  // Where the two that have a new name are two: the side of the one that was made first or, of two
  // of one time, has the lesser names of before.
  Result<std::optional<Side>> first_of_namesakes(const std::string& name) {
    const std::optional<Side> none;
    bool may_be = false;
    std::optional<Identity> who[3];
    for (const Side side : {kOurs, kTheirs}) {
      if (!is_there(side, name) || used_[side].contains(name)) return none;
      CS_ASSIGN(const bool may_be_renamed, versions_.may_be_renamed(side, name));
      may_be |= may_be_renamed;
    }
    if (!may_be) return none;
    for (const Side side : {kOurs, kTheirs}) {
      CS_ASSIGN(who[side], versions_.identity(side, name));
      if (!who[side]) return none;
    }
    if (!are_namesakes(*who[kOurs], *who[kTheirs])) return none;
    const auto rank = [&](Side side) {
      return std::tie(who[side]->created_at, who[side]->former_names);
    };
    return std::optional(rank(kOurs) < rank(kTheirs) ? kOurs : kTheirs);
  }

  std::optional<std::string> take_of(Side side, Side first, const std::string& name) {
    return side == first ? take(side, name) : std::nullopt;
  }

  // The name, if the side has it and nothing else of it is in a lineage yet.
  std::optional<std::string> take(Side side, const std::optional<std::string>& name) {
    if (!name) return std::nullopt;
    const auto found = names_[side].find(*name);
    if (found == names_[side].end() || !used_[side].insert(*found).second) return std::nullopt;
    return name;
  }

  const ProjectVersions& versions_;
  Search search_;
  std::set<std::string> names_[3];
  std::set<std::string_view> contested_;  // of these, as `used_`
  std::vector<Origin> origins_[3];
  std::map<std::string, std::string> heirs_[3];  // from the name in the base
  std::set<std::string> taken_over_[3];          // names of the base that another project has now
  std::map<std::string, Names> added_[3];        // renamed ones that the base has not
  std::set<std::string_view> used_[3];
  std::map<std::string, std::optional<Identity>> in_base_;
};

}  // namespace

Identity identity_of(const model::Project& project) {
  Identity identity;
  if (project.former_names) {
    for (const model::Text& former : *project.former_names) {
      identity.former_names.push_back(former.value);
    }
  }
  for (const model::Task& task : project.tasks) {
    if (task.id) identity.tasks.push_back(task.id->value);
  }
  std::sort(identity.tasks.begin(), identity.tasks.end());
  if (project.created_at) identity.created_at = project.created_at->value.instant();
  return identity;
}

bool is_the_same(const Identity& a, const Identity& b) {
  if (!a.created_at || a.created_at != b.created_at) return false;
  return std::any_of(a.tasks.begin(), a.tasks.end(), [&](const std::string& task) {
    return std::binary_search(b.tasks.begin(), b.tasks.end(), task);
  });
}

bool are_namesakes(const Identity& a, const Identity& b) {
  if (a.former_names.empty() && b.former_names.empty()) return false;
  const bool had_one_name =
      std::any_of(a.former_names.begin(), a.former_names.end(),
                  [&](const std::string& former) { return has(b.former_names, former); });
  return !had_one_name && !is_the_same(a, b);
}

bool were_made_apart(const Identity& a, const Identity& b) {
  return a.created_at && b.created_at && *a.created_at != *b.created_at;
}

bool was_made_later(const Identity& before, const Identity& now) {
  return before.created_at && now.created_at && *before.created_at < *now.created_at;
}

bool may_be_another(const Identity& before, const Identity& now) {
  if (were_made_apart(before, now)) return true;
  return std::any_of(now.former_names.begin(), now.former_names.end(),
                     [&](const std::string& former) { return !has(before.former_names, former); });
}

Result<std::vector<Lineage>> lineages_of(const ProjectVersions& versions, Search search) {
  return Tracer(versions, search).run();
}

}  // namespace claudestep::store
