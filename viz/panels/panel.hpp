// What every panel is given: the newest snapshot to show, the session to command, the controls to draw with, and what
// the user chose to look at.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "viz/panels/controls.hpp"
#include "viz/plot/ghost_curve.hpp"
#include "viz/scene/colouring.hpp"
#include "viz/scene/layout.hpp"
#include "viz/scene/view.hpp"
#include "viz/session/commands.hpp"

namespace trust::viz {

/// Every panel by the name that --panel takes. Those from `person` on share the right column, one tab each.
enum class PanelId : std::uint8_t { levers, network, plots, person, result, matrix, spread, log, count };

std::string_view name_of(PanelId panel);
std::optional<PanelId> find_panel(std::string_view name);
inline bool is_tab(PanelId panel) { return panel >= PanelId::person && panel < PanelId::count; }

/// What the plots and the network show of the two arms.
enum class ShownArm : std::uint8_t { baseline, what_if, compare };  // compare: what-if in the network, both in plots

/// The days that all plots and lanes show; all of them where `last` is not above `first`.
struct DayWindow {
  double first = 0;
  double last = 0;
};

/// Who stands out and whose ties are shown, besides a chosen person.
struct TieFilter {
  std::optional<std::uint32_t> from;  // function, or team where `by_team`
  std::optional<std::uint32_t> to;
  bool by_team = false;
  bool empty() const { return !from && !to; }
};

/// A scenario file that one can choose, as its own head tells of it.
struct ScenarioEntry {
  std::filesystem::path file;
  std::string group;     // the folder that it is in, in plain words
  std::string name;      // of the scenario; the file's where it has none
  std::string sentence;  // the first of its story
};

/// What lies over the window and wants an answer.
enum class DialogId : std::uint8_t { none, save, open, exporting, clear_edits, lose_edits };

/// A file that the platform is to write after this frame: the window alone can read its own pixels.
struct PictureWish {
  std::filesystem::path file;
  std::optional<Box> part;  // of the window, in pixels; the whole without
};

/// What is looked at, and how. Nothing in it reaches the engine.
struct ViewState {
  bool dark = false;
  ShownArm arm = ShownArm::what_if;
  std::optional<PanelId> maximised;   // drawn over all but the run bar
  PanelId tab = PanelId::person;      // of the right column
  bool levers_folded = false;         // Tab
  bool side_folded = false;           // Shift+Tab
  bool drawer = false;                // Shift+Tab in a narrow window: the right column lies open over the network
  std::optional<float> levers_width;  // as splitters were dragged, at scale 1
  std::optional<float> side_width;
  std::optional<float> plots_height;
  float wanted_scale = 0;  // of everything, chosen by hand; 0: as the window began
  bool help = false;       // the overlay of keys
  DialogId dialog = DialogId::none;
  std::filesystem::path opening;  // waits for an answer: whether what is unsaved may be lost
  std::string news;               // what the window itself did and is worth a line: a file that was written, say

  NetworkShape shape = NetworkShape::circles;
  Colouring colouring = Colouring::trusted;
  float tie_threshold = 0;  // ties of this trust or more are drawn; chosen anew for every scenario
  bool weak_ties = false;   // ... of this trust or less instead
  TieFilter filter;
  std::string person_search;
  std::string selected_person;      // id; empty for nobody
  std::vector<std::string> marked;  // ids; an intervention can be about them
  std::optional<Explain> asked;     // a tie that was pressed beside the person panel, which takes it up
  Seat hovered = no_seat;
  Seat pointed = no_seat;  // pointed at in a list beside the network, which takes it for hovered in the next frame
  Zoom zoom;
  float network_covered = 0;   // pixels at the lower edge of the network where something lies over it: it keeps clear
  std::optional<Seat> fly_to;  // the network brings this person into view and empties it

  std::vector<Measure> measures = {Measure::trust};  // one plot each, from top to bottom
  DayWindow days;
  std::optional<int> hovered_day;  // pointed at in any plot or lane
  bool show_differences = true;    // the plot of the difference, where arms are compared

  std::string lever_search;
  bool changed_levers_only = false;

  std::vector<ScenarioEntry> scenarios;  // to choose from
  std::optional<PictureWish> picture;    // taken by the platform
  std::string picture_problem;           // ... which says here why it could not

  // The guided tour. While it runs, only what it speaks about takes input.
  bool tour = false;
  std::filesystem::path tour_folder;  // where its scenarios are; empty where they were not found
  std::vector<GhostCurve> ghosts;     // that tries left behind
  bool hide_future = false;           // plots end today, and no result is told: bets are placed first
};

struct PanelContext {
  const Snapshot& snapshot;
  SessionPort& session;
  Controls& controls;
  const Theme& theme;
  ViewState& view;

  /// The arm that the network and the person panel show.
  Arm shown_arm() const { return view.arm == ShownArm::baseline ? Arm::baseline : Arm::what_if; }
  const Look& look() const { return snapshot.look(shown_arm()); }
};

/// The seat of the person with that id, or no_seat.
Seat seat_of(const Organisation& organisation, const std::string& id);

/// Opens the person panel at a tie: why did it move?
void ask_why(ViewState& view, Explain asked);

/// What a lane is called: its own name, else that of its kind in words; of a lever moved by hand "Trust gain, by hand".
std::string title_of(const Lane& lane);

/// "trust_rate" or "recognition.propensity" as a label: "Recognition propensity".
std::string spoken(std::string_view name);

}  // namespace trust::viz
