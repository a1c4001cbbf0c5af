// Plays the tour in the real window on the real engine, by names of controls.
#pragma once

#include <string>

#include "tests/viz/driver.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {

inline std::filesystem::path tour_folder() { return std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "scenarios" / "tour"; }

class TourPlayer {
 public:
  explicit TourPlayer(FrameSize size = {1600, 1000}, float scale = 1)
      : loaded(load_first(session)), driver(session, size, scale) {
    session.refine_with(2);
    driver.window.view().tour_folder = tour_folder();
  }

  const TourState& tour() const { return driver.window.tour().state(); }
  ViewState& view() { return driver.window.view(); }
  const Snapshot& now() { return session.latest(); }
  StepKind kind() const { return tour().step().kind; }

  void start() {
    view().tour = true;
    driver.draw(4);
  }

  void click(const std::string& control) {
    driver.click(control);
    settle();
  }

  // Lets a run that was started come to its end, as the engine's thread would.
  void settle() {
    driver.draw(2);
    while (session.engine().running()) {
      session.engine().advance();
      session.finish();
    }
    driver.draw(4);
  }

  void next() { click("tour/next"); }
  void bet(std::size_t which) { click("tour/bet/" + std::to_string(which)); }
  void attempt(std::size_t which) { click("tour/try/" + std::to_string(which)); }
  void go_to_chapter(std::size_t which) { click("tour/chapter/" + std::to_string(which)); }

  // Does whatever the step asks for, and goes on. `bets`: the answer that is given to every bet.
  void do_step(std::size_t bets) {
    const TourStep& step = tour().step();
    if (step.kind == StepKind::person && view().selected_person.empty()) view().selected_person = "Dara";
    driver.draw(2);
    if (step.kind == StepKind::bet) return bet(bets);
    if (step.kind == StepKind::tries) {
      for (std::size_t i = 0; i < step.tries.size(); ++i) attempt(i);
    }
    next();
  }

  void go_to(std::size_t chapter, StepKind wanted, std::size_t bets = 0) {
    go_to_chapter(chapter);
    for (int guard = 0; kind() != wanted && guard < 20; ++guard) do_step(bets);
    ASSERT_EQ(kind(), wanted);
  }

  DirectSession session;
  bool loaded;
  Driver driver;

 private:
  static bool load_first(DirectSession& session) {
    session.engine().load(load_scenario(tour_folder() / "poster.toml"));
    session.finish();
    return true;
  }
};

}  // namespace trust::viz
