#include <nlohmann/json.hpp>

#include "cli/compare_card.hpp"
#include "study/hex.hpp"
#include "study/manifest.hpp"

namespace trust::cli {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const Range& range) { return Json::array({range.low, range.high}); }

Json as_json(const JudgedEffect& judged) {
  const PairedEffect& effect = judged.effect;
  const Range interval = judged.interval();
  Json json = {
      {"difference", judged.difference()}, {"low", interval.low},         {"high", interval.high},
      {"better", effect.share_better},     {"baseline", effect.baseline}, {"what_if", effect.what_if},
      {"method", effect.method},           {"units", effect.units},       {"pairing_gain", effect.pairing_gain}};
  if (!judged.plausible) return json;
  json["headline"] = judged.parameters_are_wider() ? "luck and parameters" : "luck alone";
  json["luck_alone"] = {{"difference", judged.by_luck->difference}, {"interval", as_json(judged.by_luck->interval)}};
  json["luck_and_parameters"] = {{"difference", effect.difference},
                                 {"plausible", as_json(*judged.plausible)},
                                 {"interval_of_the_mean", as_json(effect.interval)}};
  return json;
}

Json day_or_nothing(const std::optional<int>& day) { return day ? Json(*day) : Json(nullptr); }

Json daily_as_json(const DailyBand& band) {
  Json low = Json::array();
  Json high = Json::array();
  for (const Range& day : band.band) {
    low.push_back(day.low);
    high.push_back(day.high);
  }
  return {{"difference", band.difference}, {"low", low}, {"high", high}};
}

Json effects_as_json(const Outcome& outcome) {
  Json json = Json::object();
  for (const MeasureRow& row : measures()) {
    Json effect = as_json(outcome.judge(row.id, Span::last_day));
    const DailyBand band = outcome.runs().daily(row.id);
    effect["first_day"] = day_or_nothing(band.first_day);
    effect["lasting_from"] = day_or_nothing(band.lasting_from);
    if (natural_span(row) == Span::whole_run) effect["whole_run"] = as_json(outcome.judge(row.id, Span::whole_run));
    effect["daily"] = daily_as_json(band);
    json[std::string(row.name)] = effect;
  }
  return json;
}

Json worst_teams_as_json(const Outcome& outcome) {
  Json json = Json::object();
  for (const TeamMeasureRow& row : team_measures()) {
    const auto worst = outcome.runs().worst_team(row.id);
    if (!worst) continue;
    json[std::string(row.name)] = {{"team", worst->team},
                                   {"difference", worst->effect.difference},
                                   {"shrunk", worst->effect.shrunk},
                                   {"low", worst->effect.interval.low},
                                   {"high", worst->effect.interval.high},
                                   {"mean_of_teams", worst->mean_of_teams},
                                   {"teams", worst->teams},
                                   {"teams_empty", worst->teams_empty}};
  }
  return json;
}

Json parameters_as_json(const CompareRequest& request, const CompareResult& result, const Outcome& outcome) {
  Json json = Json::array();
  const std::vector<double> differences = outcome.runs().differences(request.options.measure, Span::last_day);
  for (const Influence& influence : influences(*result.draws, result.replicates.first, differences)) {
    const Parameter& row = parameter(influence.lever);
    json.push_back({{"lever", row.name},
                    {"rank_correlation", influence.correlation},
                    {"beyond_luck", influence.beyond_luck},
                    {"prior", row.prior},
                    {"source", row.source},
                    {"design", rests_on_design(influence.lever)}});
  }
  return json;
}

Json outcome_as_json(const CompareRequest& request, const CompareResult& result, std::size_t w) {
  const Outcome& outcome = result.outcomes[w];
  Json json = {{"what_if", request.what_ifs[w].name},
               {"what_if_state_hash", to_hex(state_hash(request.baseline.seed, outcome.runs().what_if().hashes))},
               {"effects", effects_as_json(outcome)},
               {"net_money", as_json(outcome.judge_net_money())},
               {"worst_hit_team", worst_teams_as_json(outcome)}};
  if (result.draws) json["parameters"] = parameters_as_json(request, result, outcome);
  return json;
}

Json short_effects(const Outcome& outcome) {
  Json json = Json::object();
  for (const MeasureRow& row : measures()) json[std::string(row.name)] = as_json(outcome.judge(row.id, Span::last_day));
  json["net_money"] = as_json(outcome.judge_net_money());
  return json;
}

// rules.RULE: one object a what-if.
Json rules_as_json(const CompareRequest& request, const ResultsByRule& by_rule) {
  Json json = Json::object();
  for (const auto& [rule, result] : by_rule) {
    Json what_ifs = Json::array();
    for (std::size_t w = 0; w < result.outcomes.size(); ++w)
      what_ifs.push_back({{"what_if", request.what_ifs[w].name}, {"effects", short_effects(result.outcomes[w])}});
    json[std::string(name_of(rule))] = what_ifs;
  }
  return json;
}

Json heading(const CompareRequest& request, const CompareResult& result) {
  Json json = {{"baseline", request.baseline.name},
               {"version", TRUSTSIM_VERSION},
               {"seed", request.baseline.seed},
               {"trust_rule", name_of(request.baseline.rules.trust)},
               {"first_replicate", result.replicates.first},
               {"replicates", result.replicates.count},
               {"organisations", result.organisations},
               {"unit", result.organisations > 1 ? "organisation" : "replicate"},
               {"days", request.options.run.days},
               {"people", result.people},
               {"measure", measure_row(request.options.measure).name},
               {"uncertain", result.draws != nullptr},
               {"seconds", result.seconds},
               {"baseline_state_hash", to_hex(state_hash(request.baseline.seed, result.runs->arms().front().hashes))}};
  if (result.searched)
    json["search"] = {{"until_half_width", *request.options.until_half_width},
                      {"replicates", result.searched->count},
                      {"narrow_enough", result.narrow_enough}};
  return json;
}

}  // namespace

std::string compare_json(const CompareRequest& request, const CompareResult& result, const ResultsByRule& by_rule) {
  Json json = heading(request, result);
  if (result.outcomes.size() == 1) {
    json.update(outcome_as_json(request, result, 0));
  } else {
    json["what_ifs"] = Json::array();
    for (std::size_t w = 0; w < result.outcomes.size(); ++w)
      json["what_ifs"].push_back(outcome_as_json(request, result, w));
  }
  if (!by_rule.empty()) json["rules"] = rules_as_json(request, by_rule);
  return json_text(json);
}

}  // namespace trust::cli
