#include "cli/compare_request.hpp"

#include <algorithm>
#include <cmath>

#include "cli/run_choices.hpp"
#include "models/rules.hpp"
#include "scenarios/words.hpp"
#include "study/compare/what_if.hpp"

namespace trust::cli {
namespace {

// A number above 0.
std::optional<double> positive(Arguments& arguments, const std::string& option) {
  const std::optional<std::string> word = arguments.text(option);
  if (!word) return std::nullopt;
  const std::optional<double> number = parse_number(*word);
  if (number && std::isfinite(*number) && *number > 0) return number;
  arguments.add_problem("--" + option, "'" + *word + "' cannot be used",
                        "a number above 0, in the measure's own unit, as in 0.001");
  return std::nullopt;
}

Measure measure_asked_for(Arguments& arguments) {
  const std::string name = arguments.text("measure").value_or(std::string(measure_row(Measure::trust).name));
  if (const std::optional<Measure> measure = find_measure(name)) return *measure;
  std::vector<std::string> names;
  for (const MeasureRow& row : measures()) names.emplace_back(row.name);
  arguments.add_problem("--measure", in_quotes(name) + " is not a measure", suggestion(name, names, 50));
  return Measure::trust;
}

std::vector<std::string> words_of_list(const std::string& list) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    words.emplace_back(trimmed(list.substr(begin, end - begin)));
    begin = end + 1;
  }
  return words;
}

std::vector<TrustRule> rules_asked_for(Arguments& arguments) {
  std::vector<TrustRule> rules;
  const std::optional<std::string> list = arguments.text("rules");
  if (!list) return rules;
  if (arguments.flag("rule")) arguments.add_problem("--rules", "cannot go with --rule", "one of the two");
  for (const std::string& name : *list == "all" ? trust_rule_names() : words_of_list(*list)) {
    const std::optional<TrustRule> rule = find_trust_rule(name);
    if (!rule) {
      arguments.add_problem("--rules", in_quotes(name) + " is not a rule of trust",
                            suggestion(name, trust_rule_names()) + "; or all");
    } else if (std::ranges::find(rules, *rule) != rules.end()) {
      arguments.add_problem("--rules", in_quotes(name) + " is given twice", "each rule once");
    } else {
      rules.push_back(*rule);
    }
  }
  return rules;
}

// The command, as far as it says what is compared.
std::string words_of(const Arguments& arguments) {
  std::string words = "trustsim compare " + arguments.positional(0);
  for (const std::string& word : arguments.all("what-if")) words += " --what-if " + word;
  for (const char* option :
       {"replicates", "until-half-width", "measure", "rules", "seed", "first-replicate", "days", "rule", "gossip"})
    if (const auto value = arguments.text(option)) words += std::string(" --") + option + " " + *value;
  for (const std::string& setting : arguments.all("set")) words += " --set " + setting;
  return words + (arguments.flag("uncertain") ? " --uncertain" : "");
}

void read_options(Arguments& arguments, CompareRequest& request) {
  request.options.until_half_width = positive(arguments, "until-half-width");
  if (arguments.flag("until-half-width") && arguments.flag("replicates"))
    arguments.add_problem("--until-half-width", "cannot go with --replicates", "one of the two");
  request.options.measure = measure_asked_for(arguments);
  request.options.uncertain = arguments.flag("uncertain");
  request.rules = rules_asked_for(arguments);
  request.store = arguments.text("out");
  request.words = words_of(arguments);
  request.all = arguments.flag("all");
  request.json = arguments.flag("json");
  request.quiet = arguments.flag("quiet");
  if (arguments.all("what-if").size() >= most_arms)
    arguments.add_problem("--what-if", "is given " + std::to_string(arguments.all("what-if").size()) + " times",
                          "at most " + std::to_string(most_arms - 1) + " in one go");
}

// Of a what-if that is a scenario of its own, what is wrong can be said without the baseline.
void load_baseline(const Arguments& arguments, const RunChoices& choices, CompareRequest& request) {
  std::vector<std::function<void()>> work = {
      [&] { request.baseline = load_with_choices(arguments.positional(0), choices); }};
  try {
    work.front()();
  } catch (const InputError&) {
    for (const std::string& word : arguments.all("what-if"))
      if (names_a_scenario(word)) work.emplace_back([&choices, word] { load_with_choices(word, choices); });
    all_or_every_mistake(work);
  }
}

void read_what_ifs(const Arguments& arguments, const RunChoices& choices, CompareRequest& request) {
  const auto load = [&](const std::filesystem::path& file) { return load_with_choices(file, choices); };
  std::vector<std::function<void()>> work;
  for (const std::string& word : arguments.all("what-if")) {
    work.emplace_back([&, word] {
      request.what_ifs.push_back(read_what_if(word, request.baseline, request.options.run.first_replicate, load));
    });
  }
  all_or_every_mistake(work);
}

}  // namespace

CompareRequest read_compare_request(Arguments& arguments) {
  const RunChoices choices = read_choices(arguments);
  CompareRequest request;
  read_options(arguments, request);
  all_or_every_mistake({[&] { arguments.check(); }, [&] { load_baseline(arguments, choices, request); }});
  request.options.run = options_with_choices(request.baseline, choices);
  read_what_ifs(arguments, choices, request);
  return request;
}

}  // namespace trust::cli
