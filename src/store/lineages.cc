#include "store/lineages.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace claudestep::store {

namespace {

using Names = std::vector<std::string>;

// Among more of one time a task tells nobody apart.
constexpr std::size_t kMostWithATask = 16;

bool has(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// All that it had, in their order.
Names names_of(const NamedFiles& file, const Identity& identity) {
  Names names = identity.former_names;
  names.emplace_back(file.name);
  return names;
}

class Tracer {
 public:
  Tracer(const ProjectVersions& versions, Search search, const Kin* kin)
      : versions_(versions), search_(search), kin_(kin), files_(versions.files()) {
    for (const NamedFiles& file : files_) {
      const bool both_touched = is_touched(kOurs, file) && is_touched(kTheirs, file);
      const bool is_one = file.is_in(kBase) && (both_touched || is_displaced(kOurs, file) ||
                                                is_displaced(kTheirs, file));
      contested_.push_back(is_one);
      is_any_contested_ |= is_one;
      // Whether what one side did to a name of the base may be about another project than what the
      // other did. Where both changed the file their versions are compared anyway, which shows it.
      if (is_one && (file.is_moved(kOurs) || file.is_moved(kTheirs))) search_ = Search::kAllNames;
    }
    for (const Side side : {kOurs, kTheirs}) used_[side].resize(files_.size());
  }

  Result<std::vector<Lineage>> run() {
    CS_TRY(find_heirs());
    lineages_.reserve(files_.size());
    for (const NamedFiles& file : files_) {
      if (file.is_in(kBase)) add(&file, heir(kOurs, file), heir(kTheirs, file));
    }
    CS_TRY(add_newcomers());
    for (const NamedFiles& file : files_) {
      if (!is_left(kOurs, file) && !is_left(kTheirs, file)) continue;
      CS_ASSIGN(const auto first, first_of_namesakes(file));
      if (first) add(nullptr, *first == kOurs ? &file : nullptr, *first == kOurs ? nullptr : &file);
      add(nullptr, &file, &file);
    }
    return std::move(lineages_);
  }

 private:
  static Side other_than(Side side) { return side == kOurs ? kTheirs : kOurs; }

  const NamedFiles* find(std::string_view name) const {
    const auto found = std::lower_bound(
        files_.begin(), files_.end(), name,
        [](const NamedFiles& file, std::string_view one) { return file.name < one; });
    return found == files_.end() || found->name != name ? nullptr : &*found;
  }
  bool is_in(Side side, std::string_view name) const {
    const NamedFiles* const file = find(name);
    return file != nullptr && file->is_in(side);
  }
  std::size_t place_of(const NamedFiles& file) const {
    return static_cast<std::size_t>(&file - files_.data());
  }

  // --- who has which project of the base

  // How well a project of the base fits as the past of another: by what is known, by when they were
  // made, by what they hold, then by the names of the one before those that the other had.
  struct Fit {
    bool is_known = false;
    bool is_of_one_time = false;
    bool has_its_tasks = false;  // all of them
    bool begins = false;         // the names are the first that it had
    std::size_t count = 0;
    bool has_a_task = false;
    auto operator<=>(const Fit&) const = default;

    // Whether nothing but names says so.
    [[nodiscard]] bool is_by_name() const { return !is_known && !is_of_one_time && !has_a_task; }
  };
  struct Origin {
    const NamedFiles* in_base;
    const NamedFiles* now;
    Fit fit;
  };
  // A project that the base has not.
  struct Newcomer {
    const NamedFiles* file;
    Names names;  // all that it had, in their order
    Identity identity;
  };
  using Files = std::set<const NamedFiles*>;
  // Those of the base that a side may have under names that do not tell, and which of them was made
  // at a time with a task. What both sides did something to is elsewhere where another has its
  // name.
  struct Lost {
    std::vector<const NamedFiles*> files;
    std::map<std::pair<Instant, std::string>, std::vector<const NamedFiles*>> made_with;
    bool is_read = false;
  };

  static bool is_touched(Side side, const NamedFiles& file) {
    return file.is_changed(side) || file.is_moved(side);
  }
  // Whether a side has it where that says nothing: what else could it do, without the folder.
  bool is_displaced(Side side, const NamedFiles& file) const {
    return file.is_in(kBase) && file.is_in(side) && file.is_moved(side) &&
           versions_.has_lost(side, file.at[kBase]->shelf);
  }
  // Whether both sides did something to a name of the base, or one has it where it says nothing.
  bool is_contested(const NamedFiles& file) const { return contested_[place_of(file)]; }

  Status find_heirs() {
    CS_TRY(look_among_new_names());
    if (has_former_names_of_others_ && search_ != Search::kAllNames) {
      search_ = Search::kAllNames;
      for (const Side side : {kOurs, kTheirs}) {
        origins_[side].clear();
        has_renamed_[side] = false;
      }
      CS_TRY(look_among_new_names());
    }
    const auto is_renamed = [&](Side side) {
      return !origins_[side].empty() || has_renamed_[side];
    };
    const bool is_any_renamed = is_renamed(kOurs) || is_renamed(kTheirs);
    if (search_ == Search::kAllNames || (is_any_contested_ && is_any_renamed)) {
      for (const Side side : {kOurs, kTheirs}) CS_TRY(look_among(side, false));
    }
    bool is_settled = false;
    while (!is_settled) {
      for (const Side side : {kOurs, kTheirs}) choose_heirs(side);
      is_settled = !has_guesses(kOurs) && !has_guesses(kTheirs);
      if (!is_settled) {
        CS_ASSIGN(is_settled, forget_guesses());
      }
    }
    return {};
  }

  Status look_among_new_names() {
    for (const Side side : {kOurs, kTheirs}) {
      if (has_strange_names(side)) CS_TRY(look_among(side, true));
    }
    return {};
  }

  // Whether a side may have renamed what matters to the other: something is contested or gone, or
  // the other has a name that the base does not know. Who asks for all names wants it all the same.
  bool has_strange_names(Side side) const {
    const Side other = other_than(side);
    return is_any_contested_ || search_ == Search::kAllNames ||
           std::any_of(files_.begin(), files_.end(), [&](const NamedFiles& file) {
             return file.is_in(kBase) ? !file.is_in(side) : file.is_in(other);
           });
  }

  // Looks at the names that the base has not, or at those that it has: there what has no former
  // name may have been made anew, which matters where the other side touched the old one. Where
  // projects of the base are gone, or went to other names, what has no former name may be one of
  // them all the same: its file was renamed by hand, or a rename was taken back.
  Status look_among(Side side, bool new_names) {
    Lost lost = may_have_lost(side, new_names);
    Files silent;
    for (const NamedFiles& file : files_) {
      if (!file.is_in(side) || file.is_in(kBase) == new_names || !file.is_changed(side)) continue;
      const bool may_be_new = !new_names && (is_contested(file) || search_ == Search::kAllNames);
      if (!may_be_new && lost.files.empty()) {
        CS_ASSIGN(const bool may_be_renamed, versions_.may_be_renamed(side, file.name));
        if (!may_be_renamed) continue;
      }
      CS_ASSIGN(const auto identity, versions_.identity(side, file.name));
      if (!identity) continue;
      if (new_names) note_former_names(side, *identity);
      const bool says_nothing = !may_be_new && identity->former_names.empty();
      if (says_nothing && lost.files.empty()) continue;
      CS_ASSIGN(const bool has_origin, note_origins(side, file, *identity, lost));
      if (says_nothing && !has_origin) continue;
      if (says_nothing) silent.insert(&file);
      has_renamed_[side] |= !has_origin && new_names;
      if (!new_names) taken_over_[side].insert(&file);
    }
    forget_copies(side, silent);
    return {};
  }

  // Who has a former name that another has by now may be the one that the base has under it, or one
  // of before that came back: that other tells.
  void note_former_names(Side side, const Identity& now) {
    has_former_names_of_others_ |= std::any_of(
        now.former_names.begin(), now.former_names.end(), [&](const std::string& former) {
          const NamedFiles* const file = find(former);
          return file != nullptr && file->is_in(kBase) && file->is_in(side);
        });
  }

  // Of several that do not tell, and all look as much like one project, nobody knows which it is.
  void forget_copies(Side side, const Files& silent) {
    std::map<const NamedFiles*, std::pair<Fit, int>> best;
    for (const Origin& origin : origins_[side]) {
      if (!silent.contains(origin.now)) continue;
      auto& [fit, claims] = best.try_emplace(origin.in_base, origin.fit, 0).first->second;
      if (fit < origin.fit) claims = 0;
      fit = std::max(fit, origin.fit);
      if (fit == origin.fit) ++claims;
    }
    std::erase_if(origins_[side], [&](const Origin& origin) {
      if (!silent.contains(origin.now)) return false;
      const auto& [fit, claims] = best.at(origin.in_base);
      return origin.fit < fit || claims > 1;
    });
  }

  [[nodiscard]] Lost may_have_lost(Side side, bool new_names) const {
    Lost lost;
    for (const NamedFiles& file : files_) {
      const bool may_be_elsewhere =
          search_ == Search::kAllNames || (new_names && is_contested(file));
      const bool is_lost = !file.is_in(side) || (may_be_elsewhere && file.is_changed(side));
      if (file.is_in(kBase) && is_lost) lost.files.push_back(&file);
    }
    return lost;
  }

  // Those that surely are one with a project, whatever names they had, in their order.
  Result<Files> find_the_same(Side side, Lost& lost, const Identity& now) {
    Files same;
    if (!lost.is_read) {
      lost.is_read = true;
      for (const NamedFiles* file : lost.files) {
        CS_ASSIGN(const Identity* const old, in_base(*file));
        if (old == nullptr || !old->created_at) continue;
        for (const std::string& task : old->tasks) {
          lost.made_with[{*old->created_at, task}].push_back(file);
        }
      }
    }
    for (const std::string& task : now.tasks) {
      if (!now.created_at) break;
      const auto found = lost.made_with.find({*now.created_at, task});
      if (found == lost.made_with.end() || found->second.size() > kMostWithATask) continue;
      for (const NamedFiles* file : found->second) {
        if (same.contains(file)) continue;
        CS_ASSIGN(const bool is_there, still_has(side, *file));
        if (!is_there) same.insert(file);
      }
    }
    return same;
  }

  // Whether the side has it under its name, as far as that matters to who looks at new names alone.
  Result<bool> still_has(Side side, const NamedFiles& file) {
    if (search_ == Search::kAllNames || !file.is_in(side)) return false;
    CS_ASSIGN(const Identity* const old, in_base(file));
    CS_ASSIGN(const auto now, versions_.identity(side, file.name));
    return old != nullptr && now && is_the_same(*old, *now);
  }

  // Gives each project of the base at most one heir, and nobody two pasts: who fits best comes
  // first, and of those who fit alike who has kept the name.
  void choose_heirs(Side side) {
    const auto rank = [](const Origin& origin) {
      return std::pair(origin.fit, origin.now == origin.in_base);
    };
    std::stable_sort(origins_[side].begin(), origins_[side].end(),
                     [&](auto& a, auto& b) { return rank(a) > rank(b); });
    Files settled;
    heirs_[side].clear();
    for (const Origin& origin : origins_[side]) {
      if (settled.contains(origin.now)) continue;
      if (heirs_[side].emplace(origin.in_base, origin.now).second) settled.insert(origin.now);
    }
  }

  // Whether a side may have an heir by its names alone.
  bool has_guesses(Side side) const {
    return std::any_of(origins_[side].begin(), origins_[side].end(),
                       [](const Origin& origin) { return origin.fit.is_by_name(); });
  }

  // What two new projects that are one have in common, if not a task alone: when each was made,
  // with its first name and no task, and with each of its names and each task.
  using Mark = std::tuple<Instant, std::string, std::string>;
  static std::set<Mark> marks_of(const Identity& identity, const Names& names) {
    std::set<Mark> marks;
    if (!identity.created_at) return marks;
    marks.emplace(*identity.created_at, names.front(), "");
    for (const std::string& name : names) {
      for (const std::string& task : identity.tasks) {
        marks.emplace(*identity.created_at, name, task);
      }
    }
    return marks;
  }

  // What is new on a side, or an heir by its names alone.
  struct Loose {
    const NamedFiles* now;
    const Origin* origin;  // null: of none
    std::set<Mark> marks;
  };
  Result<std::vector<Loose>> find_loose(Side side) const {
    std::map<const NamedFiles*, const Origin*> chosen;
    for (const Origin& origin : origins_[side]) {
      const auto found = heirs_[side].find(origin.in_base);
      if (found != heirs_[side].end() && found->second == origin.now) chosen[origin.now] = &origin;
    }
    std::vector<Loose> loose;
    for (const NamedFiles& file : files_) {
      if (!file.is_in(side)) continue;
      const auto found = chosen.find(&file);
      const Origin* const origin = found == chosen.end() ? nullptr : found->second;
      const bool has_kept_name = file.is_in(kBase) && heir(side, file) == &file;
      if (origin != nullptr ? !origin->fit.is_by_name() : has_kept_name) continue;
      CS_ASSIGN(const auto identity, versions_.identity(side, file.name));
      if (!identity) continue;
      loose.push_back({&file, origin, marks_of(*identity, names_of(file, *identity))});
    }
    return loose;
  }

  // Names alone make nobody the heir of a project that the other side has as well, and not as that
  // one's: such came back on both sides, and one of them did something to the project that has a
  // former name of it by now. Returns false when there was such an heir: who is whose is to be
  // chosen again.
  Result<bool> forget_guesses() {
    std::vector<Loose> loose[3];
    for (const Side side : {kOurs, kTheirs}) {
      CS_ASSIGN(loose[side], find_loose(side));
    }
    std::set<std::pair<const NamedFiles*, const NamedFiles*>> wrong[3];
    for (const Side side : {kOurs, kTheirs}) {
      std::map<Mark, Files> others;  // what they are of; null: of none
      for (const Loose& other : loose[other_than(side)]) {
        for (const Mark& mark : other.marks) {
          others[mark].insert(other.origin == nullptr ? nullptr : other.origin->in_base);
        }
      }
      for (const Loose& one : loose[side]) {
        if (one.origin == nullptr) continue;
        const NamedFiles* const in_base = one.origin->in_base;
        Files same;
        for (const Mark& mark : one.marks) {
          const auto found = others.find(mark);
          if (found != others.end()) same.insert(found->second.begin(), found->second.end());
        }
        if (!same.empty() && !same.contains(in_base)) wrong[side].emplace(in_base, one.now);
      }
    }
    for (const Side side : {kOurs, kTheirs}) {
      std::erase_if(origins_[side], [&](const Origin& origin) {
        return wrong[side].contains({origin.in_base, origin.now});
      });
      has_renamed_[side] |= !wrong[side].empty();
    }
    return wrong[kOurs].empty() && wrong[kTheirs].empty();
  }

  // Who a project of the base is, read once; null when the file holds none.
  Result<const Identity*> in_base(const NamedFiles& file) {
    const auto [place, is_new] = in_base_.try_emplace(&file);
    if (is_new) {
      CS_ASSIGN(place->second, versions_.identity(kBase, file.name));
    }
    return place->second ? &*place->second : nullptr;
  }

  Result<std::optional<Fit>> fit(Side side, const NamedFiles& before, const NamedFiles& file,
                                 const Identity& now) {
    const std::optional<Fit> none;
    const bool same_name = &before == &file;
    CS_ASSIGN(const Identity* const old, in_base(before));
    if (old == nullptr) return same_name ? std::optional(Fit{}) : none;
    Fit fit;
    fit.is_known = &before == known_origin(side, file);
    if (!fit.is_known && was_made_later(*old, now)) return none;
    // Whatever a clock said: what was made at another time and has nothing of it is another.
    fit.has_a_task = share_a_task(*old, now);
    const bool has_nothing = !old->tasks.empty() && !fit.has_a_task;
    if (!fit.is_known && were_made_apart(*old, now) && has_nothing) return none;
    fit.is_of_one_time = old->created_at && old->created_at == now.created_at;
    fit.has_its_tasks = !old->tasks.empty() && std::includes(now.tasks.begin(), now.tasks.end(),
                                                             old->tasks.begin(), old->tasks.end());
    Names chain = old->former_names;
    chain.emplace_back(before.name);
    std::erase(chain, file.name);  // who takes a former name again does not list it
    const bool fits = std::all_of(chain.begin(), chain.end(), [&](const std::string& former) {
      return has(now.former_names, former);
    });
    if (!fits) {
      const bool nobody_else =
          fit.is_known || fit.is_of_one_time || same_name || !before.is_in(side);
      return nobody_else ? std::optional(fit) : none;
    }
    // A list by hand may have a name twice, and so be longer than what it is held to.
    fit.begins =
        std::mismatch(chain.begin(), chain.end(), now.former_names.begin(), now.former_names.end())
            .first == chain.end();
    fit.count = chain.size();
    return std::optional(fit);
  }

  // Whether a side has one, made or changed there, that surely is this one. Of one past that tells
  // more than a name, which may have been another's before.
  Result<bool> has_the_same(Side side, const Identity& now) {
    if (!made_with_[side]) {
      made_with_[side].emplace();
      for (const NamedFiles& file : files_) {
        if (!file.is_in(side) || !file.is_changed(side)) continue;
        CS_ASSIGN(const auto identity, versions_.identity(side, file.name));
        if (!identity || !identity->created_at) continue;
        for (const std::string& task : identity->tasks) {
          made_with_[side]->emplace(*identity->created_at, task);
        }
      }
    }
    return now.created_at &&
           std::any_of(now.tasks.begin(), now.tasks.end(), [&](const std::string& task) {
             return made_with_[side]->contains({*now.created_at, task});
           });
  }

  // The project of the base that the one that a side has there is known to be; null: none is.
  const NamedFiles* known_origin(Side side, const NamedFiles& file) const {
    if (kin_ == nullptr || side != kTheirs) return nullptr;
    const auto found = kin_->in_base.find(file.name);
    return found == kin_->in_base.end() ? nullptr : find(found->second);
  }

  // Notes which projects of the base the one that a side has there may be. Returns false when it
  // can be none.
  Result<bool> note_origins(Side side, const NamedFiles& file, const Identity& now, Lost& lost) {
    const std::size_t known = origins_[side].size();
    const auto consider = [&](const NamedFiles* candidate) -> Status {
      if (candidate == nullptr || !candidate->is_in(kBase) || !candidate->is_changed(side)) {
        return {};
      }
      CS_ASSIGN(const auto how, fit(side, *candidate, file, now));
      if (how && kin_ != nullptr && how->is_by_name()) {
        CS_ASSIGN(const bool is_one, has_the_same(other_than(side), now));
        if (is_one) return {};
      }
      const bool is_told = how && (how->is_known || how->is_of_one_time || how->has_its_tasks);
      if (how && (is_told || candidate != &file || !is_displaced(side, file))) {
        origins_[side].push_back({candidate, &file, *how});
      }
      return {};
    };
    std::vector<const NamedFiles*> candidates;
    Files seen;
    const auto add = [&](const NamedFiles* candidate) {
      if (seen.insert(candidate).second) candidates.push_back(candidate);
    };
    add(&file);
    for (const std::string& former : now.former_names) add(find(former));
    CS_ASSIGN(const Files same, find_the_same(side, lost, now));
    for (const NamedFiles* candidate : same) add(candidate);
    add(known_origin(side, file));
    for (const NamedFiles* candidate : candidates) CS_TRY(consider(candidate));
    return origins_[side].size() > known;
  }

  // --- which names go together

  // What a side has of the project that the base has there.
  const NamedFiles* heir(Side side, const NamedFiles& file) const {
    const auto found = heirs_[side].find(&file);
    if (found != heirs_[side].end()) return found->second;
    return taken_over_[side].contains(&file) ? nullptr : &file;
  }

  // Two that the base has not are one under whatever names they go when both say so.
  Status add_newcomers() {
    const auto may_be_any = [&](Side side) {
      return has_renamed_[side] || !origins_[side].empty() || !taken_over_[side].empty();
    };
    if (kin_ == nullptr && !may_be_any(kOurs) && !may_be_any(kTheirs)) return {};
    std::map<Instant, std::vector<Newcomer>> made_at[3];
    for (const NamedFiles& file : files_) {
      for (const Side side : {kOurs, kTheirs}) {
        if (!is_left(side, file)) continue;
        CS_ASSIGN(const auto identity, versions_.identity(side, file.name));
        if (!identity || !identity->created_at) continue;
        made_at[side][*identity->created_at].push_back(
            {&file, names_of(file, *identity), *identity});
      }
    }
    for (const auto& [time, mine] : made_at[kOurs]) {
      const auto others = made_at[kTheirs].find(time);
      if (others != made_at[kTheirs].end()) add_those_that_are_one(mine, others->second);
    }
    if (kin_ != nullptr) add_those_known();
    return {};
  }

  void add_those_known() {
    for (const auto& [theirs, ours] : kin_->in_ours) {
      const NamedFiles* const mine = find(ours);
      const NamedFiles* const other = find(theirs);
      if (mine == nullptr || other == nullptr) continue;
      const bool are_left = is_left(kOurs, *mine) && is_left(kTheirs, *other);
      if (are_left) add(nullptr, mine, other);
    }
  }

  // Of those that were made at one time. Each is one with at most one, who fits best comes first;
  // the order is the same when the sides are exchanged.
  void add_those_that_are_one(const std::vector<Newcomer>& ours,
                              const std::vector<Newcomer>& theirs) {
    struct Pair {
      const NamedFiles* ours;
      const NamedFiles* theirs;
      std::tuple<bool, bool, std::string_view, std::string_view> order;
    };
    // By the first name with no task, by each name with each task; of one past, by each task.
    std::map<std::pair<std::string_view, std::string_view>, std::vector<const Newcomer*>> known;
    const auto visit_marks = [this](const Newcomer& one, const auto& visit) {
      visit(std::pair<std::string_view, std::string_view>(one.names.front(), ""));
      for (const std::string& name : one.names) {
        for (const std::string& task : one.identity.tasks) {
          visit(std::pair<std::string_view, std::string_view>(name, task));
        }
      }
      if (kin_ == nullptr) return;
      for (const std::string& task : one.identity.tasks) {
        visit(std::pair<std::string_view, std::string_view>("", task));
      }
    };
    for (const Newcomer& other : theirs) {
      visit_marks(other, [&](const auto& mark) { known[mark].push_back(&other); });
    }
    std::vector<Pair> pairs;
    for (const Newcomer& mine : ours) {
      std::set<const Newcomer*> others;
      visit_marks(mine, [&](const auto& mark) {
        const auto found = known.find(mark);
        const bool is_told =
            found != known.end() && (!mark.first.empty() || found->second.size() <= kMostWithATask);
        if (is_told) others.insert(found->second.begin(), found->second.end());
      });
      for (const Newcomer* other : others) {
        const bool has_one_task = share_a_task(mine.identity, other->identity);
        if (!has_one_task && mine.names.front() != other->names.front()) continue;
        const auto [lesser, greater] = std::minmax(mine.file->name, other->file->name);
        pairs.push_back(
            {mine.file, other->file, {!has_one_task, lesser != greater, lesser, greater}});
      }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair& a, const Pair& b) { return a.order < b.order; });
    for (const Pair& pair : pairs) {
      const bool are_left = is_left(kOurs, *pair.ours) && is_left(kTheirs, *pair.theirs);
      if (are_left) add(nullptr, pair.ours, pair.theirs);
    }
  }

  // Where the two that have a new name are two, because one of them had another before: the side
  // of the one that keeps it. One that never had another comes first; no clock decides.
  Result<std::optional<Side>> first_of_namesakes(const NamedFiles& file) {
    const std::optional<Side> none;
    bool may_be = false;
    std::optional<Identity> who[3];
    for (const Side side : {kOurs, kTheirs}) {
      if (!is_left(side, file)) return none;
      CS_ASSIGN(const bool may_be_renamed, versions_.may_be_renamed(side, file.name));
      may_be |= may_be_renamed;
    }
    if (!may_be || file.at[kOurs]->blob == file.at[kTheirs]->blob) return none;
    for (const Side side : {kOurs, kTheirs}) {
      CS_ASSIGN(who[side], versions_.identity(side, file.name));
      if (!who[side]) return none;
    }
    if (who[kOurs]->former_names.empty() && who[kTheirs]->former_names.empty()) return none;
    const auto rank = [&](Side side) {
      return std::tie(who[side]->former_names, who[side]->tasks, file.at[side]->blob);
    };
    return std::optional(rank(kOurs) < rank(kTheirs) ? kOurs : kTheirs);
  }

  // Whether the side has it, and in no lineage yet.
  bool is_left(Side side, const NamedFiles& file) const {
    return file.is_in(side) && !used_[side][place_of(file)];
  }

  // Adds what is left of these (null: nothing) as versions of one project.
  void add(const NamedFiles* before, const NamedFiles* ours, const NamedFiles* theirs) {
    Lineage lineage;
    if (before != nullptr) lineage.at[kBase] = before->name;
    const auto take = [&](Side side, const NamedFiles* file) {
      if (file == nullptr || !is_left(side, *file)) return;
      used_[side][place_of(*file)] = true;
      lineage.at[side] = file->name;
    };
    take(kOurs, ours);
    take(kTheirs, theirs);
    if (lineage.at[kOurs] || lineage.at[kTheirs]) lineages_.push_back(std::move(lineage));
  }

  const ProjectVersions& versions_;
  Search search_;
  const Kin* kin_;  // null: they may be of two pasts
  const std::vector<NamedFiles> files_;
  std::vector<bool> contested_;  // which of them, as `used_`
  bool is_any_contested_ = false;
  std::vector<Origin> origins_[3];
  std::map<const NamedFiles*, const NamedFiles*> heirs_[3];  // from what the base has
  Files taken_over_[3];       // names of the base that another project has now
  bool has_renamed_[3] = {};  // a project that the base has not
  bool has_former_names_of_others_ = false;
  std::vector<bool> used_[3];
  std::map<const NamedFiles*, std::optional<Identity>> in_base_;
  std::optional<std::set<std::pair<Instant, std::string>>> made_with_[3];  // read when asked
  std::vector<Lineage> lineages_;
};

}  // namespace

Result<std::vector<Lineage>> lineages_of(const ProjectVersions& versions, Search search,
                                         const Kin* kin) {
  return Tracer(versions, search, kin).run();
}

}  // namespace claudestep::store
