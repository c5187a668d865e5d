// The lock that those of ours who fetch queue on.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include "base/text.h"
#include "host/lock_holders.h"
#include "query/doctor_parts.h"

namespace claudestep::query {

void examine_fetching(const Patient& patient) {
  const std::string path = patient.repository.common_dir() + "/claudestep/fetching";
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0) return;
  const bool is_held = ::flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  auto hints = is_held ? host::describe_lock_holders(fd) : std::vector<std::string>();
  ::close(fd);
  if (!is_held) return;
  hints.emplace_back("where it stays so, that process hangs: it has to be ended");
  patient.add("lock", Health::kWarning,
              quoted(path, 200) +
                  " is held: a claudestep is fetching at this moment, and other syncs and claims "
                  "wait",
              std::move(hints));
}

}  // namespace claudestep::query
