// What `trustsim verify` is made of: a check is one sentence about the engine with a number that theory knows.
#pragma once

#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace trust::verification {

class Laboratory;

/// What theory says, what the engine did, and how far apart they may be. All three in the unit of the check's sentence.
struct Finding {
  double expected = 0;
  double got = 0;
  double tolerance = 0;
};

/// What is not a finite number is a failure.
inline bool passes(const Finding& finding) {
  return std::isfinite(finding.tolerance) && std::abs(finding.got - finding.expected) <= finding.tolerance;
}

struct Check {
  std::string id;    // "M2.mean.1": what comes before the first point is the family's id
  std::string what;  // one sentence
  std::function<Finding(Laboratory&)> run;
};

/// Checks of one theory, or of one kind.
struct Family {
  std::string id;
  std::string title;  // with its source
  std::vector<Check> checks;
  bool apart = false;  // no two of its checks look at the same run: each may have a thread of its own
};

/// Deterministic figures hold to 1e-6.
inline Finding exactly(double expected, double got) { return {expected, got, 1e-6}; }

/// Something that must not happen at all: `count` says how often it did.
inline Finding never(double count) { return {0, count, 0}; }

}  // namespace trust::verification
