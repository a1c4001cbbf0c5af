// trustsim branch: several plans that go on from one shared beginning.
#include "study/branch/branch.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/command.hpp"
#include "cli/compare_card.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "cli/text_table.hpp"
#include "study/branch/trunk_folder.hpp"
#include "study/compare/what_if.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"SCENARIO", "the scenario as it is (TOML)"}};
constexpr std::array options = {
    OptionRow{"at", "DAY", "the last day that all plans have in common"},
    OptionRow{"what-if", "PLAN", "a plan that parts later, as for compare; repeatable", true},
    OptionRow{"save", "DIR", "keeps the states of that day there"},
    OptionRow{"from", "DIR", "goes on from states kept there, not from day 0"},
    all_option,
    seed_option,
    replicates_option,
    first_replicate_option,
    days_option,
    threads_option,
    rule_option,
    gossip_option,
    set_in_all_option,
    json_option,
    quiet_option,
    help_option,
};

// What the words after the command ask for, with all files read and checked.
struct Request {
  CompareRequest compare;
  int day = 0;
  std::optional<TrunkReader> reader;
  std::optional<TrunkWriter> writer;
  std::string folder;  // of the writer, as it was given
};

void check_options(Arguments& arguments) {
  const bool from = arguments.text("from").has_value();
  const bool save = arguments.text("save").has_value();
  const std::size_t what_ifs = arguments.all("what-if").size();
  if (!from && !arguments.text("at")) arguments.add_problem("--at", "is missing", "a day; or --from DIR");
  if (from && save)
    arguments.add_problem("--save", "does not go with --from", "one of them: what was kept is there already");
  if (what_ifs == 0 && (from || !save))
    arguments.add_problem("--what-if", "is missing", "a plan, once or several times; or only --save DIR");
  if (what_ifs >= most_arms)
    arguments.add_problem("--what-if", fmt::format("is given {} times", what_ifs),
                          fmt::format("at most {} in one go", most_arms - 1));
}

// What was kept says how many replicates there are, from which on, and the day; whoever states them must agree.
void go_by_what_was_kept(const RunChoices& choices, Request& request) {
  const TrunkReader& reader = *request.reader;
  RunOptions& run = request.compare.options.run;
  if (!choices.replicates) run.replicates = reader.replicates();
  if (!choices.first_replicate) run.first_replicate = reader.first_replicate();
  const auto same_day = [&] {
    if (request.day == 0 || request.day == reader.day()) return;
    throw InputError({Problem{"command line", 0, "--at", fmt::format("{} is not the day that was kept", request.day),
                              fmt::format("{}, or without --at", reader.day())}});
  };
  all_or_every_mistake({same_day, [&] { reader.check(request.compare.baseline, run); }});
  request.day = reader.day();
}

void read_what_ifs(const Arguments& arguments, const RunChoices& choices, Request& request) {
  CompareRequest& compare = request.compare;
  const auto load = [&](const std::filesystem::path& file) { return load_with_choices(file, choices); };
  std::vector<std::function<void()>> work;
  for (const std::string& word : arguments.all("what-if")) {
    work.emplace_back([&, word] {
      compare.what_ifs.push_back(read_what_if(from_the_day_after(word, request.day), compare.baseline,
                                              compare.options.run.first_replicate, load));
    });
  }
  // Those that could be read tell how they differ, even where others could not.
  work.emplace_back([&] { check_branches(compare.baseline, compare.what_ifs, request.day); });
  all_or_every_mistake(work);
}

void read_request(Arguments& arguments, Request& request) {
  CompareRequest& compare = request.compare;
  const RunChoices choices = read_choices(arguments);
  request.day = static_cast<int>(arguments.whole("at", 1, Scenario::most_days).value_or(0));
  compare.all = arguments.flag("all");
  compare.json = arguments.flag("json");
  compare.quiet = arguments.flag("quiet");
  check_options(arguments);
  std::vector<std::function<void()>> work = {
      [&] { arguments.check(); }, [&] { compare.baseline = load_with_choices(arguments.positional(0), choices); }};
  if (const auto folder = arguments.text("from")) work.emplace_back([&, folder] { request.reader.emplace(*folder); });
  all_or_every_mistake(work);

  compare.options.run = options_with_choices(compare.baseline, choices);
  if (request.reader) go_by_what_was_kept(choices, request);
  read_what_ifs(arguments, choices, request);
  request.folder = arguments.text("save").value_or("");
  if (arguments.text("save")) request.writer.emplace(request.folder);
}

SharedDays shared_days(Request& request) {
  SharedDays shared{.days = request.day};
  if (request.reader) shared.recall = [&](BatchRecord& record) { request.reader->recall(record); };
  if (request.writer) shared.keep = [&](const BatchRecord& record) { request.writer->keep(record); };
  return shared;
}

std::string report(const Request& request, const CompareResult& result) {
  if (!request.compare.json) {
    return compare_card(request.compare, result, {}) +
           wrapped("", fmt::format("All plans part at the end of day {}. The days before {}.", request.day,
                                   request.reader ? "come from what was kept" : "were run once, for all of them"));
  }
  nlohmann::ordered_json json = {{"branch_day", request.day}};
  json.update(nlohmann::ordered_json::parse(compare_json(request.compare, result, {})));
  return json.dump(2) + "\n";
}

// With nothing to go on to, what is kept is all there is to do.
void run_to_the_day(const Request& request, const SharedDays& shared, RunControl& control) {
  const RunOptions& run = request.compare.options.run;
  Arms arms;
  arms.scenario = &request.compare.baseline;
  arms.plans = {&request.compare.baseline.plan};
  arms.days = request.day;
  arms.threads = run.threads;
  arms.shared = shared;
  run_arms(arms, {run.first_replicate, run.replicates}, control, [](const ArmBatch&) {});
}

int branch(Arguments& arguments) {
  Request request;
  read_request(arguments, request);
  CompareRequest& compared = request.compare;
  compared.options.shared = shared_days(request);

  RunControl control;
  const InterruptWatch watch(control);
  ProgressReporter progress(control, progress_style(compared.json || compared.quiet));
  std::optional<CompareResult> result;
  if (compared.what_ifs.empty())
    run_to_the_day(request, compared.options.shared, control);
  else
    result = compare(compared.baseline, compared.what_ifs, compared.options, control);
  if (request.writer) request.writer->finish(compared.baseline, compared.options.run, request.day);
  progress.finish();

  if (result) print(report(request, *result));
  if (request.writer && !compared.json) {
    print(fmt::format("The states of day {} are in {}\n", request.day, request.folder));
  }
  return exit_ok;
}

}  // namespace

const Command branch_command = {"branch",
                                "goes on from one day under several plans",
                                positionals,
                                options,
                                "trustsim branch baseline.toml --at 60 --what-if programme.toml --what-if reset",
                                branch};

}  // namespace trust::cli
