// trustsim branch: several plans that go on from one shared beginning.
#include "study/branch/branch.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/command.hpp"
#include "cli/compare_report.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "study/branch/trunk_folder.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"SCENARIO", "the scenario as it is (TOML)"}};
constexpr std::array options = {
    OptionRow{"at", "DAY", "the last day that all have in common; with --from the day that was saved"},
    OptionRow{"what-if", "SCENARIO", "the same until that day, another plan after it (TOML); may be repeated", true},
    OptionRow{"save", "DIR", "keeps the states of that day there"},
    OptionRow{"from", "DIR", "goes on from states that were kept, in place of running to that day"},
    seed_option,
    replicates_option,
    first_replicate_option,
    days_option,
    threads_option,
    rule_option,
    gossip_option,
    OptionRow{"set", "LEVER=VALUE", "sets a lever for everyone in all; may be repeated", true},
    json_option,
    quiet_option,
    help_option,
};

// What the words after the command ask for, with all files read and checked.
struct Request {
  Scenario baseline;
  std::vector<Scenario> what_ifs;
  RunOptions run;
  int day = 0;
  std::optional<TrunkReader> reader;
  std::optional<TrunkWriter> writer;
};

void check_options(Arguments& arguments) {
  const bool from = arguments.text("from").has_value();
  if (!from && !arguments.text("at")) arguments.add_problem("--at", "is missing", "a day; or --from DIR");
  if (from && arguments.text("save"))
    arguments.add_problem("--save", "does not go with --from", "one of them: what was kept is there already");
  if (arguments.all("what-if").empty() && (from || !arguments.text("save")))
    arguments.add_problem("--what-if", "is missing", "a scenario, once or several times; or only --save DIR");
  arguments.check();
}

// What was kept says how many replicates there are, from which on, and the day; whoever states them must agree.
void go_by_what_was_kept(const RunChoices& choices, std::optional<std::uint64_t> at, Request& request) {
  const TrunkReader& reader = *request.reader;
  if (!choices.replicates) request.run.replicates = reader.replicates();
  if (!choices.first_replicate) request.run.first_replicate = reader.first_replicate();
  request.day = reader.day();
  all_or_every_mistake({[&] {
                          if (!at || *at == static_cast<std::uint64_t>(request.day)) return;
                          throw InputError(
                              {Problem{"command line", 0, "--at", fmt::format("{} is not the day that was kept", *at),
                                       fmt::format("{}, or without --at", request.day)}});
                        },
                        [&] { reader.check(request.baseline, request.run); }});
}

void read_request(Arguments& arguments, Request& request) {
  RunChoices choices = read_choices(arguments);
  const auto at = arguments.whole("at", 1, Scenario::most_days);
  std::vector<std::function<void()>> work = {
      [&] { check_options(arguments); },
      [&] { request.baseline = load_with_choices(arguments.positional(0), choices); }};
  if (const auto folder = arguments.text("from")) work.emplace_back([&, folder] { request.reader.emplace(*folder); });
  for (const std::string& file : arguments.all("what-if"))
    work.emplace_back([&, file] { request.what_ifs.push_back(load_with_choices(file, choices)); });
  all_or_every_mistake(work);

  request.run = options_with_choices(request.baseline, choices);
  request.day = static_cast<int>(at.value_or(0));
  if (request.reader) go_by_what_was_kept(choices, at, request);
  check_branches(request.baseline, request.what_ifs, request.run, request.day);
  if (const auto folder = arguments.text("save")) request.writer.emplace(*folder);
}

SharedDays shared_days(Request& request) {
  SharedDays shared{.days = request.day};
  if (request.reader) shared.recall = [&](BatchRecord& record) { request.reader->recall(record); };
  if (request.writer) shared.keep = [&](const BatchRecord& record) { request.writer->keep(record); };
  return shared;
}

std::string report(const Request& request, const std::vector<CompareResult>& results, bool json) {
  if (!json) {
    std::string text;
    for (std::size_t w = 0; w < results.size(); ++w) {
      if (w > 0) text += "\n";
      text += compare_table(request.baseline, request.what_ifs[w], request.run, results[w]);
    }
    return text;
  }
  auto cards = nlohmann::ordered_json::array();
  for (std::size_t w = 0; w < results.size(); ++w) {
    cards.push_back(
        nlohmann::ordered_json::parse(compare_json(request.baseline, request.what_ifs[w], request.run, results[w])));
  }
  return nlohmann::ordered_json{{"branch_day", request.day}, {"branches", cards}}.dump(2) + "\n";
}

int branch(Arguments& arguments) {
  Request request;
  read_request(arguments, request);
  // With nothing to go on to, what is kept is all there is to do.
  if (request.what_ifs.empty()) request.run.days = request.day;

  RunControl control;
  const InterruptWatch watch(control);
  const bool json = arguments.flag("json");
  ProgressReporter progress(control, progress_style(json || arguments.flag("quiet")));
  const auto results = compare_branches(request.baseline, request.what_ifs, request.run, shared_days(request), control);
  if (request.writer) request.writer->finish(request.baseline, request.run, request.day);
  progress.finish();
  if (!results.empty()) print(report(request, results, json));
  if (request.writer && !json) {
    print(fmt::format("The states of day {} are in {}\n", request.day, request.writer->folder().string()));
  }
  return exit_ok;
}

}  // namespace

const Command branch_command = {"branch",
                                "goes on from one day under several plans",
                                positionals,
                                options,
                                "trustsim branch baseline.toml --at 60 --what-if programme.toml --what-if reset.toml",
                                branch};

}  // namespace trust::cli
