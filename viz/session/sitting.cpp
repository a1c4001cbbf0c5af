#include "viz/session/sitting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "scenarios/added_plan.hpp"
#include "scenarios/text_file.hpp"
#include "scenarios/words.hpp"
#include "study/branch/branch.hpp"
#include "study/compare/comparable.hpp"
#include "study/compare/what_if.hpp"
#include "viz/session/document_reader.hpp"
#include "viz/session/document_text.hpp"
#include "viz/session/intervention_edits.hpp"
#include "viz/session/lane_description.hpp"
#include "viz/session/sitting_file.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

// How things stand after an edit. Scenarios are kept with their documents, so that going back is to the very same.
struct Version {
  std::string document;
  std::shared_ptr<const Scenario> baseline;
  std::shared_ptr<const Scenario> what_if;
};

struct Turn {
  std::string label;
  Version other;              // before it, where it was done; after it, where it was undone
  std::uint64_t gesture = 0;  // that it may still grow by
  std::string topic;          // what the gesture moves
};

[[noreturn]] void refuse(std::string key, std::string what, std::string accepted) {
  throw InputError({{"what-if", 0, std::move(key), std::move(what), std::move(accepted)}});
}

toml::table& scenario_section(toml::table& document) { return *document["scenario"].as_table(); }

std::string title_for_what_if(const std::string& name) {
  constexpr std::string_view mark = " (what-if)";
  return name.ends_with(mark) ? name : name + std::string(mark);
}

std::string named_as_what_if(const std::string& document) {
  toml::table table = parse_document(document);
  toml::table& scenario = scenario_section(table);
  scenario.insert_or_assign("name", title_for_what_if(scenario["name"].value_or(std::string())));
  return document_text(table);
}

std::string with_seed(const std::string& document, std::uint64_t seed) {
  toml::table table = parse_document(document);
  scenario_section(table).insert_or_assign("seed", static_cast<std::int64_t>(seed));
  return document_text(table);
}

// As many digits as anybody means: a slider's last ones are noise.
float rounded(float value) {
  return static_cast<float>(parse_number(fmt::format("{:.6g}", value)).value_or(static_cast<double>(value)));
}

// The scenario that `file` is compared with: the one that it names, or itself.
fs::path baseline_of(const fs::path& file) {
  const Scenario scenario = load_scenario(file);
  return scenario.baseline.empty() ? file : scenario.baseline.lexically_normal();
}

}  // namespace

class Sitting::Parts {
 public:
  explicit Parts(const fs::path& file) : reader_(baseline_of(file)), file_(file) {
    start();
    if (reader_.baseline()->file != file) open_what_if(file);
    saved_ = now_.document;
    log_.push_back("Open " + file.filename().string());
  }

  explicit Parts(Scenario scenario) : reader_(std::move(scenario)), file_(reader_.baseline()->file) {
    start();
    if (!file_.empty()) log_.push_back("Open " + file_.filename().string());
  }

  const Version& now() const { return now_; }
  int days() const { return now_.baseline->days; }
  toml::table table() const { return parse_document(now_.document); }
  bool edited() const { return now_.what_if != now_.baseline; }
  bool unsaved() const { return now_.document != saved_; }

  /// One step more, or the last one continued; nothing where it changes nothing. Throws InputError, nothing changed.
  void perform(const std::string& label, const toml::table& edited, std::uint64_t gesture = 0,
               const std::string& topic = {}) {
    const std::string document = document_text(edited);
    if (document == now_.document) return;
    const bool goes_on =
        gesture != 0 && !undone_.empty() && undone_.back().gesture == gesture && undone_.back().topic == topic;
    if (goes_on && undone_.back().other.document == document) return take_back();
    Version next = version_of(document);
    if (goes_on) {
      undone_.back().label = log_.back() = label;
    } else {
      undone_.push_back({label, now_, gesture, topic});
      log_.push_back(label);
    }
    stand_at(std::move(next));
    redone_.clear();
  }

  bool step(std::vector<Turn>& from, std::vector<Turn>& to, const char* what) {
    if (from.empty()) return false;
    Turn turn = std::move(from.back());
    from.pop_back();
    Version here = now_;
    stand_at(std::exchange(turn.other, std::move(here)));
    turn.gesture = 0;  // what comes next is another step
    if (!to.empty()) to.back().gesture = 0;
    log_.push_back(what + turn.label);
    to.push_back(std::move(turn));
    if (!from.empty()) from.back().gesture = 0;
    return true;
  }
  bool undo() { return step(undone_, redone_, "Undo: "); }
  bool redo() { return step(redone_, undone_, "Redo: "); }

  /// The what-if becomes the scenario of a file, checked against the baseline.
  void take_scenario(const fs::path& file) {
    perform("Compare with " + file.filename().string(), parse_document(document_beside(file)));
  }

