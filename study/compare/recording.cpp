#include "study/compare/recording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenarios/text_file.hpp"
#include "study/manifest.hpp"

namespace trust {
namespace {

// The plan, lever by lever: a what-if that was put together has no file of its own.
std::string text_of(const Plan& plan) {
  return settings_as_json(plan).dump() + interventions_as_json(plan).dump() + events_as_json(plan).dump();
}

// Of all that the runs depend on and of what is recorded of them.
std::uint64_t digest_of_arm(const Scenario& baseline, const Plan& plan, const CompareOptions& options) {
  TextDigest digest;
  digest.add(fmt::format("trustsim {} compare\nscenario {:016x}\nseed {}\ndays {}\nsteps {}\n{}\n{}\n{}\n",
                         TRUSTSIM_VERSION, baseline.content, baseline.seed, options.run.days, baseline.steps_per_day,
                         name_of(baseline.rules.trust), name_of(baseline.rules.gossip),
                         options.uncertain ? "parameters drawn" : "parameters as written"));
  digest.add(text_of(plan));
  return digest.value();
}

StudyRow study_row(const std::string& text, const Scenario& baseline, std::span<const Scenario> what_ifs,
                   const CompareOptions& options, ReplicateBlock block) {
  TextDigest digest;
  digest.add(fmt::format("{:016x} {} {}\n", digest_of_arm(baseline, baseline.plan, options), block.first, block.count));
  for (const Scenario& what_if : what_ifs) {
    digest.add(what_if.name);
    digest.add(fmt::format("{:016x}", digest_of_arm(baseline, what_if.plan, options)));
  }
  return {"compare", baseline.name, text, digest.value(), baseline.seed, block.count, options.run.days};
}

DesignRow design_row(const Scenario& baseline, const std::string& name, const Plan& plan,
                     const CompareOptions& options) {
  return {digest_of_arm(baseline, plan, options),
          {{"plan", name},
           {"trust_rule", std::string(name_of(baseline.rules.trust))},
           {"parameters", options.uncertain ? "drawn" : "as written"}}};
}

}  // namespace

bool is_recorded(const MeasureRow& row, int day, int last_day) { return row.headline || day == 0 || day == last_day; }

ComparisonRecorder::ComparisonRecorder(Store& store, const std::string& text, const Scenario& baseline,
                                       std::span<const Scenario> what_ifs, const CompareOptions& options,
                                       ReplicateBlock block)
    : store_(store), seed_(baseline.seed), days_(options.run.days) {
  store_.in_one_transaction([&] {
    const std::int64_t study = store_.study(study_row(text, baseline, what_ifs, options, block));
    designs_.push_back(store_.design(study, 0, design_row(baseline, "baseline", baseline.plan, options)));
    for (const Scenario& what_if : what_ifs)
      designs_.push_back(
          store_.design(study, designs_.size(), design_row(baseline, what_if.name, what_if.plan, options)));
  });
}

RunRow ComparisonRecorder::run_row(const ArmBatch& batch, int lane) const {
  RunRow row;
  row.design_id = designs_[batch.arm(lane)];
  row.replicate = batch.replicate(lane);
  row.seed = seed_;
  row.organisation = batch.record().packed->draw;
  row.state_hash = batch.record().batch.lane_hash(lane);
  for (int day = 0; day <= days_; ++day) {
    const Figures& figures = batch.record().figures(day, lane);
    for (const MeasureRow& measure : measures())
      if (is_recorded(measure, day, days_))
        row.values.push_back({day, measure.id, figures[static_cast<std::size_t>(measure.id)]});
  }
  return row;
}

void ComparisonRecorder::take(const ArmBatch& batch) {
  std::vector<RunRow> rows;
  store_.in_one_transaction([&] {
    for (int lane = 0; lane < batch.lanes(); ++lane) {
      const std::int64_t design = designs_[batch.arm(lane)];
      const auto same = [&](const RunRow& row) {
        return row.design_id == design && row.replicate == batch.replicate(lane);
      };
      // Two what-ifs may be the same plan.
      if (std::ranges::any_of(rows, same) || !store_.finished(design, batch.replicate(lane), 1).empty()) continue;
      rows.push_back(run_row(batch, lane));
    }
    store_.add_runs(rows);
  });
}

}  // namespace trust
