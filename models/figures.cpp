// The day's figures of a lane, from exact sums.
#include <algorithm>
#include <cmath>

#include "models/batch_parts.hpp"
#include "sim/calendar.hpp"

namespace trust {
namespace {

class FiguresOf {
 public:
  FiguresOf(const Batch::Parts& parts, int lane) : p_(parts), lane_(lane) {}

  Figures all() {
    trust();
    people();
    chain();
    seats();
    return figures_;
  }

 private:
  static constexpr double per_trust = 1.0 / 65535.0;

  std::int64_t total(Total which) const { return p_.total(which, lane_); }
  std::int64_t count(const LaneTotals& counts) const { return counts[static_cast<std::size_t>(lane_)]; }
  double of_cell(Column column) const { return p_.state[column].at(0, lane_); }
  double lever(Lever which) const { return p_.levers.group(0)[row_of_lever(which)]; }
  std::size_t row_of_lever(Lever which) const {
    return static_cast<std::size_t>(which) * lane_columns + static_cast<std::size_t>(lane_);
  }

  void set(Measure measure, double value) { figures_[static_cast<std::size_t>(measure)] = value; }

  static double mean(std::int64_t sum, std::int64_t over, double unit) {
    return over == 0 ? 0.0 : static_cast<double>(sum) * unit / static_cast<double>(over);
  }
  double of_people(Total which) const { return mean(total(which), total(Total::people), total_unit); }
  double of_ties(Total which, const LaneTotals& counts) const { return mean(total(which), count(counts), per_trust); }

  void trust() {
    const double mean_trust = of_ties(Total::trust, p_.counts.ties);
    const double mean_square = mean(total(Total::trust_squared), count(p_.counts.ties), total_unit);
    set(Measure::trust, mean_trust);
    set(Measure::trust_spread, std::sqrt(std::max(mean_square - mean_trust * mean_trust, 0.0)));
    set(Measure::trust_across_functions, of_ties(Total::trust_across, p_.counts.across));
    set(Measure::trust_in_managers, of_ties(Total::trust_in_managers, p_.counts.to_managers));
    set(Measure::trust_in_leaders, of_ties(Total::trust_in_leaders, p_.counts.to_leaders));
    set(Measure::ties, mean(count(p_.counts.ties), total(Total::people), 1));
    set(Measure::ties_across, mean(count(p_.counts.across), total(Total::people), 1));
    set(Measure::checklist, mean(total(Total::checklist), total(Total::marketers), 1));
  }

  void people() {
    set(Measure::felt_trust, of_people(Total::felt_trust));
    set(Measure::stress, of_people(Total::stress));
    set(Measure::energy, of_people(Total::energy));
    set(Measure::engagement, of_people(Total::engagement));
    set(Measure::safety, of_people(Total::safety));
    set(Measure::hours_inside, of_people(Total::hours_inside));
    set(Measure::hours_outside, of_people(Total::hours_outside));
    set(Measure::hours_reporting, of_people(Total::hours_reporting));
    set(Measure::hours_meetings, of_people(Total::hours_meetings));
    set(Measure::hours_justification, of_people(Total::hours_justification));
    set(Measure::hours_coordination, of_people(Total::hours_coordination));
    set(Measure::hours_learning, of_people(Total::hours_learning));
    set(Measure::output, of_people(Total::output));
    set(Measure::skill, of_people(Total::skill));
    set(Measure::acumen, of_people(Total::acumen));
    set(Measure::errors, of_people(Total::errors));
    set(Measure::adoption, mean(total(Total::adopted), total(Total::people), 1));
    set(Measure::programme_hours, of_people(Total::hours_programme));
  }

  void chain() {
    set(Measure::bold_share, mean(total(Total::bold_campaigns), total(Total::campaigns), 1));
    set(Measure::awareness, of_cell(Column::awareness));
    set(Measure::leads, static_cast<double>(total(Total::leads)));
    set(Measure::leads_followed, static_cast<double>(total(Total::followed)));
    set(Measure::leads_rejected, static_cast<double>(total(Total::rejected)));
    set(Measure::leads_silent, static_cast<double>(total(Total::silent)));
    set(Measure::opportunities, static_cast<double>(total(Total::opportunities)));
    set(Measure::wins, static_cast<double>(total(Total::wins)));
    const double won = static_cast<double>(total(Total::win_value)) * total_unit * lever(Lever::deal_value);
    const double kept = static_cast<double>(total(Total::accounts)) * lever(Lever::account_value);
    set(Measure::revenue, won + kept / calendar::days_per_year);
    set(Measure::client_trust, mean(total(Total::client_trust), total(Total::accounts), per_trust));
    set(Measure::accounts, static_cast<double>(total(Total::accounts)));
    set(Measure::accounts_lost, static_cast<double>(total(Total::churned)));
  }

  void seats() {
    const std::int64_t people = total(Total::people);
    set(Measure::people, static_cast<double>(people));
    set(Measure::vacancies, static_cast<double>(static_cast<std::int64_t>(p_.world->seats()) - people));
    set(Measure::exits, static_cast<double>(total(Total::exits)));
    set(Measure::hires, static_cast<double>(total(Total::hires)));
    const double cost = lever(Lever::cost_acquisition) + lever(Lever::cost_training);
    set(Measure::exit_cost, static_cast<double>(total(Total::hires)) * cost);
    set(Measure::programme_money, p_.levers.money(lane_));
  }

  const Batch::Parts& p_;
  int lane_;
  Figures figures_{};
};

}  // namespace

Figures figures_of(const Batch::Parts& parts, int lane) { return FiguresOf(parts, lane).all(); }

}  // namespace trust
