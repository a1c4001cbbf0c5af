#include "scenarios/loader.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "scenarios/content.hpp"
#include "scenarios/expand_plan.hpp"
#include "scenarios/generate_section.hpp"
#include "scenarios/generator_people.hpp"
#include "scenarios/import.hpp"
#include "scenarios/override_places.hpp"
#include "scenarios/plan_reader.hpp"
#include "scenarios/role_names.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/targets.hpp"
#include "scenarios/text_file.hpp"
#include "scenarios/toml_section.hpp"

namespace trust {

namespace {

std::int64_t seed_of(const toml::table& file) { return file["scenario"]["seed"].value_or(std::int64_t{1}); }

constexpr const char* accepted_text = "TOML 1.0 (docs/scenario-language.md shows every key)";

class Loader {
 public:
  explicit Loader(const LoaderInput& input) : input_(input), file_(input.file.string()) { scenario_.file = input.file; }

  LoadedScenario load() {
    problems_.open(file_);
    if (input_.text)
      scenario_.text = *input_.text;
    else if (auto text = read_text_file(scenario_.file, {}, problems_))
      scenario_.text = std::move(*text);
    problems_.throw_if_any();
    auto table = parse_toml(scenario_.text, file_, accepted_text, problems_);
    problems_.throw_if_any();
    const std::vector<std::string> places = apply_overrides(*table, input_.overrides, problems_);
    problems_.throw_if_any();
    read(*table);
    throw_if_any(places);
    add_digests(*table);
    return {std::move(scenario_), std::move(organisation_)};
  }

 private:
  void throw_if_any(const std::vector<std::string>& places) const {
    try {
      problems_.throw_if_any();
    } catch (const InputError& error) {
      if (input_.overrides.empty()) throw;
      throw named_by_overrides(error, file_, input_.overrides, places);
    }
  }

  void add_digests(const toml::table& table) {
    TextDigest digest;
    digest.add(scenario_.text);
    if (scenario_.imported) digest.add(std::to_string(organisation_.files_digest));
    for (const Override& change : input_.overrides) digest.add(change.key + " = " + to_text(change.value));
    scenario_.digest = digest.value();
    scenario_.content = content_digest(table, organisation_.files_digest);
  }

  void read(const toml::table& table) {
    Section root(table, "", file_, problems_);
    read_scenario(root);
    read_roles(root);
    DraftPlan draft = read_plan(root, scenario_.days);
    if (input_.organisation && root.table("organisation"))
      organisation_ = *input_.organisation;
    else
      read_organisation(root);
    root.finish();
    scenario_.notes = organisation_.notes;
    scenario_.generator = organisation_.generator;
    if (const Organisation& organisation = *organisation_.organisation; !organisation.people.empty()) {
      resolve_targets(draft, organisation, problems_, scenario_.notes);
      expand_interventions(draft, organisation, problems_, scenario_.notes);
    }
    scenario_.interventions = draft.interventions.size();
    scenario_.plan = std::move(draft.plan);
    if (!scenario_.generator) scenario_.imported = organisation_.organisation;
  }

  void read_scenario(Section& root) {
    const toml::table* table = root.table("scenario");
    if (!table) {
      if (!root.has("scenario")) root.missing("scenario", "[scenario] with a name and a story");
      return;
    }
    Section section = root.below("scenario", *table);
    const auto needed = [&section](const char* key) {
      if (!section.has(key)) section.missing(key, "text in quotes");
      return section.text(key).value_or("");
    };
    scenario_.name = needed("name");
    scenario_.story = needed("story");
    const auto count = [&section](const char* key, auto& value, std::int64_t low, std::int64_t high) {
      using Count = std::remove_reference_t<decltype(value)>;
      value = static_cast<Count>(section.integer(key, low, high).value_or(static_cast<std::int64_t>(value)));
    };
    count("days", scenario_.days, 1, Scenario::most_days);
    count("replicates", scenario_.replicates, 1, Scenario::most_replicates);
    count("seed", scenario_.seed, 0, static_cast<std::int64_t>(Scenario::largest_seed));
    count("replicates_per_organisation", scenario_.replicates_per_organisation, 1, Scenario::most_replicates);
    count("steps_per_day", scenario_.steps_per_day, 1, Scenario::most_steps_per_day);
    if (const auto rule = section.choice("trust_rule", trust_rule_names()))
      scenario_.rules.trust = static_cast<TrustRule>(*rule);
    if (const auto rule = section.choice("gossip", gossip_rule_names()))
      scenario_.rules.gossip = static_cast<GossipRule>(*rule);
    read_baseline(section);
    section.finish();
  }

