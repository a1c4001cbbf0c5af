// What files and manifests call an event's kind, its dimension and what answers it.
#pragma once

#include <array>
#include <string_view>

#include "models/plan.hpp"

namespace trust {

/// In the order of Event::Kind, Dimension and Event::Response.
inline constexpr std::array<std::string_view, 7> event_kind_names = {"violation", "response", "contract",  "leave",
                                                                     "replace",   "hire",     "reorganise"};
inline constexpr std::array<std::string_view, dimension_count> dimension_names = {"ability", "benevolence",
                                                                                  "integrity"};
inline constexpr std::array<std::string_view, 4> response_names = {"apology", "denial", "promise", "penance"};

inline std::string_view name_of(Event::Kind kind) { return event_kind_names[static_cast<std::size_t>(kind)]; }
inline std::string_view name_of(Dimension dimension) { return dimension_names[static_cast<std::size_t>(dimension)]; }
inline std::string_view name_of(Event::Response response) { return response_names[static_cast<std::size_t>(response)]; }

}  // namespace trust