  void write(const fs::path& file) {
    if (!reader_.says_all())
      refuse("", "is not in a file: what options or a program did to it cannot be written down", "a scenario file");
    write_sitting(now_.document, place(), file);
    file_ = file;
    saved_ = now_.document;
    was_saved_ = true;
    if (!undone_.empty()) undone_.back().gesture = 0;
    log_.push_back("Save as " + file.filename().string());
  }

  std::string text() const {
    const fs::path beside = reader_.folder() / (reader_.baseline()->file.stem().string() + "-what-if.toml");
    return reader_.says_all()
               ? sitting_text(now_.document, place(), was_saved_ ? reader_.folder() / file_.filename() : beside)
               : now_.document;
  }

  SittingState state() const {
    SittingState state;
    state.file = file_.string();
    state.baseline_file = reader_.baseline()->file.string();
    state.edited = edited();
    state.unsaved = unsaved();
    if (!undone_.empty()) state.undo = undone_.back().label;
    if (!redone_.empty()) state.redo = redone_.back().label;
    state.log = log_;
    if (was_saved_) state.command = compare_command(place(), file_);
    state.lanes = lanes_;
    state.baseline_lanes = baseline_lanes_;
    return state;
  }

  bool holds(Lever lever, int day) const {
    return std::ranges::any_of(lanes_, [&](const Lane& lane) {
      return lane.on && lane.first_day <= day && day <= lane.last_day && lever_by_hand(lane.name) == lever;
    });
  }

  std::string baseline_document() const { return with_seed(named_as_what_if(reader_.document()), now_.baseline->seed); }

 private:
  void start() {
    baseline_body_ = body_of(reader_.document());
    stand_at({named_as_what_if(reader_.document()), reader_.baseline(), reader_.baseline()});
    baseline_lanes_ = lanes_of(reader_.document(), days());
    saved_ = now_.document;
  }

  void stand_at(Version version) {
    now_ = std::move(version);
    lanes_ = lanes_beside(now_.document, reader_.document(), days());
  }

  SittingPlace place() const {
    SittingPlace place{reader_.baseline()->file, std::nullopt};
    if (now_.baseline->seed != reader_.seed_of_file()) place.seed = now_.baseline->seed;
    return place;
  }

  void open_what_if(const fs::path& file) {
    stand_at(version_of(document_beside(file)));
    was_saved_ = true;
  }

  /// The document of a scenario's file, once it is known that it can be compared with the baseline.
  std::string document_beside(const fs::path& file) {
    const Scenario other = load_scenario(file);
    // Where the sitting has a seed of its own, the baseline's file has it too, as it were.
    const std::uint64_t seed = other.seed == reader_.seed_of_file() ? now_.baseline->seed : other.seed;
    Scenario with_seed = other;
    with_seed.seed = seed;
    check_comparable(*reader_.baseline_with(was_opened() ? now_.baseline->seed : seed), with_seed, 0);
    toml::table table = parse_document(document_of(other.text, file, reader_.baseline()->file));
    toml::table& section = scenario_section(table);
    section.insert_or_assign("days", other.days);
    section.insert_or_assign("replicates", static_cast<std::int64_t>(other.replicates));
    section.insert_or_assign("seed", static_cast<std::int64_t>(seed));
    return document_text(table);
  }

  bool was_opened() const { return !log_.empty(); }

  Version version_of(const std::string& document) const {
    if (!undone_.empty() && undone_.back().other.document == document) return undone_.back().other;
    Version version{document, nullptr, nullptr};
    const auto seed = static_cast<std::uint64_t>(
        parse_document(document)["scenario"]["seed"].value_or(static_cast<std::int64_t>(reader_.baseline()->seed)));
    version.baseline = now_.baseline->seed == seed ? now_.baseline : reader_.baseline_with(seed);
    version.what_if = body_of(document) == baseline_body_ ? version.baseline : reader_.read(document);
    return version;
  }

  // A gesture that came back to where it began was none.
  void take_back() {
    stand_at(std::move(undone_.back().other));
    undone_.pop_back();
    log_.pop_back();
  }

  DocumentReader reader_;
  std::string baseline_body_;
  Version now_;
  std::vector<Lane> lanes_;  // of the document
  std::vector<Lane> baseline_lanes_;
  std::vector<Turn> undone_;  // that undo takes back, the last at the end
  std::vector<Turn> redone_;
  std::vector<std::string> log_;
  std::string saved_;  // the document
  fs::path file_;
  bool was_saved_ = false;
};

Sitting::Sitting(const fs::path& file) : parts_(std::make_unique<Parts>(file)) {}
Sitting::Sitting(Scenario read) {
  const std::uint64_t seed = read.seed;
  const bool saved = !read.baseline.empty() && !read.file.empty();
  parts_ = saved ? std::make_unique<Parts>(fs::path(read.file)) : std::make_unique<Parts>(std::move(read));
  if (parts_->now().what_if->seed != seed) set_seed(seed);  // as the command line asked
}
Sitting::~Sitting() = default;
Sitting::Sitting(Sitting&&) noexcept = default;
Sitting& Sitting::operator=(Sitting&&) noexcept = default;