  /// What it says is no concern of this scenario: only that it is there.
  void read_baseline(Section& section) {
    const auto file = section.text("baseline");
    if (!file) return;
    scenario_.baseline = scenario_.file.parent_path() / *file;
    read_text_file(scenario_.baseline, section.asked_by("baseline"), problems_);
  }

  void read_roles(Section& root) {
    scenario_.roles = standard_roles();
    int number = 0;
    for (const toml::table* table : root.tables("role")) {
      Section section = root.below(fmt::format("role[{}]", ++number), *table);
      Role role = read_role(section);
      if (role.name.empty()) continue;
      if (find_role(scenario_.roles, role.name))
        section.report("name", "there is a role " + in_quotes(role.name) + " already",
                       "a new name; [levers.role.NAME] changes what a role does");
      else
        scenario_.roles.push_back(std::move(role));
    }
  }

  void read_organisation(Section& root) {
    const toml::table* table = root.table("organisation");
    if (table) {
      Section section = root.below("organisation", *table);
      Organisation organisation = section.has("generate") ? read_generated(section) : read_imported(section);
      organisation_.organisation = std::make_shared<const Organisation>(std::move(organisation));
    } else if (!root.has("organisation")) {
      root.missing("organisation", "[organisation] with generate = { ... } or ties = \"...\"");
    }
  }

  Organisation read_imported(Section& section) {
    const ImportSpec spec = read_import_spec(section, scenario_.file.parent_path(), scenario_.roles);
    section.any("generate");
    section.finish();
    TextDigest files;
    Organisation imported = import_organisation(spec, scenario_.roles, files, problems_, organisation_.notes);
    organisation_.files_digest = files.value();
    return imported;
  }

  /// The seats and teams (without ties) that every generated one has.
  Organisation read_generated(Section& section) {
    const std::size_t problems_before = problems_.count();
    const toml::table* table = section.table("generate");
    const Places places = read_places(section);
    section.finish();  // nothing else goes with it
    if (!table) return {};
    Section generate = section.below("generate", *table);
    organisation_.generator = read_generator_spec(generate, scenario_.roles);
    organisation_.generator->places = places;
    if (problems_.count() > problems_before) return {};
    Organisation seats = seats_of(*organisation_.generator, scenario_.roles, generate);
    draw_open_seats(seats, organisation_.generator->open_seats, key_of_seed(scenario_.seed), 0);
    return seats;
  }

  const LoaderInput& input_;
  std::string file_;
  Problems problems_;
  Scenario scenario_;
  LoadedOrganisation organisation_;
};

}  // namespace

bool same_organisation(const std::string& one, const std::string& other) {
  try {
    const toml::table ones = toml::parse(one), others = toml::parse(other);
    const auto same = [&](const char* section) {
      const toml::node *a = ones.get(section), *b = others.get(section);
      if (!a || !b) return !a && !b;
      const auto* tables = a->as_table();
      return tables ? b->is_table() && *tables == *b->as_table()
                    : a->is_array() && b->is_array() && *a->as_array() == *b->as_array();
    };
    // An open seat is drawn by the seed; whom a title stands for goes by the roles.
    return same("organisation") && same("role") && seed_of(ones) == seed_of(others);
  } catch (const toml::parse_error&) {
    return false;
  }
}

Scenario load_scenario_text(const std::filesystem::path& file, const std::string& text) {
  return load_with({file, &text, {}, nullptr}).scenario;
}

LoadedScenario load_with(const LoaderInput& input) { return Loader(input).load(); }

Scenario load_scenario(const std::filesystem::path& file) { return load_with({file, nullptr, {}, nullptr}).scenario; }

}  // namespace trust
