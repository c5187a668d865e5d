#include "host/lock_holders.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string_view>

#include "base/address.h"
#include "base/file_io.h"
#include "base/folder.h"
#include "base/text.h"

namespace claudestep::host {
namespace {

constexpr std::size_t kHoldersNamed = 3;
constexpr std::size_t kMostOfCommand = 100;

// The entries of a folder of /proc that are numbers.
std::vector<int> numbers_in(const std::string& folder) {
  std::vector<int> numbers;
  for (const FolderEntry& entry : entries_in(folder)) {
    const std::string_view name = entry.name;
    int number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    if (read.ec == std::errc() && read.ptr == name.data() + name.size()) numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::string proc_text(const std::string& path) {
  return read_file(path).value_or("");
}

// Who took the lock that the open file holds, of "lock:\t1: FLOCK  ADVISORY  WRITE 123 ...".
std::optional<int> taker_of(const std::string& file_info) {
  std::istringstream lines(file_info);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string label;
    std::string number;
    std::string kind;
    std::string manner;
    std::string mode;
    int taker = 0;
    words >> label >> number >> kind >> manner >> mode >> taker;
    if (label == "lock:" && kind == "FLOCK" && words) return taker;
  }
  return std::nullopt;
}

// The process that took the lock, where `process` has it through one of its open files.
std::optional<int> taker_through(int process, const struct stat& locked) {
  const std::string folder = fmt::format("/proc/{}/", process);
  for (const int open : numbers_in(folder + "fd")) {
    struct stat status {};
    if (::stat(fmt::format("{}fd/{}", folder, open).c_str(), &status) != 0) continue;
    if (status.st_dev != locked.st_dev || status.st_ino != locked.st_ino) continue;
    if (auto taker = taker_of(proc_text(fmt::format("{}fdinfo/{}", folder, open)))) return taker;
  }
  return std::nullopt;
}

std::string command_line_of(int process) {
  std::string command = proc_text(fmt::format("/proc/{}/cmdline", process));
  std::replace(command.begin(), command.end(), '\0', ' ');
  command = without_credentials(trim(command));
  if (command.size() > kMostOfCommand) command.replace(kMostOfCommand, command.size(), "...");
  return escape_for_terminal(command);
}

}  // namespace

std::optional<std::string> describe_lock_age(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  const auto age = std::chrono::system_clock::now() -
                   std::chrono::system_clock::from_time_t(status.st_mtim.tv_sec);
  const auto seconds =
      std::max<std::int64_t>(std::chrono::duration_cast<std::chrono::seconds>(age).count(), 0);
  constexpr std::int64_t kTwoMinutes = 120;
  return quoted(path) + " has been there for " +
         (seconds < kTwoMinutes ? counted(static_cast<std::size_t>(seconds), "second")
                                : counted(static_cast<std::size_t>(seconds / 60), "minute"));
}

std::vector<std::string> describe_lock_holders(int descriptor) {
  std::vector<std::string> told;
  struct stat locked {};
  if (::fstat(descriptor, &locked) != 0) return told;
  std::optional<int> taker;
  bool is_alive = false;
  for (const int process : numbers_in("/proc")) {
    const auto took = process == ::getpid() ? std::nullopt : taker_through(process, locked);
    if (!took) continue;
    taker = took;
    is_alive = is_alive || took == process;
    if (told.size() < kHoldersNamed) {
      told.push_back(fmt::format("process {} holds it: {}", process, command_line_of(process)));
    }
  }
  if (taker && !is_alive) told.emplace_back("the claudestep that started it is gone");
  return told;
}

}  // namespace claudestep::host
