// Finding a role by what people call it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/organisation.hpp"

namespace trust {

/// The role of that name: "Field Marketer", "field-marketer" and "field_marketer" are the same.
std::optional<std::uint32_t> find_role(const std::vector<Role>& roles, std::string_view name);

std::vector<std::string> names_of(const std::vector<Role>& roles);

}  // namespace trust
