// What the tour says and asks, as data: chapters of steps. Every number that a text states is held against the engine
// by tests/viz/tour_facts_test.cpp; what a run showed is filled in from the run.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "models/measures.hpp"
#include "models/parameters.hpp"

namespace trust::viz {

// --- What is tried: one change of the what-if, nothing else in it
struct LeverTry {
  Lever lever;
  float value;  // for everyone, from day 1
};
struct KindTry {
  std::string_view words;  // as --what-if of `trustsim compare` takes them
};
struct StrengthTry {
  std::size_t lane;  // of the scenario's own interventions
  float strength;    // 0 .. 1
};
using TourEdit = std::variant<std::monostate, LeverTry, KindTry, StrengthTry>;

struct Try {
  std::string_view label;  // of its button, and of the curve that it leaves behind
  TourEdit edit;
};

/// What the three answers of a bet are about.
enum class Ruler : std::uint8_t {
  since_start,       // last day minus day 0
  against_baseline,  // what-if minus baseline, last day
  at_the_end,        // last day
};

/// A bet, and what is said once a run has answered it. Answers in order: low, between, high.
struct Question {
  std::array<std::string_view, 3> bets;
  Ruler ruler = Ruler::since_start;
  float low = 0;  // below it the first answer is true, above `high` the last, else the one between
  float high = 0;
  std::array<std::string_view, 3> outcomes;  // what happened; {start}, {end} and {other} are filled in
  std::array<std::string_view, 3> consoled;  // to whoever bet so and was wrong
  std::string_view praised;                  // to whoever was right
};

enum class StepKind : std::uint8_t {
  text,    // ends by its button
  person,  // ... once somebody was clicked
  bet,     // ends by a bet
  run,     // runs the firm to its last day: by the button, or by Run
  answer,  // answers the bet before by what the run showed
  tries,   // runs with one thing changed; ends by its button after `needed` of them
};

struct TourStep {
  StepKind kind = StepKind::text;
  std::string_view text = {};      // {person} is who was clicked
  std::string_view button = {};    // completes the text's last half sentence
  std::string_view scenario = {};  // file of the firm from here on; empty: as before
  // Beginnings of names of controls that take input, or "plot" for all plots. All else is dimmed.
  std::vector<std::string_view> lit = {};
  std::optional<Question> question = {};  // of a bet
  TourEdit edit = {};                     // of a run: what the bet is about
  std::vector<Try> tries = {};            // of tries
  std::size_t needed = 0;                 // of them
  std::string_view as_it_is = {};         // of tries: what the baseline is called
  std::optional<int> day = {};            // that is gone to
};

enum class TourUnit : std::uint8_t { trust, hours, share };

struct Chapter {
  std::string_view title;
  Measure measure = Measure::trust;
  TourUnit unit = TourUnit::trust;
  std::vector<TourStep> steps = {};
};

const std::vector<Chapter>& tour_chapters();

}  // namespace trust::viz
