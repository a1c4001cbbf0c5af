#include "viz/app/tasks.hpp"

#include <imgui.h>

#include <cfloat>
#include <cstdio>
#include <utility>

#include "study/compare/what_if.hpp"
#include "study/hex.hpp"
#include "study/run.hpp"
#include "viz/app/report.hpp"
#include "viz/app/scenario_files.hpp"
#include "viz/app/self_test.hpp"
#include "viz/app/wishes.hpp"
#include "viz/panels/viewer_window.hpp"
#include "viz/platform/picture_frame.hpp"
#include "viz/platform/texture_cache.hpp"
#include "viz/platform/window_frame.hpp"
#include "viz/session/direct_session.hpp"
#include "viz/session/session.hpp"

namespace trust::viz {
namespace {

constexpr int frames_to_settle = 3;  // ImGui places some things a frame late

void set_view(const Options& options, ViewState& view) {
  view.dark = options.dark;
  view.shape = options.shape;
  view.colouring = options.colouring;
  view.measures = options.measures;
  view.selected_person = options.person;
  if (options.panel && is_tab(*options.panel)) {
    view.tab = *options.panel;
    view.drawer = true;  // where the window is too narrow for a column
  }
  if (options.panel && !is_tab(*options.panel)) view.maximised = options.panel;
  view.tour = options.tour;
  if (!options.compare.empty()) view.arm = ShownArm::compare;
  view.tour_folder = shipped_tour(options.program);
}

void offer_scenarios(const Scenario& scenario, ViewState& view) { view.scenarios = scenarios_beside(scenario.file); }

void note_font(const std::string& note) {
  if (!note.empty()) std::fprintf(stderr, "trustsim-viewer: %s\n", note.c_str());
}

[[noreturn]] void refuse(const std::string& option, const std::string& what, const std::string& accepted) {
  throw InputError({{"command line", 0, option, what, accepted}});
}

// What --compare asks for; checked first, so that every mistake in it is told.
void start_comparison(const Options& options, const Scenario& scenario, SessionPort& session) {
  if (options.compare.empty()) return;
  try {
    read_what_if(options.compare, scenario, 0, [](const auto& file) { return load_scenario(file); });
  } catch (const InputError& error) {
    std::vector<Problem> problems = error.problems();
    for (Problem& problem : problems) {
      if (problem.file == "--what-if") problem.file = "--compare";  // as it is called here
    }
    throw InputError(problems);
  }
  session.send(SetWhatIf{options.compare});
  session.send(Refine{});
}

// Day 0 of the run that was asked for.
void open_run(const Options& options, const Scenario& scenario, DirectSession& session) {
  const int day = options.day.value_or(scenario.days);
  if (day > scenario.days) {
    refuse("--day", std::to_string(day) + " is after the scenario's last day", "0 to " + std::to_string(scenario.days));
  }
  session.engine().load(scenario);
  start_comparison(options, scenario, session);
  const Snapshot& start = session.latest();
  if (!start.ready()) throw std::runtime_error(start.message);
  if (!options.person.empty() && seat_of(*start.look().organisation, options.person) == no_seat) {
    refuse("--person", "nobody has the id '" + options.person + "'", "an id of the organisation");
  }
}

std::string hashes_as_json(DirectSession& session) {
  const Snapshot& now = session.latest();
  const auto hashes = session.engine().arms()->of(Arm::what_if).replicate_hashes(now.day);
  std::string list;
  for (const std::uint64_t hash : hashes) list += (list.empty() ? "\"" : ", \"") + to_hex(hash) + "\"";
  return "{\"state_hash\": \"" + to_hex(state_hash(now.seed, hashes)) + "\", \"seed\": " + std::to_string(now.seed) +
         ", \"day\": " + std::to_string(now.day) + ", \"replicate_hashes\": [" + list + "]}";
}

void walk(const Options& options, DirectSession& session) {
  if (options.tour && !options.day) return;  // it begins on day 0
  session.send(SeekDay{options.day.value_or(session.latest().days)});
}

// The size of text that the user chose.
void follow_scale(Frame& frame, ViewerWindow& window) {
  if (window.wanted_scale() == window.scale()) return;
  frame.set_scale(window.wanted_scale());
  window.set_scale(window.wanted_scale());
}

void draw_frames(PictureFrame& frame, ViewerWindow& window) {
  for (int i = 0; i < frames_to_settle; ++i) {
    frame.begin();
    window.draw();
    frame.end();
  }
}

// As a user would: points at the middle of it, presses, lets go, and looks what comes of it.
void press(const std::string& name, PictureFrame& frame, ViewerWindow& window) {
  const auto place = window.controls().find(name);
  if (!place) refuse("--press", "no control is called '" + name + "' here", "a name that --report lists");
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {(place->low.x + place->high.x) / 2, (place->low.y + place->high.y) / 2};
  for (const bool down : {false, true, false}) {
    io.MouseDown[ImGuiMouseButton_Left] = down;
    draw_frames(frame, window);
  }
  io.MousePos = {-FLT_MAX, -FLT_MAX};
  draw_frames(frame, window);
}

// What the window alone cannot do: its own picture.
void grant_wishes(ViewerWindow& window, WindowFrame& frame) {
  if (const auto wish = std::exchange(window.view().picture, std::nullopt)) {
    frame.on_picture([wish, &view = window.view()](const Pixels& pixels) { take_picture(*wish, pixels, view); });
  }
}

}  // namespace

std::string run_for_hash(const Options& options, const Scenario& scenario) {
  DirectSession session;
  open_run(options, scenario, session);
  walk(options, session);
  return hashes_as_json(session);
}

std::string save_picture(const Options& options, const Scenario& scenario) {
  const float scale = options.scale > 0 ? options.scale : 1;
  PictureFrame frame(options.size, scale);  // first: without OpenGL nothing needs to be run
  note_font(frame.context().font_note());
  DirectSession session;
  ViewerWindow window(session, scale);
  set_view(options, window.view());
  offer_scenarios(scenario, window.view());
  open_run(options, scenario, session);
  draw_frames(frame, window);  // day 0 settles what is chosen once, such as the threshold of ties
  walk(options, session);
  draw_frames(frame, window);
  for (const std::string& name : options.press) press(name, frame, window);
  write_png(options.picture, frame.pixels());
  return hashes_as_json(session);
}

bool run_self_test(const Scenario& scenario) {
  std::vector<std::filesystem::path> files;
  for (const ScenarioEntry& entry : scenarios_beside(scenario.file)) files.push_back(entry.file);
  const auto wrong = self_test(files, [](const std::string& line) {
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
  });
  for (const std::string& line : wrong) std::fprintf(stderr, "%s\n", line.c_str());
  return wrong.empty();
}

void show_window(const Options& options, Scenario scenario) {
  WindowFrame frame(options.size, options.scale, "trustsim");
  note_font(frame.context().font_note());
  Session session([&frame] { frame.wake(); });
  TextureCache pictures;
  ViewerWindow window(session, frame.scale());
  window.use(&pictures);
  set_view(options, window.view());
  offer_scenarios(scenario, window.view());
  frame.on_drop([&session](const std::filesystem::path& file) { session.send(LoadScenario{file}); });
  session.load(scenario);
  start_comparison(options, scenario, session);
  Report report(options.report);
  while (frame.begin()) {
    window.draw();
    grant_wishes(window, frame);
    frame.end();
    if (!window.settled()) frame.wake();
    follow_scale(frame, window);
    report.write(session.latest(), window, frame.resting());
  }
}

}  // namespace trust::viz
