#include "models/lever_table.hpp"

#include <algorithm>
#include <map>

namespace trust {
namespace {

std::vector<Target> all_targets(const Organisation& organisation, std::span<const Plan* const> plans) {
  std::vector<Target> targets;
  for (const Role& role : organisation.roles) {
    if (!role.defaults.empty()) targets.push_back({Target::Kind::role, role.name});
  }
  for (const Plan* plan : plans) {
    for (const LeverSetting& setting : plan->settings) targets.push_back(setting.who);
    for (const Intervention& intervention : plan->interventions) {
      targets.insert(targets.end(), intervention.who.begin(), intervention.who.end());
    }
  }
  std::sort(targets.begin(), targets.end());
  targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
  return targets;
}

std::size_t row_of_lever(std::size_t group, Lever lever) {
  return group * lever_count + static_cast<std::size_t>(lever);
}

// At full share `set` gives the very value that was asked for, which value + (asked - value) need not.
float changed(float value, const LeverChange& change, float share) {
  if (change.how == LeverChange::How::add) return value + change.value * share;
  return share == 1 ? change.value : value + (change.value - value) * share;
}

float within_range(Lever lever, float value) { return std::clamp(value, parameter(lever).low, parameter(lever).high); }

}  // namespace

LeverTable::LeverTable(const Organisation& organisation, std::span<const Plan* const> plans)
    : plans_(plans.begin(), plans.end()), targets_(all_targets(organisation, plans)), money_(plans.size(), 0.0) {
  make_groups(organisation);
  base_ = LaneColumn(groups_ * lever_count);
  today_ = LaneColumn(groups_ * lever_count);
  for (std::size_t group = 0; group < groups_; ++group) {
    for (const Parameter& row : parameters()) base_.fill_row(row_of_lever(group, row.id), row.initial);
  }
  apply_settings(organisation);
  for (const Plan* plan : plans_) {
    auto& of_lane = touched_.emplace_back();
    for (const Intervention& intervention : plan->interventions) of_lane.push_back(groups_touched(intervention.who));
  }
  set_day(0);
}

void LeverTable::make_groups(const Organisation& organisation) {
  std::map<std::vector<bool>, std::uint32_t> known;
  group_of_seat_.reserve(organisation.seats());
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    std::vector<bool> member(targets_.size());
    for (std::size_t t = 0; t < targets_.size(); ++t) member[t] = matches(targets_[t], organisation, seat);
    const auto [found, is_new] = known.try_emplace(member, static_cast<std::uint32_t>(member_.size()));
    if (is_new) member_.push_back(std::move(member));
    group_of_seat_.push_back(found->second);
  }
  if (member_.empty()) {  // nobody there: organisation-wide levers still exist, and are looked up by seat 0
    member_.emplace_back(targets_.size());
    group_of_seat_.push_back(0);
  }
  groups_ = member_.size();
}

std::vector<std::uint32_t> LeverTable::groups_touched(const std::vector<Target>& who) const {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t group = 0; group < groups_; ++group) {
    const bool touched = std::any_of(who.begin(), who.end(), [&](const Target& target) {
      const auto place = std::lower_bound(targets_.begin(), targets_.end(), target) - targets_.begin();
      return member_[group][static_cast<std::size_t>(place)];
    });
    if (touched) groups.push_back(group);
  }
  return groups;
}

void LeverTable::apply_settings(const Organisation& organisation) {
  const auto set = [this](const Target& who, Lever lever, float value, int lane) {
    for (const std::uint32_t group : groups_touched({who})) base_.at(row_of_lever(group, lever), lane) = value;
  };
  constexpr std::array order = {Target::Kind::everyone, Target::Kind::role, Target::Kind::function, Target::Kind::team,
                                Target::Kind::person};
  for (int lane = 0; lane < static_cast<int>(plans_.size()); ++lane) {
    const Plan& plan = *plans_[static_cast<std::size_t>(lane)];
    for (const Role& role : organisation.roles) {
      for (const auto& [lever, value] : role.defaults) set({Target::Kind::role, role.name}, lever, value, lane);
    }
    for (const Target::Kind kind : order) {
      for (const LeverSetting& setting : plan.settings) {
        if (setting.who.kind == kind) set(setting.who, setting.lever, setting.value, lane);
      }
    }
  }
}

bool LeverTable::changes_between(int before, int now) const {
  for (const Plan* plan : plans_) {
    for (const Intervention& intervention : plan->interventions) {
      if (ramp_on(intervention, before) != ramp_on(intervention, now)) return true;
    }
  }
  return before < 0;
}

void LeverTable::apply(const Intervention& intervention, const std::vector<std::uint32_t>& groups, int lane,
                       float share) {
  for (const std::uint32_t group : groups) {
    for (const LeverChange& change : intervention.changes) {
      float& value = today_.at(row_of_lever(group, change.lever), lane);
      value = within_range(change.lever, changed(value, change, share));
    }
    float& hours = today_.at(row_of_lever(group, Lever::hours_programme), lane);
    hours = within_range(Lever::hours_programme, hours + intervention.hours_per_day * intervention.strength);
  }
}

void LeverTable::set_day(int day) {
  if (!changes_between(day_, day)) {
    day_ = day;
    return;
  }
  day_ = day;
  today_ = base_;
  for (std::size_t lane = 0; lane < plans_.size(); ++lane) {
    money_[lane] = 0;
    for (std::size_t i = 0; i < plans_[lane]->interventions.size(); ++i) {
      const Intervention& intervention = plans_[lane]->interventions[i];
      const float share = ramp_on(intervention, day) * intervention.strength;
      if (ramp_on(intervention, day) == 0) continue;
      apply(intervention, touched_[lane][i], static_cast<int>(lane), share);
      money_[lane] += static_cast<double>(intervention.money_per_day * intervention.strength);
    }
  }
}

float LeverTable::value(Lever lever, Seat seat, int lane) const {
  return today_.at(row_of_lever(group_of_seat_[seat], lever), lane);
}

}  // namespace trust
