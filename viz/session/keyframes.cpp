#include "viz/session/keyframes.hpp"

#include <iterator>
#include <utility>

#include "models/day.hpp"

namespace trust::viz {

std::size_t weight_of(const Batch& batch) {
  std::size_t bytes = batch.world().graph().slots() * sizeof(TieChange);
  for (std::size_t c = 0; c < column_count; ++c) {
    bytes += batch.state()[static_cast<Column>(c)].rows() * lane_columns * sizeof(float);
  }
  return bytes;
}

Keyframe::Keyframe(std::shared_ptr<const Scenario> of, Batch state)
    : scenario(std::move(of)), batch(std::move(state)), bytes(weight_of(batch)) {}

bool Keyframes::wants(int day, std::size_t bytes) const {
  return day > 0 && day % spacing_ == 0 && bytes <= budget_ && !frames_.contains(day);
}

void Keyframes::offer(const Batch& batch, const std::shared_ptr<const Scenario>& scenario) {
  if (!wants(batch.day(), weight_of(batch))) return;
  const std::vector<const Plan*> plans(static_cast<std::size_t>(batch.lanes()), &scenario->plan);
  auto frame = std::make_shared<const Keyframe>(scenario, batch.fork(plans));
  bytes_ += frame->bytes;
  frames_.emplace(batch.day(), std::move(frame));
  while (bytes_ > budget_) thin();
}

std::shared_ptr<const Keyframe> Keyframes::nearest(int day) const {
  const auto after = frames_.upper_bound(day);
  return after == frames_.begin() ? nullptr : std::prev(after)->second;
}

void Keyframes::forget_after(int day) {
  while (!frames_.empty() && frames_.rbegin()->first > day) {
    bytes_ -= frames_.rbegin()->second->bytes;
    frames_.erase(std::prev(frames_.end()));
  }
}

void Keyframes::thin() {
  spacing_ *= 2;
  const int newest = frames_.rbegin()->first;
  std::erase_if(frames_, [&](const auto& entry) {
    const bool goes = entry.first != newest && entry.first % spacing_ != 0;
    if (goes) bytes_ -= entry.second->bytes;
    return goes;
  });
}

}  // namespace trust::viz
