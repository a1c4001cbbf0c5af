#include "study/effects/units.hpp"

#include <algorithm>
#include <numeric>

#include "sim/assert.hpp"
#include "study/effects/unit_statistics.hpp"

namespace trust {

Units::Units(std::span<const std::uint32_t> organisation) : unit_of_(organisation.size()) {
  std::vector<std::uint32_t> draws(organisation.begin(), organisation.end());
  std::sort(draws.begin(), draws.end());
  draws.erase(std::unique(draws.begin(), draws.end()), draws.end());
  organisations_vary_ = draws.size() > 1;
  if (organisations_vary_) {
    sizes_.resize(draws.size());
    for (std::size_t r = 0; r < organisation.size(); ++r) {
      unit_of_[r] =
          static_cast<std::size_t>(std::lower_bound(draws.begin(), draws.end(), organisation[r]) - draws.begin());
      ++sizes_[unit_of_[r]];
    }
  } else {
    std::iota(unit_of_.begin(), unit_of_.end(), 0);
    sizes_.assign(organisation.size(), 1);
  }
}

std::vector<double> Units::means(std::span<const double> by_replicate) const {
  TRUST_ASSERT(by_replicate.size() == replicates());
  if (!organisations_vary_) return {by_replicate.begin(), by_replicate.end()};
  std::vector<std::vector<double>> members(count());
  for (std::size_t u = 0; u < count(); ++u) members[u].reserve(sizes_[u]);
  for (std::size_t r = 0; r < replicates(); ++r) members[unit_of_[r]].push_back(by_replicate[r]);
  std::vector<double> result;
  for (const std::vector<double>& values : members) result.push_back(ordered_mean(values));
  return result;
}

Table Units::means(const Table& by_replicate) const {
  TRUST_ASSERT(by_replicate.rows() == replicates());
  if (!organisations_vary_) return by_replicate;
  Table result(count(), by_replicate.columns());
  for (std::size_t c = 0; c < by_replicate.columns(); ++c) {
    const std::vector<double> column = means(by_replicate.column(c));
    for (std::size_t u = 0; u < count(); ++u) result.row(u)[c] = column[u];
  }
  return result;
}

std::vector<double> Table::column(std::size_t c) const {
  std::vector<double> values;
  values.reserve(rows_);
  for (std::size_t r = 0; r < rows_; ++r) values.push_back(row(r)[c]);
  return values;
}

}  // namespace trust
