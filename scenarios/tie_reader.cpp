#include "scenarios/tie_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "scenarios/words.hpp"

namespace trust {

namespace {

/// The different words of a column with how often each occurs; more than a listing could show are not kept.
class WordCount {
 public:
  void add(std::string_view word) {
    if (const auto found = counts_.find(word); found != counts_.end())
      ++found->second;
    else if (counts_.size() < most_kept)
      counts_.emplace(word, 1);
  }
  bool has(std::string_view word) const { return counts_.contains(word); }
  std::size_t size() const { return counts_.size(); }
  std::vector<std::string> words() const {
    std::vector<std::string> words;
    for (const auto& [word, count] : counts_) words.push_back(word.empty() ? "\"\"" : word);
    std::sort(words.begin(), words.end(), natural_less);
    return words;
  }

 private:
  static constexpr std::size_t most_kept = 1000;
  std::map<std::string, std::size_t, std::less<>> counts_;
};

class TieReader {
 public:
  TieReader(Table& table, const ImportSpec& spec, PeopleList& people, bool people_are_known, Problems& problems)
      : table_(table), spec_(spec), people_(people), people_are_known_(people_are_known), problems_(problems) {}

  TieList read() {
    find_columns();
    Row row;
    while (table_.next(row)) {
      any_row_ = true;
      if (source_ && target_) read_row(row);
      if (list_.ties.size() > most_ties) {
        table_.report(row.line, "", fmt::format("more than {} ties", most_ties), "a smaller organisation");
        break;
      }
    }
    check_choices();
    if (!people_are_known_) put_people_in_order();
    return std::move(list_);
  }

 private:
  void find_columns() {
    list_.file = table_.file();
    source_ = find_column(table_, spec_.column("source", true));
    target_ = find_column(table_, spec_.column("target", true));
    weight_ = find_column(table_, spec_.column("weight"));
    layer_ = find_column(table_, spec_.column("layer", spec_.layer || spec_.manager_layer));
    time_ = find_column(table_, spec_.column("time", spec_.time.has_value()));
    list_.weighted = weight_.has_value();
  }

  void read_row(const Row& row) {
    const Seat source = seat_of(row, *source_);
    const Seat target = seat_of(row, *target_);
    const std::string_view layer = layer_ ? row.cells[*layer_] : std::string_view{};
    const bool reports = spec_.manager_layer && layer == *spec_.manager_layer;
    if (layer_) layers_.add(layer);
    if (layer_ && !reports) tie_layers_.add(layer);
    if (spec_.time && time_) times_.add(row.cells[*time_]);
    if (spec_.time && time_ && row.cells[*time_] != *spec_.time) return;
    const bool of_layer = spec_.layer ? layer == *spec_.layer : !reports;
    if (!of_layer && !reports) return;
    const std::optional<double> weight = weight_of(row);
    if (source == no_seat || target == no_seat || !weight) return;
    if (reports) list_.reporting.push_back({source, target, row.line});
    if (of_layer) add_tie({source, target, *weight, row.line});
  }

  void add_tie(const RawTie& tie) {
    if (tie.source == tie.target)
      ++list_.self_ties;
    else if (spec_.minimum_weight && tie.weight < *spec_.minimum_weight)
      ++list_.below_minimum;
    else
      list_.ties.push_back(tie);
  }

  Seat seat_of(const Row& row, std::size_t column) {
    const std::string_view id = row.cells[column];
    const Seat seat = people_.seats.find(id);
    if (seat != no_seat) return seat;
    if (id.empty()) {
      table_.report(row.line, table_.headings()[column], "is empty", "the id of a person");
    } else if (!people_are_known_) {
      if (people_.rows.size() < most_people) return add_person(people_, id);
      if (!too_many_people_)
        table_.report(row.line, "", fmt::format("more than {} people", most_people), "a smaller organisation");
      too_many_people_ = true;
    } else if (people_.sound) {
      table_.report(row.line, table_.headings()[column], "there is no person " + in_quotes(id),
                    "an id that " + people_.file + " has");
    }
    return no_seat;
  }

  std::optional<double> weight_of(const Row& row) {
    if (!weight_) return 1.0;
    const std::string_view text = row.cells[*weight_];
    const auto weight = parse_number(text);
    if (weight && std::isfinite(*weight)) return weight;
    table_.report(row.line, table_.headings()[*weight_], text.empty() ? "is empty" : "is " + in_quotes(text),
                  "a number (with a decimal point, if any)");
    return std::nullopt;
  }

  void report_at(std::string_view key, std::string what, std::string accepted) {
    Problem problem = spec_.at(key);
    problem.what = std::move(what);
    problem.accepted = std::move(accepted);
    problems_.add(std::move(problem));
  }

  void check_choice(std::string_view key, const std::optional<std::string>& wanted, const WordCount& there) {
    if (wanted && !there.has(*wanted))
      report_at(key, fmt::format("there is no {} in {}", in_quotes(*wanted), table_.file()),
                suggestion(*wanted, there.words()));
  }

  void check_choices() {
    if (!any_row_ && source_ && target_)
      return table_.report(0, "", "has no ties in it", "a row for each tie under the headings");
    if (layer_) check_choice("layer", spec_.layer, layers_);
    if (layer_) check_choice("manager_layer", spec_.manager_layer, layers_);
    if (time_) check_choice("time", spec_.time, times_);
    if (!spec_.layer && tie_layers_.size() > 1) {
      report_at("layer", fmt::format("is missing, and {} has {} layers", table_.file(), tie_layers_.size()),
                "layer = \"...\", one of " + listing(tie_layers_.words()));
      list_.ties.clear();  // nobody wants to hear of each tie that stands in two layers
    }
  }

  /// Seats by id, not by the row in which somebody happens to be named first: sorting the file moves nobody.
  void put_people_in_order() {
    std::vector<Seat> order(people_.rows.size());
    std::iota(order.begin(), order.end(), Seat{0});
    std::sort(order.begin(), order.end(),
              [this](Seat a, Seat b) { return natural_less(people_.rows[a].id, people_.rows[b].id); });
    std::vector<Seat> new_seat(order.size());
    PeopleList sorted;
    sorted.file = list_.file;
    for (const Seat old : order) new_seat[old] = add_person(sorted, people_.rows[old].id);
    people_.rows = std::move(sorted.rows);
    people_.seats = std::move(sorted.seats);
    for (RawTie& tie : list_.ties) tie = {new_seat[tie.source], new_seat[tie.target], tie.weight, tie.line};
    for (ReportingRow& row : list_.reporting) row = {new_seat[row.person], new_seat[row.manager], row.line};
  }

  Table& table_;
  const ImportSpec& spec_;
  PeopleList& people_;
  bool people_are_known_;
  Problems& problems_;
  TieList list_;
  std::optional<std::size_t> source_, target_, weight_, layer_, time_;
  WordCount layers_, tie_layers_, times_;
  bool any_row_ = false;
  bool too_many_people_ = false;
};

}  // namespace

TieList read_ties(Table& table, const ImportSpec& spec, PeopleList& people, bool people_are_known, Problems& problems) {
  return TieReader(table, spec, people, people_are_known, problems).read();
}

}  // namespace trust
