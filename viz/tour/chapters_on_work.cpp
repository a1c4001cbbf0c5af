// Chapters on reports and control: some helps, more hurts. Where the model shows that, and where it does not.
#include "viz/tour/chapter_list.hpp"

namespace trust::viz {
namespace {

constexpr float hardly = 0.01F;  // effective hours a day: less than one sees

const Question reports_of_beginners{
    .bets = {"less gets done", "the same", "more gets done"},
    .ruler = Ruler::against_baseline,
    .low = -hardly,
    .high = hardly,
    .outcomes = {"Less: {end} good hours a day each, against {other} without reports.",
                 "About the same: {end} good hours a day each, against {other} without reports.",
                 "More: {end} good hours a day each, against {other} without reports. The mistakes that reports find "
                 "were worth the time."},
    .consoled = {"Reports do cost time, you are right there.", "Close: it is no landslide.", "Not this time."},
    .praised = "Right."};

const Question reports_of_experts{
    .bets = {"less gets done", "the same", "more gets done"},
    .ruler = Ruler::against_baseline,
    .low = -hardly,
    .high = hardly,
    .outcomes = {"Less: {end} good hours against {other}. Who makes few mistakes has little to report, and loses the "
                 "same time.",
                 "About the same: {end} good hours against {other}.", "More: {end} good hours against {other}."},
    .consoled = {"Not this time.", "It does look harmless.", "It worked for the beginners, after all."},
    .praised = "Right."};

const Question control_for_free{
    .bets = {"less gets done", "the same", "more gets done"},
    .ruler = Ruler::against_baseline,
    .low = -hardly,
    .high = hardly,
    .outcomes = {"Less: {end} good hours a day each, against {other}.",
                 "The same: {end} good hours, as before {other}.",
                 "More: {end} good hours a day each, against {other}. Fewer mistakes, and a little discipline."},
    .consoled = {"Nobody likes to be watched. Yet ...", "Not quite.", "Not this time."},
    .praised = "Right."};

const Question control_with_hours{
    .bets = {"less gets done", "the same", "more gets done"},
    .ruler = Ruler::against_baseline,
    .low = -hardly,
    .high = hardly,
    .outcomes = {"Less, by far: {end} good hours against {other}. What control gains in care it takes in hours.",
                 "The same: {end} good hours against {other}.", "More: {end} good hours against {other}."},
    .consoled = {"Not this time.", "It takes more time than one thinks.", "It did help, as long as it was free."},
    .praised = "Right."};

}  // namespace

Chapter one_more_report() {
  return {
      .title = "One more report",
      .measure = Measure::output,
      .unit = TourUnit::hours,
      .steps = {
          {.text = "Now everybody is new to the work. They make many mistakes, and no manager checks. Somebody says: "
                   "let them all write reports, half an hour a day. Then ...",
           .button = "... what?",
           .scenario = "reports-beginners.toml",
           .lit = {"network"}},
          {.kind = StepKind::bet,
           .text = "Reports find mistakes. Reports take time. Place your bet: with half an hour of them a day ...",
           .question = reports_of_beginners},
          {.kind = StepKind::run,
           .text = "Blue is the firm with reports, grey the same firm without.",
           .button = "Run",
           .lit = {"run", "network", "plot"},
           .edit = LeverTry{Lever::hours_required_reporting, 0.5F}},
          {.kind = StepKind::answer, .button = "Then more is better?", .lit = {"plot"}},
          {.kind = StepKind::tries,
           .text = "See for yourself. One lever: hours of reports a day. Where does most get done?",
           .button = "Most gets done at ...",
           .lit = {"lever/hours.required_reporting", "run", "plot"},
           .tries = {{"1/4 hour", LeverTry{Lever::hours_required_reporting, 0.25F}},
                     {"1/2 hour", LeverTry{Lever::hours_required_reporting, 0.5F}},
                     {"1 hour", LeverTry{Lever::hours_required_reporting, 1}},
                     {"2 hours", LeverTry{Lever::hours_required_reporting, 2}}},
           .needed = 2,
           .as_it_is = "none"},
          {.text = "... about half an hour. An hour is no better than none, and two hours are far worse. Some helps, "
                   "more hurts. For beginners, that is. But for people who ...",
           .button = "... know the work?",
           .lit = {"plot"}},
          {.kind = StepKind::bet,
           .text = "The same firm, and this time everybody is skilled. Half an hour of reports a day again. Place "
                   "your bet:",
           .scenario = "reports-experienced.toml",
           .question = reports_of_experts},
          {.kind = StepKind::run,
           .text = "Same people, same reports, more skill.",
           .button = "Run",
           .lit = {"run", "network", "plot"},
           .edit = LeverTry{Lever::hours_required_reporting, 0.5F}},
          {.kind = StepKind::answer, .button = "So is it a law?", .lit = {"plot"}},
          {.text = "No, and we will not sell it as one. In this model reports pay only where people are new and nobody "
                   "else checks. In our ordinary firm the best number of reports is none. And what else is cheap?",
           .button = "A poster",
           .lit = {"plot"}},
      }};
}

Chapter over_the_shoulder() {
  return {
      .title = "Over the shoulder",
      .measure = Measure::output,
      .unit = TourUnit::hours,
      .steps = {
          {.text = "Here no manager checks anybody. Let us pretend that being checked takes no time: no reports, no "
                   "meetings, just somebody who looks. Managers start to check, and ...",
           .button = "... then?",
           .scenario = "control-without-hours.toml",
           .lit = {"network"}},
          {.kind = StepKind::bet,
           .text = "They check as much as managers usually do in this model. Place your bet: with that ...",
           .question = control_for_free},
          {.kind = StepKind::run,
           .text = "Grey: nobody checks. Blue: managers check.",
           .button = "Run",
           .lit = {"run", "network", "plot"},
           .edit = LeverTry{Lever::monitoring_loss, 1}},
          {.kind = StepKind::answer, .button = "Then check harder!", .lit = {"plot"}},
          {.kind = StepKind::tries,
           .text = "One lever: how much managers fear a loss. The more they do, the more they check. Usual is 1. Try "
                   "less, and more. Where does most get done?",
           .button = "Most gets done at ...",
           .lit = {"lever/monitoring.loss", "run", "plot"},
           .tries = {{"0.5", LeverTry{Lever::monitoring_loss, 0.5F}},
                     {"1", LeverTry{Lever::monitoring_loss, 1}},
                     {"2", LeverTry{Lever::monitoring_loss, 2}},
                     {"4", LeverTry{Lever::monitoring_loss, 4}}},
           .needed = 2,
           .as_it_is = "nobody checks"},
          {.text = "... about 1. At 4, less gets done than when nobody checked at all: support has turned into "
                   "micromanagement. A hill, then. But we pretended that checking ...",
           .button = "... takes no time",
           .lit = {"plot"}},
          {.kind = StepKind::bet,
           .text = "The same firm, with the hours that control really takes: reports, meetings, explaining oneself. "
                   "Managers check as usual. Place your bet:",
           .scenario = "control-with-hours.toml",
           .question = control_with_hours},
          {.kind = StepKind::run,
           .text = "Grey: nobody checks. Blue: managers check as usual, and it takes its time.",
           .button = "Run",
           .lit = {"run", "network", "plot"},
           .edit = LeverTry{Lever::monitoring_loss, 1}},
          {.kind = StepKind::answer, .button = "And the hill?", .lit = {"plot"}},
          {.text = "The hill is there as long as control is free. With its hours counted, the less control the more "
                   "gets done here, down to none. How many hours it takes is our guess; measure yours.",
           .button = "What do I take home?",
           .lit = {"plot"}},
      }};
}

}  // namespace trust::viz
