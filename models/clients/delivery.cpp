// How reliably the functions together deliver: a promise to a client is kept where every function keeps its own.
#include "models/clients/model.hpp"
#include "models/day_access.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// Sums of that many functions are held at a time.
constexpr std::size_t functions_at_once = 32;

struct Kept {
  LaneInts seats;  // whether the function has any, in every lane
  LaneInts people;
  LaneInts kept;
};

void add_up(const DayContext& day, Column word, std::size_t first, Kept* sums) {
  const std::uint32_t* function = day.world->function_of().data();
  for (Seat seat = 0; seat < day.world->seats(); ++seat) {
    const std::size_t f = function[seat] - first;  // wraps for functions before the first
    if (f >= functions_at_once) continue;
    const LaneMask there = present(day, seat) > 0.0F;
    sums[f].seats = LaneInts(1);
    sums[f].people += there & LaneInts(1);
    sums[f].kept += there & did(get_ints(day, word, seat), Behaviour::promise) & LaneInts(1);
  }
}

// The product over functions, of the promises in column `word`. A function without seats is no link of the chain; one
// whose seats are all empty keeps no promise.
Lanes product(const DayContext& day, Column word) {
  if (day.world->seats() == 0) return 1.0F;  // nobody's levers either
  const Lanes base = LeversOf(day, 0)(Lever::delivery_base);
  Lanes all = 1.0F;
  for (std::size_t first = 0; first < day.world->functions(); first += functions_at_once) {
    Kept sums[functions_at_once];
    for (Kept& sum : sums) sum.seats = sum.people = sum.kept = LaneInts(0);
    add_up(day, word, first, sums);
    for (const Kept& sum : sums) {
      const Lanes share = to_floats(sum.kept) / max(to_floats(sum.people), 1.0F);
      all = all * choose(sum.seats > LaneInts(0), base + (1.0F - base) * share, Lanes(1.0F));
    }
  }
  return all;
}

}  // namespace

void promise_delivery(DayContext& day) { put(day, Column::reliability, 0, product(day, Column::behaviour_word)); }

void start_delivery(DayContext& day) { put(day, Column::reliability, 0, product(day, Column::word_before)); }

}  // namespace TRUST_PATH
}  // namespace trust
