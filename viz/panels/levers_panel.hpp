// The levers of the model as sliders, made from the one parameter table: grouped, searched by name and sentence, each
// with its meaning, unit, range and source.
#pragma once

#include <map>
#include <span>

#include "viz/panels/panel.hpp"

namespace trust::viz {

class LeversPanel {
 public:
  void draw(PanelContext& context);

 private:
  // A value that was sent to the engine and is not yet seen in a snapshot.
  struct Sent {
    float value;
    std::uint64_t command;
  };

  void draw_head(PanelContext& context);
  void draw_groups(PanelContext& context);
  void draw_most_used(PanelContext& context);
  void draw_group(PanelContext& context, std::string_view group, bool all);
  void draw_lever(PanelContext& context, const Parameter& row);
  void head_of_lever(PanelContext& context, const Parameter& row, const LeverState& state, const std::string& name);
  void set(PanelContext& context, const Parameter& row, float value);
  float value_shown(const Snapshot& snapshot, Lever lever) const;

  std::map<Lever, Sent> sent_;
};

/// The few that stand first.
std::span<const Lever> most_used();

/// Whether a search finds the lever: every word of it in the name, sentence or group, in any case. Empty finds all.
bool search_finds(const Parameter& row, std::string_view search);

/// A lever's name as the panel shows it: of how often people behave in a way, the behaviour alone.
std::string lever_label(const Parameter& row);

/// A lever's value with as many decimals as its range needs.
std::string lever_text(const Parameter& row, float value);

}  // namespace trust::viz
