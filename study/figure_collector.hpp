// Keeps of a stream of batches what a summary needs: two days of every replicate and the mean of each day. Batches come
// in order of replicate, so that the means do not depend on which thread was faster.
#pragma once

#include <cstdint>
#include <vector>

#include "study/run.hpp"

namespace trust {

class FigureCollector {
 public:
  /// Collects the lanes of `plan`, over `days` days.
  FigureCollector(std::uint32_t plan, int days);

  void take(const BatchRecord& record);

  /// All that was collected so far, for a run with this seed. Its seconds are left at 0.
  RunResult result(std::uint64_t seed) const;

 private:
  void take_lane(const BatchRecord& record, int lane);
  RunFigures figures() const;

  std::uint32_t plan_;
  int days_;
  std::vector<Figures> first_;
  std::vector<Figures> last_;
  std::vector<Figures> daily_sum_;
  std::vector<std::uint64_t> hashes_;
  std::uint64_t people_ = 0;
  std::uint64_t ties_ = 0;
  std::vector<std::uint32_t> draws_;  // without repeats: batches come in order
};

}  // namespace trust
