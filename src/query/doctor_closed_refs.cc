// Refs besides ours of which the file, or what it leads to, may not be read: nothing of them is
// known to be lost, and nothing is to be moved.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_rights.h"
#include "base/text.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

struct ClosedRefs {
  std::string path;  // what may not be read
  std::vector<std::string> refs;
};

// `object` is one that may not be read, if any.
std::optional<std::string> closed_on_the_way(const Patient& patient, const std::string& ref,
                                             const std::optional<std::string>& object) {
  const std::string& common = patient.repository.common_dir();
  if (auto own = unreadable_place(common + "/" + ref)) return own;
  const auto id = patient.repository.ref_value(ref);
  if (!id) return unreadable_place(common + "/packed-refs");
  const std::string hex = id->hex();
  if (auto loose =
          unreadable_place(common + "/objects/" + hex.substr(0, 2) + "/" + hex.substr(2))) {
    return loose;
  }
  return object;  // it may be in a pack that is closed
}

std::vector<ClosedRefs> by_place(const Patient& patient, const std::vector<std::string>& refs,
                                 const std::optional<std::string>& object) {
  std::vector<ClosedRefs> closed;
  for (const std::string& ref : refs) {
    const auto path = closed_on_the_way(patient, ref, object);
    if (!path) continue;
    auto place = std::find_if(closed.begin(), closed.end(),
                              [&](const ClosedRefs& one) { return one.path == *path; });
    if (place == closed.end()) place = closed.insert(closed.end(), {*path, {}});
    place->refs.push_back(ref);
  }
  return closed;
}

// Where the branch itself cannot be followed, that is told of the branch.
void add_closed_object(const Patient& patient, const std::string& object) {
  if (!patient.repository.find_ref(patient.ref)) return;
  patient.add("objects", Health::kWarning,
              with_owner(object) +
                  " and may not be read: where git needs it, it says that it is damaged, and "
                  "claudestep sync fails",
              {std::string(kGivesRight)});
}

}  // namespace

void examine_closed_refs(const Patient& patient, std::vector<std::string>& lost, bool is_synced) {
  const auto object = refused_object(patient);
  const auto places = by_place(patient, lost, object);
  if (places.empty() && object) add_closed_object(patient, *object);
  for (const ClosedRefs& closed : places) {
    std::string message = quoted(closed.refs.front());
    if (closed.refs.size() > 1) {
      message += " and " + counted(closed.refs.size() - 1, "other ref");
    }
    message += " cannot be followed: " + with_owner(closed.path) +
               " and may not be read; git fetches nothing beside that";
    if (is_synced) message += ", and claudestep sync fails";
    patient.add("remote", is_synced ? Health::kProblem : Health::kWarning, std::move(message),
                {std::string(kGivesRight)});
    std::erase_if(lost, [&](const std::string& ref) {
      return std::find(closed.refs.begin(), closed.refs.end(), ref) != closed.refs.end();
    });
  }
}

}  // namespace claudestep::query
