#include "study/design/design_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "study/design/axis_reader.hpp"

namespace trust {

namespace {

bool is_sample(DesignKind kind) {
  return kind == DesignKind::latin_hypercube || kind == DesignKind::sobol || kind == DesignKind::random;
}

class DesignReader {
 public:
  DesignReader(Section& study_file, const Trial* trial, bool more_points)
      : file_(study_file), trial_(trial), more_points_(more_points) {}

  Design read() {
    read_section();
    const std::size_t problems_before = file_.problems().count();
    axes_ = read_axes(file_, kind_, trial_);
    const bool axes_are_good = file_.problems().count() == problems_before;
    if (!file_.has("axis")) file_.missing("axis", "[[axis]] for each thing that the study varies");
    const auto tables = file_.tables("point");
    if (kind_ == DesignKind::list)
      read_list(tables, axes_are_good);
    else if (file_.has("point") && kind_)
      file_.report("point", "has no meaning for this design", "kind = \"list\" in [design]");
    Design design = make();
    if (kind_ && axes_are_good) check_size(design);
    if (file_.problems().count() == problems_before && trial_) try_points(design);
    return design;
  }

 private:
  void read_section() {
    const toml::table* table = file_.table("design");
    if (!table) {
      if (!file_.has("design")) file_.missing("design", "[design] with kind = \"grid\" or another");
      return;
    }
    Section section = file_.below("design", *table);
    if (!section.has("kind")) section.missing("kind", "one of the words " + listing(kinds()));
    if (const auto kind = section.choice("kind", kinds())) kind_ = static_cast<DesignKind>(*kind);
    points_line_ = section.asked_by("points");
    points_ = section.integer("points", 1, static_cast<std::int64_t>(most_points));
    const auto seed = section.integer("seed", 0, static_cast<std::int64_t>(Scenario::largest_seed));
    seed_ = static_cast<std::uint64_t>(seed.value_or(1));
    if (kind_) check_keys(section);
    section.finish();
  }

  static std::vector<std::string> kinds() { return {design_kind_names().begin(), design_kind_names().end()}; }

  void check_keys(const Section& section) const {
    const bool drawn = *kind_ == DesignKind::latin_hypercube || *kind_ == DesignKind::random;
    if (is_sample(*kind_) && !section.has("points"))
      section.missing("points", fmt::format("how many: 1 .. {}", most_points));
    if (!is_sample(*kind_) && section.has("points"))
      section.report("points", "has no meaning for this design: the axes say how many there are", "no `points`");
    if (!drawn && section.has("seed"))
      section.report("seed", "has no meaning for this design: nothing in it is drawn", "no `seed`");
  }

  void read_list(const std::vector<const toml::table*>& tables, bool axes_are_good) {
    if (!file_.has("point")) file_.missing("point", "[[point]] for each point of the list");
    int number = 0;
    for (const toml::table* table : tables) {
      point_ = fmt::format("point[{}]", ++number);
      list_.emplace_back(axes_.size());
      read_point(*table, "", axes_are_good);
    }
  }

  /// Dotted keys (a.b = 1) are tables below tables.
  void read_point(const toml::table& table, const std::string& prefix, bool axes_are_good) {
    for (const auto& [key, node] : table) {
      const std::string name = prefix + std::string(key.str());
      const Problem place{file_.file(), line_of(node), point_ + "." + name, {}, {}};
      const auto axis = std::ranges::find(axes_, name, &Axis::name);
      if (axis != axes_.end())
        list_.back()[static_cast<std::size_t>(axis - axes_.begin())] = read_value(node, place, file_.problems());
      else if (const auto* nested = node.as_table())
        read_point(*nested, name + ".", axes_are_good);
      else if (axes_are_good)
        report_unknown(place, name);
    }
  }

  void report_unknown(Problem place, const std::string& name) {
    std::vector<std::string> known;
    for (const Axis& axis : axes_) known.push_back(axis.name);
    place.what = "is no axis of this study";
    place.accepted = suggestion(name, known);
    file_.problems().add(std::move(place));
  }

  Design make() {
    if (!kind_) return {};
    if (*kind_ == DesignKind::list) return Design::of_list(axes_, list_);
    if (!is_sample(*kind_)) return Design::of_levels(*kind_, axes_);
    return Design::of_samples(*kind_, axes_, static_cast<std::uint64_t>(points_.value_or(1)), seed_);
  }

  void check_size(const Design& design) {
    const std::uint64_t points = design.points();
    if (points <= (more_points_ ? most_points : most_points_unasked)) return;
    Problem problem = points_line_;
    problem.what = fmt::format("makes {} points", points);
    problem.accepted = points > most_points
                           ? fmt::format("at most {}", most_points)
                           : fmt::format("at most {}; with --yes, up to {}", most_points_unasked, most_points);
    if (!points_) problem.key = "design";
    file_.problems().add(std::move(problem));
  }

  void try_points(const Design& design) {
    if (*kind_ == DesignKind::list) {
      for (std::uint64_t i = 0; i < design.points(); ++i) try_point(design, i);
    } else if (*kind_ == DesignKind::grid) {
      try_corners(design);
    }
  }

  /// Each value on its own has been tried; values that cannot go together mostly are at the ends.
  void try_corners(const Design& design) {
    constexpr std::size_t most_axes = 6;
    if (design.axes().size() > most_axes) return;
    for (std::uint64_t corner = 0; corner < std::uint64_t{1} << design.axes().size(); ++corner) {
      std::uint64_t point = 0;
      for (std::size_t axis = 0; axis < design.axes().size(); ++axis) {
        const std::uint64_t levels = design.axes()[axis].levels();
        point = point * levels + (corner >> axis & 1 ? levels - 1 : 0);
      }
      if (!try_point(design, point)) return;  // others would say the same
    }
  }

  bool try_point(const Design& design, std::uint64_t i) {
    std::vector<Override> point = design.point(i);
    if (*kind_ == DesignKind::list)
      for (Override& change : point) change.asked_by = place_in_list(i, change);
    const std::vector<Problem> found = trial_->problems_with(std::move(point));
    for (const Problem& problem : found) file_.problems().add(problem);
    return found.empty();
  }

  Problem place_in_list(std::uint64_t i, const Override& change) {
    const toml::table& table = *file_.tables("point")[i];
    const auto axis = std::ranges::find(axes_, change.key, &Axis::key);
    return {file_.file(), line_of(table), fmt::format("point[{}].{}", i + 1, axis->name), {}, {}};
  }

  Section& file_;
  const Trial* trial_;
  bool more_points_;
  std::optional<DesignKind> kind_;
  std::optional<std::int64_t> points_;
  Problem points_line_;
  std::uint64_t seed_ = 1;
  std::vector<Axis> axes_;
  std::vector<Design::ListPoint> list_;
  std::string point_;  // the [[point]] that is read
};

}  // namespace

Design read_design(Section& study_file, const Trial* trial, bool more_points) {
  return DesignReader(study_file, trial, more_points).read();
}

}  // namespace trust
