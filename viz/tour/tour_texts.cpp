#include "viz/tour/tour_texts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "viz/panels/panel.hpp"
#include "viz/plot/ticks.hpp"

namespace trust::viz {
namespace {

void fill_in(std::string& text, std::string_view blank, const std::string& words) {
  for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank, at + words.size())) {
    text.replace(at, blank.size(), words);
  }
}

std::string_view at_the_end(TourUnit unit) {
  if (unit == TourUnit::trust) return "Trust on the last day: ";
  return unit == TourUnit::hours ? "Good hours on the last day: " : "Who works the new way on the last day: ";
}

std::string two_digits(float value) { return format_number(static_cast<double>(value), 2); }

struct Trusted {
  Seat seat = no_seat;
  TrustByte trust = 0;
};

// Whom somebody trusts most and least.
std::pair<Trusted, Trusted> extremes(const Look& look, Seat source) {
  Trusted most, least;
  for (const OutgoingTie& tie : look.ties->outgoing(source)) {
    const TrustByte trust = look.tie_trust[tie.slot];
    if (trust == no_tie) continue;
    if (most.seat == no_seat || trust > most.trust) most = {tie.target, trust};
    if (least.seat == no_seat || trust < least.trust) least = {tie.target, trust};
  }
  return {most, least};
}

std::string answer_text(const TourState& tour) {
  const Question* asked = tour.question();
  if (!asked || !tour.finding() || !tour.bet()) return {};
  const Finding& found = *tour.finding();
  const std::size_t truth = truth_of(*asked, found);
  std::string text(truth == *tour.bet() ? asked->praised : asked->consoled[*tour.bet()]);
  text += " " + std::string(asked->outcomes[truth]);
  const TourUnit unit = tour.chapter().unit;
  fill_in(text, "{start}", told(unit, found.start));
  fill_in(text, "{end}", told(unit, found.end));
  fill_in(text, "{other}", told(unit, found.other));
  return text;
}

}  // namespace

std::string told(TourUnit unit, float value) {
  const auto number = static_cast<double>(value);
  switch (unit) {
    case TourUnit::trust:
      return format_number(number, 3);
    case TourUnit::hours:
      return format_number(number, 2);
    case TourUnit::share:
      break;
  }
  return format_number(100 * number, 0) + " %";
}

std::string introduction(const Look& look, const std::string& id) {
  if (!look.organisation || !look.ties) return {};
  const Organisation& organisation = *look.organisation;
  const Seat seat = seat_of(organisation, id);
  if (seat == no_seat) return {};
  const Person& person = organisation.people[seat];
  std::string text = "\"I am " + id + ", of the team " + organisation.teams[person.team].name + ".";
  const Trusted most = extremes(look, seat).first;
  if (most.seat == no_seat) return text + "\"";
  const std::string& friend_id = organisation.people[most.seat].id;
  text += " I trust " + friend_id + " most: " + two_digits(trust_of(most.trust)) + ", where 1 is wholly.";
  const Slot back = look.ties->find(most.seat, seat);
  if (back != no_slot && look.tie_trust[back] != no_tie) {
    text += " " + friend_id + " trusts me " + two_digits(trust_of(look.tie_trust[back])) + ".";
  }
  return text + "\"";
}

std::string most_and_least_trusted(const Look& look, const std::string& id, int day) {
  if (!look.organisation || !look.ties) return {};
  const Seat seat = seat_of(*look.organisation, id);
  if (seat == no_seat) return {};
  const auto [most, least] = extremes(look, seat);
  if (most.seat == no_seat || most.seat == least.seat) return {};
  const auto& people = look.organisation->people;
  return "On day " + std::to_string(day) + " " + id + " trusts " + people[most.seat].id + " " +
         two_digits(trust_of(most.trust)) + " and " + people[least.seat].id + " " + two_digits(trust_of(least.trust)) +
         ".";
}

std::string card_text(const TourState& tour, const Snapshot& snapshot, const std::string& person) {
  const TourStep& step = tour.step();
  if (step.kind == StepKind::answer) return answer_text(tour);
  if (step.kind == StepKind::person) {
    const std::string voice = introduction(snapshot.look(), person);
    if (!voice.empty()) return voice;
  }
  std::string text(step.text);
  fill_in(text, "{person} ", "{person}");
  const std::string met = most_and_least_trusted(snapshot.look(), person, snapshot.day);
  fill_in(text, "{person}", met.empty() ? "" : met + " ");
  return text;
}

std::string tried_text(const TourState& tour) {
  if (tour.tried().empty()) return {};
  const TourUnit unit = tour.chapter().unit;
  std::string text = std::string(at_the_end(unit)) + told(unit, tour.tried().front().other) + " (" +
                     std::string(tour.step().as_it_is) + ")";
  for (const Finding& found : tour.tried()) text += ", " + told(unit, found.end) + " (" + found.label + ")";
  return text + ".";
}

}  // namespace trust::viz
