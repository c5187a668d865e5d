#include "report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

constexpr double kLeft = 88;
constexpr double kTop = 14;
constexpr double kRight = 14;
constexpr double kBottom = 40;
constexpr double kWidth = 620;
constexpr double kHeight = 280;
constexpr double kPlotWidth = kWidth - kLeft - kRight;
constexpr double kPlotHeight = kHeight - kTop - kBottom;

// 1, 2 or 5 times a power of ten, so that `most` takes about four steps.
double nice_step(double most) {
  const double raw = std::max(most, 1e-9) / 4;
  const double power = std::pow(10, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (raw <= factor * power * 1.0001) return factor * power;
  }
  return 10 * power;
}

// Numbers from 0 to a round one that is not below `most`.
struct Scale {
  double step = 1;
  double most = 1;

  [[nodiscard]] double height(double value) const { return kPlotHeight * value / most; }
  [[nodiscard]] double y(double value) const { return kTop + kPlotHeight - height(value); }
};

Scale scale_to(double most, double least_step) {
  const double step = std::max(nice_step(most), least_step);
  return {step, step * std::max(1.0, std::ceil(most / step - 1e-9))};
}

std::string text_at(double x, double y, std::string_view anchor, std::string_view text) {
  return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>)", x, y, anchor,
                     html_text(text));
}

std::string begin_svg(double height, std::string_view id, std::string_view title,
                      std::string_view description) {
  return fmt::format(
      R"(<svg viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d"><title id="{}-t">{}</title>)"
      R"(<desc id="{}-d">{}</desc>)",
      kWidth, height, id, id, id, title, id, html_text(description));
}

// A number beside an axis; in millions where the steps are.
std::string tick_text(double value, double step, int digits) {
  constexpr double kMillion = 1e6;
  if (step >= kMillion) return grouped(static_cast<Int128>(value / kMillion + 0.5)) + "M";
  if (digits > 0) return fmt::format("{:.{}f}", value, digits);
  return grouped(static_cast<Int128>(value + 0.5));
}

// Lines across the plot with their numbers on the left, and what they count above them.
std::string value_axis(const Scale& scale, std::string_view unit, std::string_view sign,
                       int digits) {
  std::string svg;
  for (int tick = 0; tick * scale.step <= scale.most * 1.0001; ++tick) {
    const double value = tick * scale.step;
    svg += fmt::format(R"(<line class="grid" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/>)", kLeft,
                       kWidth - kRight, scale.y(value), scale.y(value));
    svg += text_at(kLeft - 6, scale.y(value) + 4, "end",
                   std::string(sign) + tick_text(value, scale.step, digits));
  }
  return svg +
         fmt::format(R"svg(<text class="unit" transform="translate(14 {:.1f}) rotate(-90)" )svg"
                     R"svg(text-anchor="middle">{}</text>)svg",
                     kTop + kPlotHeight / 2, unit);
}

std::string time_unit(std::string_view unit) {
  return fmt::format(R"(<text class="unit" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)",
                     kLeft + kPlotWidth / 2, kHeight - 4, unit);
}

// The line of a count that stays until the next point.
template <typename Count>
std::string steps_of(const std::vector<query::BurnUpPoint>& points, Count count, const Scale& scale,
                     const std::vector<double>& places) {
  std::string path = fmt::format("M{:.1f} {:.1f}", places[0], scale.y(count(points[0])));
  for (std::size_t at = 1; at < points.size(); ++at) {
    path += fmt::format("H{:.1f}V{:.1f}", places[at], scale.y(count(points[at])));
  }
  return path + fmt::format("H{:.1f}", kLeft + kPlotWidth);
}

std::string dates_below(Instant begin, Instant end) {
  const std::int64_t length = end.seconds - begin.seconds;
  const int parts = length < 86400 * 4 ? 1 : 4;
  std::string svg;
  for (int part = 0; part <= parts; ++part) {
    const double x = kLeft + kPlotWidth * part / parts;
    const std::string_view anchor = part == 0 ? "start" : part == parts ? "end" : "middle";
    svg += text_at(x, kTop + kPlotHeight + 16, anchor,
                   format_date(plus_seconds(begin, length * part / parts)));
  }
  return svg;
}

std::string bar_part(double x, double y, double width, double height, std::size_t series) {
  if (width <= 0 || height <= 0) return {};
  return fmt::format(R"(<rect class="s{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)",
                     series, x, y, width, height);
}

