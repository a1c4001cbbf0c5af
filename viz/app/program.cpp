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

void perform(const Options& options, const char* program) {
  switch (options.task) {
    case Task::help:
      return print_line(help_text());
    case Task::version:
      return print_line("trustsim-viewer " TRUSTSIM_VERSION);
    case Task::hash:
      return print_line(run_for_hash(options, read_scenario(options, program)));
    case Task::picture:
      return print_line(save_picture(options, read_scenario(options, program)));
    case Task::window:
      return show_window(options, read_scenario(options, program));
  }
}

}  // namespace

int run_program(int count, const char* const* words) {
  try {
    perform(read_options(count, words), words[0]);
    return exit_ok;
  } catch (const InputError& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return exit_bad_input;
  } catch (const PlatformError& error) {
    std::fprintf(stderr, "trustsim-viewer: %s\n", error.what());
    return exit_failure;
  }
}

}  // namespace trust::viz
