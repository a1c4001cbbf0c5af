#include "viz/app/program.hpp"

#include <cstdio>

#include "viz/app/options.hpp"
#include "viz/app/scenario_files.hpp"
#include "viz/app/tasks.hpp"

namespace trust::viz {
namespace {

Scenario read_scenario(const Options& options, const char* program) {
  const auto file = options.scenario.empty() ? shipped_scenario(program) : options.scenario;
  if (file.empty()) {
    throw InputError({{"command line", 0, "SCENARIO", "no scenario is given, and none that ships was found nearby",
                       "a scenario file, as in: trustsim-viewer scenarios/start/first-90-days.toml"}});
  }
  Scenario scenario = load_scenario(file);
  if (options.seed) scenario.seed = *options.seed;
  return scenario;
}

void print_line(const std::string& line) { std::printf("%s\n", line.c_str()); }

// Whether it went well.
bool perform(const Options& options, const char* program) {
  switch (options.task) {
    case Task::help:
      print_line(help_text());
      break;
    case Task::version:
      print_line("trustsim-viewer " TRUSTSIM_VERSION);
      break;
    case Task::hash:
      print_line(run_for_hash(options, read_scenario(options, program)));
      break;
    case Task::picture:
      print_line(save_picture(options, read_scenario(options, program)));
      break;
    case Task::self_test:
      return run_self_test(read_scenario(options, program));
    case Task::window:
      show_window(options, read_scenario(options, program));
      break;
  }
  return true;
}

}  // namespace

int run_program(int count, const char* const* words) {
  try {
    return perform(read_options(count, words), words[0]) ? exit_ok : exit_failure;
  } catch (const InputError& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return exit_bad_input;
  } catch (const PlatformError& error) {
    std::fprintf(stderr, "trustsim-viewer: %s\n", error.what());
    return exit_failure;
  }
}

}  // namespace trust::viz
