// trustsim compare: what plans change, against a baseline with the same luck.
#include <array>
#include <optional>

#include "cli/command.hpp"
#include "cli/compare_card.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "study/compare/recording.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"BASELINE", "the scenario as it is (TOML)"}};
constexpr std::array options = {
    OptionRow{"what-if", "PLAN",
              "a scenario of the same organisation, a TOML file with levers and interventions to add, or "
              "KIND[:option=value,...] of an intervention; may be repeated",
              true, true},
    replicates_option,
    OptionRow{"until-half-width", "X", "as many replicates as it takes for an interval of X to each side"},
    OptionRow{"measure", "NAME", "the measure of that interval and of the first line (trust)"},
    OptionRow{"uncertain", "", "draws the parameters from what is believed of them, too"},
    OptionRow{"rules", "A,B,...", "the headlines under each of these rules of trust, or under all"},
    OptionRow{"out", "STORE", "keeps the runs in this store of results (SQLite), made where it is not there"},
    all_option,
    seed_option,
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

// The store that the runs go to, if any.
class Keeping {
 public:
  explicit Keeping(const CompareRequest& request) {
    if (request.store) store_.emplace(Store::open(*request.store));
  }

  WitnessMaker witness(const CompareRequest& request) {
    if (!store_) return {};
    return [this, &request](ReplicateBlock block) {
      recorder_.emplace(*store_, request.words, request.baseline, request.what_ifs, request.options, block);
      return [this](const ArmBatch& batch) { recorder_->take(batch); };
    };
  }

 private:
  std::optional<Store> store_;
  std::optional<ComparisonRecorder> recorder_;
};

CompareResult compare_under(CompareRequest& request, TrustRule rule, RunControl& control, Keeping& keeping) {
  request.baseline.rules.trust = rule;
  return compare(request.baseline, request.what_ifs, request.options, control, keeping.witness(request));
}

// Under every other rule with the replicates that the first one came to.
ResultsByRule compare_by_rule(CompareRequest request, const CompareResult& first, RunControl& control,
                              Keeping& keeping) {
  ResultsByRule results = {{request.rules.front(), first}};
  request.options.until_half_width.reset();
  request.options.run.first_replicate = first.replicates.first;
  request.options.run.replicates = first.replicates.count;
  for (std::size_t r = 1; r < request.rules.size(); ++r)
    results.emplace_back(request.rules[r], compare_under(request, request.rules[r], control, keeping));
  return results;
}

void say(const CompareRequest& request, const CompareResult& result, const ResultsByRule& by_rule) {
  print(request.json ? compare_json(request, result, by_rule) : compare_card(request, result, by_rule));
  if (request.store && !request.json) print("Runs in " + *request.store + "\n");
}

int run_and_say(CompareRequest& request) {
  Keeping keeping(request);
  RunControl control;
  const InterruptWatch watch(control);
  ProgressReporter progress(control, progress_style(request.json || request.quiet));
  const TrustRule rule = request.rules.empty() ? request.baseline.rules.trust : request.rules.front();
  const CompareResult result = compare_under(request, rule, control, keeping);
  const ResultsByRule by_rule =
      request.rules.size() > 1 ? compare_by_rule(request, result, control, keeping) : ResultsByRule{};
  progress.finish();
  say(request, result, by_rule);
  return exit_ok;
}

int compare_plans(Arguments& arguments) {
  CompareRequest request = read_compare_request(arguments);
  try {
    return run_and_say(request);
  } catch (const Interrupted& stopped) {
    if (!request.store) throw;
    print_error(std::string("trustsim: ") + stopped.what() + "; the runs that were finished are in " + *request.store +
                ", and the same command adds the others\n");
    return interrupted_exit_code();
  }
}

}  // namespace

const Command compare_command = {"compare",
                                 "says what plans change: a baseline, what-ifs, the same luck",
                                 positionals,
                                 options,
                                 "trustsim compare baseline.toml --what-if recognition_programme:strength=0.5",
                                 compare_plans};

}  // namespace trust::cli
