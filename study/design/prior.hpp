// What is believed of a lever before any data: the parameter table's prior as numbers that can be drawn.
#pragma once

#include <optional>
#include <string_view>

#include "models/parameters.hpp"

namespace trust {

/// uniform(a, b): every value between a and b is as likely as any other. beta(a, b): a and b whole numbers from 1 on;
/// values in 0 .. 1 with mean a / (a + b), the narrower the larger a + b.
class Prior {
 public:
  enum class Form : std::uint8_t { uniform, beta };

  Prior(Form form, double a, double b) : form_(form), a_(a), b_(b) {}

  /// The value below which that share (0 .. 1) of the belief lies, to the nearest float. Plain arithmetic: the same
  /// bits on every compiler and library.
  float at(double share) const;

  Form form() const { return form_; }
  double a() const { return a_; }
  double b() const { return b_; }

 private:
  Form form_;
  double a_, b_;
};

/// Reads "uniform(0.1, 0.3)" or "beta(3, 7)"; nothing for anything else ("fixed", "fixed: why").
std::optional<Prior> parse_prior(std::string_view text);

/// The lever's prior in the table; nothing for one that is fixed or has a figure instead ("calibrated", "6.2 months").
/// "loss / gain: uniform(1, 3)" of trust.loss is that many times the default of trust.gain.
std::optional<Prior> prior_of(Lever lever);

}  // namespace trust
