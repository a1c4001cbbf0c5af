#include "viz/panels/panel.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace trust::viz {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(PanelId::count)> panel_names{
    "levers", "network", "plots", "person", "result", "matrix", "spread", "log"};

}  // namespace

std::string_view name_of(PanelId panel) { return panel_names[static_cast<std::size_t>(panel)]; }

std::optional<PanelId> find_panel(std::string_view name) {
  for (std::size_t i = 0; i < panel_names.size(); ++i) {
    if (panel_names[i] == name) return static_cast<PanelId>(i);
  }
  return std::nullopt;
}

Seat seat_of(const Organisation& organisation, const std::string& id) {
  if (id.empty()) return no_seat;
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    if (organisation.people[seat].id == id) return seat;
  }
  return no_seat;
}

std::string title_of(const Lane& lane) {
  if (lane.by_hand) return spoken(lane.name.substr(std::min(lane.name.find(": ") + 2, lane.name.size()))) + ", by hand";
  return lane.name.empty() || lane.name == lane.kind ? spoken(lane.kind) : lane.name;
}

void ask_why(ViewState& view, Explain asked) {
  view.asked = std::move(asked);
  view.tab = PanelId::person;
  if (view.maximised)
    view.maximised = *view.maximised == PanelId::matrix ? std::optional(PanelId::person) : std::nullopt;
  view.side_folded = false;
}

std::string spoken(std::string_view name) {
  std::string label(name);
  for (char& letter : label) {
    if (letter == '.' || letter == '_') letter = ' ';
  }
  if (!label.empty()) label[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(label[0])));
  return label;
}

}  // namespace trust::viz
