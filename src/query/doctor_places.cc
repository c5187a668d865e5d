// What is on the disk: whether it can lock, which locks are held, what lies about.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "query/doctor_way_back.h"
#include "store/write_journal.h"
#include "store/write_lock.h"

namespace claudestep::query {

namespace {

class OpenFile {
 public:
  explicit OpenFile(const std::string& path)
      : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) {}
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

  // Takes a shared lock for an instant: 0, or the errno that stood in the way.
  [[nodiscard]] int try_lock() const {
    int outcome = 0;
    do {
      outcome = ::flock(fd_, LOCK_SH | LOCK_NB) == 0 ? 0 : errno;
    } while (outcome == EINTR);
    if (outcome == 0) ::flock(fd_, LOCK_UN);
    return outcome;
  }

  // The beginning of the file; the files read here are a line long.
  [[nodiscard]] std::string text() const {
    std::array<char, 4096> buffer{};
    const ssize_t got = ::pread(fd_, buffer.data(), buffer.size(), 0);
    return got > 0 ? std::string(buffer.data(), static_cast<std::size_t>(got)) : std::string();
  }

 private:
  int fd_;
};

std::string journal_path(const Patient& patient) {
  return patient.repository.common_dir() + "/claudestep/write.lock";
}

void examine_flock(const Patient& patient) {
  // Any file of the repository tells what its file system can do.
  const OpenFile config(patient.repository.common_dir() + "/config");
  const int outcome = config.is_open() ? config.try_lock() : 0;
  if (outcome == 0 || outcome == EWOULDBLOCK) {
    return patient.add("flock", Health::kOk, "the file system knows flock");
  }
  patient.add("flock", Health::kWarning,
              "the file system does not know flock: writers do not queue, and a lock that a killed "
              "one leaves behind is never cleared up",
              {"nothing is lost: the compare-and-swap of the ref does not need it"});
}

enum class Writer { kNone, kAtWork, kLeftNote };

struct Journal {
  Writer writer = Writer::kNone;
  std::string value;  // that the noted ref was to get, as hex
};

Journal read_journal(const Patient& patient, const std::string& ref) {
  Journal journal;
  const OpenFile file(journal_path(patient));
  if (!file.is_open()) return journal;
  if (file.try_lock() == EWOULDBLOCK) {
    journal.writer = Writer::kAtWork;
    return journal;
  }
  const auto note = store::parse_journal(file.text());
  if (!note || note->ref != ref) return journal;
  journal.writer = Writer::kLeftNote;
  journal.value = note->value.hex();
  return journal;
}

void examine_ref_lock(const Patient& patient, const std::string& ref,
                      const std::string& described) {
  const Journal journal = read_journal(patient, ref);
  if (journal.writer == Writer::kAtWork) return;  // it is its lock
  const OpenFile lock(store::ref_lock_path(patient.repository.common_dir(), ref));
  const std::string held = lock.is_open() ? lock.text() : std::string();
  const bool explained =
      journal.writer == Writer::kLeftNote && (trim(held).empty() || trim(held) == journal.value);
  if (explained) {
    return patient.add("lock", Health::kWarning,
                       described + "; the journal says that a claudestep was killed there",
                       {"the next write removes it by itself"});
  }
  patient.add("lock", Health::kProblem, described + "; the journal does not explain it",
              {"a git process is at work, or one was killed; make sure that none runs before the "
               "lock file is taken away"});
}

enum class PlaceKind { kNothing, kFolder, kFile, kOther };

PlaceKind look_at(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return PlaceKind::kNothing;
  if (S_ISDIR(status.st_mode)) return PlaceKind::kFolder;
  return S_ISREG(status.st_mode) ? PlaceKind::kFile : PlaceKind::kOther;
}

// A lock that our own processes queue on before they take those of git, and who does not get on
// without it.
struct OwnLock {
  std::string name;
  std::string refused;
};

std::string path_of(const Patient& patient, const OwnLock& lock) {
  return patient.repository.common_dir() + "/claudestep/" + lock.name;
}

void add_unusable(const Patient& patient, const OwnLock& lock, const std::string& path,
                  const std::string& what) {
  patient.add("lock", Health::kProblem, quoted(path, 200) + what + ": " + lock.refused,
              {"nothing but such locks and their notes is kept there: make sure that no claudestep "
               "is at work; the next hint moves it aside then",
               move_aside(patient, path, path.substr(path.rfind('/') + 1))});
}

// Whether it can be taken.
bool examine_own_lock(const Patient& patient, const OwnLock& lock) {
  const std::string path = path_of(patient, lock);
  const std::string folder = path.substr(0, path.rfind('/'));
  struct stat status {};
  if (look_at(folder) == PlaceKind::kNothing) return true;
  if (::stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
    add_unusable(patient, lock, folder, " is no folder");
    return false;
  }
  const PlaceKind found = look_at(path);
  const bool may_move = ::access(folder.c_str(), W_OK | X_OK) == 0;
  if (found == PlaceKind::kNothing && may_move) return true;
  const bool is_refused = found == PlaceKind::kFile && ::access(path.c_str(), R_OK) != 0;
  if ((is_refused || found == PlaceKind::kNothing) && !may_move) {
    patient.add("lock", Health::kProblem,
                quoted(is_refused ? path : folder, 200) + " is another user's: " + lock.refused,
                {"give it the permissions of the repository's other files"});
    return false;
  }
  if (is_refused) {
    add_unusable(patient, lock, path, " may not be read");
    return false;
  }
  if (found == PlaceKind::kFile) return true;
  add_unusable(patient, lock, path, " is no regular file");
  return false;
}

// The one of writers, which has their journal. Whether it is well.
bool examine_write_lock(const Patient& patient) {
  const OwnLock writing{"write.lock", "no write can take its lock"};
  if (!examine_own_lock(patient, writing)) return false;
  const std::string path = path_of(patient, writing);
  if (look_at(path) == PlaceKind::kNothing) return true;
  if (::access(path.c_str(), W_OK) != 0) {
    patient.add("lock", Health::kWarning,
                quoted(path) + " may only be read: after a kill, locks are not cleared up",
                {"give it the permissions of the repository's other files"});
    return false;
  }
  if (read_journal(patient, patient.ref).writer != Writer::kAtWork) return true;
  patient.add("lock", Health::kWarning,
              quoted(path) + " is held: a claudestep is writing at this moment, and others wait",
              {"where it stays so, that process hangs: fuser -v names it"});
  return false;
}

// The one of those who fetch. What stands in the way of both is told of the writers'.
bool examine_fetch_lock(const Patient& patient) {
  return examine_own_lock(patient, {"fetching", "no sync and no claim can take its lock"});
}

void examine_locks(const Patient& patient) {
  const std::string& common = patient.repository.common_dir();
  // Where the ref is symbolic, the one that it stands for is locked.
  const std::string ref = patient.repository.resolve_ref_name(patient.ref).value_or(patient.ref);
  const auto of_ref = store::describe_ref_lock(common, ref);
  const auto of_packed = store::describe_ref_lock(common, "packed-refs");
  const bool well = examine_write_lock(patient) && examine_fetch_lock(patient);
  if (of_ref) examine_ref_lock(patient, ref, *of_ref);
  if (of_packed) {
    patient.add("lock", Health::kWarning, *of_packed,
                {"a git process packs refs, or one was killed; make sure that none runs before the "
                 "lock file is taken away"});
  }
  if (well && !of_ref && !of_packed) {
    patient.add("lock", Health::kOk, "nobody holds a lock on the branch");
  }
}

}  // namespace

void examine_places(const Patient& patient) {
  examine_disk(patient);
  examine_reflogs(patient);
  examine_flock(patient);
  examine_locks(patient);
  examine_alternates(patient);
}

}  // namespace claudestep::query
