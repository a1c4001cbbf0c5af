// trustsim generate: a scenario's organisation as files for spreadsheets and network programs.
#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "scenarios/export.hpp"
#include "study/hex.hpp"
#include "study/manifest.hpp"
#include "study/output_file.hpp"
#include "study/result_folder.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"SCENARIO", "a scenario file (TOML)"}};
constexpr std::array options = {
    OptionRow{"out", "DIR", "the folder to write: people.csv, ties.csv, organisation.graphml", false, true},
    OptionRow{"draw", "N", "which of a generated scenario's organisations; they count from 0"},
    seed_option,
    help_option,
};

std::string manifest_of(const Scenario& scenario, std::uint32_t draw, const Organisation& organisation) {
  return json_text({{"program", "trustsim"},
                    {"version", TRUSTSIM_VERSION},
                    {"scenario", {{"name", scenario.name}, {"digest", to_hex(scenario.digest)}}},
                    {"seed", scenario.seed},
                    {"draw", draw},
                    {"organisation_digest", to_hex(digest(organisation))}});
}

void write_organisation(const Scenario& scenario, std::uint32_t draw, const Organisation& organisation,
                        ResultFolder& folder) {
  export_organisation(organisation, folder.temporary());
  OutputFile manifest(folder.file("manifest.json"));
  manifest.write(manifest_of(scenario, draw, organisation));
  manifest.close();
  folder.commit();
}

int generate(Arguments& arguments) {
  RunChoices choices;
  choices.seed = arguments.whole("seed", 0, Scenario::largest_seed);
  const auto draw = static_cast<std::uint32_t>(arguments.whole("draw", 0, 0xFFFFFFFFu).value_or(0));
  Scenario scenario;
  all_or_every_mistake(
      {[&] { arguments.check(); }, [&] { scenario = load_with_choices(arguments.positional(0), choices); }});
  ResultFolder folder(arguments.text("out").value());
  const auto organisation = scenario.organisation(draw);
  write_organisation(scenario, draw, *organisation, folder);
  print(fmt::format("{} people and {} ties in {}\n", with_separators(organisation->people.size()),
                    with_separators(organisation->ties.size()), folder.final_place().string()));
  return exit_ok;
}

}  // namespace

const Command generate_command = {"generate",
                                  "writes an organisation as CSV and GraphML",
                                  positionals,
                                  options,
                                  "trustsim generate scenarios/start/first-90-days.toml --out people",
                                  generate};

}  // namespace trust::cli
