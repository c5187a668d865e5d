#!/bin/sh
# scripts/check-layers finds each kind of breach at its line, and nothing in a clean tree.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
begin

# breach FILE TEXT FINDING: a tree holding only this file has exactly this finding ('' for none).
breach() {
  rm -rf "$scratch/tree"
  mkdir -p "$scratch/tree/$(dirname "$1")"
  printf '%b\n' "$2" >"$scratch/tree/$1"
  code=0
  found=$("$root/scripts/check-layers" "$scratch/tree" 2>&1) || code=$?
  same "findings in $1 holding: $2" "$3" "$found"
  if [ -n "$3" ]; then same "exit code for: $2" 1 "$code"; else same "exit code for: $2" 0 "$code"; fi
}

# The diagram.
breach src/git/a.cc '#include "base/result.h"\n#include "model/project.h"' \
  'src/git/a.cc:2: git/ must not include model/ (model/project.h)'
breach src/model/a.h '#include "codec/json_reader.h"' \
  'src/model/a.h:1: model/ must not include codec/ (codec/json_reader.h)'
breach src/report/a.cc '#include "store/view.h"' \
  'src/report/a.cc:1: report/ must not include store/ (store/view.h)'
breach src/store/a.cc '#include "cli/context.h"' \
  'src/store/a.cc:1: store/ must not include cli/ (cli/context.h)'
breach src/plan/a.cc '#include "git/repository.h"' \
  'src/plan/a.cc:1: plan/ must not include git/ (git/repository.h)'
breach src/main.cc '#include "store/view.h"' \
  'src/main.cc:1: main.cc includes store/, not only cli/'
breach src/helpers/a.cc '' 'src/helpers/a.cc:1: src/helpers/ is no layer of the architecture'
breach src/model/a.cc '#include "project.h"' \
  'src/model/a.cc:1: include "project.h" by its path from src/'
breach tests/unit/model/a_test.cc '#include "store/view.h"' \
  'tests/unit/model/a_test.cc:1: model/ must not include store/ (store/view.h)'

# What the diagram allows, through a layer between as well.
breach src/truth/a.cc '#include "model/project.h"\n#include "store/view.h"\n#include "truth/a.h"' ''
breach src/cli/a.cc '#include "truth/a.h"\n#include "report/text.h"\n#include "schema/engine.h"' ''
breach tests/unit/model/a_test.cc '#include "model/project.h"\n#include "tests/support/matchers.h"' ''
breach tests/property/a_test.cc '#include "store/view.h"\n#include "codec/json_reader.h"' ''

# The doors of the libraries.
breach src/store/a.cc '#include <git2.h>' 'src/store/a.cc:1: <git2.h> is included outside src/git/'
breach src/plan/a.cc '# include <yaml-cpp/yaml.h>' \
  'src/plan/a.cc:1: <yaml-cpp/yaml.h> is included outside src/codec/'
breach src/store/a.cc '#include <simdjson.h>' \
  'src/store/a.cc:1: <simdjson.h> is included outside src/codec/'
breach src/main.cc '#include <CLI/CLI.hpp>' \
  'src/main.cc:1: <CLI/CLI.hpp> is included outside src/cli/'
breach src/base/a.cc '#include <iostream>' 'src/base/a.cc:1: <iostream> is not used in this code'
breach src/git/a.cc '#include <git2.h>\n#include <git2/sys/repository.h>' ''

# The process.
breach src/host/a.cc 'auto home = std::getenv("HOME");' 'src/host/a.cc:1: only cli/ reads the environment'
breach src/host/a.cc 'extern char** environ;' 'src/host/a.cc:1: only cli/ reads the environment'
breach src/store/a.cc '\nstd::cout << 1;' 'src/store/a.cc:2: only cli/ prints'
breach src/store/a.cc 'std::fprintf(stderr, "%d", 1);' 'src/store/a.cc:1: only cli/ prints'
breach src/report/a.cc 'fmt::print("x");' 'src/report/a.cc:1: only cli/ prints'
breach src/model/a.cc 'if (bad) std::exit(3);' 'src/model/a.cc:1: only cli/ ends the process'
breach src/model/a.cc 'if (bad) _exit(3);' 'src/model/a.cc:1: only cli/ ends the process'

# What only looks like a breach.
breach src/host/a.cc '_exit(127);' ''
breach src/base/a.cc 'std::fprintf(stderr, "broken invariant");' ''
breach src/cli/a.cc 'std::exit(0); std::getenv("HOME"); std::printf("x");' ''
breach src/main.cc 'std::exit(0);' ''
breach src/model/a.cc '// exit(1), std::cout and getenv() are for cli/\nauto s = "printf(";' ''
breach src/model/a.cc '/* exit(1)\n   getenv("X") */ int x;' ''
breach src/model/a.cc 'context.exit(1); environment.get("X"); snprintf(b, 3, "x"); on_exit(1);' ''

finish
