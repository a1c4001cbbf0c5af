// Histories of good and bad contacts, one a day.
#pragma once

#include <string>

#include "study/verification/laboratory.hpp"

namespace trust::verification {

/// Each contact is one piece of evidence, good with probability `chance`, of which `memory` is left at the next one.
/// Nothing is known in the beginning, and the prior is one half, worth two contacts.
Levers counted(double chance, double memory);

/// One person's (1) contacts with another (0) under a rule: '+' a good one, '-' a bad one. Trust begins at `start`.
Trial after_contacts(const Laboratory& laboratory, TrustRule rule, const Levers& levers, const std::string& contacts,
                     double start = 0.5);

}  // namespace trust::verification
