// M11: structural balance. dX/dt = X^2 has the solution X(0) (I - t X(0))^-1, which grows without bound at 1 / lambda_1
// and takes the signs of the leading eigenvector: harmony, or two camps.
#include "sim/draws.hpp"
#include "sim/structural_balance.hpp"
#include "study/verification/families.hpp"
#include "study/verification/laboratory.hpp"

namespace trust::verification {
namespace {

Eigen::MatrixXd two_rivals() {
  Eigen::MatrixXd liking(2, 2);
  liking << 1, -0.5, -0.5, 1;
  return liking;
}

std::vector<Liking> random_likings(Seat seats, std::uint32_t number) {
  std::vector<Liking> pairs;
  for (Seat one = 0; one < seats; ++one) {
    for (Seat other = one + 1; other < seats; ++other) {
      pairs.push_back({one, other, 2 * uniform(key_of_seed(5), {one, other, 0, 203}, number) - 1});
    }
  }
  return pairs;
}

Eigen::MatrixXd matrix_of(Seat seats, const std::vector<Liking>& pairs) {
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(seats, seats);
  for (const Liking& pair : pairs) matrix(pair.one, pair.other) = matrix(pair.other, pair.one) = pair.value;
  return matrix;
}

// In how many of 40 random worlds of six the late signs of X(t) are not those of the camps.
double worlds_in_other_camps(Laboratory&) {
  constexpr Seat seats = 6;
  double worlds = 0;
  for (std::uint32_t number = 0; number < 40; ++number) {
    const std::vector<Liking> pairs = random_likings(seats, number);
    const Eigen::MatrixXd start = matrix_of(seats, pairs);
    const Eigen::MatrixXd late = liking_after(start, 0.99999 / leading_eigenvalue(start));
    const std::vector<int> side = camps_of(seats, pairs).side;
    bool differ = false;
    for (Seat i = 0; i < seats; ++i) {
      for (Seat j = 0; j < seats; ++j) differ = differ || late(i, j) * side[i] * side[j] <= 0;
    }
    worlds += differ ? 1 : 0;
  }
  return worlds;
}

// Late signs hold no torn triad: what the camps say is balanced.
double balanced_in_the_end(Laboratory&) {
  constexpr Seat seats = 6;
  const Eigen::MatrixXd start = matrix_of(seats, random_likings(seats, 7));
  const Eigen::MatrixXd late = liking_after(start, 0.99999 / leading_eigenvalue(start));
  std::vector<Liking> pairs;
  for (Seat i = 0; i < seats; ++i) {
    for (Seat j = i + 1; j < seats; ++j) pairs.push_back({i, j, late(i, j)});
  }
  return count_triads(seats, pairs).balanced();
}

Check census(const std::string& id, const std::string& what, double a, double b, double c, double expected) {
  return {"M11.triad." + id, what, [=](Laboratory&) {
            const std::vector<Liking> triad = {{0, 1, a}, {1, 2, b}, {0, 2, c}};
            return exactly(expected, count_triads(3, triad).balanced());
          }};
}

}  // namespace

Family balance_checks() {
  Family family{"M11", "structural balance (Kulakowski et al. 2005; Marvel et al. 2011)", {}};
  family.checks = {{"M11.blow_up", "X(0) = [[1, -.5], [-.5, 1]] grows without bound at t = 2/3",
                    [](Laboratory&) { return exactly(2.0 / 3, 1 / leading_eigenvalue(two_rivals())); }},
                   {"M11.diagonal", "the same at t = 0.5, diagonal: 10/3",
                    [](Laboratory&) { return exactly(10.0 / 3, liking_after(two_rivals(), 0.5)(0, 0)); }},
                   {"M11.off_diagonal", "the same at t = 0.5, off the diagonal: -8/3",
                    [](Laboratory&) { return exactly(-8.0 / 3, liking_after(two_rivals(), 0.5)(0, 1)); }},
                   {"M11.camps", "random worlds of 6, of 40, whose late signs are not those of the leading eigenvector",
                    [](Laboratory& l) { return never(worlds_in_other_camps(l)); }},
                   {"M11.balanced", "share of balanced triads in the end",
                    [](Laboratory& l) { return exactly(1, balanced_in_the_end(l)); }},
                   census("all_like", "three who like one another are balanced", 1, 1, 1, 1),
                   census("two_like", "two who like each other and dislike the third are balanced", 1, -1, -1, 1),
                   census("torn", "one who likes two that dislike each other is not", 1, -1, 1, 0),
                   census("all_dislike", "three who dislike one another are not", -1, -1, -1, 0)};
  return family;
}

}  // namespace trust::verification
