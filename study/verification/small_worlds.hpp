// The organisations that checks live in: a few people, chosen ties, and everything switched off that a check is not
// about.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "models/world.hpp"
#include "study/verification/laboratory.hpp"

namespace trust::verification {

/// The roles of all organisations below but the usual one.
inline constexpr std::uint32_t plain = 0;    // leads nobody, sells nothing
inline constexpr std::uint32_t exposed = 1;  // the same, but lives off client accounts

/// `size` people without managers, each in a function of their own: every tie leads across functions, whose drift a
/// lever switches off to the last bit.
std::shared_ptr<Organisation> people_apart(Seat size, std::vector<Tie> ties);

/// `size` colleagues of one function and team, without managers.
std::shared_ptr<Organisation> people_together(Seat size, std::vector<Tie> ties);

std::shared_ptr<const World> world_of(std::shared_ptr<const Organisation> organisation);

/// Whom a lever is set for: one of the people of any organisation made here.
inline Target person(std::size_t seat) { return {Target::Kind::person, "p" + std::to_string(seat)}; }

/// Everybody is trusted by exactly one other, of another function, so that all ties are independent. An even number.
std::shared_ptr<const World> ring(Seat size, float trust = 0.5F);

/// Everybody trusts everybody else alike.
std::shared_ptr<const World> everybody(Seat size, float trust);

/// Ties of everybody with everybody else.
std::vector<Tie> all_ties(Seat size, float trust);

/// Nobody sees anybody or behaves in any way, nothing drifts across functions, nobody comes or goes.
Levers nothing_happens();

/// The same, but each day each tie across functions sees one outcome: +1 with probability `chance`, else -1.
Levers learning_alone(double chance, double gain, double loss);

/// An organisation as they are: teams of two functions under leaders, at the table's levers.
std::shared_ptr<const Organisation> usual_organisation(Seat size);

}  // namespace trust::verification
