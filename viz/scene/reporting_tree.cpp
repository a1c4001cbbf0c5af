#include "viz/scene/reporting_tree.hpp"

namespace trust::viz {
namespace {

// Reports by manager, as ranges of one list.
struct Reports {
  std::vector<std::uint32_t> begin;
  std::vector<Seat> seats;
};

Reports reports_by_manager(const Organisation& organisation) {
  const Seat count = organisation.seats();
  Reports reports{std::vector<std::uint32_t>(count + 1, 0), {}};
  const auto managed = [&](Seat seat) { return organisation.people[seat].manager < count; };
  for (Seat seat = 0; seat < count; ++seat) {
    if (managed(seat)) ++reports.begin[organisation.people[seat].manager + 1];
  }
  for (Seat seat = 0; seat < count; ++seat) reports.begin[seat + 1] += reports.begin[seat];
  reports.seats.resize(reports.begin[count]);
  auto next = reports.begin;
  for (Seat seat = 0; seat < count; ++seat) {
    if (managed(seat)) reports.seats[next[organisation.people[seat].manager]++] = seat;
  }
  return reports;
}

class Walk {
 public:
  explicit Walk(const Organisation& organisation)
      : reports_(reports_by_manager(organisation)), seen_(organisation.people.size(), 0) {}

  // A stack of our own: a chain of a hundred thousand managers is no reason to crash.
  void from(Seat root) {
    enter(root, no_place);
    while (!open_.empty()) {
      Open& top = open_.back();
      if (top.next == reports_.begin[tree_.order[top.place] + 1]) {
        tree_.end[top.place] = static_cast<std::uint32_t>(tree_.order.size());
        open_.pop_back();
        continue;
      }
      const Seat report = reports_.seats[top.next++];
      if (!seen_[report]) enter(report, top.place);
    }
  }

  bool seen(Seat seat) const { return seen_[seat]; }
  ReportingTree take() { return std::move(tree_); }

 private:
  struct Open {
    std::uint32_t place;
    std::uint32_t next;
  };

  void enter(Seat seat, std::uint32_t manager) {
    seen_[seat] = 1;
    open_.push_back({static_cast<std::uint32_t>(tree_.order.size()), reports_.begin[seat]});
    tree_.order.push_back(seat);
    tree_.end.push_back(0);
    tree_.manager.push_back(manager);
  }

  Reports reports_;
  std::vector<std::uint8_t> seen_;
  std::vector<Open> open_;
  ReportingTree tree_;
};

}  // namespace

ReportingTree reporting_tree(const Organisation& organisation) {
  Walk walk(organisation);
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    if (organisation.people[seat].manager >= organisation.seats()) walk.from(seat);
  }
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {  // whom no root reaches: in a circle
    if (!walk.seen(seat)) walk.from(seat);
  }
  return walk.take();
}

}  // namespace trust::viz
