// Chapters on how trust comes and goes.
#include "viz/tour/chapter_list.hpp"

namespace trust::viz {

Chapter one_bad_week() {
  return {
      .title = "One bad week",
      .steps = {
          {.text = "Seven teams, forty-nine people, one firm. On day 10 marketing will break a promise in front of "
                   "everybody. Will people trust each other again by the end of the quarter? But first ...",
           .button = "... meet them",
           .scenario = "one-bad-week.toml",
           .lit = {"network"}},
          {.kind = StepKind::person,
           .text = "Every circle is a person. Click one. Anyone you like.",
           .button = "Pleased to meet you",
           .lit = {"network"}},
          {.kind = StepKind::bet,
           .text = "The quarter has 65 working days. Place your bet: on the last one, trust in the firm is ...",
           .question =
               Question{
                   .bets = {"lower than today", "as it is today", "higher than today"},
                   .ruler = Ruler::since_start,
                   .low = -0.005F,
                   .high = 0.005F,
                   .outcomes = {"Trust began at {start} and ended at {end}. One day took it down. The eleven weeks "
                                "after it gave only a part of it back.",
                                "Trust began at {start} and ended at {end}: about where it was.",
                                "Trust began at {start} and ended at {end}: this time it came out ahead."},
                   .consoled = {"A gloomy bet, and a fair one.", "Time heals, you thought. It does, but slowly.",
                                "You think well of people. So do we."},
                   .praised = "You saw it coming."}},
          {.kind = StepKind::run,
           .text = "The bet is on. Press Run, and keep an eye on the curve at day 10.",
           .button = "Run",
           .lit = {"run", "network", "plot"}},
          {.kind = StepKind::answer, .button = "Where did it go?", .lit = {"network", "plot"}},
          {.text = "Back to the bad day. {person} Drag the black line to the right and watch trust creep back. Down in "
                   "one day, up in months. Why? It looks as if bad ...",
           .button = "... outweighs good",
           .lit = {"network", "plot"},
           .day = 10},
      }};
}

namespace {

const Question coins{
    .bets = {"fall", "stay about the same", "grow"},
    .ruler = Ruler::since_start,
    .low = -0.015F,
    .high = 0.015F,
    .outcomes = {"From {start} down to {end}, on nothing but fair coins. In this model a bad experience weighs 0.05 "
                 "and a good one 0.03. That is all there is to it.",
                 "From {start} to {end}: this time it hardly moved.", "From {start} up to {end}: the coins were kind."},
    .consoled = {"Things are not always that grim.", "As many good days as bad ones: it sounds fair.",
                 "You have faith in coins."},
    .praised = "Well spotted."};

}  // namespace

Chapter bad_outweighs_good() {
  return {
      .title = "Bad outweighs good",
      .steps = {
          {.text = "To see that alone, here is a firm made for it. People keep half of their promises and break the "
                   "other half. A kept one is as good as a broken one is bad. So trust will ...",
           .button = "... hm",
           .scenario = "coin-toss.toml",
           .lit = {"network"}},
          {.kind = StepKind::bet,
           .text = "Half good, half bad, for half a year. Place your bet: trust will ...",
           .question = coins},
          {.kind = StepKind::run,
           .text = "A hundred and thirty days of tossing coins.",
           .button = "Run",
           .lit = {"run", "network", "plot"}},
          {.kind = StepKind::answer, .button = "And if bad weighed less?", .lit = {"plot"}},
          {.kind = StepKind::tries,
           .text = "One lever, on the left: what a bad experience weighs. It is 0.05; a good one weighs 0.03. Try "
                   "others. Where does trust hold?",
           .button = "It holds at ...",
           .lit = {"lever/trust.loss", "run", "plot"},
           .tries = {{"0.02", LeverTry{Lever::trust_loss, 0.02F}},
                     {"0.03", LeverTry{Lever::trust_loss, 0.03F}},
                     {"0.10", LeverTry{Lever::trust_loss, 0.10F}}},
           .needed = 2,
           .as_it_is = "0.05"},
          {.text = "... 0.03: exactly where bad weighs as much as good. Any heavier, and fair coins wear trust down. "
                   "But nobody has to toss coins. What if people kept ...",
           .button = "... more promises?",
           .lit = {"plot"}},
          {.kind = StepKind::tries,
           .text = "Bad weighs 0.05 again. Now make people keep more than half of their promises. How many does it "
                   "take for trust to hold?",
           .button = "It takes ...",
           .lit = {"lever/promise.propensity", "run", "plot"},
           .tries = {{"6 in 10", LeverTry{Lever::promise_propensity, 0.6F}},
                     {"3 in 4", LeverTry{Lever::promise_propensity, 0.75F}},
                     {"19 in 20", LeverTry{Lever::promise_propensity, 0.95F}}},
           .needed = 2,
           .as_it_is = "half"},
          {.text = "... about six in ten: where bad weighs five and good weighs three, five kept promises pay for "
                   "three broken ones. That bad weighs more, Slovic found (1993; some dispute it). Five to three is "
                   "our guess.",
           .button = "Next: reports",
           .lit = {"plot"}},
      }};
}

}  // namespace trust::viz
