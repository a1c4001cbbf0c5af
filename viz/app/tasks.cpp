#include "viz/app/tasks.hpp"

#include <cstdio>

#include "study/hex.hpp"
#include "study/run.hpp"
#include "viz/app/scenario_files.hpp"
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
  view.colouring = options.colouring;
  view.measures = {options.measure};
  view.selected_person = options.person;
}

void offer_scenarios(const Scenario& scenario, ViewState& view) {
  view.scenarios = scenarios_beside(scenario.file);
  std::error_code error;
  const auto here = std::filesystem::weakly_canonical(scenario.file, error);
  for (std::size_t i = 0; i < view.scenarios.size(); ++i) {
    if (view.scenarios[i] == here) view.scenario = static_cast<int>(i);
  }
}

void note_font(const std::string& note) {
  if (!note.empty()) std::fprintf(stderr, "trustsim-viewer: %s\n", note.c_str());
}

[[noreturn]] void refuse(const std::string& option, const std::string& what, const std::string& accepted) {
  throw InputError({{"command line", 0, option, what, accepted}});
}

// Day 0 of the run that was asked for.
void open_run(const Options& options, Scenario scenario, DirectSession& session) {
  const int day = options.day.value_or(scenario.days);
  if (day > scenario.days) {
    refuse("--day", std::to_string(day) + " is after the scenario's last day", "0 to " + std::to_string(scenario.days));
  }
  session.engine().load(std::move(scenario));
  if (!session.engine().runner()) throw std::runtime_error(session.latest().message);
  const Snapshot& start = session.latest();
  if (!options.person.empty() && seat_of(*start.look().organisation, options.person) == no_seat) {
    refuse("--person", "nobody has the id '" + options.person + "'", "an id of the organisation");
  }
}

std::string hashes_as_json(const Runner& runner) {
  const auto hashes = runner.replicate_hashes();
  std::string list;
  for (const std::uint64_t hash : hashes) list += (list.empty() ? "\"" : ", \"") + to_hex(hash) + "\"";
  return "{\"state_hash\": \"" + to_hex(state_hash(runner.scenario().seed, hashes)) +
         "\", \"seed\": " + std::to_string(runner.scenario().seed) + ", \"day\": " + std::to_string(runner.day()) +
         ", \"replicate_hashes\": [" + list + "]}";
}

void walk(const Options& options, DirectSession& session) {
  const int last = session.engine().runner()->scenario().days;
  session.send(Step{options.day.value_or(last)});
}

void draw_frames(PictureFrame& frame, ViewerWindow& window) {
  for (int i = 0; i < frames_to_settle; ++i) {
    frame.begin();
    window.draw();
    frame.end();
  }
}

}  // namespace

std::string run_for_hash(const Options& options, Scenario scenario) {
  DirectSession session;
  open_run(options, std::move(scenario), session);
  walk(options, session);
  return hashes_as_json(*session.engine().runner());
}

std::string save_picture(const Options& options, Scenario scenario) {
  const float scale = options.scale > 0 ? options.scale : 1;
  PictureFrame frame(options.size, scale);  // first: without OpenGL nothing needs to be run
  note_font(frame.context().font_note());
  DirectSession session;
  ViewerWindow window(session, scale);
  set_view(options, window.view());
  offer_scenarios(scenario, window.view());
  open_run(options, std::move(scenario), session);
  draw_frames(frame, window);  // day 0 settles what is chosen once, such as the threshold of ties
  walk(options, session);
  draw_frames(frame, window);
  frame.save_png(options.picture);
  return hashes_as_json(*session.engine().runner());
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
  session.load(std::move(scenario));
  while (frame.begin()) {
    window.draw();
    frame.end();
  }
}

}  // namespace trust::viz
