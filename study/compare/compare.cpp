#include "study/compare/compare.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace trust {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// The value that a further one falls short of with probability `share`.
double expected_quantile(const std::vector<double>& sorted, double share) {
  const double count = static_cast<double>(sorted.size());
  const double place = std::clamp(share * (count + 1) - 1, 0.0, count - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

JudgedEffect with_parameters(PairedEffect effect, const PairedEffect& by_luck, std::vector<double> differences) {
  return {effect, by_luck, plausible_range(std::move(differences))};
}

// A comparison under way.
class Comparing {
 public:
  Comparing(const Scenario& baseline, std::span<const Scenario> what_ifs, const CompareOptions& options,
            RunControl& control, const WitnessMaker& witness)
      : baseline_(baseline), options_(options), control_(control), witness_(witness) {
    arms_.scenario = &baseline;
    arms_.plans.push_back(&baseline.plan);
    for (const Scenario& what_if : what_ifs) arms_.plans.push_back(&what_if.plan);
    arms_.days = options.run.days;
    arms_.threads = options.run.threads;
    arms_.shared = options.shared;
    if (options.uncertain) result_.draws = std::make_shared<const ParameterDraws>(baseline);
    arms_.draws = result_.draws.get();
  }

  CompareResult run() {
    const auto start = std::chrono::steady_clock::now();
    result_.replicates = {options_.run.first_replicate, options_.run.replicates};
    if (options_.until_half_width) search();
    lay_out(result_.replicates.count * (options_.uncertain ? 2U : 1U));
    result_.runs = collect(arms_, witness_ ? witness_(result_.replicates) : ArmSink{});
    judge();
    result_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return std::move(result_);
  }

 private:
  // So that the progress knows of what is still to come.
  void lay_out(std::uint64_t replicates) {
    const std::size_t days = arms_.plans.size() * static_cast<std::size_t>(arms_.days) -
                             (arms_.plans.size() - 1) * static_cast<std::size_t>(arms_.shared.days);
    control_.replicate_days_total = control_.replicate_days + replicates * days;
  }

  std::shared_ptr<const ArmCollector> collect(const Arms& arms, const ArmSink& also) {
    auto collector = std::make_shared<ArmCollector>(arms, result_.replicates);
    run_arms(arms, result_.replicates, control_, [&](const ArmBatch& batch) {
      collector->take(batch);
      if (also) also(batch);
    });
    return collector;
  }

  // How many replicates it takes.
  void search() {
    SequentialStop stop(
        {.half_width = *options_.until_half_width,
         .first_replicate = options_.run.first_replicate,
         .replicates_per_organisation = baseline_.generator ? baseline_.replicates_per_organisation : 0});
    std::vector<std::vector<double>> figures(arms_.plans.size());  // [arm][replicate]
    while (!stop.done() && !stop.is_confirming()) {
      run_arms(arms_, stop.next(), control_, [&](const ArmBatch& batch) { note(batch, figures); });
      stop.report(widest(stop.searched(), figures));
    }
    result_.searched = stop.searched();
    result_.narrow_enough = stop.narrow_enough();
    result_.replicates = stop.result();
  }

  void note(const ArmBatch& batch, std::vector<std::vector<double>>& figures) const {
    for (int lane = 0; lane < batch.lanes(); ++lane) {
      const Figures& last = batch.record().figures(arms_.days, lane);
      figures[batch.arm(lane)].push_back(last[static_cast<std::size_t>(options_.measure)]);
    }
  }

  double widest(ReplicateBlock searched, const std::vector<std::vector<double>>& figures) const {
    std::vector<std::uint32_t> organisation;
    for (std::uint32_t r = 0; r < searched.count; ++r)
      organisation.push_back(baseline_.organisation_draw(searched.first + r));
    const Comparison effects(organisation, baseline_.seed);
    double widest = 0;
    for (std::size_t arm = 1; arm < figures.size(); ++arm) {
      const double half = half_width(effects.effect(figures.front(), figures[arm], Better::higher).interval);
      if (!(half <= widest)) widest = half;
      if (std::isnan(widest)) break;
    }
    return widest;
  }

  void judge() {
    std::shared_ptr<const ArmCollector> by_luck;
    if (options_.uncertain) {
      Arms as_written = arms_;
      as_written.draws = nullptr;
      by_luck = collect(as_written, {});
    }
    CompareResult judged = judge_runs(baseline_, result_.replicates, result_.runs, by_luck, result_.draws);
    judged.searched = result_.searched;
    judged.narrow_enough = result_.narrow_enough;
    result_ = std::move(judged);
  }

  const Scenario& baseline_;
  const CompareOptions& options_;
  RunControl& control_;
  const WitnessMaker& witness_;
  Arms arms_;
  CompareResult result_;
};

double spread(const std::vector<double>& values) {
  const double centre = mean(values);
  double squares = 0;
  for (const double value : values) squares += (value - centre) * (value - centre);
  return values.size() < 2 ? not_a_number : std::sqrt(squares / static_cast<double>(values.size() - 1));
}

// Infinity where the baseline is the same in all replicates.
double size_for_its_spread(const Outcome& outcome, const MeasureRow& row) {
  const Span span = natural_span(row);
  const JudgedEffect judged = outcome.judge(row.id, span);
  if (holds_zero(judged.interval())) return 0;
  return std::abs(judged.difference()) / spread(figures_of(outcome.runs().baseline(), row.id, span));
}

}  // namespace

Range plausible_range(std::vector<double> values) {
  const bool none = values.empty() || std::ranges::any_of(values, [](double d) { return std::isnan(d); });
  if (none) return {not_a_number, not_a_number};
  std::sort(values.begin(), values.end());
  return {expected_quantile(values, 0.025), expected_quantile(values, 0.975)};
}

bool JudgedEffect::parameters_are_wider() const {
  return plausible && &wider_of(by_luck->interval, *plausible) == &*plausible;
}

double JudgedEffect::difference() const {
  return by_luck && !parameters_are_wider() ? by_luck->difference : effect.difference;
}

Range JudgedEffect::interval() const {
  if (!plausible) return effect.interval;
  return parameters_are_wider() ? *plausible : by_luck->interval;
}

JudgedEffect Outcome::judge(Measure measure, Span span) const {
  const PairedEffect effect = runs_.effect(measure, span);
  if (!by_luck_) return {effect, {}, {}};
  return with_parameters(effect, by_luck_->effect(measure, span), runs_.differences(measure, span));
}

JudgedEffect Outcome::judge_net_money() const {
  const PairedEffect effect = runs_.net_money();
  if (!by_luck_) return {effect, {}, {}};
  return with_parameters(effect, by_luck_->net_money(), runs_.net_money_differences());
}

CompareResult compare(const Scenario& baseline, std::span<const Scenario> what_ifs, const CompareOptions& options,
                      RunControl& control, const WitnessMaker& witness) {
  return Comparing(baseline, what_ifs, options, control, witness).run();
}

CompareResult judge_runs(const Scenario& baseline, ReplicateBlock replicates, std::shared_ptr<const ArmCollector> runs,
                         std::shared_ptr<const ArmCollector> by_luck, std::shared_ptr<const ParameterDraws> draws) {
  CompareResult result;
  result.replicates = replicates;
  result.runs = std::move(runs);
  result.draws = std::move(draws);
  const std::vector<std::uint32_t>& organisations = result.runs->organisation();
  const auto effects = std::make_shared<const Comparison>(organisations, baseline.seed);
  for (std::size_t arm = 1; arm < result.runs->arms().size(); ++arm) {
    std::optional<PairedRuns> luck;
    if (by_luck) luck.emplace(by_luck, arm, effects, baseline.seed);
    result.outcomes.emplace_back(PairedRuns(result.runs, arm, effects, baseline.seed), std::move(luck));
  }
  result.organisations = organisations.empty() ? 0 : 1 + organisations.back() - organisations.front();
  result.people = result.runs->world()->seats();
  result.ties = result.runs->world()->organisation().ties.size();
  return result;
}

std::vector<Measure> headline_measures() {
  std::vector<Measure> found;
  for (const MeasureRow& row : measures())
    if (row.headline) found.push_back(row.id);
  return found;
}

bool holds_zero(const Range& interval) { return !(interval.low > 0) && !(interval.high < 0); }

bool rests_on_few(const std::vector<double>& differences) {
  constexpr std::ptrdiff_t few = 10;
  const auto same = std::ranges::count(differences, 0.0);
  return same > 0 && std::ssize(differences) - same < few;
}

std::vector<Measure> what_moved_most(const Outcome& outcome, std::span<const Measure> left_out) {
  std::vector<std::pair<double, Measure>> sizes;
  for (const MeasureRow& row : measures()) {
    if (std::ranges::find(left_out, row.id) != left_out.end()) continue;
    const double size = size_for_its_spread(outcome, row);
    if (size > 0) sizes.emplace_back(size, row.id);
  }
  std::stable_sort(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Measure> moved;
  for (const auto& [size, measure] : sizes) moved.push_back(measure);
  return moved;
}

}  // namespace trust
