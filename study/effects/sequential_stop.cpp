#include "study/effects/sequential_stop.hpp"

#include <algorithm>
#include <cmath>

#include "sim/assert.hpp"

namespace trust {
namespace {

constexpr std::uint32_t least_replicates = 64;
constexpr std::uint32_t least_organisations = 4;

std::uint32_t rounded_up(std::uint32_t count, std::uint32_t step) { return (count + step - 1) / step * step; }

}  // namespace

SequentialStop::SequentialStop(const StopRule& rule) : rule_(rule), searched_(least_replicates) {
  const std::uint32_t whole = rule.replicates_per_organisation;
  if (whole == 0) return;
  // An organisation that began in the search must not go on in the confirming block.
  rule_.first_replicate = rounded_up(rule.first_replicate, whole);
  searched_ = std::max(rounded_up(least_replicates, whole), least_organisations * whole);
}

ReplicateBlock SequentialStop::next() const {
  TRUST_ASSERT(!done());
  if (stage_ == Stage::confirming) return result();
  return {rule_.first_replicate + before_, searched_ - before_};
}

ReplicateBlock SequentialStop::searched() const { return {rule_.first_replicate, searched_}; }

ReplicateBlock SequentialStop::result() const {
  return {rule_.first_replicate + (confirms_ ? searched_ : 0), searched_};
}

void SequentialStop::report(double half_width) {
  TRUST_ASSERT(!done());
  if (stage_ == Stage::confirming) {
    stage_ = Stage::done;
    return;
  }
  narrow_enough_ = half_width <= rule_.half_width;
  const bool may_double = std::uint64_t{searched_} * 4 <= rule_.most_replicates;
  if (std::isnan(half_width)) {
    stage_ = Stage::done;
  } else if (narrow_enough_ || !may_double) {
    stage_ = Stage::confirming;
    confirms_ = true;
  } else {
    before_ = searched_;
    searched_ *= 2;
  }
}

}  // namespace trust
