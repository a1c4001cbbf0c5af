#include "viz/app/options.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cxxopts.hpp>

#include "models/measures.hpp"
#include "scenarios/problems.hpp"

namespace trust::viz {
namespace {

constexpr int smallest_side = 64;
constexpr int largest_side = 8192;
constexpr int latest_day = 1'000'000;
constexpr std::size_t most_measures = 4;

// The names of a table's rows, as a sentence lists them.
template <typename Rows>
std::string listed(const Rows& rows) {
  std::string text;
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    text += (i == 0 ? "" : i + 1 == std::size(rows) ? " or " : ", ") + std::string(rows[i].name);
  }
  return text;
}

std::string colouring_names() { return listed(colourings()); }

std::string panel_names() {
  std::string text;
  for (std::size_t i = 0; i < static_cast<std::size_t>(PanelId::count); ++i) {
    text += (i == 0 ? "" : ", ") + std::string(name_of(static_cast<PanelId>(i)));
  }
  return text;
}

cxxopts::Options make_parser() {
  cxxopts::Options parser("trustsim-viewer", "Watch trust move inside an organisation, and move its levers.\n");
  parser.positional_help("[SCENARIO]");
  auto add = parser.add_options();
  add("scenario", "scenario file to open; the same as giving it without the option", cxxopts::value<std::string>(),
      "FILE");
  add("seed", "use another seed than the scenario's", cxxopts::value<std::string>(), "N");
  add("size", "size of the window or picture in pixels (1600x1000)", cxxopts::value<std::string>(), "WxH");
  add("scale", "size of text and controls, 0.5 to 4 (as the screen asks; 1 in a picture)",
      cxxopts::value<std::string>(), "X");
  add("theme", "light or dark (light)", cxxopts::value<std::string>(), "NAME");
  add("panel", "show this panel: " + panel_names(), cxxopts::value<std::string>(), "NAME");
  add("shape", "the network as circles or as org-chart (circles)", cxxopts::value<std::string>(), "NAME");
  add("colour", "what people's colours show: " + colouring_names() + " (trusted)", cxxopts::value<std::string>(),
      "NAME");
  add("measure", "what the plots show, up to four with commas between (trust)", cxxopts::value<std::string>(),
      "NAME,...");
  add("person", "choose the person with this id", cxxopts::value<std::string>(), "ID");
  add("compare", "compare with this: a scenario, a file of levers and interventions, or KIND:option=value,...",
      cxxopts::value<std::string>(), "WHAT-IF");
  add("tour", "begin with the guided tour");
  add("press", "press these controls before the picture is taken; --report says what they are called",
      cxxopts::value<std::string>(), "NAME,...");
  add("screenshot", "without a display: run to --day, save the window as PNG, print the run's hashes",
      cxxopts::value<std::string>(), "FILE");
  add("state-hash", "without a display: run to --day and print the run's hashes");
  add("day", "working day to run to (the scenario's last)", cxxopts::value<std::string>(), "N");
  add("selftest", "without a display: draw every panel of every scenario beside SCENARIO, and say what went wrong");
  add("report", "write where every control lies, and what the session says, into FILE after each change",
      cxxopts::value<std::string>(), "FILE");
  add("version", "print the version");
  add("h,help", "print this page");
  add("file", "", cxxopts::value<std::vector<std::string>>());
  parser.parse_positional({"file"});
  return parser;
}

template <typename Number>
std::optional<Number> parse(const std::string& word) {
  Number value{};
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

// Reads one option after another; mistakes are collected.
class Reader {
 public:
  explicit Reader(const cxxopts::ParseResult& given) : given_(given) {}

  std::string text(const std::string& key) const { return given_.count(key) ? given_[key].as<std::string>() : ""; }

  template <typename Number>
  std::optional<Number> number(const std::string& key, Number low, Number high, const std::string& accepted) {
    if (!given_.count(key)) return std::nullopt;
    const auto value = parse<Number>(text(key));
    if (value && *value >= low && *value <= high) return value;  // false for NaN
    wrong(key, accepted);
    return std::nullopt;
  }

  void wrong(const std::string& key, const std::string& accepted) {
    problems.add({"command line", 0, "--" + key, "'" + text(key) + "' is not accepted", accepted});
  }

  Problems problems;

 private:
  const cxxopts::ParseResult& given_;
};

void read_size(Reader& reader, Options& options) {
  const std::string text = reader.text("size");
  if (text.empty()) return;
  const std::size_t cross = std::min(text.find('x'), text.size());
  const auto width = parse<int>(text.substr(0, cross));
  const auto height = parse<int>(text.substr(std::min(cross + 1, text.size())));
  const auto fits = [](std::optional<int> side) { return side && *side >= smallest_side && *side <= largest_side; };
  if (fits(width) && fits(height)) {
    options.size = {*width, *height};
  } else {
    reader.wrong("size", "width x height, 64x64 to 8192x8192, as 1600x1000");
  }
}

void read_colouring(Reader& reader, Options& options) {
  const std::string name = reader.text("colour");
  for (const ColouringRow& row : colourings()) {
    if (row.name == name) options.colouring = row.id;
  }
  if (!name.empty() && colouring_row(options.colouring).name != name) reader.wrong("colour", colouring_names());
}

void read_shape(Reader& reader, Options& options) {
  const std::string name = reader.text("shape");
  if (name == "org-chart") options.shape = NetworkShape::org_chart;
  if (!name.empty() && name != "circles" && name != "org-chart") reader.wrong("shape", "circles or org-chart");
}

// What commas part; nothing for no text.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; !text.empty() && begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void read_measures(Reader& reader, Options& options) {
  const std::string text = reader.text("measure");
  if (text.empty()) return;
  options.measures.clear();
  const auto names = parts_of(text);
  for (const std::string& name : names) {
    if (const auto found = find_measure(name)) options.measures.push_back(*found);
  }
  if (options.measures.size() == names.size() && names.size() <= most_measures) return;
  reader.wrong("measure", "up to four of " + listed(measures()));
}

void read_panel(Reader& reader, Options& options) {
  const std::string name = reader.text("panel");
  if (name.empty()) return;
  options.panel = find_panel(name);
  if (!options.panel) reader.wrong("panel", panel_names());
}

void read_look(Reader& reader, Options& options) {
  const std::string theme = reader.text("theme");
  if (!theme.empty() && theme != "light" && theme != "dark") reader.wrong("theme", "light or dark");
  options.dark = theme == "dark";
  read_colouring(reader, options);
  read_shape(reader, options);
  read_measures(reader, options);
  read_panel(reader, options);
}

Task read_task(const cxxopts::ParseResult& given, Options& options, Reader& reader) {
  if (given.count("help")) return Task::help;
  if (given.count("version")) return Task::version;
  options.picture = reader.text("screenshot");
  if (given.count("screenshot") && options.picture.empty()) reader.wrong("screenshot", "the name of a file");
  if (given.count("screenshot")) return Task::picture;
  if (given.count("selftest")) return Task::self_test;
  return given.count("state-hash") ? Task::hash : Task::window;
}

void read_scenario(const cxxopts::ParseResult& given, Options& options, Reader& reader) {
  std::vector<std::string> files;
  if (given.count("file")) files = given["file"].as<std::vector<std::string>>();
  if (given.count("scenario")) files.push_back(reader.text("scenario"));
  if (files.size() > 1) {
    reader.problems.add({"command line", 0, "SCENARIO", "more than one file is given", "one scenario file"});
  }
  if (!files.empty()) options.scenario = files.front();
}

}  // namespace

