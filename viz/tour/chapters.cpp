#include "viz/tour/chapters.hpp"

#include "viz/tour/chapter_list.hpp"

namespace trust::viz {

const std::vector<Chapter>& tour_chapters() {
  static const std::vector<Chapter> chapters{one_bad_week(), bad_outweighs_good(), one_more_report(),  the_poster(),
                                             the_new_way(),  over_the_shoulder(),  what_to_take_home()};
  return chapters;
}

}  // namespace trust::viz
