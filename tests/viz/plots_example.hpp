// A sitting made by hand for the tests of plots and lanes: two arms, five lanes, replicates, nothing of it from the
// engine.
#pragma once

#include <cmath>

#include "tests/viz/example.hpp"

namespace trust::viz {

inline constexpr int plots_days = 130;
inline constexpr int plots_computed = 80;

inline Lane example_lane(std::size_t index, const std::string& name, const std::string& kind, int first, int last) {
  Lane lane;
  lane.index = index;
  lane.name = name;
  lane.kind = kind;
  lane.sentence = "What it does, in plain words.";
  lane.who = "everyone";
  lane.first_day = first;
  lane.last_day = last;
  return lane;
}

/// 0: of the baseline, unchanged; 1: a shock of the baseline; 2: of the baseline, changed; 3: own, off; 4: by hand.
inline std::vector<Lane> example_lanes() {
  std::vector<Lane> lanes{
      example_lane(0, "Weekly 1:1s", "weekly_one_on_ones", 20, 90), example_lane(1, "Layoff", "layoff", 40, 40),
      example_lane(2, "Open books", "transparency", 60, 110), example_lane(3, "Team offsite", "team_building", 70, 75),
      example_lane(4, "By hand: Recognition propensity", "", 50, plots_days)};
  lanes[1].once = true;
  lanes[0].of_baseline = lanes[1].of_baseline = lanes[2].of_baseline = true;
  lanes[2].changed = lanes[3].changed = lanes[4].changed = true;
  lanes[2].options = {{"who", "everyone"}, {"share", "0.5"}};
  lanes[3].on = false;
  lanes[3].strength = 0.6F;
  lanes[4].by_hand = lanes[4].open_end = true;
  lanes[4].has_strength = false;
  return lanes;
}

inline std::vector<float> wave(int days, float level, float step, float swing) {
  std::vector<float> values;
  for (int day = 0; day <= days; ++day) {
    const auto t = static_cast<float>(day);
    values.push_back(level + step * std::max(0.0F, t - 45) / 100 - (day >= 40 ? 0.04F : 0.0F) +
                     swing * std::sin(t * 1.3F));
  }
  return values;
}

inline std::vector<float> shifted(std::vector<float> values, float by, float growing = 0) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] += by + growing * static_cast<float>(i) / 100;
  return values;
}

inline std::shared_ptr<const EffectCurve> example_effect() {
  auto effect = std::make_shared<EffectCurve>();
  effect->baseline = wave(plots_days, 0.55F, 0.02F, 0);
  effect->baseline_low = shifted(effect->baseline, -0.006F, -0.004F);
  effect->baseline_high = shifted(effect->baseline, 0.006F, 0.004F);
  effect->what_if = wave(plots_days, 0.55F, 0.09F, 0);
  effect->what_if_low = shifted(effect->what_if, -0.006F, -0.005F);
  effect->what_if_high = shifted(effect->what_if, 0.006F, 0.005F);
  for (std::size_t i = 0; i < effect->baseline.size(); ++i) {
    effect->difference.push_back(effect->what_if[i] - effect->baseline[i]);
  }
  effect->luck_low = shifted(effect->difference, -0.003F, -0.002F);
  effect->luck_high = shifted(effect->difference, 0.003F, 0.002F);
  effect->parameters_low = shifted(effect->difference, -0.006F, -0.012F);
  effect->parameters_high = shifted(effect->difference, 0.006F, 0.012F);
  effect->first_day = 50;
  return effect;
}

inline std::shared_ptr<Refinement> example_refinement(std::uint64_t edition) {
  auto refinement = std::make_shared<Refinement>();
  refinement->edition = edition;
  refinement->replicates = 64;
  refinement->uncertain = true;
  for (auto& curve : refinement->curves) curve = example_effect();
  return refinement;
}

/// Edited, with two arms that differ; no replicates in the background yet.
inline Snapshot plots_snapshot() {
  Snapshot snapshot = hand_made_snapshot();
  snapshot.scenario = "First 90 days";
  snapshot.days = plots_days;
  snapshot.day = 65;
  snapshot.computed = plots_computed;
  auto baseline = std::make_shared<Curves>();
  auto what_if = std::make_shared<Curves>();
  for (std::size_t i = 0; i < measure_count; ++i) {
    const std::vector<float> without = wave(plots_computed, 0.55F, 0.02F, 0.003F);
    const std::vector<float> with = wave(plots_computed, 0.55F, 0.09F, 0.003F);
    baseline->series[i] = {without, shifted(without, -0.012F), shifted(without, 0.012F)};
    what_if->series[i] = {with, shifted(with, -0.012F), shifted(with, 0.012F)};
  }
  snapshot.curves = {baseline, what_if};
  auto look = std::make_shared<Look>(snapshot.look());
  for (auto& values : look->people) {
    for (float& value : values) value = std::min(1.0F, value + 0.07F);
  }
  snapshot.looks[1] = look;
  snapshot.sitting.edited = true;
  snapshot.sitting.lanes = example_lanes();
  snapshot.sitting.baseline_lanes = {example_lanes()[0], example_lanes()[1], example_lanes()[2]};
  Lane& books = snapshot.sitting.baseline_lanes[2];
  books.first_day = 80;
  books.last_day = 120;
  books.strength = 0.4F;
  books.changed = false;
  books.options = {{"who", "everyone"}, {"share", "0.25"}, {"hours", "2"}};
  return snapshot;
}

}  // namespace trust::viz
