#include "check/circles.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

namespace claudestep::check {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// The strongly connected component of each node (Tarjan's algorithm with a stack of its own, so
// that a long chain of tasks is no deep recursion).
class Components {
 public:
  explicit Components(const Edges& needs)
      : needs_(needs), order_(needs.size(), kNone), low_(needs.size()), of_(needs.size(), kNone) {
    for (std::size_t node = 0; node < needs_.size(); ++node) {
      if (order_[node] == kNone) visit(node);
    }
  }

  [[nodiscard]] std::size_t of(std::size_t node) const { return of_[node]; }

 private:
  void visit(std::size_t start) {
    std::vector<std::pair<std::size_t, std::size_t>> path;  // node, next edge
    enter(start, path);
    while (!path.empty()) {
      const std::size_t node = path.back().first;
      if (path.back().second < needs_[node].size()) {
        const std::size_t next = needs_[node][path.back().second++];
        if (order_[next] == kNone) {
          enter(next, path);
        } else if (of_[next] == kNone) {
          low_[node] = std::min(low_[node], order_[next]);
        }
        continue;
      }
      path.pop_back();
      if (!path.empty()) low_[path.back().first] = std::min(low_[path.back().first], low_[node]);
      if (low_[node] == order_[node]) close(node);
    }
  }

  void enter(std::size_t node, std::vector<std::pair<std::size_t, std::size_t>>& path) {
    order_[node] = low_[node] = entered_++;
    open_.push_back(node);
    path.emplace_back(node, 0);
  }

  void close(std::size_t node) {
    std::size_t member = kNone;
    do {
      member = open_.back();
      open_.pop_back();
      of_[member] = components_;
    } while (member != node);
    ++components_;
  }

  const Edges& needs_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> low_;
  std::vector<std::size_t> of_;
  std::vector<std::size_t> open_;
  std::size_t entered_ = 0;
  std::size_t components_ = 0;
};

// The shortest way from `start` along `needs` back to it inside its component; empty when there is
// none.
std::vector<std::size_t> circle_from(std::size_t start, const Edges& needs,
                                     const Components& components) {
  std::unordered_map<std::size_t, std::size_t> came_from;
  std::deque<std::size_t> queue{start};
  while (!queue.empty()) {
    const std::size_t node = queue.front();
    queue.pop_front();
    for (const std::size_t next : needs[node]) {
      if (components.of(next) != components.of(start)) continue;
      if (next == start) {
        std::vector<std::size_t> circle{start};
        for (std::size_t at = node; at != start; at = came_from.at(at)) circle.push_back(at);
        circle.push_back(start);
        std::reverse(circle.begin(), circle.end());
        return circle;
      }
      if (came_from.emplace(next, node).second) queue.push_back(next);
    }
  }
  return {};
}

}  // namespace

std::vector<std::vector<std::size_t>> circles(const Edges& needs) {
  std::vector<std::vector<std::size_t>> found;
  const Components components(needs);
  std::vector<bool> told(needs.size());  // by component
  for (std::size_t node = 0; node < needs.size(); ++node) {
    if (told[components.of(node)]) continue;
    auto circle = circle_from(node, needs, components);
    if (circle.empty()) continue;
    told[components.of(node)] = true;
    found.push_back(std::move(circle));
  }
  return found;
}

}  // namespace claudestep::check
