#include "viz/session/story_teller.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>

#include "study/explain/explain.hpp"

namespace trust::viz {
namespace {

constexpr std::size_t most_speakers_named = 2;

BatchOptions options_of(const Scenario& scenario) {
  BatchOptions options;
  options.seed = scenario.seed;
  options.steps_per_day = scenario.steps_per_day;
  options.rules = scenario.rules;
  return options;
}

Seat seat_of_id(const Organisation& organisation, const std::string& id) {
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    if (organisation.people[seat].id == id) return seat;
  }
  return no_seat;
}

std::string percent(float share) { return fmt::format("{:.0f} %", 100 * static_cast<double>(share)); }

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : std::string(between)) + part;
  return line;
}

// A day's steps in plain words.
class TieWords {
 public:
  TieWords(const TieDay& day, const TieExplanation& about, const Organisation& organisation, const Scenario& scenario)
      : day_(day), source_(about.source), target_(about.target), organisation_(organisation), scenario_(scenario) {}

  std::vector<TieStep> steps() const {
    std::vector<TieStep> told;
    for (const ExplainedStep& step : day_.steps) told.push_back({phase(step), sentence(step), step.before, step.after});
    return told;
  }

  std::vector<std::string> beside() const {
    std::vector<std::string> lines;
    if (day_.steps.empty()) lines.push_back("Nothing moved this trust on the day.");
    for (const MeetingOfStep& meeting : day_.meetings) tell_meeting(meeting, lines);
    if (day_.speakers.size() > most_speakers_named) tell_speakers(lines);
    for (const InForce& one : day_.interventions) lines.push_back(in_force(one));
    return lines;
  }

  std::vector<std::string> reckoning() const {
    std::vector<std::string> lines;
    for (const Reckoning& numbers : day_.reckonings) {
      const std::string part =
          scenario_.steps_per_day > 1 ? fmt::format("Part {}: ", numbers.step_of_day) : std::string();
      if (numbers.outcome != 0) tell_outcome(numbers, part, lines);
      lines.push_back(
          part + fmt::format("Time: half of the way to {} takes {} days, so {} of it a {}. {} + {} x ({} - {}) = {}",
                             number(numbers.home), number(numbers.half_life), number(numbers.share),
                             scenario_.steps_per_day > 1 ? "step" : "day", trust(numbers.learned),
                             number(numbers.share), number(numbers.home), trust(numbers.learned),
                             trust(numbers.after)));
    }
    return lines;
  }

 private:
  // For a calculator: with these digits the results come out to the fourth at least.
  static std::string trust(double value) { return fmt::format("{:.5f}", value); }
  static std::string number(double value) { return fmt::format("{:.4g}", value); }

  void tell_outcome(const Reckoning& numbers, const std::string& part, std::vector<std::string>& lines) const {
    const MeetingOfStep& meeting = day_.meetings[static_cast<std::size_t>(numbers.step_of_day) - 1];
    std::vector<std::string> worths;
    for (const SeenEvidence& piece : meeting.seen) {
      worths.push_back(fmt::format("{:+.4f} ({})", static_cast<double>(piece.total()), short_clause(*piece.row)));
    }
    lines.push_back(part + fmt::format("Seen: {}. In all {:+.4f}.", joined(worths, ", "), numbers.outcome));
    const bool gain = numbers.outcome > 0;
    const std::string times =
        numbers.factor == 1 ? std::string()
                            : fmt::format(", times {} {}", number(numbers.factor),
                                          meeting.promise_is_fresh && gain ? "for a fresh promise" : "for exposure");
    const double was = static_cast<double>(numbers.before);
    lines.push_back(part + fmt::format("{} {}{}: {} {} {} x {:.4f} x {} = {}", gain ? "trust.gain" : "trust.loss",
                                       number(numbers.rate / numbers.factor), times, trust(was), gain ? "+" : "-",
                                       number(numbers.rate), std::fabs(numbers.outcome),
                                       gain ? fmt::format("(1 - {})", trust(was)) : trust(was),
                                       trust(numbers.learned)));
  }

  static std::string short_clause(const EvidenceRow& row) {
    return row.size == Lever::contact_ordinary ? "nothing out of the ordinary" : std::string(row.clause);
  }

  std::string phase(const ExplainedStep& step) const {
    std::string name = phase_of(step.cause);
    if (scenario_.steps_per_day > 1) name += fmt::format(", part {} of {}", step.step_of_day, scenario_.steps_per_day);
    return name;
  }

