#include "models/intervening/model.hpp"

#include "models/lever_table.hpp"

namespace trust {

void intervene(DayContext& day) {
  day.lever_table->set_day(day.day);
  day.events = day.day > 0 && starts_day(day) ? day.event_list->of_day(day.day) : std::span<const EventOfDay>{};
  day.levers = day.lever_table->group(0);
  day.lever_group = day.lever_table->group_of_seat().data();
}

}  // namespace trust
