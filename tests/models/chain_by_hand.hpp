// Helpers of the tests of the chain from awareness to revenue: people by role, and batches of which some phases run.
#pragma once

#include <initializer_list>

#include "tests/models/by_hand.hpp"

namespace trust::testing {

inline constexpr std::uint32_t rep = 0, bdr = 1, marketer = 2;

/// People who know nobody: `sellers` in sales, then `marketers` in marketing, then `developers` in sales.
inline std::shared_ptr<Organisation> strangers(Seat sellers, Seat marketers, Seat developers = 0) {
  auto organisation = std::make_shared<Organisation>();
  organisation->roles = standard_roles();
  organisation->functions = {"sales", "marketing"};
  organisation->teams = {{"Team", 0, no_seat}};
  const auto add = [&](Seat count, std::uint32_t role, std::uint32_t function) {
    for (Seat seat = 0; seat < count; ++seat) {
      Person person;
      person.id = "p" + std::to_string(organisation->people.size());
      person.role = role;
      person.function = function;
      organisation->people.push_back(std::move(person));
    }
  };
  add(sellers, rep, 0);
  add(marketers, marketer, 1);
  add(developers, bdr, 0);
  return organisation;
}

/// A batch of which only some phases are run.
class Phases {
 public:
  Phases(const std::shared_ptr<Organisation>& organisation, Plan plan, std::uint64_t seed = 1)
      : plan_(std::make_unique<const Plan>(std::move(plan))),
        batch_(world_of(organisation), lanes_of(*plan_, 0, 16), {.seed = seed}) {}

  void day(std::initializer_list<const char*> phases) {
    batch_.run_phase("intervene");
    for (const char* phase : phases) batch_.run_phase(phase);
  }

  void set(Column column, float value) {
    LaneColumn& cells = batch_.state()[column];
    for (std::size_t row = 0; row < cells.rows(); ++row) cells.fill_row(row, value);
  }

  double at(Column column, int lane) const { return batch_.state()[column].at(0, lane); }
  double figure(Measure measure, int lane) const { return testing::figure(batch_, measure, lane); }
  Batch& batch() { return batch_; }

 private:
  std::unique_ptr<const Plan> plan_;  // the batch reads it as long as it lives
  Batch batch_;
};

/// The plan with more settings.
inline Plan with(Plan plan, std::initializer_list<std::pair<Lever, float>> levers) {
  for (const auto& [lever, value] : levers) plan.settings.push_back({{}, lever, value});
  return plan;
}

}  // namespace trust::testing
