// The list of everything that can be done or can befall, to be searched: choosing one adds it.
#pragma once

#include <string>
#include <vector>

#include "viz/panels/panel.hpp"

namespace trust {
struct InterventionKind;
}

namespace trust::viz {

class LanePicker {
 public:
  void open(PanelContext& context);

  /// Call it in the window in which open() was called.
  void draw(PanelContext& context);

 private:
  void draw_kinds(PanelContext& context);
  bool draw_entry(PanelContext& context, const std::string& name, const std::string& title, std::string_view sentence,
                  std::string_view tip) const;
  void choose(PanelContext& context, const InterventionKind& kind);
  void draw_people(PanelContext& context);
  std::vector<Choice> choices_now(const PanelContext& context) const;
  void add(PanelContext& context, const std::string& who);

  std::string search_;
  std::string searched_;                      // ... that choices_ are of
  std::vector<Choice> choices_;               // whom it could be about
  const InterventionKind* chosen_ = nullptr;  // that waits for whom it is about
  bool fresh_ = false, fresh_next_ = false;   // the field takes the keys
};

/// From when on an intervention acts that is added now.
int first_day(const Snapshot& snapshot);

/// What `who` of such an intervention can be: "team:North", with a label.
std::vector<Choice> people_to_name(const Organisation& organisation);

}  // namespace trust::viz
