#include "models/candidate_ties.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace trust {
namespace {

// For one person at a time: who might come to know them, and how close the two are already.
class Acquaintances {
 public:
  explicit Acquaintances(const Organisation& organisation) : organisation_(organisation) {
    const Seat seats = organisation.seats();
    sources_.resize(seats);
    team_.resize(organisation.teams.size());
    for (const Tie& tie : organisation.ties) {
      sources_[tie.target].push_back(tie.source);
    }
    for (Seat seat = 0; seat < seats; ++seat) team_[organisation.people[seat].team].push_back(seat);
    closeness_.assign(seats, 0);
  }

  // Appends the candidates of `target`, the closest `share` x their ties.
  void append(Seat target, float share, std::vector<Arc>& found) {
    const auto most = static_cast<std::size_t>(std::floor(share * static_cast<float>(sources_[target].size())));
    collect(target);
    std::sort(touched_.begin(), touched_.end(), [&](Seat one, Seat other) {
      return closeness_[one] != closeness_[other] ? closeness_[one] > closeness_[other] : one < other;
    });
    std::vector<Seat> chosen;
    for (const Seat seat : touched_) {
      if (chosen.size() < most && closeness_[seat] > 0) chosen.push_back(seat);
      closeness_[seat] = 0;
    }
    touched_.clear();
    std::sort(chosen.begin(), chosen.end());
    for (const Seat source : chosen) found.push_back({source, target});
  }

 private:
  static constexpr std::int32_t team_mate = 1 << 20;
  static constexpr std::size_t most_team_mates = 64;  // of a team as large as an organisation only the first count

  void add(Seat seat, std::int32_t by) {
    if (closeness_[seat] == 0) touched_.push_back(seat);
    closeness_[seat] += by;
  }

  void collect(Seat target) {
    const std::vector<Seat>& mates = team_[organisation_.people[target].team];
    for (std::size_t m = 0; m < std::min(mates.size(), most_team_mates); ++m) add(mates[m], team_mate);
    for (const Seat between : sources_[target]) {
      for (const Seat source : sources_[between]) add(source, 1);
    }
    for (const Seat known : sources_[target]) exclude(known);
    exclude(target);
  }

  // Not a candidate, whatever is added later: a large negative number, cleared with the rest.
  void exclude(Seat seat) {
    if (closeness_[seat] == 0) touched_.push_back(seat);
    closeness_[seat] = -1;
  }

  const Organisation& organisation_;
  std::vector<std::vector<Seat>> sources_;  // [target] who knows them
  std::vector<std::vector<Seat>> team_;
  std::vector<std::int32_t> closeness_;
  std::vector<Seat> touched_;
};

}  // namespace

std::vector<Arc> candidate_ties(const Organisation& organisation, float share) {
  std::vector<Arc> found;
  if (share <= 0) return found;
  Acquaintances acquaintances(organisation);
  for (Seat target = 0; target < organisation.seats(); ++target) acquaintances.append(target, share, found);
  return found;
}

}  // namespace trust
