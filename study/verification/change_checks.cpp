// M13: adoption by threshold on trusted adopters (Granovetter 1978; Watts 2002), and by hazard (Bass 1969).
#include <algorithm>
#include <cmath>

#include "sim/draws.hpp"
#include "study/verification/estimate.hpp"
#include "study/verification/families.hpp"
#include "study/verification/normal_thresholds.hpp"
#include "study/verification/opinions.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

Levers offered() {
  return with(nothing_happens(), {{Lever::change_offered, 1.0F},
                                  {Lever::change_spread, 0.0F},
                                  {Lever::change_permission, 0.0F},
                                  {Lever::change_mandate, 0.0F},
                                  {Lever::change_innovation, 0.0F},
                                  {Lever::change_imitation, 0.0F},
                                  {Lever::trust_disposition_within, 1.0F}});
}

std::vector<LeverSetting> thresholds(const std::vector<double>& values) {
  std::vector<LeverSetting> settings;
  settings.reserve(values.size());
  for (Seat seat = 0; seat < values.size(); ++seat) {
    settings.push_back({person(seat), Lever::change_threshold, static_cast<float>(values[seat])});
  }
  return settings;
}

// Everybody trusts everybody fully.
double adopters(const Laboratory& laboratory, const std::vector<double>& of_people, int weeks) {
  const auto size = static_cast<Seat>(of_people.size());
  Trial trial = laboratory.start({.world = world_of(people_together(size, all_ties(size, 1.0F))),
                                  .levers = offered(),
                                  .lanes = 1,
                                  .settings = thresholds(of_people)});
  trial.run(days_of_rounds(weeks));
  return trial.figure(Measure::adoption, 0) * size;
}

// People 0 .. 99 adopt when so many others have: thresholds between the shares of 99 others that differ by one.
std::vector<double> dominoes() {
  std::vector<double> values;
  values.reserve(100);
  for (int needed = 0; needed < 100; ++needed) values.push_back((needed - 0.5) / 99);
  return values;
}

std::vector<double> one_missing() {
  std::vector<double> values = dominoes();
  values[1] = values[2];
  return values;
}

Check normal(const std::string& name, double deviation, double expected, double slowest) {
  return {"M13.normal." + name, "share that adopts, thresholds normal (0.25, " + name + "): the least r = F(r)",
          [=](Laboratory& l) { return exactly(expected, normal_adopters(l, offered(), deviation, slowest)); }};
}

Check normal(const std::string& name, double deviation, double expected) {
  return normal(name, deviation, expected, expected);
}

// A judge who trusts one who has adopted 0.8 and one who has not 0.2.
double adopts(const Laboratory& laboratory, const Levers& levers) {
  auto organisation = people_apart(3, {{0, 1, 0.8F}, {0, 2, 0.2F}});
  Role carrier;
  carrier.name = "carrier";
  carrier.carries_change = true;
  organisation->roles.push_back(carrier);
  organisation->people[1].role = static_cast<std::uint32_t>(organisation->roles.size() - 1);
  Trial trial = laboratory.start({.world = world_of(organisation),
                                  .levers = with(offered(), levers),
                                  .lanes = 1,
                                  .settings = {{person(2), Lever::change_threshold, 2.0F}}});
  trial.run(11);
  return trial.of_person(Column::adopted, 0);
}

Check judge(const std::string& id, const std::string& what, const Levers& levers, double expected) {
  return {"M13." + id, what, [=](Laboratory& l) { return exactly(expected, adopts(l, levers)); }};
}

// A random graph of mutual full trust with mean degree z (Erdos & Renyi), each lane with a first adopter of its own.
double largest_cascade(const Laboratory& laboratory, double threshold, double degree) {
  constexpr Seat size = 1000;
  const CipherKey key = key_of_seed(8);
  std::vector<Tie> ties;
  for (Seat i = 0; i < size; ++i) {
    for (Seat j = i + 1; j < size; ++j) {
      if (uniform(key, {i, j, 0, 206}, 0) >= degree / (size - 1)) continue;
      ties.push_back({i, j, 1.0F});
      ties.push_back({j, i, 1.0F});
    }
  }
  Trial trial =
      laboratory.start({.world = world_of(people_together(size, ties)),
                        .levers = with(offered(), {{Lever::change_threshold, static_cast<float>(threshold)}})});
  for (int lane = 0; lane < lane_columns; ++lane) {
    trial.batch().state()[Column::adopted].at(static_cast<std::size_t>(lane) * 61, lane) = 1;
  }
  trial.run(days_of_rounds(35));
  double largest = 0;
  for (int lane = 0; lane < lane_columns; ++lane) largest = std::max(largest, trial.figure(Measure::adoption, lane));
  return largest;
}

Check cascade(const std::string& name, double threshold, double degree, bool expected) {
  return {"M13.cascade." + name,
          "1 where one of 16 first adopters moves more than a tenth of 1,000 people (threshold, mean degree): " + name,
          [=](Laboratory& l) {
            return Finding{expected ? 1.0 : 0.0, largest_cascade(l, threshold, degree) > 0.1 ? 1.0 : 0.0, 0};
          }};
}

constexpr double innovation = 0.003;  // a week
constexpr double imitation = 0.038;

constexpr Seat bass_people = 200;

