#include "scenarios/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "models/world.hpp"
#include "scenarios/csv.hpp"
#include "scenarios/generator_purposes.hpp"
#include "scenarios/graphml.hpp"
#include "scenarios/people_reader.hpp"
#include "scenarios/people_roles.hpp"
#include "scenarios/reporting_lines.hpp"
#include "scenarios/teams.hpp"
#include "scenarios/tie_reader.hpp"
#include "scenarios/tie_weights.hpp"
#include "scenarios/words.hpp"
#include "sim/lane_hash.hpp"

namespace trust {

namespace {

/// A file that may hold people, ties or both.
class DataFile {
 public:
  /// Reads `name`; a mistake with the file itself leaves no tables.
  DataFile(const std::string& name, std::string_view key, const ImportSpec& spec, TextDigest& digest,
           Problems& problems)
      : is_graph_(is_graphml(name)), separator_(spec.separator), problems_(problems) {
    const std::filesystem::path path = spec.folder / name;
    file_ = path.lexically_normal().string();
    auto text = read_text_file(path.lexically_normal(), spec.at(key), problems);
    if (!text) return;
    digest.add(*text);
    if (!is_graph_) {
      csv_ = std::move(text);
      return;
    }
    graph_ = std::make_unique<GraphmlFile>(file_, std::move(*text), spec.column("id").heading, problems);
    if (!graph_->sound()) graph_.reset();
  }

  /// Whether it is of a kind that has people and ties both; null tables if it could not be read.
  bool is_graph() const { return is_graph_; }
  std::unique_ptr<Table> people() { return graph_ ? graph_->nodes() : csv(); }
  std::unique_ptr<Table> ties() { return graph_ ? graph_->edges() : csv(); }

 private:
  static bool is_graphml(const std::string& name) {
    const std::string extension = lower_case(std::filesystem::path(name).extension().string());
    return extension == ".graphml" || extension == ".xml";
  }

  std::unique_ptr<Table> csv() {
    if (!csv_) return nullptr;
    return std::make_unique<CsvReader>(file_, std::move(*csv_), problems_, separator_);
  }

  bool is_graph_;
  char separator_;
  Problems& problems_;
  std::string file_;
  std::unique_ptr<GraphmlFile> graph_;
  std::optional<std::string> csv_;
};

/// A point of the square that hangs on nothing but the id: no edit of the file moves anybody else's.
std::pair<float, float> style_of_id(std::string_view id) {
  const CipherKey key = key_of_seed(0);
  const std::uint64_t name = hash_of(id);
  const auto at = [&](std::uint32_t axis) {
    const DrawAddress address = generator_address(GeneratorPurpose::style, static_cast<std::uint32_t>(name), axis);
    return static_cast<float>(uniform(key, address, static_cast<std::uint32_t>(name >> 32)));
  };
  return {at(0), at(1)};
}

class Import {
 public:
  Import(const ImportSpec& spec, const std::vector<Role>& roles, TextDigest& digest, Problems& problems,
         std::vector<std::string>& notes)
      : spec_(spec), problems_(problems), notes_(notes), digest_(digest) {
    organisation_.roles = roles;
  }

  Organisation run() {
    read_files();
    if (people_.rows.empty()) return {};
    lines_ = read_reporting_lines(people_, ties_, spec_, problems_, notes_);
    make_people();
    note_character();
    make_teams();
    make_ties();
    give_places(spec_.places, organisation_);
    if (!people_.sound) return {};  // who is missing may be whom the plan names
    return std::move(organisation_);
  }

 private:
  void read_files() {
    std::optional<DataFile> people_file, ties_file;
    if (spec_.people) people_file.emplace(*spec_.people, "people", spec_, digest_, problems_);
    if (spec_.ties) ties_file.emplace(*spec_.ties, "ties", spec_, digest_, problems_);
    const bool nodes_are_people = !people_file && ties_file && ties_file->is_graph();
    const bool known = people_file || nodes_are_people;
    if (known) {
      const auto table = people_file ? people_file->people() : ties_file->people();
      people_.sound = false;
      if (table) people_ = read_people(*table, spec_, problems_);
    } else if (ties_file) {
      refuse_people_columns();
    }
    const auto table = ties_file ? ties_file->ties() : nullptr;
    if (table) ties_ = read_ties(*table, spec_, people_, known, problems_);
    settle_ties(ties_, spec_, people_, problems_);
    if (!known && !people_.rows.empty())
      notes_.push_back(fmt::format("No file of people: the {} ids in the ties are the people.", people_.rows.size()));
  }

