#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "base/text.h"
#include "cli/file_replacement.h"

namespace claudestep::cli {
namespace {

// Closes a descriptor when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  // Closes it now; the last chance of a file system to report a failed write.
  [[nodiscard]] int close() { return ::close(std::exchange(number_, -1)); }

 private:
  int number_;
};

}  // namespace

Error file_error(std::string_view verb, std::string_view path, int error) {
  const bool callers_fault = error == ENOENT || error == EISDIR || error == ENOTDIR;
  const bool reading = verb == "read";
  return Error{reading && callers_fault ? ErrorCode::kInvalidInput : ErrorCode::kIo,
               "cannot " + std::string(verb) + " " + quoted(path)}
      .caused_by(std::strerror(error));
}

namespace {

Result<std::string> read_all(int descriptor, std::string_view path) {
  std::string bytes;
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
  }
  char buffer[65536];
  while (true) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count == 0) return bytes;
    if (count > 0) {
      bytes.append(buffer, static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return fail(file_error("read", path, errno));
    }
  }
}

int write_directly(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC));
  if (file.number() < 0) return errno;
  if (const int error = write_all(file.number(), bytes); error != 0) return error;
  return file.close() == 0 ? 0 : errno;
}

int write_aside(const std::string& path, std::string_view bytes) {
  FileReplacement file(path);
  int error = file.open();
  if (error == 0) error = file.write(bytes);
  return error == 0 ? file.finish(mode_to_replace(path)) : error;
}

}  // namespace

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

std::string absolute_path(const Context& context, std::string_view path) {
  // In a folder that is gone the system resolves the path, and finds nothing.
  if (context.cwd.empty() || (!path.empty() && path.front() == '/')) return std::string(path);
  std::string joined = context.cwd;
  if (joined.empty() || joined.back() != '/') joined += '/';
  joined += path;
  return joined;
}

std::string input_name(std::string_view path) {
  return std::string(path == "-" ? "standard input" : path);
}

std::optional<std::string> real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr),
                                                             &std::free);
  if (!resolved) return std::nullopt;
  return std::string(resolved.get());
}

Result<std::string> read_file_or_input(const Context& context, std::string_view path) {
  if (path == "-") return context.read_input();
  // The empty word names no file, though with the folder before it it would name the folder.
  if (path.empty()) return fail(file_error("read", path, ENOENT));
  const Descriptor file(::open(absolute_path(context, path).c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return fail(file_error("read", path, errno));
  return read_all(file.number(), path);
}

Status make_folder(const Context& context, std::string_view path) {
  // The empty word would name the folder one is in, or below it the root of the file system.
  if (path.empty()) return fail(ErrorCode::kInvalidInput, "the empty word names no folder");
  const std::string target = absolute_path(context, path);
  struct stat status {};
  if (::mkdir(target.c_str(), 0777) == 0) return {};
  const int error = errno;
  if (::stat(target.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return {};
  return fail(file_error("make", path, error));
}

Status write_file(const Context& context, std::string_view path, std::string_view bytes) {
  const std::string target = absolute_path(context, path);
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  struct stat link {};
  const bool is_link = ::lstat(target.c_str(), &link) == 0 && S_ISLNK(link.st_mode);
  int error = 0;
  if (path.empty()) {
    error = ENOENT;
  } else if (exists && (is_link || !S_ISREG(status.st_mode))) {
    error = write_directly(target, bytes);
  } else {
    error = write_aside(target, bytes);
  }
  if (error != 0) return fail(file_error("write", path, error));
  return {};
}

Status append_to_file(const Context& context, std::string_view path, std::string_view bytes) {
  const std::string target = absolute_path(context, path);
  Descriptor file(::open(target.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666));
  int error = file.number() < 0 ? errno : write_all(file.number(), bytes);
  if (error == 0 && file.close() != 0) error = errno;
  if (error != 0) return fail(file_error("write", path, error));
  return {};
}

}  // namespace claudestep::cli
