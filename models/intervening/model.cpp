#include "models/intervening/model.hpp"

#include "models/lever_table.hpp"

namespace trust {

void intervene(DayContext& day) {
  day.lever_table->set_day(day.day);
  day.levers = day.lever_table->group(0);
  day.lever_group = day.lever_table->group_of_seat().data();
}

}  // namespace trust
