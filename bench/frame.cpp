// What a frame of the viewer costs: the processor's time to build it (no OpenGL), and the whole frame on OpenGL without
// a display, with pictures kept in textures and without.
#include <benchmark/benchmark.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "scenarios/loader.hpp"
#include "viz/panels/viewer_window.hpp"
#include "viz/platform/null_frame.hpp"
#include "viz/platform/picture_frame.hpp"
#include "viz/platform/texture_cache.hpp"
#include "viz/session/direct_session.hpp"
#include "viz/session/session.hpp"

namespace trust::bench {
namespace {

using namespace trust::viz;

constexpr FrameSize size{1600, 1000};
constexpr int frames_to_settle = 5;

Scenario scenario_of(const std::string& name) {
  return load_scenario(std::string(TRUSTSIM_SOURCE_DIR) + "/scenarios/scale/" + name + ".toml");
}

// Two days that were run before: what is timed is the drawing alone.
class Still final : public SessionPort {
 public:
  explicit Still(const std::string& name) {
    DirectSession session;
    session.engine().load(scenario_of(name));
    for (Snapshot& day : days_) {
      session.send(Step{1});
      day = session.latest();
    }
  }
  std::uint64_t send(Command) override { return ++sent_; }
  const Snapshot& latest() override { return days_[shown_]; }
  void other_day() { shown_ = 1 - shown_; }

 private:
  std::array<Snapshot, 2> days_;
  std::size_t shown_ = 0;
  std::uint64_t sent_ = 0;
};

Still& still(const std::string& name) {  // made once: a hundred thousand people take their time
  static std::vector<std::pair<std::string, std::unique_ptr<Still>>> made;
  for (auto& [known, one] : made) {
    if (known == name) return *one;
  }
  made.emplace_back(name, std::make_unique<Still>(name));
  return *made.back().second;
}

double wall_ms() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Of this thread alone: what others do on the machine does not count.
double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

void draw(Frame& frame, ViewerWindow& window) {
  frame.begin();
  window.draw();
  frame.end();
}

// What changes from frame to frame.
enum class Change { nothing, pointer, view, day };

// Median time of a frame, as the counter "median_ms": a few slow frames are the machine's, not ours.
void report(benchmark::State& state, std::vector<double>& times) {
  std::sort(times.begin(), times.end());
  if (!times.empty()) state.counters["median_ms"] = times[times.size() / 2];
  if (!times.empty()) state.counters["p95_ms"] = times[times.size() * 95 / 100];
}

template <typename Work>
void time_frames(benchmark::State& state, double (*clock)(), const Work& work) {
  std::vector<double> times;
  for ([[maybe_unused]] auto _ : state) {
    const double start = clock();
    work();
    times.push_back(clock() - start);
  }
  report(state, times);
}

void change(Change what, Still& session, ViewerWindow& window, int frame) {
  if (what == Change::pointer) {
    const float away = static_cast<float>(frame % 40) * 5;
    ImGui::GetIO().MousePos = {700 + away, 350 + away / 2};
  }
  if (what == Change::view) window.view().zoom = {1.5F + 0.01F * static_cast<float>(frame % 100), {}};
  if (what == Change::day) session.other_day();
}

void build(benchmark::State& state, const std::string& name, Change what, float zoom) {
  Still& session = still(name);
  NullFrame frame(size);
  ViewerWindow window(session, 1);
  draw(frame, window);
  window.view().zoom = {zoom, {}};
  for (int i = 0; i < frames_to_settle; ++i) draw(frame, window);
  int count = 0;
  time_frames(state, processor_ms, [&] {
    change(what, session, window, ++count);
    draw(frame, window);
  });
}

// With the engine at work on its own thread, as fast as it can.
void build_beside_engine(benchmark::State& state, const std::string& name) {
  NullFrame frame(size);
  Session session([] {});
  session.load(scenario_of(name));
  while (!session.latest().ready()) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  session.send(SetSpeed{static_cast<int>(speeds().size()) - 1});
  session.send(StartRun{});
  ViewerWindow window(session, 1);
  for (int i = 0; i < frames_to_settle; ++i) draw(frame, window);
  std::vector<double> times;
  for ([[maybe_unused]] auto _ : state) {
    if (session.latest().finished()) session.send(Reset{}), session.send(StartRun{});
    const double start = processor_ms();
    draw(frame, window);
    times.push_back(processor_ms() - start);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  report(state, times);
}

void whole(benchmark::State& state, const std::string& name, bool cached, Change what, float zoom) {
  Still& session = still(name);
  std::unique_ptr<PictureFrame> frame;
  try {
    frame = std::make_unique<PictureFrame>(size, 1.0F);
  } catch (const PlatformError& error) {
    return state.SkipWithError(error.what());
  }
  TextureCache cache;
  ViewerWindow window(session, 1);
  if (cached) window.use(&cache);
  draw(*frame, window);
  window.view().zoom = {zoom, {}};
  for (int i = 0; i < frames_to_settle; ++i) draw(*frame, window);
  int count = 0;
  time_frames(state, wall_ms, [&] {
    change(what, session, window, ++count);
    draw(*frame, window);
  });
}

void add(const std::string& name, const std::function<void(benchmark::State&)>& work) {
  benchmark::RegisterBenchmark(name.c_str(), work)->Iterations(60)->Unit(benchmark::kMillisecond);
}

void register_frames() {
  struct Case {
    const char* name;
    float zoom;
    const char* how;
  };
  for (const Case& one :
       {Case{"1k", 1, "far"}, {"1k", 4, "near"}, {"100k", 1, "far"}, {"100k", 5, "middle"}, {"100k", 14, "near"}}) {
    const std::string name = one.name;
    const std::string where = "/" + name + "/" + one.how;
    const float zoom = one.zoom;
    add("build/still" + where, [=](benchmark::State& s) { build(s, name, Change::nothing, zoom); });
    add("build/pointer" + where, [=](benchmark::State& s) { build(s, name, Change::pointer, zoom); });
    add("build/new day" + where, [=](benchmark::State& s) { build(s, name, Change::day, zoom); });
    add("whole/direct" + where, [=](benchmark::State& s) { whole(s, name, false, Change::pointer, zoom); });
    add("whole/kept" + where, [=](benchmark::State& s) { whole(s, name, true, Change::pointer, zoom); });
  }
  for (const std::string name : {"1k", "100k"}) {
    add("build/zooming/" + name, [=](benchmark::State& s) { build(s, name, Change::view, 1); });
    add("build/engine running/" + name, [=](benchmark::State& s) { build_beside_engine(s, name); });
  }
}

}  // namespace
}  // namespace trust::bench

int main(int argc, char** argv) {
  trust::bench::register_frames();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
