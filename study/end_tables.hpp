// Every person and every tie after the last day, as means over the replicates of one organisation.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/world.hpp"
#include "study/batch_runner.hpp"
#include "study/output_file.hpp"

namespace trust {

/// The columns of a person that a table shows: all but bit patterns, in the order of the table of columns.
const std::vector<Column>& person_columns();

void write_people_heading(OutputFile& file);
void write_ties_heading(OutputFile& file);

/// Sums over the replicates of one organisation draw.
class EndTables {
 public:
  /// The worlds of day 0 and of the last day, which a reorganisation has made another one.
  EndTables(std::shared_ptr<const World> first_world, std::shared_ptr<const World> world, std::uint32_t draw);

  std::uint32_t draw() const { return draw_; }
  void add(const BatchRecord& record);

  /// One row a person: organisation, id, role, function, team, and the mean of each of person_columns().
  void write_people(OutputFile& file) const;

  /// One row a tie: organisation, source, target, kind, trust on day 0, mean trust on the last day over the replicates
  /// in which the tie is active, and their share.
  void write_ties(OutputFile& file) const;

 private:
  void add_ties(const LaneColumn& trust, int lanes);

  float trust_on_first_day(Seat source, Seat target) const;

  std::shared_ptr<const World> first_world_;
  std::shared_ptr<const World> world_;
  std::uint32_t draw_;
  std::uint64_t replicates_ = 0;
  std::vector<double> people_;         // [seat][column]
  std::vector<double> trust_;          // [slot], over active lanes
  std::vector<std::uint32_t> active_;  // [slot]
};

}  // namespace trust
