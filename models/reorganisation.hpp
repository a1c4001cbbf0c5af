// A planned reorganisation: people change teams, and the rows of the graph are rebuilt for all lanes of a batch at
// once. That is why every lane moves the same people to the same teams, whatever its replicate. Equations in
// models/staying/README.md.
#pragma once

#include <cstdint>
#include <memory>

#include "models/plan.hpp"
#include "models/state.hpp"
#include "models/world.hpp"

namespace trust {

/// Whose luck a reorganisation takes: the same for every replicate that lives in one organisation.
struct MoveLuck {
  std::uint64_t seed = 0;
  std::uint32_t organisation_draw = 0;
};

/// Whether the plan reorganises on working day `day`.
bool reorganises_on(const Plan& plan, int day);

/// How many of the plan's reorganisations have happened by the end of `day`.
std::size_t reorganisations_until(const Plan& plan, int day);

/// Whether two plans move the same people on the same days, so that they can share a batch. Names and costs may differ.
bool same_reorganisations(const Plan& one, const Plan& other);

/// ... on the days until the end of `day`.
bool same_reorganisations(const Plan& one, const Plan& other, int day);

/// The organisation after an event of kind `reorganise`. Each person that it is about moves, with chance event.share,
/// to another team of their team's function, each such team being as likely as any other; the leader of that team is
/// their manager from then on (a team without a leader leaves them theirs). Whoever leads or manages stays, and so does
/// whoever has no other team to go to. All ties stay; a person and their new manager who had none have one both ways
/// from then on, of the mean trust that the one function had in the other on day 0 (1/2 where no tie said any).
/// `number` counts the plan's reorganisations from 0. Draws `move` at (seat, 2 x number and 2 x number + 1, day).
Organisation reorganised(const Organisation& before, const Event& event, std::uint32_t number, const MoveLuck& luck);

/// The world of `first`, after all reorganisations of the plan until the end of `day`: `first` itself without any. Its
/// graph has every tie and candidate of before, so that ties that formed last.
std::shared_ptr<const World> world_on(const std::shared_ptr<const World>& first, const Plan& plan, int day,
                                      const MoveLuck& luck);

/// Brings a state from one world to a later one: what belongs to seats, accounts and functions row by row, what belongs
/// to ties by (source, target). Ties that are new are inactive. Columns must be those of the same rules.
void move_state(const World& from, const State& before, const World& to, State& after);

}  // namespace trust
