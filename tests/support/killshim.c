/* Owns: counting the system calls by which a process changes files, and failing or dying at one of
 * them. Preloaded (LD_PRELOAD) into the program under test; it knows nothing of what that does.
 * Leaves to others: choosing where to strike and judging what is left (harness.py).
 *
 * Counted are, of files below KILLSHIM_ROOT: open and its kin when they create or open for writing,
 * write and its kin, fsync, fdatasync, ftruncate, truncate, rename, link, symlink, unlink, rmdir,
 * mkdir. What a program does with stdio inside the C library is not seen, but for the fopen itself.
 * With KILLSHIM_READS instead of these: open for reading alone, read and its kin, mmap of a file.
 *
 *   KILLSHIM_ROOT     folder, absolute and without symlinks; nothing is counted without it
 *   KILLSHIM_NAME     programs, by file name and comma-separated, that are counted; all when absent
 *   KILLSHIM_COUNTER  file of 8 zero bytes: the count is shared by all processes; else each has its
 * own KILLSHIM_LOG      file to which each counted call is appended: "number program call path"
 *   KILLSHIM_AT       the number, from 1, of the call to strike at; never when absent
 *   KILLSHIM_MODE     kill (the process, default), killgroup (its process group), an error to
 *                     return in place of the call: enospc, eio, eacces; or run
 *   KILLSHIM_RUN      what `sh` runs then, as somebody else; the process waits for it and goes on
 *   KILLSHIM_WHEN     of a kill or a run: before the call (default), after it, or torn: half of a
 *                     write is done
 *   KILLSHIM_PERSIST  1: errors go on after call KILLSHIM_AT for as long as the process lives
 *   KILLSHIM_READS    1: calls that read are counted, and only these
 *
 * A full disk refuses only what needs space: with enospc, calls that free it are let through.
 * Calls go straight to the kernel, so that a sanitizer's own interposition is not in the way. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <dlfcn.h>

_Static_assert(sizeof(long) == 8, "offsets are passed to the kernel in one register");

enum mode { MODE_KILL, MODE_KILLGROUP, MODE_ERROR, MODE_RUN };
enum when { WHEN_BEFORE, WHEN_AFTER, WHEN_TORN };

/* What a call does to the disk's free space. */
enum kind { TAKES_SPACE, FREES_SPACE, READS };

/* What is to be done about one call. */
enum verdict { GO_ON, REFUSE, DIE_AFTER, DIE_TORN, RUN_AFTER };

#define PATH_SIZE (2 * PATH_MAX)

static struct {
  char root[PATH_MAX];
  size_t root_length;
  char program[NAME_MAX + 1];
  long at;
  enum mode mode;
  enum when when;
  int error;
  bool persist;
  bool reads;
  bool counting;
  int log;
  pid_t process;
  atomic_long own_count;
  atomic_long* count;
} shim;

static atomic_int ready; /* 0 not begun, 1 under way, 2 done */

/* ---- settings */

/* Whether `name` is one of the comma-separated `names`. */
static bool is_listed(const char* names, const char* name) {
  const size_t length = strlen(name);
  for (const char* at = names; at != NULL; at = strchr(at, ',')) {
    if (*at == ',') ++at;
    if (strncmp(at, name, length) == 0 && (at[length] == ',' || at[length] == '\0')) return true;
  }
  return false;
}

static void read_program_name(void) {
  char path[PATH_MAX];
  const long length = syscall(SYS_readlinkat, AT_FDCWD, "/proc/self/exe", path, sizeof path - 1);
  path[length > 0 ? length : 0] = '\0';
  const char* slash = strrchr(path, '/');
  snprintf(shim.program, sizeof shim.program, "%.*s", NAME_MAX, slash != NULL ? slash + 1 : path);
}

static void read_mode(void) {
  static const struct {
    const char* name;
    enum mode mode;
    int error;
  } kModes[] = {
      {"kill", MODE_KILL, 0},   {"killgroup", MODE_KILLGROUP, 0}, {"enospc", MODE_ERROR, ENOSPC},
      {"eio", MODE_ERROR, EIO}, {"eacces", MODE_ERROR, EACCES},   {"run", MODE_RUN, 0},
  };
  const char* wanted = getenv("KILLSHIM_MODE");
  for (size_t i = 0; wanted != NULL && i < sizeof kModes / sizeof kModes[0]; ++i) {
    if (strcmp(wanted, kModes[i].name) != 0) continue;
    shim.mode = kModes[i].mode;
    shim.error = kModes[i].error;
  }
  const char* when = getenv("KILLSHIM_WHEN");
  if (when != NULL && strcmp(when, "after") == 0) shim.when = WHEN_AFTER;
  if (when != NULL && strcmp(when, "torn") == 0) shim.when = WHEN_TORN;
}

