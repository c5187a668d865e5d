#include "host/ref_obstacle.h"

#include <gmock/gmock.h>

namespace claudestep::host {
namespace {

TEST(RefObstacle, IsWhatGitSaysOfIt) {
  const struct {
    const char* said;
    RefObstacle obstacle;
  } cases[] = {
      {"", RefObstacle::kNone},
      {"fatal: unable to access 'https://host/': Could not resolve host", RefObstacle::kNone},
      {"error: cannot run ssh: No such file or directory\nfatal: unable to fork",
       RefObstacle::kNone},
      {"error: cannot lock ref 'refs/a/b': is at 1a but expected 2b", RefObstacle::kPasses},
      {"error: cannot lock ref 'refs/a/b': reference is missing but expected 2b",
       RefObstacle::kPasses},
      {"error: cannot lock ref 'refs/a/b': reference already exists", RefObstacle::kPasses},
      {"error: cannot lock ref 'refs/a/b': Unable to create '/r/refs/a/b.lock': File exists.\n\n"
       "Another git process seems to be running in this repository, e.g.\n",
       RefObstacle::kPasses},
      {"fatal: Unable to create '/r/shallow.lock': File exists.", RefObstacle::kPasses},
      {"remote: error: cannot lock ref 'refs/a/b': Unable to create './refs/a/b.lock': No such "
       "file or directory        \n",
       RefObstacle::kPasses},
      {"error: cannot lock ref 'refs/a/b': Unable to create '/r/b.lock': No space left on device",
       RefObstacle::kStays},
      {"error: cannot lock ref 'refs/a/b': Unable to create '/r/b.lock': Permission denied",
       RefObstacle::kStays},
      {"error: cannot lock ref 'refs/a/b': unable to create directory for .git/refs/a/b",
       RefObstacle::kStays},
      {"remote: error: cannot lock ref 'refs/a/b': 'refs/a/b/c' exists; cannot create 'refs/a/b'",
       RefObstacle::kStays},
      {"error: cannot update ref 'refs/a/b': couldn't write '/r/b.lock'", RefObstacle::kStays},
      {"error: cannot update the ref 'refs/a/b': unable to append to '.git/logs/b': I/O",
       RefObstacle::kStays},
      {"error: couldn't set 'refs/a/b'", RefObstacle::kStays},
      // One that stays outweighs a lock beside it, in either order.
      {"error: cannot lock ref 'a': Unable to create 'a.lock': File exists.\n"
       "error: couldn't set 'b'",
       RefObstacle::kStays},
      {"error: cannot lock ref 'refs/a/b': something new", RefObstacle::kUnknown},
      {"error: cannot lock ref 'refs/a/b': something new\nerror: cannot lock ref 'refs/a/b': is at "
       "1 but expected 2",
       RefObstacle::kPasses},
      // A hook may say what it likes.
      {"remote: Permission denied\nremote: cannot lock ref 'x': File exists", RefObstacle::kNone},
  };
  for (const auto& one : cases) EXPECT_EQ(find_ref_obstacle(one.said), one.obstacle) << one.said;
}

}  // namespace
}  // namespace claudestep::host
