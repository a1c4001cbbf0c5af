#include "viz/session/stored_look.hpp"

#include <algorithm>

namespace trust::viz {

StoredLook::StoredLook(const Batch& batch, int lane) : day_(batch.day()) {
  const std::shared_ptr<const World> world = batch.shared_world();  // as the last reorganisation left it
  organisation_ = world->shared_organisation();
  ties_ = std::shared_ptr<const TieGraph>(world, &world->graph());
  constexpr std::array columns = {Column::trust_received, Column::felt_trust, Column::stress, Column::engagement};
  static_assert(columns.size() == person_value_count);
  for (std::size_t value = 0; value < person_value_count; ++value) {
    const LaneColumn& column = batch.state()[columns[value]];
    people_[value].resize(column.rows());
    for (std::size_t seat = 0; seat < column.rows(); ++seat) people_[value][seat] = to_word(column.at(seat, lane));
  }
  const LaneColumn& present = batch.state()[Column::present];
  present_.resize(present.rows());
  for (std::size_t seat = 0; seat < present.rows(); ++seat) present_[seat] = present.at(seat, lane) > 0 ? 1 : 0;
  const LaneColumn& trust = batch.state()[Column::trust];
  tie_trust_.resize(trust.rows());
  for (std::size_t slot = 0; slot < trust.rows(); ++slot) tie_trust_[slot] = to_byte(trust.at(slot, lane));
}

StoredLook::Word StoredLook::to_word(float value) {
  return static_cast<Word>(std::clamp(value, 0.0F, 1.0F) * 65535.0F + 0.5F);
}

std::shared_ptr<Look> StoredLook::whole() const {
  auto look = std::make_shared<Look>();
  look->day = day_;
  look->organisation = organisation_;
  look->ties = ties_;
  for (std::size_t value = 0; value < person_value_count; ++value) {
    look->people[value].resize(people_[value].size());
    std::transform(people_[value].begin(), people_[value].end(), look->people[value].begin(), from_word);
  }
  look->present = present_;
  look->tie_trust = tie_trust_;
  return look;
}

std::size_t StoredLook::bytes() const {
  std::size_t sum = sizeof(*this) + present_.capacity() + tie_trust_.capacity();
  for (const auto& words : people_) sum += words.capacity() * sizeof(Word);
  return sum;
}

}  // namespace trust::viz