/* The counter: this process's own, or one in a file that all processes map. */
static void open_counter(void) {
  shim.count = &shim.own_count;
  const char* path = getenv("KILLSHIM_COUNTER");
  if (path == NULL) return;
  const long fd = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
  if (fd < 0) return;
  const long shared =
      syscall(SYS_mmap, NULL, sizeof(atomic_long), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0L);
  if (shared != -1) shim.count = (atomic_long*)shared;
  syscall(SYS_close, fd);
}

static void read_settings(void) {
  const char* root = getenv("KILLSHIM_ROOT");
  const char* names = getenv("KILLSHIM_NAME");
  const char* at = getenv("KILLSHIM_AT");
  const char* log = getenv("KILLSHIM_LOG");
  read_program_name();
  read_mode();
  open_counter();
  shim.process = getpid();
  shim.at = at != NULL ? atol(at) : 0;
  shim.persist = getenv("KILLSHIM_PERSIST") != NULL;
  shim.reads = getenv("KILLSHIM_READS") != NULL;
  shim.log = -1;
  if (root == NULL || strlen(root) >= sizeof shim.root) return;
  if (names != NULL && !is_listed(names, shim.program)) return;
  strcpy(shim.root, root);
  shim.root_length = strlen(shim.root);
  shim.counting = true;
  if (log == NULL) return;
  const int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
  shim.log = (int)syscall(SYS_openat, AT_FDCWD, log, flags, 0666);
}

/* Whether this process is counted. Settings are read at the first call, which may come before any
 * constructor of ours; a call that comes while they are read is not counted. A forked child that
 * has not become another program is not counted either. */
static bool is_counting(void) {
  int begun = 0;
  if (atomic_compare_exchange_strong(&ready, &begun, 1)) {
    read_settings();
    atomic_store(&ready, 2);
  }
  return atomic_load(&ready) == 2 && shim.counting && getpid() == shim.process;
}

/* ---- paths */

/* Takes ".", ".." and doubled slashes out of an absolute path, in place. */
static void normalise(char* path) {
  char* end = path;
  const char* at = path;
  while (*at != '\0') {
    while (*at == '/') ++at;
    const size_t length = strcspn(at, "/");
    if (length == 2 && at[0] == '.' && at[1] == '.') {
      while (end > path && *--end != '/') {
      }
    } else if (length > 0 && !(length == 1 && at[0] == '.')) {
      *end++ = '/';
      memmove(end, at, length);
      end += length;
    }
    at += length;
  }
  *end = '\0';
}

static bool read_link_of(const char* link, char* out) {
  const long length = syscall(SYS_readlinkat, AT_FDCWD, link, out, PATH_MAX - 1);
  if (length <= 0) return false;
  out[length] = '\0';
  return true;
}