Options read_options(int count, const char* const* words) {
  auto parser = make_parser();
  try {
    const cxxopts::ParseResult given = parser.parse(count, words);
    Options options;
    options.program = words[0];
    Reader reader(given);
    options.task = read_task(given, options, reader);
    read_scenario(given, options, reader);
    options.seed = reader.number<std::uint64_t>("seed", 0, UINT64_MAX, "a whole number from 0 on");
    options.day = reader.number<int>("day", 0, latest_day, "a whole number from 0 to the scenario's last day");
    options.scale = reader.number<float>("scale", 0.5F, 4.0F, "a number from 0.5 to 4").value_or(0.0F);
    options.person = reader.text("person");
    options.compare = reader.text("compare");
    options.report = reader.text("report");
    options.tour = given.count("tour") > 0;
    options.press = parts_of(reader.text("press"));
    read_size(reader, options);
    read_look(reader, options);
    reader.problems.throw_if_any();
    return options;
  } catch (const cxxopts::exceptions::exception& error) {
    throw InputError({{"command line", 0, "", error.what(), "see trustsim-viewer --help"}});
  }
}

std::string help_text() {
  return make_parser().help({""}) +
         "\nF1 in the window lists all keys. Example: trustsim-viewer scenarios/start/first-90-days.toml\n";
}

}  // namespace trust::viz