  void refuse_people_columns() {
    for (const std::string_view meaning : people_columns) {
      if (!spec_.columns.contains(meaning)) continue;
      Problem problem = spec_.at("columns." + std::string(meaning));
      problem.what = "there is no file of people that has such a column";
      problem.accepted = "people = \"people.csv\" with it";
      problems_.add(std::move(problem));
    }
  }

  void make_people() {
    const std::vector<std::uint16_t> levels = levels_below_top(lines_, people_, problems_);
    const std::vector<std::uint32_t> roles =
        assign_roles(people_, lines_.manages(), spec_, organisation_.roles, notes_);
    FunctionNames functions(organisation_);
    for (Seat seat = 0; seat < people_.rows.size(); ++seat) {
      const PersonRow& row = people_.rows[seat];
      Person person;
      person.id = row.id;
      person.role = roles[seat];
      person.function =
          functions.index_of(row.function.empty() ? organisation_.roles[roles[seat]].function : row.function);
      person.manager = lines_.manager[seat];
      person.level = levels[seat];
      person.tenure_years = static_cast<float>(row.tenure_years.value_or(spec_.default_tenure_years));
      person.skill = static_cast<float>(row.skill.value_or(spec_.default_skill));
      person.location = row.location;
      set_character(row, person);
      organisation_.people.push_back(std::move(person));
    }
  }

  /// Whoever no file describes is in the middle, but for the style: people who are all alike are the rarer thing.
  void set_character(const PersonRow& row, Person& person) {
    const auto keep = [](float& value, const std::optional<double>& stated) {
      if (stated) value = static_cast<float>(*stated);
    };
    keep(person.acumen, row.acumen);
    keep(person.self_awareness, row.self_awareness);
    keep(person.propensity, row.propensity);
    if (spec_.styles == MissingStyles::drawn && !(row.style_x && row.style_y)) {
      std::tie(person.style_x, person.style_y) = style_of_id(row.id);
      ++styles_drawn_;
    }
    keep(person.style_x, row.style_x);
    keep(person.style_y, row.style_y);
    person.open = row.open;
  }

  void note_character() {
    if (styles_drawn_ > 0)
      notes_.push_back(fmt::format(
          "{} no style in the files: each got one that their id fixes (styles = \"alike\": the middle for all).",
          people_who(styles_drawn_, "has", "have")));
  }

  void make_teams() {
    assign_teams(organisation_, people_, lines_, notes_);
    if (!lines_.stated) {
      infer_reporting_lines(lines_, organisation_, notes_);
      const std::vector<std::uint16_t> levels = levels_below_top(lines_, people_, problems_);
      for (Seat seat = 0; seat < organisation_.seats(); ++seat) {
        organisation_.people[seat].manager = lines_.manager[seat];
        organisation_.people[seat].level = levels[seat];
      }
    }
    describe_teams(organisation_);
  }

  void make_ties() {
    const std::vector<float> trust = trust_of_weights(ties_, spec_, problems_, notes_);
    for (std::size_t i = 0; i < trust.size(); ++i)
      organisation_.ties.push_back({ties_.ties[i].source, ties_.ties[i].target, trust[i]});
    if (ties_.self_ties > 0)
      notes_.push_back(fmt::format("{} ties of people to themselves were dropped.", ties_.self_ties));
    if (ties_.below_minimum > 0)
      notes_.push_back(fmt::format("{} ties below the minimum weight were dropped.", ties_.below_minimum));
    if (spec_.reporting_ties) add_ties(reporting_ties(), "between managers and those who report to them");
    if (spec_.team_ties) add_team_ties();
    check_ties();
  }

