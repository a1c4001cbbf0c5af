#include "study/sweep/feed.hpp"

namespace trust {

const std::shared_ptr<const Scenario>& SweepTask::scenario() const {
  return (*chunk->points)[batch->packed.lanes.front().plan].scenario;
}

SweepFeed::SweepFeed(const Study& study, const Store& store, std::mutex& store_mutex, SweepControl& control)
    : study_(study),
      store_(store),
      store_mutex_(store_mutex),
      control_(control),
      schedule_(study.design.points(), study.replicates),
      reader_(study) {}

const SweepTask* SweepFeed::look() {
  while (waiting_.empty() && !schedule_done_ && !control_.stop) {
    const auto place = schedule_.next();
    if (place) open(*place);
    schedule_done_ = !place;
  }
  return waiting_.empty() || control_.stop ? nullptr : &waiting_.front();
}

std::shared_ptr<SweepTask> SweepFeed::take() {
  if (look() == nullptr) return nullptr;
  auto task = std::make_shared<SweepTask>(std::move(waiting_.front()));
  waiting_.pop_front();
  return task;
}

void SweepFeed::close(const OpenChunk& chunk) {
  for (const auto& laid_out : chunk.in_flight) in_flight_.erase(laid_out);
}

void SweepFeed::open(const SweepChunk& place) {
  auto chunk = std::make_shared<OpenChunk>(OpenChunk{place, reader_.read(place), {}});
  chunk->batches = pack_points(missing_of(*chunk));
  chunk->tasks_left = 1 + chunk->batches.size();
  waiting_.push_back({chunk});
  for (const SweepBatch& batch : chunk->batches) waiting_.push_back({chunk, &batch});
}

std::vector<PointToPack> SweepFeed::missing_of(OpenChunk& chunk) {
  const std::scoped_lock lock(store_mutex_);
  std::vector<PointToPack> points;
  std::uint64_t nothing_to_do = 0;
  for (const SweepPoint& point : *chunk.points) {
    PointToPack& packed = points.emplace_back();
    packed.company = point.company;
    nothing_to_do += chunk.place.replicates;
    if (!point.scenario) continue;
    packed.missing = missing_of(point, chunk);
    packed.draw_of = [&point](std::uint32_t replicate) { return point.scenario->organisation_draw(replicate); };
    nothing_to_do -= packed.missing.size();
    already_there_ += chunk.place.replicates - packed.missing.size();
  }
  control_.replicate_days_total -= nothing_to_do * static_cast<std::uint64_t>(study_.days);
  return points;
}

std::vector<std::uint32_t> SweepFeed::missing_of(const SweepPoint& point, OpenChunk& chunk) {
  const std::pair laid_out{point.design.digest, chunk.place.first_replicate};
  if (in_flight_.contains(laid_out)) return {};
  std::set<std::uint32_t> missing;
  for (std::uint32_t i = 0; i < chunk.place.replicates; ++i) missing.insert(chunk.place.first_replicate + i);
  if (const auto design = store_.find_design(point.design.digest)) {
    for (const std::uint32_t there : store_.finished(*design, chunk.place.first_replicate, chunk.place.replicates))
      missing.erase(there);
  }
  if (!missing.empty()) {
    in_flight_.insert(laid_out);
    chunk.in_flight.push_back(laid_out);
  }
  return {missing.begin(), missing.end()};
}

}  // namespace trust