// Share of adopters among people who all trust each other, by hazard alone.
Estimate bass(const Laboratory& laboratory, int weeks) {
  Trial trial =
      laboratory.start({.world = world_of(people_together(bass_people, all_ties(bass_people, 1.0F))),
                        .levers = with(offered(), {{Lever::change_threshold, 2.0F},
                                                   {Lever::change_innovation, static_cast<float>(innovation)},
                                                   {Lever::change_imitation, static_cast<float>(imitation)}})});
  trial.run(days_of_rounds(weeks));
  std::vector<double> shares;
  shares.reserve(lane_columns);
  for (int lane = 0; lane < lane_columns; ++lane) shares.push_back(trial.figure(Measure::adoption, lane));
  return estimate(shares);
}

double bass_formula(double weeks) {
  const double decay = std::exp(-(innovation + imitation) * weeks);
  return (1 - decay) / (1 + imitation / innovation * decay);
}

// The chances of 0 .. `others` successes at chance `chance` each.
std::vector<double> binomial(std::size_t others, double chance) {
  std::vector<double> chances(others + 1);
  chances[0] = std::pow(1 - chance, static_cast<double>(others));
  for (std::size_t k = 1; k <= others; ++k) {
    chances[k] = chances[k - 1] * static_cast<double>(others - k + 1) / static_cast<double>(k) * chance / (1 - chance);
  }
  return chances;
}

// The same for so few people in steps of a week, exactly: by the chances of every number of adopters.
double bass_of_few(int weeks) {
  std::vector<double> chance_of(bass_people + 1);
  chance_of[0] = 1;
  for (int week = 0; week < weeks; ++week) {
    std::vector<double> next(chance_of.size());
    for (std::size_t adopted = 0; adopted < chance_of.size(); ++adopted) {
      const double share = static_cast<double>(adopted) / (bass_people - 1);
      const double hazard = 1 - (1 - innovation) * (1 - imitation * std::min(share, 1.0));
      const std::vector<double> more = binomial(bass_people - adopted, hazard);
      for (std::size_t k = 0; k < more.size(); ++k) next[adopted + k] += chance_of[adopted] * more[k];
    }
    chance_of = next;
  }
  double mean = 0;
  for (std::size_t adopted = 0; adopted < chance_of.size(); ++adopted) {
    mean += chance_of[adopted] * static_cast<double>(adopted) / bass_people;
  }
  return mean;
}

// Against what is exact for 200 people, and against the curve, which holds for very many and very short steps: how far
// the two are apart is part of that tolerance.
void add_bass(std::vector<Check>& checks, int weeks) {
  const std::string after = std::to_string(weeks);
  checks.push_back({"M13.bass.few." + after, "share of adopters by hazard, 200 people, weeks: " + after,
                    [=](Laboratory& l) { return within_four_errors(bass_of_few(weeks), bass(l, weeks)); }});
  checks.push_back({"M13.bass.curve." + after, "the same against Bass's curve", [=](Laboratory& l) {
                      const double apart = std::abs(bass_formula(weeks) - bass_of_few(weeks));
                      return within_four_errors(bass_formula(weeks), bass(l, weeks), apart);
                    }});
}

}  // namespace

Family change_checks() {
  Family family{"M13", "adoption by threshold (Granovetter 1978; Watts 2002) and by hazard (Bass 1969)", {}, true};
  family.checks = {
      {"M13.dominoes", "adopters of 100, thresholds 0 to 99",
       [](Laboratory& l) { return exactly(100, adopters(l, dominoes(), 105)); }},
      {"M13.one_missing", "... where the one of threshold 1 has 2",
       [](Laboratory& l) { return exactly(1, adopters(l, one_missing(), 105)); }},
      normal("0.10", 0.10, 0.0076955),
      normal("0.12", 0.12, 0.0402113),
      normal("0.122", 0.122, 0.0547922),
      normal("0.123", 0.123, 1, 0.06),
      normal("1", 1, 0.6585738),
      judge("trusted.below", "trusts an adopter 0.8 and another 0.2; threshold 0.79: adopts",
            {{Lever::change_threshold, 0.79F}}, 1),
      judge("trusted.above", "... threshold 0.81: does not", {{Lever::change_threshold, 0.81F}}, 0),
      judge("permission", "no threshold, but trust in the carrier below permission: does not",
            {{Lever::change_threshold, -1.0F}, {Lever::change_permission, 0.85F}}, 0),
      judge("mandate", "threshold 0.85, a full mandate worth 0.1: adopts",
            {{Lever::change_threshold, 0.85F}, {Lever::change_mandate, 1.0F}, {Lever::change_mandate_effect, 0.1F}}, 1),
      judge("not_offered", "nothing on offer: does not",
            {{Lever::change_offered, 0.0F}, {Lever::change_threshold, -1.0F}}, 0),
      cascade("0.18, 3", 0.18, 3, true),
      cascade("0.18, 0.7", 0.18, 0.7, false),
      cascade("0.18, 8", 0.18, 8, false),
      cascade("0.10, 10", 0.10, 10, true),
      cascade("0.25, 2.5", 0.25, 2.5, true),
      cascade("0.25, 5.5", 0.25, 5.5, false),
      cascade("0.30, 2", 0.30, 2, false)};
  add_bass(family.checks, 62);  // the steepest point
  add_bass(family.checks, 100);
  return family;
}

}  // namespace trust::verification
