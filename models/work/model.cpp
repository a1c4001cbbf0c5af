#include "models/work/model.hpp"

#include "models/day_access.hpp"

namespace trust {
inline namespace TRUST_PATH {

void work(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LeversOf levers(day, seat);
    const Lanes effort =
        clamp(levers(Lever::effort_base) + levers(Lever::effort_engagement) * get(day, Column::engagement, seat) +
                  levers(Lever::effort_energy) * get(day, Column::energy, seat) +
                  levers(Lever::effort_clarity) * get(day, Column::clarity, seat) -
                  levers(Lever::effort_micromanagement) * get(day, Column::micromanaged, seat),
              0.0F, 2.0F);
    put(day, Column::effort, seat, effort);
    put(day, Column::output, seat, effort * get(day, Column::skill, seat) * get(day, Column::hours_outside, seat));
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