  static std::string phase_of(TieCause cause) {
    switch (cause) {
      case TieCause::ended:
      case TieCause::began:
        return "coming and going";
      case TieCause::violation:
      case TieCause::answer:
      case TieCause::own_apology:
        return "repair";
      case TieCause::heard:
      case TieCause::given_back:
        return "gossip";
      case TieCause::drift:
        return "time";
      case TieCause::contact:
      case TieCause::evidence:
      case TieCause::ceiling:
        return "meet";
      case TieCause::other:
        break;
    }
    return "other";
  }

  std::string sentence(const ExplainedStep& step) const {
    switch (step.cause) {
      case TieCause::ended:
        return by_event(step) +
               (step.about == no_seat ? "the two lost touch" : id(step.about) + " left: the tie ended");
      case TieCause::began:
        return by_event(step) + began(step);
      case TieCause::violation:
        return fmt::format("{}{} let {} down: {} of the trust was lost at once", by_event(step), target_, source_,
                           percent((step.before - step.after) / std::max(step.before, 1e-6F)));
      case TieCause::answer:
        return by_event(step) + target_ + answer(*step.event);
      case TieCause::own_apology:
        return target_ + " apologised unasked for a harm done before";
      case TieCause::heard:
        return heard();
      case TieCause::given_back:
        return fmt::format("{} gave back part of the difference to {}'s trust in them", source_, target_);
      case TieCause::drift:
        return "time passed: trust drifts towards the level between strangers";
      case TieCause::contact:
        return "the contact as such: what was seen before counts for less";
      case TieCause::evidence:
        return evidence(*step.evidence);
      case TieCause::ceiling:
        return fmt::format("an old deception keeps this trust at {:.2f} or below", static_cast<double>(step.after));
      case TieCause::other:
        break;
    }
    return "moved";
  }

  std::string began(const ExplainedStep& step) const {
    if (step.about == no_seat) return "the two got to know each other";
    return fmt::format(
        "{} is new here: {} starts from their own inclination and from what functions think of each other",
        id(step.about), source_);
  }

  static std::string answer(const Event& event) {
    const std::string proven = event.guilt_proven ? ", the facts being known," : "";
    switch (event.response) {
      case Event::Response::apology:
        return " apologised" + proven + " and won back part of what was lost";
      case Event::Response::denial:
        return " denied it" + proven + " and won back part of what was lost";
      case Event::Response::promise:
        return " promised to change";
      case Event::Response::penance:
        return " made up for it and won back part of what was lost";
    }
    return " answered for it";
  }

  std::string heard() const {
    std::string line =
        fmt::format("{} heard about {} from {}", source_, target_,
                    day_.speakers.size() == 1 ? "one person" : fmt::format("{} people", day_.speakers.size()));
    if (day_.speakers.empty()) return fmt::format("{} heard about {}", source_, target_);
    const Speaker& first = day_.speakers.front();
    return line + fmt::format("; furthest from their own view: {}, whose trust is {:.2f}", id(first.who),
                              static_cast<double>(first.says));
  }

  std::string evidence(const EvidenceRow& row) const {
    if (row.size == Lever::contact_ordinary) return "a contact with nothing out of the ordinary";
    return fmt::format("{} {}, and {} saw it", target_, row.clause, source_);
  }

  void tell_meeting(const MeetingOfStep& meeting, std::vector<std::string>& lines) const {
    std::vector<std::string> unseen;
    for (int b = 0; b < behaviour_count; ++b) {
      const auto behaviour = static_cast<Behaviour>(b);
      const bool did = (meeting.behaviours >> static_cast<unsigned>(b) & 1U) != 0;
      if (did && !was_seen(meeting, behaviour)) unseen.emplace_back(clause_of(behaviour));
    }
    const std::string part = scenario_.steps_per_day > 1 ? fmt::format("Part {}: ", meeting.step_of_day) : "";
    if (!meeting.met) {
      lines.push_back(part + fmt::format("{} saw nothing of {} that day.", source_, target_));
      if (!unseen.empty()) lines.push_back(fmt::format("Unseen: {} {}.", target_, joined(unseen, "; ")));
      return;
    }
    lines.push_back(part + how_they_met(meeting) + balance(meeting));
    if (meeting.promise_is_fresh) {
      lines.push_back(
          fmt::format("A promise of {} to change is fresh: it weighs in what good contacts gain.", target_));
    }
    if (!unseen.empty()) {
      lines.push_back(fmt::format("It meant nothing to {} that {} {}.", source_, target_, joined(unseen, "; ")));
    }
  }

  static bool was_seen(const MeetingOfStep& meeting, Behaviour behaviour) {
    return std::any_of(meeting.seen.begin(), meeting.seen.end(),
                       [&](const SeenEvidence& piece) { return piece.row->behaviour == behaviour; });
  }

