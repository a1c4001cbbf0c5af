// What the network shows, derived from the snapshot and the view, and derived again only when these change: places,
// colours, mean values of groups, and ties in order of trust.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "viz/panels/panel.hpp"
#include "viz/scene/visible_ties.hpp"
#include "viz/session/group_trust.hpp"

namespace trust::viz {

/// The ties from one group to another, drawn as one.
struct Bundle {
  std::uint32_t from, to;
  float mean;
  std::uint32_t count;
};

struct Bundles {
  std::vector<Bundle> drawn;  // the largest first
  std::size_t above = 0;      // how many reach the threshold
  std::size_t total = 0;
};

class NetworkContents {
 public:
  /// Call once a frame, with a snapshot that is ready.
  void update(PanelContext& context);

  /// Rises whenever anything here changed.
  std::uint64_t edition() const { return edition_; }

  const Look& look() const { return *look_; }
  const Organisation& organisation() const { return *look_->organisation; }
  const Layout& layout() const { return layout_; }
  Colouring colouring() const { return colouring_; }
  float difference_reach() const { return reach_; }
  float value(Seat seat) const { return values_[seat]; }
  ImU32 colour(Seat seat) const { return colours_[seat]; }
  ImU32 colour_of_value(float value) const { return to_imgui(colour_of(colouring_, value, reach_)); }
  bool present(Seat seat) const { return seat >= look_->present.size() || look_->present[seat] != 0; }

  /// Mean over those of `range` (of Layout::order) who are there.
  float mean(const SeatRange& range) const;
  std::uint32_t there(const SeatRange& range) const { return counts_[range.end] - counts_[range.begin]; }

  bool weakest() const { return weakest_; }
  float threshold() const { return threshold_; }
  const VisibleTies& ties() const { return ties_; }
  GroupFilter filter() const;
  bool in_filter(Seat seat) const;

  /// Ties between functions or teams as bundles, those beyond the threshold.
  const Bundles& bundles(bool by_team) const;

 private:
  void new_organisation(const PanelContext& context);
  void new_threshold(PanelContext& context);
  void show_filtered(PanelContext& context);
  void new_values(const PanelContext& context);
  float typical_trust_between_functions();
  void forget_bundles();

  struct Level {
    std::shared_ptr<const GroupTrust> trust;
    bool chosen = false;
    Bundles bundles;
  };
  Level& summed(bool by_team) const;

  std::uint64_t edition_ = 0;
  std::uint64_t run_ = 0;
  int day_ = -1;
  std::shared_ptr<const Look> look_, other_;  // other_: that differences are from
  std::shared_ptr<const Organisation> organisation_;
  Colouring colouring_ = Colouring::trusted;
  bool weakest_ = false;
  float threshold_ = -1;
  std::optional<float> kept_threshold_;  // while that of a few filtered ties is in its place
  TieFilter filter_;
  std::vector<std::uint32_t> groups_;  // that filter_ speaks of, by seat

  Layout layout_;
  std::vector<float> values_;  // by seat
  float reach_ = 0.1F;
  std::vector<ImU32> colours_;         // by seat
  std::vector<double> sums_;           // of values before each place of Layout::order, of those who are there
  std::vector<std::uint32_t> counts_;  // ... and how many these are
  TieRanking ranking_;
  VisibleTies ties_;
  mutable GroupTrustSummer summer_;
  mutable std::array<Level, 2> levels_;  // functions, teams: only when asked for
};

}  // namespace trust::viz
