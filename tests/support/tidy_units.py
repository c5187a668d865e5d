"""Runs clang-tidy over the sources named on standard input, those that the build compiles as one
put into one text: their headers are read once instead of once for each. It is one text, not a list
of includes, since many checks look at nothing but the main file.

  tidy_units.py --build FOLDER [--jobs N] < NAMES     exits 1 if there was a finding or a crash
"""

import argparse
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

INCLUDED = re.compile(r'^#include "(.*)"$', re.M)
FOR_GCC_ALONE = re.compile(r"^--param=")


def units(build, wanted):
    """Each compilation, as its folder, its words and those of its sources that are wanted."""
    for entry in json.load(open(os.path.join(build, "compile_commands.json"))):
        path = entry["file"]
        if not path.endswith((".cc", ".cxx")):
            continue
        generated = path.startswith(build)
        sources = INCLUDED.findall(open(path).read()) if generated else [path]
        sources = [source for source in sources if source in wanted]
        if sources:
            words = shlex.split(entry["command"])[1:]
            for option in ("-o", "-c"):
                place = words.index(option)
                del words[place:place + 2]
            words = [word for word in words if not FOR_GCC_ALONE.match(word)]
            yield entry["directory"], words, sources


class Joined:
    """Sources, one after the other, in one file; and where a line of it came from."""

    def __init__(self, path, sources):
        self.path, self.origin = path, [None]
        with open(path, "w") as whole:
            for source in sources:
                for number, line in enumerate(open(source), 1):
                    self.origin.append((os.path.relpath(source), number))
                    whole.write(line)

    def in_sources(self, said):
        def origin(match):
            source, number = self.origin[int(match.group(1))]
            return f"{source}:{number}:"
        return re.sub(re.escape(self.path) + r":(\d+):", origin, said)


def tidy(build, number, unit):
    """What clang-tidy says of a unit; None where all is well."""
    directory, words, sources = unit
    folder = os.path.join(build, "joined", str(number))
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "joined.cc")
    joined = Joined(path, sources)
    with open(os.path.join(folder, "compile_commands.json"), "w") as file:
        json.dump([{"directory": directory, "file": path,
                    "arguments": ["clang++", *words, "-c", path]}], file)
    run = subprocess.run(
        ["clang-tidy", "--quiet", "-p", folder, "--checks=-readability-duplicate-include",
         "--extra-arg=-Wno-unknown-warning-option", path],
        capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return None
    crash = f"clang-tidy: {' '.join(sources)}: {run.returncode}\n{run.stderr}"
    return joined.in_sources(run.stdout or crash)


def included_twice(path):
    """What clang-tidy cannot say of files that are one to it."""
    seen = set()
    for number, line in enumerate(open(path), 1):
        if line.startswith("#include") and line in seen:
            yield f"{os.path.relpath(path)}:{number}: included twice: {line.split()[1]}"
        seen.add(line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    build = os.path.realpath(args.build)
    wanted = {os.path.realpath(line.strip()) for line in sys.stdin if line.strip()}
    work = sorted(units(build, wanted), key=lambda unit: -len(unit[2]))
    sources = {path for path in wanted if path.endswith(".cc")}
    missed = sources - {source for unit in work for source in unit[2]}
    found = [f"{source}: no compilation has it" for source in sorted(missed)]
    found += [twice for path in sorted(wanted) for twice in included_twice(path)]
    failed = bool(found)
    for line in found:
        print(line, file=sys.stderr)
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        runs = [pool.submit(tidy, build, number, unit) for number, unit in enumerate(work)]
        for run in concurrent.futures.as_completed(runs):
            if run.result():
                failed = True
                print(run.result(), file=sys.stderr, flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
