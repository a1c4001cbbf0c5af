#include "study/compare/arms.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace trust {
namespace {

// With drawn parameters every lane has a plan of its own; so many replicates' plans are in memory at once.
constexpr std::uint32_t replicates_at_once = 256;

// Batches of the arms in `company` alone, which may share one.
std::vector<PackedBatch> pack_company(const Arms& arms, ReplicateBlock block,
                                      const std::vector<std::uint32_t>& company) {
  std::vector<PackedBatch> batches =
      pack_batches(block.first, block.count, static_cast<std::uint32_t>(company.size()),
                   [&](std::uint32_t replicate) { return arms.scenario->organisation_draw(replicate); });
  for (PackedBatch& batch : batches) {
    for (PackedLane& lane : batch.lanes) lane.plan = company[lane.plan];
  }
  return batches;
}

// One arm after another for the same replicates, as they begin together.
std::vector<PackedBatch> pack_branches(const Arms& arms, ReplicateBlock block) {
  std::vector<std::uint32_t> each_alone(arms.plans.size());
  std::iota(each_alone.begin(), each_alone.end(), 0U);
  return pack_batches(
      block.first, block.count, static_cast<std::uint32_t>(arms.plans.size()),
      [&](std::uint32_t replicate) { return arms.scenario->organisation_draw(replicate); }, each_alone);
}

// Each company is packed by itself, so that a plan which cannot join the others fills batches of its own.
std::vector<PackedBatch> pack(const Arms& arms, ReplicateBlock block) {
  std::vector<std::vector<std::uint32_t>> companies;
  const std::vector<std::uint32_t> company_of_arm = company_of(arms.plans);
  for (std::uint32_t arm = 0; arm < company_of_arm.size(); ++arm) {
    if (company_of_arm[arm] == companies.size()) companies.emplace_back();
    companies[company_of_arm[arm]].push_back(arm);
  }
  std::vector<PackedBatch> batches;
  for (const std::vector<std::uint32_t>& company : companies)
    std::ranges::move(pack_company(arms, block, company), std::back_inserter(batches));
  std::ranges::stable_sort(batches, {}, [](const PackedBatch& batch) { return batch.lanes.front().replicate; });
  return batches;
}

BatchJob job_of(const Arms& arms, ReplicateBlock block) {
  BatchJob job;
  job.scenario = arms.scenario;
  job.plans = arms.plans;
  job.batches = arms.shared.days > 0 ? pack_branches(arms, block) : pack(arms, block);
  job.days = arms.days;
  job.threads = arms.threads;
  job.column_hashes = arms.column_hashes;
  job.shared = arms.shared;
  return job;
}

// The plans of one stretch of replicates: [replicate][arm].
std::vector<Plan> drawn_plans(const Arms& arms, ReplicateBlock block) {
  std::vector<Plan> plans;
  plans.reserve(block.count * arms.plans.size());
  for (std::uint32_t r = 0; r < block.count; ++r) {
    for (const Plan* plan : arms.plans) plans.push_back(arms.draws->drawn(*plan, block.first + r));
  }
  return plans;
}

void run_drawn(const Arms& arms, ReplicateBlock block, RunControl& control, const BatchSink& sink) {
  const std::vector<Plan> plans = drawn_plans(arms, block);
  BatchJob job = job_of(arms, block);
  job.plans.clear();
  for (const Plan& plan : plans) job.plans.push_back(&plan);
  for (PackedBatch& batch : job.batches) {
    for (PackedLane& lane : batch.lanes)
      lane.plan += (lane.replicate - block.first) * static_cast<std::uint32_t>(arms.plans.size());
  }
  run_batches(job, control, sink);
}

}  // namespace

void run_arms(const Arms& arms, ReplicateBlock block, RunControl& control, const ArmSink& sink) {
  const std::size_t count = arms.plans.size();
  const BatchSink pass_on = [&](const BatchRecord& record) { sink(ArmBatch(record, count)); };
  if (!arms.draws) return run_batches(job_of(arms, block), control, pass_on);
  control.replicate_days_total = std::max<std::uint64_t>(
      control.replicate_days_total,
      control.replicate_days + std::uint64_t{block.count} * count * static_cast<std::uint64_t>(arms.days));
  for (std::uint32_t done = 0; done < block.count; done += replicates_at_once)
    run_drawn(arms, {block.first + done, std::min(replicates_at_once, block.count - done)}, control, pass_on);
}

}  // namespace trust
