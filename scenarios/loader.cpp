#include <fmt/format.h>
#include <toml++/toml.h>

#include "scenarios/expand_plan.hpp"
#include "scenarios/generate_section.hpp"
#include "scenarios/generator_people.hpp"
#include "scenarios/import.hpp"
#include "scenarios/plan_reader.hpp"
#include "scenarios/role_names.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/targets.hpp"
#include "scenarios/text_file.hpp"
#include "scenarios/toml_section.hpp"

namespace trust {

namespace {

std::optional<toml::table> parse(const std::string& text, const std::string& file, Problems& problems) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    problems.add({file, static_cast<int>(error.source().begin.line), "", std::string(error.description()),
                  "TOML 1.0 (docs/scenario-language.md shows every key)"});
    return std::nullopt;
  }
}

class Loader {
 public:
  explicit Loader(const std::filesystem::path& file) : file_(file.string()) { scenario_.file = file; }

  Scenario load() {
    problems_.open(file_);
    auto text = read_text_file(scenario_.file, {}, problems_);
    problems_.throw_if_any();
    scenario_.text = std::move(*text);
    digest_.add(scenario_.text);
    const auto table = parse(scenario_.text, file_, problems_);
    problems_.throw_if_any();
    read(*table);
    problems_.throw_if_any();
    scenario_.digest = digest_.value();
    return std::move(scenario_);
  }

 private:
  void read(const toml::table& table) {
    Section root(table, "", file_, problems_);
    read_scenario(root);
    read_roles(root);
    DraftPlan draft = read_plan(root, scenario_.days);
    Organisation organisation = read_organisation(root);
    root.finish();
    if (!organisation.people.empty()) {
      resolve_targets(draft, organisation, problems_, scenario_.notes);
      expand_interventions(draft, organisation, problems_, scenario_.notes);
    }
    scenario_.interventions = draft.interventions.size();
    scenario_.plan = std::move(draft.plan);
    if (!scenario_.generator) scenario_.imported = std::make_shared<const Organisation>(std::move(organisation));
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
    section.finish();
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

  /// The imported organisation, or the seats and teams (without ties) that every generated one has.
  Organisation read_organisation(Section& root) {
    const toml::table* table = root.table("organisation");
    if (!table) {
      if (!root.has("organisation"))
        root.missing("organisation", "[organisation] with generate = { ... } or ties = \"...\"");
      return {};
    }
    Section section = root.below("organisation", *table);
    if (section.has("generate")) return read_generated(section);
    const ImportSpec spec = read_import_spec(section, scenario_.file.parent_path(), scenario_.roles);
    section.any("generate");
    section.finish();
    return import_organisation(spec, scenario_.roles, digest_, problems_, scenario_.notes);
  }

  Organisation read_generated(Section& section) {
    const std::size_t problems_before = problems_.count();
    const toml::table* table = section.table("generate");
    const Places places = read_places(section);
    section.finish();  // nothing else goes with it
    if (!table) return {};
    Section generate = section.below("generate", *table);
    scenario_.generator = read_generator_spec(generate, scenario_.roles);
    scenario_.generator->places = places;
    if (problems_.count() > problems_before) return {};
    Organisation seats = seats_of(*scenario_.generator, scenario_.roles, generate);
    draw_open_seats(seats, scenario_.generator->open_seats, key_of_seed(scenario_.seed), 0);
    return seats;
  }

  std::string file_;
  Problems problems_;
  TextDigest digest_;
  Scenario scenario_;
};

}  // namespace

Scenario load_scenario(const std::filesystem::path& file) { return Loader(file).load(); }

}  // namespace trust
