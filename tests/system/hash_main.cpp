// trustsim-hashes: runs every case of tests/goldens.csv on each instruction set that this machine has and prints the
// state hashes, a line each. Exit code 1 where one differs from the file. With --write, the file gets what was found.
//
// A scenario is a file of scenarios/, or of the root where its path begins with tests/. An empty rule is the
// scenario's.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "study/run.hpp"

namespace {

struct Golden {
  std::string scenario;
  std::string trust_rule;
  std::string gossip;
  std::uint64_t seed = 0;
  std::uint32_t replicates = 0;
  int days = 0;
  std::string state_hash;
};

std::string goldens_file() { return std::string(TRUSTSIM_SOURCE_DIR) + "/tests/goldens.csv"; }

std::vector<Golden> read_goldens() {
  std::vector<Golden> goldens;
  std::ifstream file(goldens_file());
  std::string line;
  std::getline(file, line);  // the heading
  while (std::getline(file, line)) {
    std::stringstream fields(line);
    std::string scenario, trust_rule, gossip, seed, replicates, days, hash;
    std::getline(fields, scenario, ',');
    std::getline(fields, trust_rule, ',');
    std::getline(fields, gossip, ',');
    std::getline(fields, seed, ',');
    std::getline(fields, replicates, ',');
    std::getline(fields, days, ',');
    std::getline(fields, hash);
    goldens.push_back({scenario, trust_rule, gossip, std::stoull(seed),
                       static_cast<std::uint32_t>(std::stoul(replicates)), std::stoi(days), hash});
  }
  return goldens;
}

void write_goldens(const std::vector<Golden>& goldens) {
  std::ofstream file(goldens_file());
  file << "scenario,trust_rule,gossip,seed,replicates,days,state_hash\n";
  for (const Golden& golden : goldens) {
    file << fmt::format("{},{},{},{},{},{},{}\n", golden.scenario, golden.trust_rule, golden.gossip, golden.seed,
                        golden.replicates, golden.days, golden.state_hash);
  }
}

std::string file_of(const Golden& golden) {
  const std::string folder = golden.scenario.starts_with("tests/") ? "/" : "/scenarios/";
  return TRUSTSIM_SOURCE_DIR + folder + golden.scenario;
}

std::optional<std::string> unless_empty(const std::string& name) {
  return name.empty() ? std::nullopt : std::optional(name);
}

std::string hash_now(const Golden& golden, trust::InstructionSet set) {
  trust::Scenario scenario = trust::load_scenario(file_of(golden));
  trust::apply_rules(scenario, unless_empty(golden.trust_rule), unless_empty(golden.gossip));
  scenario.seed = golden.seed;
  trust::RunOptions options = trust::options_of(scenario);
  options.replicates = golden.replicates;
  options.days = golden.days;
  options.instruction_set = set;
  trust::RunControl control;
  return fmt::format("{:016x}", trust::run_scenario(scenario, options, control).state_hash);
}

}  // namespace

int main(int argc, char** argv) {
  const bool write = argc > 1 && std::string(argv[1]) == "--write";
  std::vector<Golden> goldens = read_goldens();
  if (goldens.empty()) {
    std::fputs("trustsim-hashes: tests/goldens.csv lists no case\n", stderr);
    return 1;
  }
  int different = 0;
  for (Golden& golden : goldens) {
    for (const auto set : {trust::InstructionSet::portable, trust::InstructionSet::avx2}) {
      if (!trust::is_available(set)) continue;
      const std::string hash = hash_now(golden, set);
      if (write && set == trust::InstructionSet::portable) golden.state_hash = hash;
      const bool equal = hash == golden.state_hash;
      different += equal ? 0 : 1;
      fmt::print("{} {}{}{} {}{}\n", golden.scenario, golden.trust_rule, golden.trust_rule.empty() ? "" : " ",
                 name_of(set), hash, equal ? "" : " DIFFERS: " + golden.state_hash);
    }
  }
  if (write) write_goldens(goldens);
  return different == 0 ? 0 : 1;
}
