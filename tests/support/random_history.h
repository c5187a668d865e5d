// Owns: histories of random shape and with dates as told, made by one `git fast-import`.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/support/repository_builder.h"

namespace claudestep::test {

// Of each commit its parents, which come before it; the last one is the tip.
using Graph = std::vector<std::vector<std::size_t>>;

// Mostly one line with short side lines; some commits lead far back, a few are roots.
inline Graph random_graph(std::mt19937& random, std::size_t count) {
  Graph graph(count);
  const auto roll = [&](std::size_t sides) { return random() % sides; };
  for (std::size_t at = 1; at < count; ++at) {
    const std::size_t reach = roll(6) == 0 ? at : std::min<std::size_t>(at, 1 + roll(3));
    if (at + 1 < count && roll(15) == 0) continue;
    graph[at].push_back(at - 1 - roll(reach));
    const std::size_t other = at - 1 - roll(std::min<std::size_t>(at, 6));
    if (roll(2) == 0 && other != graph[at].front()) graph[at].push_back(other);
  }
  return graph;
}

// What commit number `at` is for `git fast-import`; its author's name is that number, and `changes`
// are lines such as "D projects/a.json\n".
inline std::string import_lines(const std::string& ref, const Graph& graph, std::size_t at,
                                std::int64_t date, const std::string& changes = "") {
  const auto mark = [](std::size_t number) { return ":" + std::to_string(number + 1) + "\n"; };
  const std::string when = " <a@b> " + std::to_string(date) + " +0000\n";
  const std::vector<std::size_t>& parents = graph[at];
  std::string lines = parents.empty() ? "reset " + ref + "\n" : "";
  lines += "commit " + ref + "\nmark " + mark(at);
  lines += "author " + std::to_string(at) + when + "committer c" + when + "data 1\nm\n";
  for (std::size_t place = 0; place < parents.size(); ++place) {
    lines += (place == 0 ? "from " : "merge ") + mark(parents[place]);
  }
  return lines + changes + "\n";
}

}  // namespace claudestep::test