  std::vector<Tie> reporting_ties() const {
    const auto trust = static_cast<float>(spec_.added_trust);
    std::vector<Tie> added;
    for (Seat seat = 0; seat < organisation_.seats(); ++seat) {
      const Seat manager = organisation_.people[seat].manager;
      if (manager == no_seat) continue;
      added.push_back({seat, manager, trust});
      added.push_back({manager, seat, trust});
    }
    return added;
  }

  void add_team_ties() {
    const auto trust = static_cast<float>(spec_.added_trust);
    std::vector<std::vector<Seat>> members(organisation_.teams.size());
    for (Seat seat = 0; seat < organisation_.seats(); ++seat) members[organisation_.people[seat].team].push_back(seat);
    std::uint64_t pairs = 0;
    for (const auto& team : members) pairs += std::uint64_t{team.size()} * (team.size() - (team.empty() ? 0 : 1));
    if (pairs > most_ties) {
      Problem problem = spec_.at("team_ties");
      problem.what = fmt::format("would add {} ties: the teams are too large", pairs);
      problem.accepted = fmt::format("at most {} ties", most_ties);
      return problems_.add(std::move(problem));
    }
    std::vector<Tie> added;
    added.reserve(pairs);
    for (const auto& team : members)
      for (const Seat source : team)
        for (const Seat target : team)
          if (source != target) added.push_back({source, target, trust});
    add_ties(added, "within teams");
  }

  /// Adds those that are not there yet.
  void add_ties(const std::vector<Tie>& added, const char* what) {
    std::vector<Tie>& ties = organisation_.ties;
    const std::size_t before = ties.size();
    ties.insert(ties.end(), added.begin(), added.end());
    std::stable_sort(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) {
      return std::tie(a.target, a.source) < std::tie(b.target, b.source);
    });
    const auto repeats = std::unique(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) {
      return a.target == b.target && a.source == b.source;
    });
    ties.erase(repeats, ties.end());
    notes_.push_back(fmt::format("{} ties {} were added, at trust {}.", ties.size() - before, what, spec_.added_trust));
  }

  /// What a run cannot take, said here where files and ids are known.
  void check_ties() {
    constexpr std::size_t most_received = World::most_ties_received;
    const std::vector<Tie>& ties = organisation_.ties;
    for (std::size_t i = 0, end; i < ties.size(); i = end) {
      for (end = i; end < ties.size() && ties[end].target == ties[i].target;) ++end;
      if (end - i > most_received)
        problems_.add({ties_.file.empty() ? spec_.file : ties_.file, 0, "",
                       fmt::format("{} ties lead to {}", end - i, in_quotes(people_.rows[ties[i].target].id)),
                       fmt::format("at most {} to one person", most_received)});
    }
    std::vector<std::size_t> given(organisation_.seats());
    for (const Tie& tie : ties) ++given[tie.source];
    for (Seat seat = 0; seat < organisation_.seats(); ++seat) {
      if (given[seat] > World::most_ties_given)
        problems_.add({ties_.file.empty() ? spec_.file : ties_.file, 0, "",
                       fmt::format("{} ties come from {}", given[seat], in_quotes(people_.rows[seat].id)),
                       fmt::format("at most {} from one person", World::most_ties_given)});
    }
    if (ties.empty() && !problems_.any()) {
      Problem problem = spec_.at("ties");
      problem.what = "no tie is left";
      problem.accepted = "at least one tie between two people";
      problems_.add(std::move(problem));
    }
  }

  const ImportSpec& spec_;
  Problems& problems_;
  std::vector<std::string>& notes_;
  TextDigest& digest_;
  PeopleList people_;
  TieList ties_;
  ReportingLines lines_;
  Organisation organisation_;
  std::size_t styles_drawn_ = 0;
};

}  // namespace

Organisation import_organisation(const ImportSpec& spec, const std::vector<Role>& roles, TextDigest& digest,
                                 Problems& problems, std::vector<std::string>& notes) {
  return Import(spec, roles, digest, problems, notes).run();
}

}  // namespace trust
