#include "study/compare/comparable.hpp"

#include <fmt/format.h>

#include <map>

namespace trust {
namespace {

// Says where two scenarios differ that have to agree.
class Agreement {
 public:
  Agreement(const Scenario& baseline, const Scenario& what_if)
      : baseline_(baseline.file.string()), what_if_(what_if.file.string()) {}

  template <typename Value>
  void require(const char* key, const Value& baseline, const Value& what_if, const char* advice = "") {
    if (baseline == what_if) return;
    const std::string accepted = fmt::format("{}, as in {}{}", baseline, baseline_, advice);
    problems_.add({what_if_, 0, key, fmt::format("{} differs from the baseline's", what_if), accepted});
  }

  void require_same_organisation(const Scenario& baseline, const Scenario& what_if, std::uint32_t draw) {
    if (digest(*baseline.organisation(draw)) == digest(*what_if.organisation(draw))) return;
    problems_.add(
        {what_if_, 0, "organisation", "is another organisation than the baseline's",
         "the same people, roles and ties as in " + baseline_ + "; a what-if changes levers and interventions"});
  }

  void require_same_spec(const GeneratorSpec& baseline, const GeneratorSpec& what_if) {
    require_same_head_counts(baseline.roles, what_if.roles);
    require("organisation.generate.team_size", baseline.team_size, what_if.team_size);
    require("organisation.generate.span_of_control", baseline.span_of_control, what_if.span_of_control);
    require("organisation.generate.ties_per_person", baseline.ties_per_person, what_if.ties_per_person);
    require("organisation.generate.cross_team_contact", baseline.cross_team_contact, what_if.cross_team_contact);
    require("organisation.generate.trust_within", baseline.trust_within, what_if.trust_within);
    require("organisation.generate.trust_across", baseline.trust_across, what_if.trust_across);
    require("organisation.generate.trust_spread", baseline.trust_spread, what_if.trust_spread);
    require("organisation.generate.open_seats", baseline.open_seats, what_if.open_seats);
    require("organisation.candidate_ties", baseline.places.candidate_ties, what_if.places.candidate_ties);
    require("organisation.account_places", baseline.places.account_places, what_if.places.account_places);
    require("organisation.initial_accounts", baseline.places.initial_accounts, what_if.places.initial_accounts);
  }

  void require_same_head_counts(std::map<std::string, std::uint32_t> baseline,
                                std::map<std::string, std::uint32_t> what_if) {
    for (const auto& [role, count] : baseline) what_if.try_emplace(role, 0);
    for (const auto& [role, count] : what_if) {
      require(("organisation.generate.roles." + role).c_str(), baseline[role], count);
    }
  }

  bool so_far() const { return !problems_.any(); }
  void check() const { problems_.throw_if_any(); }

 private:
  std::string baseline_;
  std::string what_if_;
  Problems problems_;
};

}  // namespace

void check_comparable(const Scenario& baseline, const Scenario& what_if, std::uint32_t first_replicate) {
  Agreement agreement(baseline, what_if);
  agreement.require("scenario.seed", baseline.seed, what_if.seed, " (or give both one with --seed)");
  agreement.require("scenario.days", baseline.days, what_if.days, " (or give both as many with --days)");
  agreement.require("scenario.steps_per_day", baseline.steps_per_day, what_if.steps_per_day);
  agreement.require("scenario.trust_rule", name_of(baseline.rules.trust), name_of(what_if.rules.trust),
                    " (or give both one with --rule)");
  agreement.require("scenario.gossip", name_of(baseline.rules.gossip), name_of(what_if.rules.gossip),
                    " (or give both one with --gossip)");
  if (baseline.generator && what_if.generator) {
    agreement.require("scenario.replicates_per_organisation", baseline.replicates_per_organisation,
                      what_if.replicates_per_organisation);
    agreement.require_same_spec(*baseline.generator, *what_if.generator);
  }
  // Another seed makes another organisation: one reason is enough.
  if (agreement.so_far()) {
    agreement.require_same_organisation(baseline, what_if, baseline.organisation_draw(first_replicate));
  }
  agreement.check();
}

}  // namespace trust