  std::string how_they_met(const MeetingOfStep& meeting) const {
    constexpr std::array<std::string_view, 4> how = {"face to face", "by call", "by chat", "by e-mail"};
    std::string line = fmt::format("{} met {} {}", source_, target_, how[static_cast<std::size_t>(meeting.channel)]);
    if (meeting.richness < 1) line += fmt::format(", where {} of good news gets across", percent(meeting.richness));
    return line + ".";
  }

  static std::string balance(const MeetingOfStep& meeting) {
    float good = 0;
    float bad = 0;
    for (const SeenEvidence& piece : meeting.seen) {
      for (const float worth : piece.worth) (worth > 0 ? good : bad) += worth;
    }
    if (meeting.seen.empty()) return " There was nothing to see.";
    return fmt::format(" What was seen: {:.2f} good and {:.2f} bad, on a scale from -1 to 1.",
                       static_cast<double>(good), std::fabs(static_cast<double>(bad)));
  }

  void tell_speakers(std::vector<std::string>& lines) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < most_speakers_named + 1; ++i) {
      const Speaker& one = day_.speakers[i];
      names.push_back(fmt::format("{} ({:.2f})", id(one.who), static_cast<double>(one.says)));
    }
    lines.push_back("Among those who spoke, with their own trust: " + joined(names, ", ") + ".");
  }

  std::string in_force(const InForce& one) const {
    const std::string who = one.of_source && one.of_target ? "both" : one.of_source ? source_ : target_;
    const std::string name = one.intervention->name.empty() ? "An intervention" : one.intervention->name;
    const std::string force = one.share < 1 ? ", at " + percent(one.share) + " of its effect" : "";
    return fmt::format("{} was in force for {}{}.", name, who, force);
  }

  static std::string by_event(const ExplainedStep& step) {
    return step.event == nullptr || step.event->name.empty() ? "" : step.event->name + ": ";
  }

  const std::string& id(Seat seat) const { return organisation_.people[seat].id; }

  const TieDay& day_;
  const std::string& source_;
  const std::string& target_;
  const Organisation& organisation_;
  const Scenario& scenario_;
};

// Why nothing can be told before anything is run; empty where something can.
std::string problem_with(const StorySource& run, const std::string& source, const std::string& target, int day) {
  if (!run.scenario || !run.at_end_of) return "There is no run to ask yet.";
  if (source == target) return "People have no tie to themselves.";
  if (day <= 0) return "Day 0 is where the run begins: nothing has moved yet.";
  if (day > run.computed) return fmt::format("Day {} has not been run yet; the last one is day {}.", day, run.computed);
  return "";
}

std::string no_such_tie(const TieDay& day, const TieExplanation& told) {
  if (!day.known)
    return fmt::format("{} and {} never meet: there is no tie from the one to the other.", told.source, told.target);
  if (day.before < 0 && day.after < 0 && day.steps.empty()) {
    return fmt::format("{} had no tie to {} on day {}.", told.source, told.target, told.day);
  }
  return "";
}

void run_and_tell(const StorySource& run, TieExplanation& told) {
  Batch batch = run.at_end_of(told.day - 1);
  const std::shared_ptr<const Organisation> organisation = batch.world().shared_organisation();
  TieQuestion question{&run.scenario->plan, options_of(*run.scenario), run.lane, seat_of_id(*organisation, told.source),
                       seat_of_id(*organisation, told.target)};
  for (const auto& [seat, id] : {std::pair{question.source, told.source}, {question.target, told.target}}) {
    if (seat == no_seat) {
      told.problem = fmt::format("Nobody here is called '{}'.", id);
      return;
    }
  }
  const TieDay day = explain_tie_day(batch, question);
  told.problem = no_such_tie(day, told);
  if (!told.problem.empty()) return;
  told.before = day.before;
  told.after = day.after;
  const TieWords words(day, told, *organisation, *run.scenario);
  told.steps = words.steps();
  told.reckoning = words.reckoning();
  told.beside = words.beside();
}

}  // namespace

TieExplanation tell_tie(const StorySource& run, const std::string& source, const std::string& target, int day) {
  TieExplanation told;
  told.source = source;
  told.target = target;
  told.arm = run.arm;
  told.day = day;
  told.problem = problem_with(run, source, target, day);
  if (!told.problem.empty()) return told;
  try {
    run_and_tell(run, told);
  } catch (const std::exception& error) {
    told.problem = std::string("The day could not be run again: ") + error.what();
  }
  return told;
}

}  // namespace trust::viz
