#include "scenarios/places.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trust {

namespace {

constexpr std::int64_t most_account_places = 1000;

}  // namespace

Places read_places(Section& organisation) {
  Places places;
  places.candidate_ties = organisation.number("candidate_ties", 0, 1).value_or(places.candidate_ties);
  const auto count = [&](const char* key, std::uint32_t& value, std::int64_t low) {
    value = static_cast<std::uint32_t>(organisation.integer(key, low, most_account_places).value_or(value));
  };
  count("account_places", places.account_places, 1);
  if (!organisation.has("initial_accounts"))
    places.initial_accounts = std::min(places.initial_accounts, places.account_places);
  count("initial_accounts", places.initial_accounts, 0);
  if (places.initial_accounts > places.account_places)
    organisation.report("initial_accounts", fmt::format("is {}", places.initial_accounts),
                        fmt::format("at most account_places, which is {}", places.account_places));
  return places;
}

void give_places(const Places& places, Organisation& organisation) {
  organisation.candidate_ties = static_cast<float>(places.candidate_ties);
  organisation.account_places = places.account_places;
  organisation.initial_accounts = places.initial_accounts;
}

}  // namespace trust