const std::shared_ptr<const Scenario>& Sitting::baseline() const { return parts_->now().baseline; }
const std::shared_ptr<const Scenario>& Sitting::what_if() const { return parts_->now().what_if; }
bool Sitting::edited() const { return parts_->edited(); }
bool Sitting::unsaved() const { return parts_->unsaved(); }

void Sitting::add(const std::string& words, int first_day_if_absent, const std::vector<std::string>& people) {
  const int day = std::clamp(first_day_if_absent, 1, parts_->days());
  toml::table added = parse_document(intervention_text(from_the_day_after(words, day - 1), "what-if"));
  toml::table document = parts_->table();
  toml::array& list = *added["intervention"].as_array();
  if (!people.empty()) {
    toml::array ids;
    for (const std::string& id : people) ids.push_back(id);
    list.get(0)->as_table()->insert_or_assign("who", toml::table{{"person", std::move(ids)}});
  }
  add_interventions(document, list);
  parts_->perform("Add " + name_of(*list.get(0)->as_table()), document);
}

void Sitting::change(const ChangeLane& change, Gesture gesture) {
  toml::table document = parts_->table();
  toml::table& intervention = intervention_at(document, change.lane);
  const std::vector<DraftIntervention> drafts = drafts_of(document);
  const std::string label = change_intervention(intervention, drafts.at(change.lane), change, parts_->days());
  parts_->perform(label, document, gesture, fmt::format("lane {}", change.lane));
}

void Sitting::set_option(const SetLaneOption& option) {
  toml::table document = parts_->table();
  toml::table& intervention = intervention_at(document, option.lane);
  const std::string name = name_of(intervention);
  set_option_of(intervention, option.key, option.text);
  parts_->perform(option.text.empty() ? fmt::format("Take {} out of {}", option.key, name)
                                      : fmt::format("Set {} of {} to {}", option.key, name, option.text),
                  document);
}

void Sitting::remove(std::size_t lane) {
  toml::table document = parts_->table();
  const std::string name = name_of(intervention_at(document, lane));
  toml::array& list = interventions_in(document);
  list.erase(list.cbegin() + static_cast<std::ptrdiff_t>(lane));
  parts_->perform("Remove " + name, document);
}

void Sitting::set_lever(Lever lever, float value, int from_day, Gesture gesture) {
  if (from_day > parts_->days())
    refuse(std::string(parameter(lever).name), fmt::format("nothing comes after day {}, the last", parts_->days()),
           "an earlier day");
  const int day = std::max(from_day, 1);
  const float said = rounded(value);
  toml::table document = parts_->table();
  hold_lever(document, lever, said, day);
  parts_->perform(fmt::format("Set {} to {} from day {}", plain_name(lever), plain_number(said), day), document,
                  gesture, fmt::format("{} from {}", parameter(lever).name, day));
}

void Sitting::reset_lever(Lever lever, int from_day) {
  const int day = std::max(from_day, 1);
  toml::table document = parts_->table();
  hold_lever(document, lever, std::nullopt, day);
  parts_->perform(fmt::format("Let go of {} from day {}", plain_name(lever), day), document);
}

void Sitting::clear() { parts_->perform("Take back every edit", parse_document(parts_->baseline_document())); }

void Sitting::set_seed(std::uint64_t seed) {
  if (seed > Scenario::largest_seed)
    refuse("seed", fmt::format("is {}", seed), fmt::format("a whole number 0 .. {}", Scenario::largest_seed));
  parts_->perform(fmt::format("Take seed {}", seed), parse_document(with_seed(parts_->now().document, seed)));
}

void Sitting::set_what_if(const std::string& word) {
  if (names_a_scenario(word)) return parts_->take_scenario(word);
  if (!is_plan_file(word)) return add(word, 1);
  Problems problems;
  const std::string text = read_text_file(word, {}, problems).value_or("");
  problems.throw_if_any();
  with_plan_text(*parts_->now().baseline, word, text);  // its own mistakes by its own lines
  toml::table document = parts_->table();
  add_plan(document, parse_document(text));
  parts_->perform("Add " + fs::path(word).filename().string(), document);
}

bool Sitting::undo() { return parts_->undo(); }
bool Sitting::redo() { return parts_->redo(); }
SittingState Sitting::state() const { return parts_->state(); }

bool Sitting::holds(Lever lever, int day) const { return parts_->holds(lever, day); }

std::string Sitting::text() const { return parts_->text(); }
void Sitting::save(const fs::path& file) { parts_->write(file); }

}  // namespace trust::viz
