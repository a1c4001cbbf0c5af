// From the titles and functions that a personnel file has to the roles and functions of the model.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/import_spec.hpp"
#include "scenarios/people_reader.hpp"

namespace trust {

/// The role of every seat. First what `roles = {...}` says of the title, then the role that the title itself names,
/// then the first role that leads for those who manage somebody, then the default role. The last two are noted with
/// counts.
std::vector<std::uint32_t> assign_roles(const PeopleList& people, const std::vector<bool>& manages,
                                        const ImportSpec& spec, const std::vector<Role>& roles,
                                        std::vector<std::string>& notes);

/// Functions by name, added as they are met; "Sales" and "sales" are one, spelt as it was met first.
class FunctionNames {
 public:
  explicit FunctionNames(Organisation& organisation) : organisation_(organisation) {}
  std::uint32_t index_of(const std::string& name);

 private:
  Organisation& organisation_;
  std::unordered_map<std::string, std::uint32_t> index_;  // looked up, never walked through
};

}  // namespace trust
