// Owns: being somebody who may not write in a folder, for as long as one lives.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <utility>

namespace claudestep::test {

// Root may write everywhere: then it is another user. Nobody else's rights to what is above the
// folder are known, so what is in it is asked for from within: it is the current one meanwhile.
class Bystander {
 public:
  // `folder` may be read and searched, `closed`, which is in it, too, and not be written.
  Bystander(const std::filesystem::path& folder, std::filesystem::path closed)
      : before_(std::filesystem::current_path()), closed_(std::move(closed)) {
    namespace fs = std::filesystem;
    constexpr fs::perms kReads = fs::perms::owner_read | fs::perms::owner_exec |
                                 fs::perms::others_read | fs::perms::others_exec;
    fs::permissions(folder, kReads | fs::perms::owner_write);
    fs::permissions(folder / closed_, kReads);
    fs::current_path(folder);
    closed_ = folder / closed_;
    if (::geteuid() == 0 && ::seteuid(kNobody) != 0) throw std::runtime_error("seteuid");
  }
  ~Bystander() {
    [[maybe_unused]] const int ignored = ::getuid() == 0 ? ::seteuid(0) : 0;
    std::filesystem::current_path(before_);
    std::filesystem::permissions(closed_, std::filesystem::perms::owner_all);
  }
  Bystander(const Bystander&) = delete;
  Bystander& operator=(const Bystander&) = delete;

 private:
  static constexpr uid_t kNobody = 65534;

  std::filesystem::path before_;
  std::filesystem::path closed_;
};

}  // namespace claudestep::test
