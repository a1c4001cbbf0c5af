// Who meets whom today, how, and what that is worth: derived in double precision, tie by tie, as a list of single
// pieces of evidence. What the oracles of all trust rules start from.
#pragma once

#include <array>
#include <functional>
#include <optional>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {

inline constexpr std::string_view trust_phase = "meet + experience + trust";

/// One contact: none, or one by some channel.
struct Met {
  bool at_all = false;
  double richness = 0;
};

/// An outcome, and what the sums that it comes from amount to: the unit of its rounding.
struct RoundedOutcome {
  double value = 0;
  double size = 0;
};

/// The tie source -> target in one lane.
class ContactOracle {
 public:
  ContactOracle(const PhaseRun& run, Slot slot, Seat target, int lane);

  /// What the day's draw says; nothing where rounding decides.
  std::optional<Met> met() const;
  /// The outcome of that contact as evidence of one dimension (of all in one, without a dimension).
  RoundedOutcome outcome(const Met& met, std::optional<Dimension> dimension = std::nullopt) const;

  double lever(Lever which) const { return run_.lever(which, target_, lane_); }
  /// The drift of a step, in double precision.
  double drifted(double value) const;
  double home() const;
  double drift_share() const;
  /// How much more those who live off accounts lose by another function's mistakes.
  double exposure() const;
  /// What gains count for while a promise to change is fresh.
  double gain_factor() const;
  /// Trust kept within 0 .. 1 and below what a deception left.
  double kept_below_ceiling(double trust) const;

  double before(Column column) const { return run_.before(column, slot_, lane_); }
  const PhaseRun& run() const { return run_; }
  Slot slot() const { return slot_; }
  Seat source() const { return source_; }
  int lane() const { return lane_; }

 private:
  struct Piece {
    Dimension about;
    double worth;  // below 0: bad
  };

  bool is_across() const { return kind_ == TieKind::cross_function; }
  bool did(Behaviour behaviour) const { return run_.did(target_, lane_, behaviour); }
  bool has(std::int32_t bit) const { return (before_bits(Column::tie_word) & static_cast<std::uint32_t>(bit)) != 0; }
  std::uint32_t before_bits(Column column) const { return run_.bits_before(column, slot_, lane_); }
  const Role& role(Seat seat) const;
  double chance() const;
  double worth_of_recognition() const;
  std::vector<Piece> pieces() const;
  void add_of_manager(std::vector<Piece>& found) const;
  void add_of_colleague(std::vector<Piece>& found) const;
  void add_promises(std::vector<Piece>& found) const;
  void add_feedback(std::vector<Piece>& found) const;

  const PhaseRun& run_;
  Slot slot_;
  Seat source_;
  Seat target_;
  int lane_;
  TieKind kind_;
};

/// What a rule makes of a tie today: compares the rule's own columns and gives the trust after the day, with how exact
/// it can be. `met` is none where the two had no contact.
struct ExpectedTrust {
  double trust;
  double within;
};
using RuleOracle = std::function<ExpectedTrust(const ContactOracle& tie, const Met& met)>;

/// Compares the phase under `rule` with its oracle, on 200 random worlds: every tie, and the means that they make.
void check_trust_rule(TrustRule rule, const RuleOracle& oracle);

}  // namespace trust::testing
