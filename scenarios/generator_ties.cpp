#include "scenarios/generator_ties.hpp"

#include <algorithm>
#include <bit>

#include "scenarios/generator_acquaintance.hpp"
#include "scenarios/generator_purposes.hpp"

namespace trust {
namespace {

/// How many ties stay inside units and how many leave them.
struct TieNumbers {
  std::vector<std::size_t> inside;  // by unit
  std::size_t outside = 0;
};

std::size_t to_count(double ties) { return static_cast<std::size_t>(ties + 0.5); }

/// A person's ties are shared out over the unit and as many people outside as a unit has, in the proportion
/// 1 - contact to contact for each of them. Where fewer are outside, they weigh a little less than that. What does not
/// fit on one side goes to the other.
TieNumbers share_out(const OrganisationFrame& frame, double ties_per_person, double contact, const TieShape& shape) {
  TieNumbers numbers;
  double outside = 0;
  const auto people = static_cast<double>(frame.unit.size());
  for (const auto& members : frame.members) {
    const auto size = static_cast<double>(members.size());
    const double colleagues = std::max(size - 1, 0.0);
    const double others = people - size;
    const double pull_inside = colleagues * (1 - contact);
    const double pull_outside = std::min<double>(shape.outsiders * others, usual_unit_size) * contact;
    const double share = others == 0 ? 1 : pull_inside > 0 ? pull_inside / (pull_inside + pull_outside) : 0;
    double inside = std::min(ties_per_person * share, colleagues);
    const double leave = pull_outside > 0 ? std::min(ties_per_person - inside, others) : 0;
    if (pull_inside > 0) inside = std::min(ties_per_person - leave, colleagues);
    numbers.inside.push_back(to_count(size * inside));
    outside += size * leave;
  }
  numbers.outside = to_count(outside);
  return numbers;
}

/// Logarithm to within 0.0002: nearness needs no more, and this is where an organisation's time goes.
double rough_log(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const double exponent = static_cast<double>(static_cast<int>(bits >> 52) - 1023);
  const double t = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFull) | 0x3FF0000000000000ull) - 1;
  // log2(1 + t) is t where t is 0 or 1; a quadratic, fitted by least squares, bends the rest of the way.
  const double bend = 0.43837932982765 + t * (-0.23750132506747 + t * 0.08065315847918);
  return 0.6931471805599453 * (exponent + t + t * (1 - t) * bend);
}

/// Bits as luck with mean 0 and deviation 1 (the sum of two even draws: a tent from -2.4 to 2.4).
double tent(std::uint32_t bits) {
  const double sum = static_cast<double>((bits & 0xFFFFu) + (bits >> 16)) - 65535.0;
  return sum * (2.449489742783178 / 65536.0);
}

struct Candidate {
  CloseTie tie;
  bool sure;
};

/// Scores both directions of a pair.
class Closeness {
 public:
  Closeness(const OrganisationFrame& frame, const std::vector<Disposition>& dispositions, const TieShape& shape,
            const CipherKey& key, std::uint32_t draw)
      : frame_(frame), dispositions_(dispositions), shape_(shape), key_(key), draw_(draw) {}

  void add(std::vector<Candidate>& candidates, Pair pair, bool sure) const {
    const auto bits = four_draws(key_, generator_address(GeneratorPurpose::dyad, pair.low, pair.high), draw_);
    const double both = mutual(pair) + shape_.shared * tent(bits.word[0]);
    const Disposition& low = dispositions_[pair.low];
    const Disposition& high = dispositions_[pair.high];
    const double upward = both + low.openness + high.popularity + shape_.own * tent(bits.word[1]);
    const double downward = both + high.openness + low.popularity + shape_.own * tent(bits.word[2]);
    candidates.push_back({{pair.low, pair.high, static_cast<float>(upward)}, sure});
    candidates.push_back({{pair.high, pair.low, static_cast<float>(downward)}, sure});
  }

