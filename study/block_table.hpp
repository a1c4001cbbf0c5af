// Trust by blocks, day by day: sums over the replicates of one organisation, written as a table.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <tuple>

#include "models/trust_blocks.hpp"
#include "study/batch_runner.hpp"
#include "study/output_file.hpp"

namespace trust {

void write_blocks_heading(OutputFile& file);

class BlockTable {
 public:
  BlockTable(std::shared_ptr<const World> world, std::uint32_t draw) : world_(std::move(world)), draw_(draw) {}

  std::uint32_t draw() const { return draw_; }

  /// Adds a finished batch of this organisation.
  void add(const BatchRecord& record);

  /// One row a day and block, in that order.
  void write(OutputFile& file) const;

 private:
  struct Sums {
    std::int64_t ties = 0;
    std::int64_t trust = 0;
  };
  using Place = std::tuple<std::size_t, Grouping, std::uint32_t, std::uint32_t>;  // day, grouping, from, to

  std::shared_ptr<const World> world_;
  std::uint32_t draw_;
  std::uint64_t replicates_ = 0;
  std::map<Place, Sums> sums_;
};

}  // namespace trust