/* The absolute path of `path` as seen from the folder `dirfd`, into `out`. */
static bool absolute_path(int dirfd, const char* path, char out[PATH_SIZE]) {
  if (path == NULL) return false;
  char folder[PATH_MAX] = "";
  if (path[0] != '/') {
    char link[32];
    snprintf(link, sizeof link, dirfd == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", dirfd);
    if (!read_link_of(link, folder)) return false;
  }
  const int length = snprintf(out, PATH_SIZE, "%s/%s", folder, path);
  if (length < 0 || length >= PATH_SIZE) return false;
  normalise(out);
  return true;
}

static bool is_below_root(const char* path) {
  return strncmp(path, shim.root, shim.root_length) == 0 &&
         (path[shim.root_length] == '/' || path[shim.root_length] == '\0');
}

/* ---- the count */

static void append_to_log(long number, const char* call, const char* path) {
  char line[PATH_SIZE + 128];
  const int length =
      snprintf(line, sizeof line, "%ld %s %s %s\n", number, shim.program, call, path);
  if (length > 0) syscall(SYS_write, shim.log, line, (size_t)length);
}

static void die(void) {
  if (shim.mode == MODE_KILLGROUP) syscall(SYS_kill, 0, SIGKILL);
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

/* What somebody else does at that moment; of the program's environment it has all but the shim. */
static void run_beside(void) {
  const char* command = getenv("KILLSHIM_RUN");
  const pid_t child = command != NULL ? fork() : -1;
  if (child == 0) {
    unsetenv("LD_PRELOAD");
    execl("/bin/sh", "sh", "-c", command, (char*)NULL);
    _exit(127);
  }
  if (child > 0) waitpid(child, NULL, 0);
}

/* Counts the call `call` on `path` and says what is to be done about it. Dies if it is time. */
static enum verdict judge(const char* call, enum kind kind, const char* path) {
  const long number = atomic_fetch_add(shim.count, 1) + 1;
  if (shim.log >= 0) append_to_log(number, call, path);
  if (shim.at == 0 || number < shim.at) return GO_ON;
  if (shim.mode == MODE_ERROR) {
    if (number > shim.at && !shim.persist) return GO_ON;
    return shim.error == ENOSPC && kind == FREES_SPACE ? GO_ON : REFUSE;
  }
  if (number > shim.at) return GO_ON;
  if (shim.mode == MODE_RUN) {
    if (shim.when == WHEN_AFTER) return RUN_AFTER;
    run_beside();
    return GO_ON;
  }
  if (shim.when == WHEN_BEFORE) die();
  return shim.when == WHEN_TORN ? DIE_TORN : DIE_AFTER;
}

static bool is_counted(enum kind kind) {
  return is_counting() && (kind == READS) == shim.reads;
}

static enum verdict count_path(const char* call, enum kind kind, int dirfd, const char* path) {
  const int saved = errno;
  char absolute[PATH_SIZE];
  enum verdict verdict = GO_ON;
  if (is_counted(kind) && absolute_path(dirfd, path, absolute) && is_below_root(absolute)) {
    verdict = judge(call, kind, absolute);
  }
  errno = saved;
  return verdict;
}

static enum verdict count_fd_as(const char* call, enum kind kind, int fd) {
  const int saved = errno;
  char link[32];
  char path[PATH_MAX];
  enum verdict verdict = GO_ON;
  if (is_counted(kind)) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    if (read_link_of(link, path) && is_below_root(path)) verdict = judge(call, kind, path);
  }
  errno = saved;
  return verdict;
}

static enum verdict count_fd(const char* call, int fd) {
  return count_fd_as(call, TAKES_SPACE, fd);
}

/* The result of a call that was let through or refused. */
static long finish(enum verdict verdict, long result) {
  if (verdict == DIE_AFTER || verdict == DIE_TORN) die();
  if (verdict == RUN_AFTER) {
    const int saved = errno;
    run_beside();
    errno = saved;
  }
  return result;
}

static int refuse(void) {
  errno = shim.error;
  return -1;
}

/* `verdict` must be evaluated before `call` is made, so this is no function. */
#define PERFORM(verdict_of, call)                                       \
  do {                                                                  \
    const enum verdict verdict = (verdict_of);                          \
    return verdict == REFUSE ? refuse() : (int)finish(verdict, (call)); \
  } while (0)

/* ---- opening */

static int open_file(const char* call, int dirfd, const char* path, int flags, mode_t mode) {
  /* O_TMPFILE contains O_DIRECTORY, and makes a file that link() gives its name. */
  const bool makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
  const bool reads = !makes && (flags & O_ACCMODE) == O_RDONLY && (flags & O_TRUNC) == 0;
  PERFORM(count_path(call, reads ? READS : TAKES_SPACE, dirfd, path),
          syscall(SYS_openat, dirfd, path, flags, mode));
}

/* The mode argument is there only when a file may be made. */
#define READ_MODE(mode, flags, last)                                \
  mode_t mode = 0;                                                  \
  if (((flags)&O_CREAT) != 0 || ((flags)&O_TMPFILE) == O_TMPFILE) { \
    va_list arguments;                                              \
    va_start(arguments, last);                                      \
    mode = va_arg(arguments, mode_t);                               \
    va_end(arguments);                                              \
  }

int open(const char* path, int flags, ...) {
  READ_MODE(mode, flags, flags)
  return open_file("open", AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  READ_MODE(mode, flags, flags)
  return open_file("open", AT_FDCWD, path, flags, mode);
}
int openat(int dirfd, const char* path, int flags, ...) {
  READ_MODE(mode, flags, flags)
  return open_file("open", dirfd, path, flags, mode);
}
int openat64(int dirfd, const char* path, int flags, ...) {
  READ_MODE(mode, flags, flags)
  return open_file("open", dirfd, path, flags, mode);
}
int creat(const char* path, mode_t mode) {
  return open_file("open", AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int creat64(const char* path, mode_t mode) {
  return creat(path, mode);
}

/* What programs built with _FORTIFY_SOURCE call when there is no mode argument. */
int __open_2(const char* path, int flags);
int __open64_2(const char* path, int flags);
int __openat_2(int dirfd, const char* path, int flags);
int __openat64_2(int dirfd, const char* path, int flags);
int __open_2(const char* path, int flags) {
  return open_file("open", AT_FDCWD, path, flags, 0);
}
int __open64_2(const char* path, int flags) {
  return __open_2(path, flags);
}
int __openat_2(int dirfd, const char* path, int flags) {
  return open_file("open", dirfd, path, flags, 0);
}
int __openat64_2(int dirfd, const char* path, int flags) {
  return __openat_2(dirfd, path, flags);
}

typedef FILE* open_stream(const char* path, const char* mode);

static FILE* open_stream_with(const char* name, const char* path, const char* mode) {
  open_stream* next = NULL;
  void* symbol = dlsym(RTLD_NEXT, name);
  memcpy(&next, &symbol, sizeof next);
  if (strpbrk(mode, "wa+") == NULL) return next(path, mode);
  const enum verdict verdict = count_path("fopen", TAKES_SPACE, AT_FDCWD, path);
  if (verdict == REFUSE) {
    refuse();
    return NULL;
  }
  FILE* stream = next(path, mode);
  finish(verdict, 0);
  return stream;
}
FILE* fopen(const char* path, const char* mode) {
  return open_stream_with("fopen", path, mode);
}
FILE* fopen64(const char* path, const char* mode) {
  return open_stream_with("fopen64", path, mode);
}

/* ---- reading */

ssize_t read(int fd, void* data, size_t size) {
  const enum verdict verdict = count_fd_as("read", READS, fd);
  return verdict == REFUSE ? refuse() : finish(verdict, syscall(SYS_read, fd, data, size));
}
static ssize_t read_at(int fd, void* data, size_t size, off_t offset) {
  const enum verdict verdict = count_fd_as("pread", READS, fd);
  return verdict == REFUSE ? refuse()
                           : finish(verdict, syscall(SYS_pread64, fd, data, size, offset));
}
ssize_t pread(int fd, void* data, size_t size, off_t offset) {
  return read_at(fd, data, size, offset);
}
ssize_t pread64(int fd, void* data, size_t size, off64_t offset) {
  return read_at(fd, data, size, offset);
}

static void* map(void* at, size_t size, int protection, int flags, int fd, off_t offset) {
  const enum verdict verdict = fd < 0 ? GO_ON : count_fd_as("mmap", READS, fd);
  if (verdict == REFUSE) {
    refuse();
    return MAP_FAILED;
  }
  return (void*)finish(verdict, syscall(SYS_mmap, at, size, protection, flags, fd, offset));
}
void* mmap(void* at, size_t size, int protection, int flags, int fd, off_t offset) {
  return map(at, size, protection, flags, fd, offset);
}
void* mmap64(void* at, size_t size, int protection, int flags, int fd, off64_t offset) {
  return map(at, size, protection, flags, fd, offset);
}

/* ---- writing */

ssize_t write(int fd, const void* data, size_t size) {
  const enum verdict verdict = count_fd("write", fd);
  if (verdict == REFUSE) return refuse();
  return finish(verdict, syscall(SYS_write, fd, data, verdict == DIE_TORN ? size / 2 : size));
}

static ssize_t write_at(int fd, const void* data, size_t size, off_t offset) {
  const enum verdict verdict = count_fd("pwrite", fd);
  if (verdict == REFUSE) return refuse();
  const size_t part = verdict == DIE_TORN ? size / 2 : size;
  return finish(verdict, syscall(SYS_pwrite64, fd, data, part, offset));
}
ssize_t pwrite(int fd, const void* data, size_t size, off_t offset) {
  return write_at(fd, data, size, offset);
}
ssize_t pwrite64(int fd, const void* data, size_t size, off64_t offset) {
  return write_at(fd, data, size, offset);
}

/* A torn vector is its first part alone. */
ssize_t writev(int fd, const struct iovec* parts, int count) {
  const enum verdict verdict = count_fd("writev", fd);
  if (verdict == REFUSE) return refuse();
  const bool torn = verdict == DIE_TORN && count > 1;
  return finish(verdict, syscall(SYS_writev, fd, parts, torn ? 1 : count));
}

static ssize_t write_vector_at(int fd, const struct iovec* parts, int count, off_t offset) {
  const enum verdict verdict = count_fd("pwritev", fd);
  if (verdict == REFUSE) return refuse();
  const bool torn = verdict == DIE_TORN && count > 1;
  return finish(verdict, syscall(SYS_pwritev, fd, parts, torn ? 1 : count, offset, 0L));
}
ssize_t pwritev(int fd, const struct iovec* parts, int count, off_t offset) {
  return write_vector_at(fd, parts, count, offset);
}
ssize_t pwritev64(int fd, const struct iovec* parts, int count, off64_t offset) {
  return write_vector_at(fd, parts, count, offset);
}

int fsync(int fd) {
  PERFORM(count_fd("fsync", fd), syscall(SYS_fsync, fd));
}
int fdatasync(int fd) {
  PERFORM(count_fd("fdatasync", fd), syscall(SYS_fdatasync, fd));
}
int ftruncate(int fd, off_t size) {
  struct stat status;
  const int shrinks = fstat(fd, &status) == 0 && size <= status.st_size;
  PERFORM(count_fd_as("ftruncate", shrinks ? FREES_SPACE : TAKES_SPACE, fd),
          syscall(SYS_ftruncate, fd, size));
}
int ftruncate64(int fd, off64_t size) {
  return ftruncate(fd, size);
}
int truncate(const char* path, off_t size) {
  PERFORM(count_path("truncate", FREES_SPACE, AT_FDCWD, path), syscall(SYS_truncate, path, size));
}
int truncate64(const char* path, off64_t size) {
  return truncate(path, size);
}

/* ---- names: counted by the name that comes to be, or goes */

int renameat2(int from_fd, const char* from, int to_fd, const char* to, unsigned int flags) {
  PERFORM(count_path("rename", TAKES_SPACE, to_fd, to),
          syscall(SYS_renameat2, from_fd, from, to_fd, to, flags));
}
int renameat(int from_fd, const char* from, int to_fd, const char* to) {
  return renameat2(from_fd, from, to_fd, to, 0);
}
int rename(const char* from, const char* to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int linkat(int from_fd, const char* from, int to_fd, const char* to, int flags) {
  PERFORM(count_path("link", TAKES_SPACE, to_fd, to),
          syscall(SYS_linkat, from_fd, from, to_fd, to, flags));
}
int link(const char* from, const char* to) {
  return linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int symlinkat(const char* target, int dirfd, const char* path) {
  PERFORM(count_path("symlink", TAKES_SPACE, dirfd, path),
          syscall(SYS_symlinkat, target, dirfd, path));
}
int symlink(const char* target, const char* path) {
  return symlinkat(target, AT_FDCWD, path);
}

static int unlink_path(const char* call, int dirfd, const char* path, int flags) {
  PERFORM(count_path(call, FREES_SPACE, dirfd, path), syscall(SYS_unlinkat, dirfd, path, flags));
}
int unlinkat(int dirfd, const char* path, int flags) {
  return unlink_path((flags & AT_REMOVEDIR) != 0 ? "rmdir" : "unlink", dirfd, path, flags);
}
int unlink(const char* path) {
  return unlink_path("unlink", AT_FDCWD, path, 0);
}
int rmdir(const char* path) {
  return unlink_path("rmdir", AT_FDCWD, path, AT_REMOVEDIR);
}

int mkdirat(int dirfd, const char* path, mode_t mode) {
  PERFORM(count_path("mkdir", TAKES_SPACE, dirfd, path), syscall(SYS_mkdirat, dirfd, path, mode));
}
int mkdir(const char* path, mode_t mode) {
  return mkdirat(AT_FDCWD, path, mode);
}
