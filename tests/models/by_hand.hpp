// Helpers shared by the tests of models/: organisations with ties chosen one by one, and running batches.
#pragma once

#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "tests/models/small_organisation.hpp"

namespace trust::testing {

/// `size` marketers of one team and no manager, with these ties; a place to set up exactly what a test is about.
inline std::shared_ptr<Organisation> bare_organisation(Seat size, std::vector<Tie> ties) {
  auto organisation = std::make_shared<Organisation>();
  organisation->roles = standard_roles();
  organisation->functions = {"sales", "marketing"};
  organisation->teams = {{"Team", 1, no_seat}};
  for (Seat seat = 0; seat < size; ++seat) {
    Person person;
    person.id = "p" + std::to_string(seat);
    person.role = 2;
    person.function = 1;
    person.tenure_years = 3;
    organisation->people.push_back(std::move(person));
  }
  organisation->ties = std::move(ties);
  return organisation;
}

inline std::shared_ptr<const World> world_of(std::shared_ptr<const Organisation> organisation) {
  return std::make_shared<const World>(std::move(organisation));
}

/// An intervention on nobody and nothing yet.
inline Intervention change_lasting(int first_day, int last_day) {
  Intervention change;
  change.name = "change";
  change.first_day = first_day;
  change.last_day = last_day;
  return change;
}

/// Hashes of all lanes after `days` days.
inline std::vector<std::uint64_t> hashes_after(Batch& batch, int days) {
  for (int day = 0; day < days; ++day) batch.step();
  std::vector<std::uint64_t> hashes;
  for (int lane = 0; lane < batch.lanes(); ++lane) hashes.push_back(batch.lane_hash(lane));
  return hashes;
}

inline double figure(const Batch& batch, Measure measure, int lane) {
  return batch.figures(lane)[static_cast<std::size_t>(measure)];
}

/// Mean of a sample with the standard error of that mean; the values must be independent.
struct Estimate {
  double mean;
  double error;
};

inline Estimate estimate(const std::vector<double>& values) {
  double mean = 0;
  for (const double value : values) mean += value;
  mean /= static_cast<double>(values.size());
  double square = 0;
  for (const double value : values) square += (value - mean) * (value - mean);
  const auto count = static_cast<double>(values.size());
  return {mean, std::sqrt(square / (count - 1) / count)};
}

}  // namespace trust::testing
