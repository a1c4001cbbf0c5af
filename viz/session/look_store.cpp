#include "viz/session/look_store.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace trust::viz {

void LookStore::add(std::shared_ptr<const StoredLook> look) {
  if (!looks_.empty() && looks_.rbegin()->first % spacing_ != 0) {  // kept only as long as it was the newest
    bytes_ -= looks_.rbegin()->second->bytes();
    looks_.erase(std::prev(looks_.end()));
  }
  bytes_ += look->bytes();
  const int day = look->day();
  looks_.emplace_hint(looks_.end(), day, std::move(look));
  fit();
}

void LookStore::add_again(std::shared_ptr<const StoredLook> look) {
  if (find(look->day())) return;
  bytes_again_ += look->bytes();
  again_.push_back(std::move(look));
  while (bytes() > budget_ && !again_.empty()) drop_oldest_again();
}

std::shared_ptr<const StoredLook> LookStore::find(int day) const {
  if (const auto found = looks_.find(day); found != looks_.end()) return found->second;
  const auto is_it = [day](const auto& look) { return look->day() == day; };
  const auto again = std::find_if(again_.begin(), again_.end(), is_it);
  return again == again_.end() ? nullptr : *again;
}

void LookStore::forget_after(int day) {
  while (!looks_.empty() && looks_.rbegin()->first > day) {
    bytes_ -= looks_.rbegin()->second->bytes();
    looks_.erase(std::prev(looks_.end()));
  }
  std::erase_if(again_, [&](const auto& look) {
    if (look->day() <= day) return false;
    bytes_again_ -= look->bytes();
    return true;
  });
}

void LookStore::set_budget(std::size_t bytes) {
  budget_ = bytes;
  fit();
}

void LookStore::fit() {
  while (bytes_ > budget_ - budget_ / 4 && !looks_.empty()) thin();
  while (bytes() > budget_ && !again_.empty()) drop_oldest_again();
}

void LookStore::thin() {
  const int newest = looks_.rbegin()->first;
  const bool all_go = looks_.size() <= 2;  // day 0 and the newest: no spacing helps any more
  spacing_ *= all_go ? 1 : 2;
  std::erase_if(looks_, [&](const auto& entry) {
    const bool goes = all_go || (entry.first != newest && entry.first % spacing_ != 0);
    if (goes) bytes_ -= entry.second->bytes();
    return goes;
  });
}

void LookStore::drop_oldest_again() {
  bytes_again_ -= again_.front()->bytes();
  again_.pop_front();
}

}  // namespace trust::viz
