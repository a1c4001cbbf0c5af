// EigenTrust: one reputation for everybody, from what each thinks of the others. Trust counts for more the more those
// who give it are trusted themselves (Kamvar, Schlosser & Garcia-Molina 2003, doi:10.1145/775152.775242).
//
// With c_ij = max(s_ij, 0) / sum_k max(s_ik, 0) the reputations t solve t = (1 - a) C' t + a p. Who trusts nobody
// spreads their voice as p. Negative trust is ignored: that is the method's limit. It is a measure: no state depends on
// it.
#pragma once

#include <span>
#include <vector>

#include "sim/tie_graph.hpp"

namespace trust {

/// What `source` thinks of `target`: positive where the good experiences outweigh the bad ones.
struct Rating {
  Seat source;
  Seat target;  // may be the source itself
  double value;
};

struct EigenTrustOptions {
  double damping = 0.15;           // a: the share of a reputation that is given in advance, 0 .. 1
  std::vector<double> given = {};  // p: who is trusted in advance, not negative; scaled to sum 1; empty: all alike
  double precision = 1e-12;        // largest change of a reputation at which to stop
  int most_iterations = 100'000;
};

struct EigenTrust {
  std::vector<double> reputation;  // one a seat, not negative, sum 1
  int iterations = 0;
  bool converged = false;  // false: more iterations were needed than allowed
};

/// Reputations of `seats` seats. Several ratings of one pair add up. Without damping the answer is unique where the
/// positive ratings connect everybody in both directions; it does not depend on the order of the ratings but for
/// rounding. Throws std::invalid_argument for a seat out of range, a rating or a share of p that is not finite, a
/// damping outside 0 .. 1, or a p of another length, with a negative share or without a positive one.
EigenTrust eigen_trust(Seat seats, std::span<const Rating> ratings, const EigenTrustOptions& options = {});

}  // namespace trust
