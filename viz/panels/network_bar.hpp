// The line of controls above the network: shape, colours, which ties, and the search for people.
#pragma once

#include <string>
#include <vector>

#include "viz/panels/network_contents.hpp"
#include "viz/scene/people_search.hpp"

namespace trust::viz {

class NetworkBar {
 public:
  void draw(PanelContext& context, const NetworkContents& contents, const std::string& ties_text);

  /// The list of what was found, over everything; what was chosen from it in this frame is `chosen()`.
  void draw_list(PanelContext& context);

  /// Where the list lies; empty without one.
  const Box& list() const { return list_; }

  /// Empties it.
  std::optional<Found> take_chosen() { return std::exchange(chosen_, std::nullopt); }

 private:
  void draw_shape(PanelContext& context);
  void draw_colour(PanelContext& context);
  void draw_ties(PanelContext& context, const std::string& ties_text);
  void draw_find(PanelContext& context, const NetworkContents& contents, float width);
  void choose(PanelContext& context, const Found& found);

  std::string searched_;
  std::shared_ptr<const Organisation> searched_in_;
  std::vector<Found> hits_;
  std::optional<Found> chosen_;
  Box field_;
  Box list_;
};

}  // namespace trust::viz