 private:
  double mutual(Pair pair) const {
    const auto& low = dispositions_[pair.low].place;
    const auto& high = dispositions_[pair.high].place;
    const double dx = low[0] - high[0];
    const double dy = low[1] - high[1];
    const double square = dx * dx + dy * dy + shape_.nearest * shape_.nearest;
    const auto& people = frame_.organisation.people;
    return -0.5 * shape_.nearness * rough_log(square) +
           (people[pair.low].team == people[pair.high].team ? shape_.same_team : 0) +
           (frame_.unit[pair.low] == frame_.unit[pair.high] ? shape_.same_unit : 0);
  }

  const OrganisationFrame& frame_;
  const std::vector<Disposition>& dispositions_;
  const TieShape& shape_;
  const CipherKey& key_;
  std::uint32_t draw_;
};

bool comes_before(const Candidate& a, const Candidate& b) {
  if (a.sure != b.sure) return a.sure;
  if (a.tie.closeness != b.tie.closeness) return a.tie.closeness > b.tie.closeness;
  return a.tie.target != b.tie.target ? a.tie.target < b.tie.target : a.tie.source < b.tie.source;
}

/// Adds the `wanted` closest candidates to `ties`, and all that are sure.
void keep_closest(std::vector<CloseTie>& ties, std::vector<Candidate>& candidates, std::size_t wanted) {
  const auto sure = static_cast<std::size_t>(std::ranges::count_if(candidates, &Candidate::sure));
  const std::size_t kept = std::min(std::max(wanted, sure), candidates.size());
  const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(kept);
  if (end != candidates.end()) std::nth_element(candidates.begin(), end, candidates.end(), comes_before);
  std::transform(candidates.begin(), end, std::back_inserter(ties), [](const Candidate& c) { return c.tie; });
}

/// Sorts by (target, source): two counting passes, as comparisons would cost more than all else.
void sort_ties(std::vector<CloseTie>& ties, Seat people) {
  std::vector<CloseTie> other(ties.size());
  const auto pass = [&](const std::vector<CloseTie>& from, std::vector<CloseTie>& to, Seat CloseTie::*seat) {
    std::vector<std::size_t> next(std::size_t{people} + 1, 0);
    for (const CloseTie& tie : from) ++next[tie.*seat + 1];
    for (Seat s = 0; s < people; ++s) next[s + 1] += next[s];
    for (const CloseTie& tie : from) to[next[tie.*seat]++] = tie;
  };
  pass(ties, other, &CloseTie::source);
  pass(other, ties, &CloseTie::target);
}

}  // namespace

std::vector<CloseTie> draw_ties(const OrganisationFrame& frame, const std::vector<Disposition>& dispositions,
                                const GeneratorSpec& spec, const TieShape& shape, const CipherKey& key,
                                std::uint32_t draw) {
  const Seat people = frame.organisation.seats();
  const double ties_per_person = std::min(spec.ties_per_person, people - 1.0);
  const TieNumbers numbers = share_out(frame, ties_per_person, spec.cross_team_contact, shape);
  const SureAcquaintance sure(frame, shape, ties_per_person);
  const Closeness closeness(frame, dispositions, shape, key, draw);
  std::vector<CloseTie> ties;
  ties.reserve(to_count(ties_per_person * people));
  std::vector<Candidate> candidates;
  for (std::size_t u = 0; u < frame.members.size(); ++u) {
    candidates.clear();
    const auto& members = frame.members[u];
    for (auto low = members.begin(); low != members.end(); ++low) {
      for (auto high = low + 1; high != members.end(); ++high) {
        closeness.add(candidates, {*low, *high}, sure(*low, *high));
      }
    }
    keep_closest(ties, candidates, numbers.inside[u]);
  }
  candidates.clear();
  const double wanted_outside = static_cast<double>(numbers.outside) / people;
  for (const Pair pair : pairs_across_units(frame, sure, shape, wanted_outside, key, draw)) {
    closeness.add(candidates, pair, sure(pair.low, pair.high));
  }
  keep_closest(ties, candidates, numbers.outside);
  sort_ties(ties, people);
  return ties;
}

}  // namespace trust
