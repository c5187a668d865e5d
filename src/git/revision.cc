#include "git/revision.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "git/handle.h"
#include "git/oid.h"
#include "git/ref_chain.h"

namespace claudestep::git {
namespace {

constexpr std::string_view kDecimals = "0123456789";
constexpr std::string_view kTagTarget = "object ";
constexpr std::size_t kHexSize = 2 * kIdSize;

std::optional<std::size_t> number_in(std::string_view digits) {
  std::size_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto [after, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && after == end ? std::optional(number) : std::nullopt;
}

class RevisionReader {
 public:
  RevisionReader(const Repository& repository, git_repository* handle)
      : repository_(repository), handle_(handle) {}

  std::optional<ObjectId> read(std::string_view revision) const {
    const std::size_t end = std::min(revision.find_first_of("~^"), revision.size());
    auto id = begin_at(revision.substr(0, end));
    if (id) id = peel(*id);
    for (std::string_view rest = revision.substr(end); id && !rest.empty();) id = step(*id, rest);
    return id && repository_.read_commit(*id) ? id : std::nullopt;
  }

 private:
  // What is named before the first step.
  std::optional<ObjectId> begin_at(std::string_view name) const {
    if (name.size() == kHexSize) {
      if (const auto id = ObjectId::parse(name)) return id;
    }
    const std::size_t log = name.find("@{");
    if (log != std::string_view::npos) return in_log(name.substr(0, log), name.substr(log + 2));
    if (const auto ref = full_name(name)) {
      const auto target = follow_ref(handle_, *ref);
      return target ? target->id : std::nullopt;
    }
    return with_beginning(name);
  }

  std::optional<std::string> full_name(std::string_view name) const {
    ReferenceHandle reference;
    const std::string text = name == "@" ? "HEAD" : std::string(name);
    if (git_reference_dwim(Out(reference), handle_, text.c_str()) < 0) return std::nullopt;
    return git_reference_name(reference.get());
  }

  // `number` is what follows "@{".
  std::optional<ObjectId> in_log(std::string_view name, std::string_view number) const {
    if (!number.ends_with('}') || name == "HEAD") return std::nullopt;
    number.remove_suffix(1);
    const auto back = number_in(number);
    const auto ref = full_name(name);
    const auto log = ref ? repository_.reflog(*ref) : std::vector<ReflogEntry>();
    if (!back || *back > log.size() || log.empty()) return std::nullopt;
    return *back < log.size() ? log[*back].new_id : log.back().old_id;
  }

  // The only object whose id begins so.
  std::optional<ObjectId> with_beginning(std::string_view hex) const {
    OdbHandle odb;
    OdbObjectHandle object;
    git_oid beginning;
    if (hex.size() >= kHexSize || git_repository_odb(Out(odb), handle_) < 0 ||
        git_oid_fromstrn(&beginning, hex.data(), hex.size()) < 0) {
      return std::nullopt;
    }
    if (git_odb_read_prefix(Out(object), odb.get(), &beginning, hex.size()) < 0)
      return std::nullopt;
    return from_oid(*git_odb_object_id(object.get()));
  }

  // Where a chain of tags ends.
  std::optional<ObjectId> peel(ObjectId id) const {
    OdbHandle odb;
    if (git_repository_odb(Out(odb), handle_) < 0) return std::nullopt;
    while (true) {
      OdbObjectHandle object;
      const git_oid oid = to_oid(id);
      if (git_odb_read(Out(object), odb.get(), &oid) < 0) return std::nullopt;
      if (git_odb_object_type(object.get()) != GIT_OBJECT_TAG) return id;
      const std::string_view bytes = bytes_of(object);
      if (!bytes.starts_with(kTagTarget)) return std::nullopt;
      const auto target = ObjectId::parse(bytes.substr(kTagTarget.size(), kHexSize));
      if (!target) return std::nullopt;
      id = *target;
    }
  }

  // Where the first step of `rest` leads, which it takes off.
  std::optional<ObjectId> step(ObjectId id, std::string_view& rest) const {
    const char kind = rest.front();
    if (kind != '~' && kind != '^') return std::nullopt;
    rest.remove_prefix(1);
    for (const std::string_view same : {"{}", "{commit}"}) {
      if (kind == '^' && rest.starts_with(same)) {
        rest.remove_prefix(same.size());
        return id;
      }
    }
    const std::size_t size = std::min(rest.find_first_not_of(kDecimals), rest.size());
    const auto number = size == 0 ? std::optional<std::size_t>(1) : number_in(rest.substr(0, size));
    rest.remove_prefix(size);
    if (!number) return std::nullopt;
    if (kind == '^') return *number == 0 ? id : parent(id, *number);
    std::optional<ObjectId> ancestor = id;
    for (std::size_t left = *number; ancestor && left > 0; --left) ancestor = parent(*ancestor, 1);
    return ancestor;
  }

  std::optional<ObjectId> parent(ObjectId id, std::size_t number) const {
    const auto commit = repository_.read_commit(id);
    if (!commit || number > commit->parents.size()) return std::nullopt;
    return commit->parents[number - 1];
  }

  const Repository& repository_;
  git_repository* handle_;
};

}  // namespace

std::optional<ObjectId> find_commit(const Repository& repository, git_repository* handle,
                                    std::string_view revision) {
  return RevisionReader(repository, handle).read(revision);
}

}  // namespace claudestep::git
