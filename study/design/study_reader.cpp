#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

#include "scenarios/text_file.hpp"
#include "scenarios/toml_section.hpp"
#include "scenarios/words.hpp"
#include "study/design/design_reader.hpp"
#include "study/design/study.hpp"
#include "study/design/trial.hpp"

namespace trust {

namespace {

constexpr const char* accepted_text = "TOML 1.0 (docs/study-language.md shows every key)";
constexpr const char* accepted_days = "\"last\", \"every N\" with a number of days, or a list of days: [0, 65, 130]";

class StudyReader {
 public:
  StudyReader(const std::filesystem::path& file, StudyPermissions permissions)
      : path_(file), file_(file.string()), permissions_(permissions) {}

  Study load() {
    problems_.open(file_);
    auto text = read_text_file(path_, {}, problems_);
    problems_.throw_if_any();
    const auto table = parse_toml(*text, file_, accepted_text, problems_);
    problems_.throw_if_any();
    Section root(*table, "", file_, problems_);
    read_study(root);
    if (source_) trial_.emplace(*source_, for_every_point_);
    Design design = read_design(root, trial_ ? &*trial_ : nullptr, permissions_.more_than_ten_million_points);
    root.finish();
    problems_.throw_if_any();
    return {path_,
            std::move(*text),
            name_,
            question_,
            *source_,
            replicates_,
            days_,
            seed_,
            measures_,
            record_days_,
            std::move(for_every_point_),
            std::move(design)};
  }

 private:
  void read_study(Section& root) {
    const toml::table* table = root.table("study");
    if (!table) {
      if (!root.has("study")) root.missing("study", "[study] with a name and a scenario");
      return;
    }
    Section section = root.below("study", *table);
    if (!section.has("name")) section.missing("name", "text in quotes");
    name_ = section.text("name").value_or("");
    question_ = section.text("question").value_or("");
    read_scenario(section);
    read_counts(section);
    read_measures(section);
    read_record_days(section);
    section.finish();
  }

  void read_scenario(Section& section) {
    if (!section.has("scenario")) section.missing("scenario", "the path of a scenario file, from the study's folder");
    const auto named = section.text("scenario");
    if (!named) return;
    const std::filesystem::path path = (path_.parent_path() / *named).lexically_normal();
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored))
      return section.report("scenario", in_quotes(path.string()) + " is missing or no file",
                            "a scenario file; the path starts at the study's folder");
    problems_.open(path.string());
    try {
      source_.emplace(path);
    } catch (const InputError& error) {
      for (const Problem& problem : error.problems()) problems_.add(problem);
    }
  }

  void read_counts(Section& section) {
    const auto count = [&](const char* key, auto of_scenario, std::int64_t low, std::int64_t high) {
      return static_cast<decltype(of_scenario)>(
          section.integer(key, low, high).value_or(static_cast<std::int64_t>(of_scenario)));
    };
    const Scenario unread;
    const Scenario& scenario = source_ ? source_->scenario() : unread;
    replicates_ = count("replicates", scenario.replicates, 1, Scenario::most_replicates);
    days_ = count("days", scenario.days, 1, Scenario::most_days);
    seed_ = count("seed", scenario.seed, 0, static_cast<std::int64_t>(Scenario::largest_seed));
    // A longer study may begin its interventions later; a shorter one need not do without those that begin later.
    if (days_ > scenario.days)
      for_every_point_.push_back({"scenario.days", std::int64_t{days_}, section.asked_by("days")});
  }

  void read_measures(Section& section) {
    std::vector<bool> wanted(measure_count, !section.has("measures"));
    const auto want = [&](auto chosen) {
      for (const MeasureRow& row : measures())
        if (chosen(row)) wanted[static_cast<std::size_t>(row.id)] = true;
    };
    for (const std::string& word : section.texts("measures").value_or(std::vector<std::string>{})) {
      if (word == "all")
        want([](const MeasureRow&) { return true; });
      else if (word == "headline")
        want([](const MeasureRow& row) { return row.headline; });
      else if (const auto measure = find_measure(word))
        wanted[static_cast<std::size_t>(*measure)] = true;
      else
        section.report("measures", "unknown measure " + in_quotes(word), suggestion(word, measure_words(), 60));
    }
    for (const MeasureRow& row : measures())
      if (wanted[static_cast<std::size_t>(row.id)]) measures_.push_back(row.id);
  }

  static std::vector<std::string> measure_words() {
    std::vector<std::string> words{"all", "headline"};
    for (const MeasureRow& row : measures()) words.emplace_back(row.name);
    return words;
  }

  void read_record_days(Section& section) {
    const toml::node* node = section.any("record_days");
    record_days_ = {days_};
    if (!node) return;
    const auto refuse = [&](const toml::node& wrong) {
      problems_.add({file_, line_of(wrong), section.dotted("record_days"), "is " + shown(wrong), accepted_days});
    };
    if (const auto* text = node->as_string()) {
      if (text->get() == "last") return;
      const auto every = days_between(text->get());
      if (!every) return refuse(*node);
      for (int day = 0; day < days_; day += *every) record_days_.push_back(day);
    } else if (const auto* list = node->as_array(); list && !list->empty()) {
      record_days_.clear();
      for (const toml::node& element : *list) read_record_day(section, element);
    } else {
      return refuse(*node);
    }
    std::ranges::sort(record_days_);
  }

  void read_record_day(const Section& section, const toml::node& node) {
    const auto* day = node.as_integer();
    const bool good = day && day->get() >= 0 && day->get() <= days_;
    const bool twice = good && std::ranges::count(record_days_, day->get()) > 0;
    if (good && !twice) return record_days_.push_back(static_cast<int>(day->get()));
    problems_.add({file_, line_of(node), section.dotted("record_days"),
                   twice ? fmt::format("has {} twice", day->get()) : "is " + shown(node),
                   twice ? "each day once" : fmt::format("days 0 .. {}", days_)});
  }

  /// N of "every N".
  std::optional<int> days_between(std::string_view text) const {
    constexpr std::string_view every = "every ";
    if (!text.starts_with(every)) return std::nullopt;
    const auto number = parse_number(trimmed(text.substr(every.size())));
    if (!number || *number < 1 || *number > Scenario::most_days || *number != static_cast<int>(*number))
      return std::nullopt;
    return static_cast<int>(*number);
  }

  std::filesystem::path path_;
  std::string file_;
  StudyPermissions permissions_;
  Problems problems_;
  std::string name_, question_;
  std::optional<ScenarioSource> source_;
  std::optional<Trial> trial_;
  std::uint32_t replicates_ = 0;
  int days_ = 0;
  std::uint64_t seed_ = 0;
  std::vector<Measure> measures_;
  std::vector<int> record_days_;
  std::vector<Override> for_every_point_;
};

}  // namespace

Study load_study(const std::filesystem::path& file, StudyPermissions permissions) {
  return StudyReader(file, permissions).load();
}

}  // namespace trust