int digits_of(double step) {
  return step >= 1 ? 0 : std::clamp(static_cast<int>(std::ceil(-std::log10(step))), 1, 9);
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : safe(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string burn_up_svg(const std::vector<query::BurnUpPoint>& points, Instant until) {
  const Instant begin = points.front().at;
  const Instant end = std::max(points.back().at, until);
  const auto length = static_cast<double>(std::max<std::int64_t>(end.seconds - begin.seconds, 1));
  std::vector<double> places;
  std::int64_t most = 1;
  for (const query::BurnUpPoint& point : points) {
    const auto since = static_cast<double>(point.at.seconds - begin.seconds);
    places.push_back(kLeft + kPlotWidth * since / length);
    most = std::max({most, point.tasks, point.completed});
  }
  const Scale scale = scale_to(static_cast<double>(most), 1);
  const auto planned = [](const auto& point) { return static_cast<double>(point.tasks); };
  const auto completed = [](const auto& point) { return static_cast<double>(point.completed); };

  std::string svg = begin_svg(
      kHeight, "burn-up", "Tasks planned and completed over time",
      fmt::format("From {} to {}: {} tasks planned, {} completed at the end.", format_date(begin),
                  format_date(end), points.back().tasks, points.back().completed));
  svg += value_axis(scale, "tasks", "", 0) + dates_below(begin, end) + time_unit("date (UTC)");
  const std::string done = steps_of(points, completed, scale, places);
  svg += fmt::format(R"(<path class="area" d="{}V{:.1f}H{:.1f}Z"/>)", done, scale.y(0), kLeft);
  svg += fmt::format(R"(<path class="line completed" d="{}"/>)", done);
  svg += fmt::format(R"(<path class="line planned" d="{}"/>)",
                     steps_of(points, planned, scale, places));
  return svg + "</svg>";
}

std::string months_svg(const std::vector<MonthBar>& bars) {
  double most = 0;
  for (const MonthBar& bar : bars) {
    double sum = 0;
    for (const double dollars : bar.dollars) sum += std::max(dollars, 0.0);
    most = std::max(most, sum);
  }
  const Scale scale = scale_to(most, 0);
  std::string svg = begin_svg(
      kHeight, "months", "Cost by month and model",
      fmt::format("{} months, from {} to {}.", bars.size(), bars.front().month, bars.back().month));
  svg += value_axis(scale, "US dollars", "$", digits_of(scale.step)) + time_unit("month (UTC)");
  const double slot = kPlotWidth / static_cast<double>(bars.size());
  const double width = std::min(slot * 0.7, 60.0);
  const std::size_t every = (bars.size() + 11) / 12;  // so many names of months side by side
  for (std::size_t at = 0; at < bars.size(); ++at) {
    const double middle = kLeft + slot * (static_cast<double>(at) + 0.5);
    double y = kTop + kPlotHeight;
    for (std::size_t series = 0; series < bars[at].dollars.size(); ++series) {
      const double height = scale.height(std::max(bars[at].dollars[series], 0.0));
      y -= height;
      svg += bar_part(middle - width / 2, y, width, height, series);
    }
    if (at % every == 0) {
      svg += text_at(middle, kTop + kPlotHeight + 16, "middle",
                     bars.size() > 8 ? bars[at].month.substr(2) : bars[at].month);
    }
  }
  return svg + "</svg>";
}

std::string load_svg(const std::vector<query::CapacityRow>& rows, std::size_t all) {
  constexpr double kRow = 26;
  constexpr double kNames = 150;
  constexpr std::size_t kLongestName = 20;
  std::int64_t most = 1;
  for (const query::CapacityRow& row : rows) most = std::max(most, row.load());
  const double step = std::max(nice_step(static_cast<double>(most)), 1.0);
  const double end = step * std::ceil(static_cast<double>(most) / step);
  const double width = kWidth - kNames - kRight;
  const double bottom = kTop + kRow * static_cast<double>(rows.size());

  std::string svg =
      begin_svg(bottom + kBottom, "load", "Work under way by reviewer",
                fmt::format("{} reviewers; the most is {}, by {}.",
                            rows.size() < all ? fmt::format("{} of {}", rows.size(), all)
                                              : std::to_string(all),
                            most, rows.front().reviewer));
  for (int tick = 0; tick * step <= end * 1.0001; ++tick) {
    const double x = kNames + width * tick * step / end;
    svg += fmt::format(R"(<line class="grid" x1="{:.1f}" x2="{:.1f}" y1="{}" y2="{:.1f}"/>)", x, x,
                       kTop, bottom);
    svg += text_at(x, bottom + 16, "middle", tick_text(tick * step, step, 0));
  }
  svg += fmt::format(R"(<text class="unit" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)",
                     kNames + width / 2, bottom + kBottom - 4, "pull requests and claims");
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const query::CapacityRow& row = rows[at];
    const double y = kTop + kRow * static_cast<double>(at);
    const std::int64_t stale = row.stale();
    const std::int64_t fresh = static_cast<std::int64_t>(row.open.size()) - stale;
    double x = kNames;
    svg +=
        text_at(kNames - 8, y + kRow / 2 + 4, "end", truncate_to_width(row.reviewer, kLongestName));
    std::size_t series = 0;
    for (const std::int64_t count : {fresh, stale, row.claimed}) {
      const double part = width * static_cast<double>(count) / end;
      svg += bar_part(x, y + 4, part, kRow - 8, series++);
      x += part;
    }
  }
  return svg + "</svg>";
}

}  // namespace claudestep::report
