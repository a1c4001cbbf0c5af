#include "scenarios/generator_acquaintance.hpp"

#include <algorithm>

#include "scenarios/generator_purposes.hpp"

namespace trust {
namespace {

/// Everybody, site by site.
struct SiteOrder {
  std::vector<Seat> seats;
  std::vector<std::size_t> begin;  // by site, and the end
};

SiteOrder order_by_site(const OrganisationFrame& frame) {
  SiteOrder order{std::vector<Seat>(frame.site.size()), std::vector<std::size_t>(frame.sites + 1, 0)};
  for (const std::uint32_t site : frame.site) ++order.begin[site + 1];
  for (std::uint32_t site = 0; site < frame.sites; ++site) order.begin[site + 1] += order.begin[site];
  std::vector<std::size_t> next(order.begin.begin(), order.begin.end() - 1);
  for (Seat seat = 0; seat < frame.site.size(); ++seat) order.seats[next[frame.site[seat]]++] = seat;
  return order;
}

struct Range {
  std::size_t begin;
  std::size_t end;
};

/// The sites around each site, widened on both sides until they hold enough people.
std::vector<Range> neighbourhoods(const SiteOrder& order, std::uint32_t sites, std::uint32_t people) {
  std::vector<Range> ranges;
  for (std::uint32_t site = 0; site < sites; ++site) {
    std::uint32_t first = site, last = site + 1;
    while (order.begin[last] - order.begin[first] < people && (first > 0 || last < sites)) {
      if (first > 0) --first;
      if (last < sites && order.begin[last] - order.begin[first] < people) ++last;
    }
    ranges.push_back({order.begin[first], order.begin[last]});
  }
  return ranges;
}

constexpr Pair make_pair_of(Seat i, Seat j) { return i < j ? Pair{i, j} : Pair{j, i}; }

/// Bits as a whole number below `limit`.
std::size_t below(std::uint32_t bits, std::size_t limit) { return (std::uint64_t{bits} * limit) >> 32; }

void sample_pairs(std::vector<Pair>& pairs, const OrganisationFrame& frame, const TieShape& shape, double wanted,
                  const CipherKey& key, std::uint32_t draw) {
  const SiteOrder order = order_by_site(frame);
  const auto enough = std::max(shape.neighbourhood, usual_unit_size + static_cast<std::uint32_t>(4 * wanted));
  const auto near_by = neighbourhoods(order, frame.sites, enough);
  const auto draws_each = static_cast<std::uint32_t>(shape.met_for_each_tie * wanted + 1);
  const auto near_threshold = static_cast<std::uint64_t>(shape.nearby * 4294967296.0);
  const auto meet = [&](Seat seat, std::uint32_t where, std::uint32_t who) {
    const Range all{0, order.seats.size()};
    const Range range = where < near_threshold ? near_by[frame.site[seat]] : all;
    const Seat other = order.seats[range.begin + below(who, range.end - range.begin)];
    if (frame.unit[other] != frame.unit[seat]) pairs.push_back(make_pair_of(seat, other));
  };
  for (Seat seat = 0; seat < frame.unit.size(); ++seat) {
    for (std::uint32_t k = 0; k < draws_each; k += 2) {
      const CipherBlock bits = four_draws(key, generator_address(GeneratorPurpose::acquaintance, seat, k), draw);
      meet(seat, bits.word[0], bits.word[1]);
      if (k + 1 < draws_each) meet(seat, bits.word[2], bits.word[3]);
    }
  }
}

void all_pairs(std::vector<Pair>& pairs, const OrganisationFrame& frame) {
  const auto people = static_cast<Seat>(frame.unit.size());
  for (Seat low = 0; low < people; ++low) {
    for (Seat high = low + 1; high < people; ++high) {
      if (frame.unit[low] != frame.unit[high]) pairs.push_back({low, high});
    }
  }
}

}  // namespace

SureAcquaintance::SureAcquaintance(const OrganisationFrame& frame, const TieShape& shape, double ties_per_person)
    : frame_(frame), organisation_(frame.organisation), few_(shape.knows_all_of_level) {
  std::vector<std::uint32_t> team_size(organisation_.teams.size(), 0);
  for (const Person& person : organisation_.people) ++team_size[person.team];
  for (const std::uint32_t size : team_size) {
    close_team_.push_back(size <= shape.knows_all_of_team && size <= ties_per_person + 1);
  }
  for (Seat seat = 0; seat < organisation_.seats(); ++seat) {
    const std::uint16_t level = organisation_.people[seat].level;
    if (!leads(seat)) continue;
    if (of_level_.size() <= level) of_level_.resize(level + 1u);
    of_level_[level].push_back(seat);
  }
}

bool SureAcquaintance::side_by_side(Seat i, Seat j) const {
  const Person& one = organisation_.people[i];
  const Person& other = organisation_.people[j];
  return one.level == other.level && leads(i) && leads(j) &&
         (one.manager == other.manager || of_level_[one.level].size() <= few_);
}

bool SureAcquaintance::operator()(Seat i, Seat j) const {
  const Person& one = organisation_.people[i];
  const Person& other = organisation_.people[j];
  return one.manager == j || other.manager == i || (one.team == other.team && close_team_[one.team]) ||
         side_by_side(i, j);
}

std::vector<Pair> SureAcquaintance::across_units() const {
  std::vector<Pair> pairs;
  const auto add = [&](Seat i, Seat j) {
    if (frame_.unit[i] != frame_.unit[j]) pairs.push_back(make_pair_of(i, j));
  };
  std::vector<std::vector<Seat>> reports(organisation_.people.size());
  for (Seat seat = 0; seat < organisation_.seats(); ++seat) {
    const Seat manager = organisation_.people[seat].manager;
    if (manager == no_seat) continue;
    add(seat, manager);
    if (!leads(seat)) continue;
    for (const Seat other : reports[manager]) add(seat, other);
    reports[manager].push_back(seat);
  }
  for (const auto& leaders : of_level_) {
    if (leaders.size() > few_) continue;
    for (const Seat i : leaders) {
      for (const Seat j : leaders) {
        if (i < j) add(i, j);
      }
    }
  }
  // Members of one team share a unit, except in the teams of those who lead leaders.
  return pairs;
}

std::vector<Pair> pairs_across_units(const OrganisationFrame& frame, const SureAcquaintance& sure,
                                     const TieShape& shape, double wanted, const CipherKey& key, std::uint32_t draw) {
  std::vector<Pair> pairs;
  const std::size_t people = frame.unit.size();
  if (people <= shape.compares_all_below || wanted * 4 > static_cast<double>(people)) {
    all_pairs(pairs, frame);
    return pairs;
  }
  sample_pairs(pairs, frame, shape, wanted, key, draw);
  const auto certain = sure.across_units();
  pairs.insert(pairs.end(), certain.begin(), certain.end());
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace trust
