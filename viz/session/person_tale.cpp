// What happened to a person, from the looks of the days: see story_teller.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "viz/session/story_teller.hpp"

namespace trust::viz {
namespace {

constexpr std::size_t most_moments = 40;
constexpr std::size_t most_moves_a_day = 4;  // of one direction and sign
constexpr float least_change = 0.02F;        // of trust in a day: less is noise of ordinary days
constexpr float weight_of_an_end = 0.1F;     // a tie that ends or begins ranks like a move of that size

std::string two(float value) { return fmt::format("{:.2f}", static_cast<double>(value)); }

Seat seat_in(const Look& look, const std::string& id) {
  if (!look.organisation) return no_seat;
  const auto& people = look.organisation->people;
  const auto found = std::find_if(people.begin(), people.end(), [&](const Person& one) { return one.id == id; });
  return found == people.end() ? no_seat : static_cast<Seat>(found - people.begin());
}

bool is_there(const Look& look, Seat seat) { return seat < look.present.size() && look.present[seat] != 0; }

TrustByte byte_at(const Look& look, Seat source, Seat target) {
  const Slot slot = look.ties->find(source, target);
  return slot == no_slot ? no_tie : look.tie_trust[slot];
}

bool is_about(const std::vector<Target>& who, const Organisation& organisation, Seat seat) {
  return std::any_of(who.begin(), who.end(), [&](const Target& one) { return matches(one, organisation, seat); });
}

std::string how_it_ended(const std::string& other, bool outgoing, bool gone, float trust) {
  if (gone) return other + " left, " + (outgoing ? "trusted " : "who trusted them ") + two(trust);
  if (outgoing) return "lost touch with " + other + ", trusted " + two(trust);
  return other + " lost touch, who trusted them " + two(trust);
}

std::string how_it_began(const std::string& other, bool outgoing, float trust) {
  return (outgoing ? "got to know " + other : other + " got to know them") + ": trust begins at " + two(trust);
}

std::string named(const std::string& name, std::string_view what) {
  return name.empty() ? std::string(what) : name + ": " + std::string(what);
}

std::string what_it_did(const Event& event) {
  const bool certain = event.share >= 1;
  const auto perhaps = [&](std::string_view sure, std::string_view unsure) {
    return std::string(certain ? sure : unsure);
  };
  switch (event.kind) {
    case Event::Kind::violation:
      return fmt::format("let down {} ({:.0f} % of their trust at once)",
                         perhaps("all who trust them", "some of those who trust them"),
                         100 * static_cast<double>(event.severity));
    case Event::Kind::contract:
      return perhaps("agreed to give and take feedback", "may have agreed to give and take feedback");
    case Event::Kind::replace:
      return perhaps("replaced by somebody new", "may have been replaced by somebody new");
    case Event::Kind::response:
      break;
    default:
      return "";  // who comes and goes is seen in the looks
  }
  switch (event.response) {
    case Event::Response::apology:
      return perhaps("apologised", "may have apologised");
    case Event::Response::denial:
      return perhaps("denied it", "may have denied it");
    case Event::Response::promise:
      return perhaps("promised to change", "may have promised to change");
    case Event::Response::penance:
      return perhaps("made up for it", "may have made up for it");
  }
  return "";
}

}  // namespace

PersonTale::PersonTale(std::shared_ptr<const Scenario> scenario, Arm arm, std::string id)
    : scenario_(std::move(scenario)), arm_(arm), id_(std::move(id)) {}

void PersonTale::extend(const std::shared_ptr<const Look>& look) {
  if (!look || !look->organisation || !look->ties || look->day < next_day_) return;
  if (seat_ == no_seat) seat_ = seat_in(*look, id_);
  if (seat_ == no_seat) return;
  add_values(*look);
  if (before_ && look->day == before_->day + 1) {
    add_events(*look);
    add_person(*look);
    add_ties(*look);
    if (candidates_.size() > 2 * most_moments) forget_the_smallest();
  }
  before_ = look;
  next_day_ = look->day + 1;
}

void PersonTale::add_values(const Look& look) {
  const float unknown = std::numeric_limits<float>::quiet_NaN();
  const auto day = static_cast<std::size_t>(look.day);
  for (std::size_t value = 0; value < person_value_count; ++value) {
    values_[value].resize(day, unknown);
    values_[value].push_back(seat_ < look.people[value].size() ? look.people[value][seat_] : unknown);
  }
}

// Coming, going, and another team.
void PersonTale::add_person(const Look& look) {
  const bool was = is_there(*before_, seat_);
  const bool is = is_there(look, seat_);
  const auto happened = [&](std::string text) { candidates_.push_back({{look.day, std::move(text)}, true, 0}); };
  if (was && !is) {
    left_on_ = look.day;
    happened("left; the seat is empty");
  }
  if (!was && is) {
    const int empty = look.day - left_on_;
    happened(left_on_ == 0 ? std::string("somebody came: the seat had been empty")
                           : fmt::format("somebody new came, after {} {} with nobody in the seat", empty,
                                         empty == 1 ? "day" : "days"));
  }
  const Person& before = before_->organisation->people[seat_];
  const Person& now = look.organisation->people[seat_];
  if (before.team != now.team) happened("moved to " + look.organisation->teams[now.team].name);
  if (before.manager != now.manager && now.manager != no_seat) {
    happened(look.organisation->people[now.manager].id + " became their manager");
  }
}

// What the plan did to them that day.
void PersonTale::add_events(const Look& look) {
  if (!scenario_) return;
  const Organisation& organisation = *look.organisation;
  const auto happened = [&](std::string text) { candidates_.push_back({{look.day, std::move(text)}, true, 0}); };
  for (const Event& event : scenario_->plan.events) {
    if (event.day != look.day || !is_about(event.who, organisation, seat_)) continue;
    const std::string what = what_it_did(event);
    if (!what.empty()) happened(named(event.name, what));
  }
  for (const Intervention& one : scenario_->plan.interventions) {
    if (one.last_day < one.first_day || one.changes.empty()) continue;
    if (one.first_day != look.day && one.last_day + 1 != look.day) continue;
    if (is_about(one.who, organisation, seat_))
      happened(named(one.name, one.first_day == look.day ? "began" : "ended"));
  }
}

void PersonTale::add_ties(const Look& look) {
  const TieGraph& graph = *look.ties;
  const bool same = before_->ties == look.ties;
  const auto byte_before = [&](Seat source, Seat target, Slot slot) {
    return same ? before_->tie_trust[slot] : byte_at(*before_, source, target);
  };
  std::vector<Moment> moves;
  for (Slot slot = graph.row_begin(seat_); slot < graph.row_end(seat_); ++slot) {
    const Seat source = graph.source(slot);
    add_tie(look, source, false, byte_before(source, seat_, slot), look.tie_trust[slot], moves);
  }
  for (const OutgoingTie& tie : graph.outgoing(seat_)) {
    add_tie(look, tie.target, true, byte_before(seat_, tie.target, tie.slot), look.tie_trust[tie.slot], moves);
  }
  for (const bool outgoing : {false, true}) {
    for (const bool rose : {false, true}) add_moves(outgoing, rose, moves);
  }
}

void PersonTale::add_tie(const Look& look, Seat other, bool outgoing, TrustByte before, TrustByte after,
                         std::vector<Moment>& moves) {
  if (before == after) return;
  const std::string& name = look.organisation->people[other].id;
  Moment moment{look.day, "", other, outgoing, 0};
  if (before != no_tie && after != no_tie) {
    moment.change = trust_of(after) - trust_of(before);
    if (std::fabs(moment.change) < least_change) return;
    moment.text = fmt::format("{} {} from {} to {}", outgoing ? "trust in " + name : name + "'s trust in them",
                              moment.change < 0 ? "fell" : "rose", two(trust_of(before)), two(trust_of(after)));
    return moves.push_back(std::move(moment));
  }
  const bool own_doing = is_there(*before_, seat_) != is_there(look, seat_);  // told once, of the person
  if (own_doing) return;
  const bool gone = after == no_tie && !is_there(look, other);
  if (gone && byte_at(*before_, outgoing ? other : seat_, outgoing ? seat_ : other) != no_tie) {
    if (outgoing) return;  // told once, of both ties
    moment.text = name + " left, trusted " + two(trust_of(byte_at(*before_, seat_, other))) + " and trusting them " +
                  two(trust_of(before));
    return candidates_.push_back({std::move(moment), false, weight_of_an_end});
  }
  moment.text = after == no_tie ? how_it_ended(name, outgoing, gone, trust_of(before))
                                : how_it_began(name, outgoing, trust_of(after));
  candidates_.push_back({std::move(moment), false, weight_of_an_end});
}

// The largest moves of a kind on one day each for itself, all others together: one bad day must not push out the rest.
void PersonTale::add_moves(bool outgoing, bool rose, std::vector<Moment>& all) {
  std::vector<Moment> moves;
  for (const Moment& one : all) {
    if (one.outgoing == outgoing && (one.change > 0) == rose) moves.push_back(one);
  }
  std::stable_sort(moves.begin(), moves.end(), [](const Moment& one, const Moment& other) {
    return std::fabs(one.change) > std::fabs(other.change);
  });
  const std::size_t alone = moves.size() <= most_moves_a_day ? moves.size() : most_moves_a_day - 1;
  for (std::size_t m = 0; m < alone; ++m) candidates_.push_back({moves[m], false, std::fabs(moves[m].change)});
  if (alone == moves.size()) return;
  float sum = 0;
  for (std::size_t m = alone; m < moves.size(); ++m) sum += moves[m].change;
  const float mean = sum / static_cast<float>(moves.size() - alone);
  const std::string many = std::to_string(moves.size() - alone) + " more people";
  const std::string whose = outgoing ? "trust in " + many : "the trust of " + many + " in them";
  Moment together{moves[0].day,
                  fmt::format("{} {}, by {} on average", whose, rose ? "rose" : "fell", two(std::fabs(mean))), no_seat,
                  outgoing, mean};
  candidates_.push_back({std::move(together), false, std::fabs(mean)});
}

// The largest stay; where several are as large, the earlier ones.
void PersonTale::forget_the_smallest() {
  const auto rank = [](const Candidate& one) {
    const int day = one.always ? -one.moment.day : one.moment.day;
    return std::tuple(!one.always, -one.weight, day, one.moment.other, !one.moment.outgoing);
  };
  std::stable_sort(candidates_.begin(), candidates_.end(),
                   [&](const Candidate& one, const Candidate& other) { return rank(one) < rank(other); });
  if (candidates_.size() > most_moments) candidates_.resize(most_moments);
}

PersonHistory PersonTale::history() const {
  PersonTale shortened = *this;
  shortened.forget_the_smallest();
  PersonHistory told;
  told.id = id_;
  told.seat = seat_;
  told.arm = arm_;
  told.values = values_;
  for (const Candidate& one : shortened.candidates_) told.moments.push_back(one.moment);
  std::stable_sort(told.moments.begin(), told.moments.end(),
                   [](const Moment& one, const Moment& other) { return one.day < other.day; });
  return told;
}

}  // namespace trust::viz
