// trustsim describe: who there is in a scenario's organisation, and how they are tied.
#include "scenarios/describe.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "cli/text_table.hpp"
#include "study/manifest.hpp"

namespace trust::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array positionals = {PositionalRow{"SCENARIO", "a scenario file (TOML)"}};
constexpr std::array options = {
    OptionRow{"draw", "N", "which of a generated scenario's organisations; they count from 0"},
    OptionRow{"json", "", "one JSON object in place of the tables"},
    help_option,
};
constexpr std::size_t groups_in_a_table = 20;

Json groups_as_json(const std::vector<Group>& groups) {
  Json json = Json::object();
  for (const Group& group : groups) json[group.name] = group.people;
  return json;
}

Json standings_as_json(const std::vector<Standing>& standings) {
  Json json = Json::array();
  for (const Standing& standing : standings) {
    json.push_back({{"person", standing.person}, {"reputation", standing.reputation}});
  }
  return json;
}

std::string as_json(const Scenario& scenario, std::uint64_t draw, const Description& found) {
  const GraphMeasures& graph = found.graph;
  return json_text({{"scenario", scenario.name},
                    {"draw", draw},
                    {"people", found.people},
                    {"by_role", groups_as_json(found.by_role)},
                    {"by_function", groups_as_json(found.by_function)},
                    {"by_team", groups_as_json(found.by_team)},
                    {"leaders", found.leaders},
                    {"without_manager", found.without_manager},
                    {"levels", found.levels},
                    {"span_of_control", found.span_of_control},
                    {"trust_mean", found.trust_mean},
                    {"trust_deviation", found.trust_deviation},
                    {"nodes", graph.nodes},
                    {"arcs", graph.arcs},
                    {"density", graph.density},
                    {"reciprocity", graph.reciprocity},
                    {"transitivity", graph.transitivity},
                    {"clustering_global", graph.clustering_global},
                    {"clustering_local", graph.clustering_local},
                    {"components", graph.components},
                    {"largest_component", graph.largest_component},
                    {"strong_components", graph.strong_components},
                    {"in_degree_gini", graph.in_degree_gini},
                    {"best_trusted", standings_as_json(found.best_trusted)},
                    {"triads", found.triads.triads()},
                    {"balanced_triads", found.triads.balanced()},
                    {"larger_camp", found.larger_camp},
                    {"smaller_camp", found.smaller_camp}});
}

std::string group_table(const std::string& heading, const std::vector<Group>& groups) {
  TextTable table({Align::left, Align::right});
  table.add_row({heading, "people"});
  for (std::size_t g = 0; g < std::min(groups.size(), groups_in_a_table); ++g) {
    table.add_row({groups[g].name, with_separators(groups[g].people)});
  }
  if (groups.size() > groups_in_a_table) {
    table.add_row({fmt::format("... and {} more", with_separators(groups.size() - groups_in_a_table)), ""});
  }
  return table.text() + "\n";
}

std::string network_table(const Description& found) {
  const GraphMeasures& graph = found.graph;
  TextTable table({Align::left, Align::right, Align::left});
  table.add_row({"nodes", with_separators(graph.nodes), "people"});
  table.add_row({"arcs", with_separators(graph.arcs), "ties: who has an opinion of whom"});
  table.add_row({"density", fmt::format("{:.4f}", graph.density), "share of all possible ties"});
  table.add_row({"reciprocity", readable(graph.reciprocity), "share of ties that are returned"});
  table.add_row({"transitivity", readable(graph.transitivity), "share of two-step paths that are closed"});
  table.add_row({"clustering_global", readable(graph.clustering_global), "the same, direction aside"});
  table.add_row({"clustering_local", readable(graph.clustering_local), "how closed one's contacts are, on average"});
  table.add_row({"components", with_separators(graph.components), "parts without ties between them"});
  table.add_row({"trust", readable(found.trust_mean), "mean over ties on day 0"});
  table.add_row({"", readable(found.trust_deviation), "standard deviation of the same"});
  return table.text();
}

// "p12 (3.1 times an even share), p7 (2.9), ..."
std::string standings_line(const std::vector<Standing>& standings) {
  std::string line;
  for (const Standing& standing : standings) {
    const std::string unit = line.empty() ? " times an even share" : "";
    line += fmt::format("{}{} ({:.1f}{})", line.empty() ? "" : ", ", standing.person, standing.reputation, unit);
  }
  return wrapped("Best trusted by the trusted: ", line + ".");
}

std::string balance_line(const Description& found) {
  if (found.triads.triads() == 0) return "";
  const std::string camps =
      found.smaller_camp == 0
          ? "nobody would stand apart"
          : fmt::format("camps of {} and {}", with_separators(found.larger_camp), with_separators(found.smaller_camp));
  return wrapped("Balance: ",
                 fmt::format("{:.0f} % of {} triads are balanced; if liking followed liking: {}.",
                             100 * found.triads.balanced(), with_separators(found.triads.triads()), camps));
}

std::string as_text(const Scenario& scenario, const Description& found) {
  std::string text =
      fmt::format("{}\n{} people, {} of them lead; {} reporting {}; {} report to each leader\n\n", scenario.name,
                  with_separators(found.people), with_separators(found.leaders), found.levels,
                  found.levels == 1 ? "level" : "levels", fmt::format("{:.1f}", found.span_of_control));
  text += group_table("role", found.by_role) + group_table("team", found.by_team) + network_table(found);
  text += "\n" + standings_line(found.best_trusted) + balance_line(found);
  for (const std::string& note : scenario.notes) text += "Note: " + note + "\n";
  return text;
}

int describe_scenario(Arguments& arguments) {
  const std::uint64_t draw = arguments.whole("draw", 0, 0xFFFFFFFFu).value_or(0);
  Scenario scenario;
  all_or_every_mistake({[&] { arguments.check(); }, [&] { scenario = load_scenario(arguments.positional(0)); }});
  const Description found = describe(*scenario.organisation(static_cast<std::uint32_t>(draw)));
  print(arguments.flag("json") ? as_json(scenario, draw, found) : as_text(scenario, found));
  return exit_ok;
}

}  // namespace

const Command describe_command = {
    "describe", "describes an organisation: roles, teams and network",         positionals,
    options,    "trustsim describe scenarios/start/first-90-days.toml --json", describe_scenario};

}  // namespace trust::cli
