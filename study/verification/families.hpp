// The one list of what is checked; a file a family, or a few that belong together.
#pragma once

#include <filesystem>

#include "study/verification/check.hpp"

namespace trust::verification {

Family beta_checks();              // M1
Family asymmetric_checks();        // M2
Family abi_checks();               // M3
Family degroot_checks();           // M4
Family friedkin_johnsen_checks();  // M5
Family bounded_checks();           // M6
Family inflation_checks();         // M7
Family subjective_logic_checks();  // M8
Family eigen_trust_checks();       // M9
Family gossip_checks();            // M10
Family balance_checks();           // M11
Family repair_checks();            // M12
Family change_checks();            // M13
Family reciprocity_checks();       // M14
Family closed_loop_checks();       // M15
Family monitoring_checks();
Family step_checks();
Family invariant_checks();
std::vector<Check> conservation_checks();  // part of invariant_checks()
Family degenerate_checks();
Family symmetry_checks();
Family network_checks();
Family real_network_checks(const std::filesystem::path& folder);  // see VerifyOptions::networks

}  // namespace trust::verification
