#include "study/design/prior.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>

#include "scenarios/words.hpp"

namespace trust {

namespace {

/// The share of a beta(a, b) below x, for whole a and b: the chance of a or more successes in a + b - 1 trials
/// (Abramowitz & Stegun 1964, 26.5.24). Every term is positive: nothing cancels.
double beta_below(int a, int b, double x) {
  const int trials = a + b - 1;
  double sum = 0;
  for (int successes = a; successes <= trials; ++successes) {
    double term = 1;
    for (int k = 1; k <= successes; ++k) term *= (trials - successes + k) * x / k;
    for (int k = successes; k < trials; ++k) term *= 1 - x;
    sum += term;
  }
  return sum;
}

/// The smallest float with at least that share below it. Floats from 0 to 1 rise with their bits.
float beta_at(int a, int b, double share) {
  std::uint32_t low = 0, high = std::bit_cast<std::uint32_t>(1.0F);
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (beta_below(a, b, static_cast<double>(std::bit_cast<float>(middle))) >= share)
      high = middle;
    else
      low = middle + 1;
  }
  return std::bit_cast<float>(low);
}

std::optional<double> number_up_to(std::string_view& text, char end) {
  const std::size_t length = text.find(end);
  if (length == std::string_view::npos) return std::nullopt;
  const auto number = parse_number(trimmed(text.substr(0, length)));
  text.remove_prefix(length + 1);
  return number;
}

bool is_shape(double number) {
  constexpr double largest = 1000;
  return number >= 1 && number <= largest && number == static_cast<int>(number);
}

}  // namespace

float Prior::at(double share) const {
  share = std::clamp(share, 0.0, 1.0);
  if (form_ == Form::beta) return share == 1 ? 1.0F : beta_at(static_cast<int>(a_), static_cast<int>(b_), share);
  return static_cast<float>(share == 1 ? b_ : a_ + share * (b_ - a_));
}

std::optional<Prior> parse_prior(std::string_view text) {
  const bool uniform = text.starts_with("uniform("), beta = text.starts_with("beta(");
  if (!uniform && !beta) return std::nullopt;
  text.remove_prefix(text.find('(') + 1);
  const auto a = number_up_to(text, ',');
  const auto b = a ? number_up_to(text, ')') : std::nullopt;
  if (!b || !text.empty()) return std::nullopt;
  if (uniform) return *a < *b ? std::optional(Prior(Prior::Form::uniform, *a, *b)) : std::nullopt;
  return is_shape(*a) && is_shape(*b) ? std::optional(Prior(Prior::Form::beta, *a, *b)) : std::nullopt;
}

std::optional<Prior> prior_of(Lever lever) {
  const Parameter& row = parameter(lever);
  constexpr std::string_view colon = ": ", over = " / ";
  const std::size_t end = row.prior.find(colon), middle = row.prior.find(over);
  if (middle >= end || end == std::string_view::npos) return parse_prior(row.prior);
  // "loss / gain: uniform(1, 3)" of trust.loss: of its ratio to trust.gain.
  const std::string_view other = row.prior.substr(middle + over.size(), end - middle - over.size());
  const auto divisor = find_lever(std::string(row.name.substr(0, row.name.find('.') + 1)) + std::string(other));
  const auto ratio = parse_prior(row.prior.substr(end + colon.size()));
  if (!divisor || !ratio || ratio->form() != Prior::Form::uniform) return std::nullopt;
  const auto unit = static_cast<double>(parameter(*divisor).initial);
  return Prior(Prior::Form::uniform, ratio->a() * unit, ratio->b() * unit);
}

}  // namespace trust
