// Chapters on words and on change, and the end.
#include "viz/tour/chapter_list.hpp"

namespace trust::viz {
namespace {

const Question poster_bet{
    .bets = {"falls", "does not move", "grows"},
    .ruler = Ruler::against_baseline,
    .low = -0.002F,
    .high = 0.002F,
    .outcomes = {"It fell: {end} with the poster, {other} without.",
                 "Nothing: {end} with the poster, {other} without. The two curves lie on top of each other.",
                 "It grew: {end} with the poster, {other} without."},
    .consoled = {"Some posters do annoy. Not this one: nobody looked.", "Not this time.",
                 "That is what whoever hung it up hoped, too."},
    .praised = "Right."};

const Question adoption_bet{
    .bets = {"fewer than a third", "about half", "most of them"},
    .ruler = Ruler::at_the_end,
    .low = 1.0F / 3,
    .high = 2.0F / 3,
    .outcomes = {"Only {end} do. Nothing is wrong with the new way, and the leaders asked for it. It stalled.",
                 "It got as far as {end}, and no further.", "It went through: {end} work the new way."},
    .consoled = {"You have seen such projects before.", "Some follow anybody, you thought.",
                 "A good idea and the leaders behind it: one should think so."},
    .praised = "Right."};

}  // namespace

Chapter the_poster() {
  return {
      .title = "The poster",
      .steps = {
          {.text = "An ordinary quarter in an ordinary firm. Somebody hangs a poster in the hall: TRUST IS OUR "
                   "STRENGTH. It costs 500 and looks good. And trust ...",
           .button = "... does what?",
           .scenario = "poster.toml",
           .lit = {"network"}},
          {.kind = StepKind::bet, .text = "Place your bet: because of the poster, trust ...", .question = poster_bet},
          {.kind = StepKind::run,
           .text = "Grey: without the poster. Blue: with it.",
           .button = "Run",
           .lit = {"run", "network", "plot"},
           .edit = KindTry{"poster"}},
          {.kind = StepKind::answer, .button = "Then what would help?", .lit = {"plot"}},
          {.kind = StepKind::tries,
           .text = "Take the poster down and let people do something in its place. Try one or two.",
           .button = "What differs is ...",
           .lit = {"plot"},
           .tries = {{"say what was good", KindTry{"recognition_programme"}},
                     {"leaders go first", KindTry{"leaders_first"}},
                     {"the poster again", KindTry{"poster"}}},
           .needed = 1,
           .as_it_is = "nothing"},
          {.text = "... what people do, not what the wall says. To be fair, the poster made goals a little clearer: "
                   "about 0.1 per cent more got done. But words from above have ...",
           .button = "... a harder test",
           .lit = {"plot"}},
      }};
}

Chapter the_new_way() {
  return {
      .title = "The new way",
      .measure = Measure::adoption,
      .unit = TourUnit::share,
      .steps = {
          {.text = "On day 5 marketing breaks a promise, badly. On day 10 it offers everybody a better way of working, "
                   "and the leaders are all for it. How many ...",
           .button = "... will follow?",
           .scenario = "new-way.toml",
           .lit = {"network"}},
          {.kind = StepKind::bet,
           .text = "Place your bet: at the end of the quarter, who works the new way?",
           .question = adoption_bet},
          {.kind = StepKind::run,
           .text = "The curve is the share of people who work the new way.",
           .button = "Run",
           .lit = {"run", "network", "plot"}},
          {.kind = StepKind::answer, .button = "What stopped it?", .lit = {"plot"}},
          {.kind = StepKind::tries,
           .text = "Change one thing: how bad the broken promise was. The new way stays the same. Where does it go "
                   "through?",
           .button = "What decides is ...",
           .lit = {"plot"},
           .tries = {{"half as bad", StrengthTry{0, 0.5F}},
                     {"a quarter as bad", StrengthTry{0, 0.25F}},
                     {"no broken promise", StrengthTry{0, 0}}},
           .needed = 2,
           .as_it_is = "as bad as it was"},
          {.text = "... trust in those who bring it. Below 0.35 people do not follow here, whatever leaders ask. "
                   "Everybody has friends of their own, so a firm tips person by person, not all at once. And if "
                   "leaders ...",
           .button = "... just checked harder?",
           .lit = {"plot"}},
      }};
}

Chapter what_to_take_home() {
  return {
      .title = "To take home",
      .steps = {
          {.text = "One. Bad outweighs good. Trust goes in a day and comes back in months, so the cheapest trust is "
                   "the trust that you do not lose.",
           .button = "And two?",
           .scenario = "one-bad-week.toml",
           .lit = {"network"}},
          {.text = "Two. More is not better. A little reporting and a little control can help where people are new; "
                   "beyond that they cost more than they find. And a poster does nothing.",
           .button = "And three?",
           .lit = {"network"}},
          {.text = "Three. A change travels on trust in those who bring it. Mend that first; then change.",
           .button = "How sure is that?",
           .lit = {"network"}},
          {.text = "It is a model. Which way things pull comes from research; how strongly is mostly our own choice, "
                   "marked [design] in the list of levers. It compares plans. It cannot foretell what your people do.",
           .button = "Who found it?",
           .lit = {"network"}},
          {.text =
               "Bad outweighs good: Slovic 1993. Learning: Rescorla and Wagner 1972. Control: Falk and Kosfeld 2006, "
               "Dickinson and Villeval 2008. Thresholds: Granovetter 1978. All sources: docs/scenario-reference.md.",
           .button = "And now?",
           .lit = {"network"}},
          {.text = "That was all. If you like, stay and play: every lever, every firm, your own people. Nothing in it "
                   "is an examination.",
           .button = "Open the sandbox",
           .lit = {"network"}},
      }};
}

}  // namespace trust::viz
