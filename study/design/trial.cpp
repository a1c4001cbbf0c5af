#include "study/design/trial.hpp"

namespace trust {

std::vector<Problem> Trial::problems_with(std::vector<Override> point) const {
  point.insert(point.begin(), for_every_point_.begin(), for_every_point_.end());
  try {
    source_.with(point);
  } catch (const InputError& error) {
    return error.problems();
  }
  return {};
}

}  // namespace trust
