// What the model draws luck for. A purpose is never used again for something else, nor in both widths of
// sim/draws.hpp; 128 and above belong to making organisations (scenarios/).
#pragma once

#include <cstdint>

namespace trust {

enum class Purpose : std::uint8_t {
  contact = 0,          // tie draw: does the source see what the target does today, and by which channel?
  behaviour = 1,        // seat draws: 1 + b for behaviour b, up to 24
  violation = 30,       // seat draw at (source, target): does the source learn of it?
  apology = 31,         // seat draw: does somebody who did harm answer for it today?
  event_share = 32,     // seat draw at (seat, number of the event): is the person among those it is about?
  feedback = 33,        // seat draw: how a feedback episode works
  request = 34,         // seat draws: 34 + q for request q, up to 41
  campaign = 44,        // seat draw: is there a campaign?
  bold = 45,            // seat draw: is it bold?
  pay_off = 46,         // seat draw: what it is worth
  lead = 47,            // seat draw: how many leads come
  follow = 48,          // seat draws at (seat, lead): is a lead followed? rejected in words?
  reject = 49,          //
  decide_lead = 50,     // seat draws at (seat, lead): decided today? an opportunity?
  opportunity = 51,     //
  decide_deal = 52,     // seat draws at (seat, opportunity): decided today? won?
  win = 53,             //
  serve = 56,           // seat draw at (account): served today?
  deliver = 57,         // seat draw at (account): as promised?
  churn = 58,           // seat draw at (account)
  leave = 60,           // seat draw: does the person leave today?
  refill = 61,          // seat draw: is the empty seat filled today?
  newcomer_skill = 62,  // seat draws: what the newcomer is like
  newcomer_style_x = 63,
  newcomer_style_y = 64,
  newcomer_awareness = 65,
  newcomer_propensity = 66,
  newcomer_acumen = 67,
  tie_forms = 70,  // seat draw at (source, target): does a tie form this week?
  tie_ends = 71,   // seat draw at (source, target): does it end?
  move = 74,       // seat draw: where a reorganisation moves a person
  threshold = 76,  // seat draw, at step 0: a person's threshold of adoption
  innovate = 77,   // seat draw: adopts unasked
  imitate = 78,    // seat draw: adopts like the others
};

}  // namespace trust
