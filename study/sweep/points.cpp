#include "study/sweep/points.hpp"

#include <fmt/format.h>
#include <tbb/task_arena.h>

#include "scenarios/text_file.hpp"
#include "sim/blocks.hpp"
#include "study/sweep/world_shelf.hpp"

namespace trust {
namespace {

// Each point joins the first one before it that it can share a batch with.
void find_companies(SweepPoints& points) {
  std::vector<const SweepPoint*> first_of;
  for (SweepPoint& point : points) {
    if (!point.scenario) continue;
    std::uint32_t company = 0;
    while (company < first_of.size() && !can_share_batch(*first_of[company]->scenario, *point.scenario)) ++company;
    if (company == first_of.size()) first_of.push_back(&point);
    point.company = company;
  }
}

}  // namespace

std::uint64_t digest_of_point(const Study& study, const Scenario& scenario) {
  TextDigest digest;
  digest.add(fmt::format("trustsim {}\nscenario {:016x}\nseed {}\ndays {}\n", TRUSTSIM_VERSION, scenario.content,
                         scenario.seed, study.days));
  for (const Measure measure : study.measures) digest.add(fmt::format("{}\n", measure_row(measure).name));
  for (const int day : study.record_days) digest.add(fmt::format("day {}\n", day));
  return digest.value();
}

std::uint64_t digest_of_study(const Study& study) {
  TextDigest digest;
  digest.add(study.text);
  digest.add(fmt::format("scenario {:016x}", study.source.scenario().content));
  return digest.value();
}

std::shared_ptr<const SweepPoints> PointReader::read(const SweepChunk& chunk) {
  const auto found = kept_.find(chunk.first_point);
  if (found != kept_.end()) return found->second;
  auto points = std::make_shared<SweepPoints>(chunk.points);
  // Isolated: while it waits for helpers, this thread must not pick up a whole batch.
  tbb::this_task_arena::isolate(
      [&] { for_each_index(chunk.points, [&](std::size_t i) { (*points)[i] = read_point(chunk.first_point + i); }); });
  find_companies(*points);
  if (study_.design.points() <= most_points_kept) kept_.emplace(chunk.first_point, points);
  return points;
}

SweepPoint PointReader::read_point(std::uint64_t place) const {
  SweepPoint point;
  point.place = place;
  try {
    point.design.settings = study_.design.settings(place);
    point.scenario = std::make_shared<const Scenario>(study_.scenario_at(place));
    point.design.digest = digest_of_point(study_, *point.scenario);
  } catch (const InputError& mistake) {
    point.scenario = nullptr;
    point.failure = mistake.what();
  }
  return point;
}

}  // namespace trust
