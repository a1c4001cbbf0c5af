#include "viz/panels/result_panel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "study/output_file.hpp"
#include "viz/panels/dialogs.hpp"
#include "viz/panels/free_file.hpp"
#include "viz/panels/result_rows.hpp"
#include "viz/session/result_table.hpp"

namespace trust::viz {
namespace {

constexpr std::size_t most_names = 4;

bool is_stale(const Snapshot& snapshot, const Refinement& refinement) { return refinement.edition != snapshot.edition; }

float width_here() { return ImGui::GetContentRegionAvail().x; }

std::string heading_of(const Snapshot& snapshot) {
  return fmt::format("{}: what-if against baseline ({})", snapshot.scenario, what_is_compared(snapshot.sitting));
}

// How far the replicates are, as a bar and in words.
void draw_progress(PanelContext& context, const Refinement& refinement, bool stale) {
  const Theme& theme = context.theme;
  const bool done = refinement.replicates >= refinement.wanted;
  const float share =
      refinement.wanted <= 0
          ? 0.0F
          : std::min(1.0F, static_cast<float>(refinement.replicates) / static_cast<float>(refinement.wanted));
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float width = width_here();
  const float height = theme.px(4);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(low, {low.x + width, low.y + height}, theme.frame, height / 2);
  if (share > 0 && !stale) draw->AddRectFilled(low, {low.x + width * share, low.y + height}, theme.accent, height / 2);
  ImGui::Dummy({width, height});
  std::string text = fmt::format("{} of {} replicates", refinement.replicates, refinement.wanted);
  if (stale) text = context.snapshot.refining ? "working ..." : "of an earlier what-if";
  if (!stale && !done) text += context.snapshot.refining ? ", working ..." : ", stopped";
  if (refinement.uncertain && !stale) text += ", parameters drawn too";
  context.controls.faint(text, width);
  context.controls.name_item("result/progress");
  context.controls.tip_on_hover(
      "Replicates are the same plans with other luck; each one gives baseline and what-if the same luck. The more "
      "there "
      "are, the less luck there is in the result.");
}

void draw_line(PanelContext& context, const CardLine& line, std::size_t number, bool stale) {
  const Theme& theme = context.theme;
  const ImU32 colour = colour_of(line.mood, theme);
  const float indent = theme.px(20);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_mood(ImGui::GetWindowDrawList(), line.mood, {at.x + indent / 2, at.y + ImGui::GetTextLineHeight() / 2},
            ImGui::GetFontSize() * 0.28F, stale ? faded(colour) : colour);
  ImGui::Indent(indent);
  const ImU32 ink = line.mood == CardLine::Mood::plain ? theme.text : colour;
  context.controls.paragraph(line.text, stale ? faded(ink) : ink, width_here());
  context.controls.name_item("result/line/" + std::to_string(number));
  context.controls.tip_on_hover(line.tip);
  ImGui::Unindent(indent);
}

void draw_no_what_if(PanelContext& context) {
  context.controls.paragraph(
      "There is no what-if yet. Move a lever, or add an intervention below the plots, and this page says what it "
      "changes.",
      context.theme.text, width_here());
  context.controls.name_item("result/none");
}

void save_table(PanelContext& context, const Refinement& refinement) {
  try {
    const std::filesystem::path path =
        free_file(std::filesystem::absolute(file_stem_of(context.snapshot.scenario) + "-result.csv"));
    OutputFile file(path);
    file.write(table_as_csv(refinement.rows));
    file.close();
    context.view.news = "Saved as " + path.string();
  } catch (const std::exception& error) {
    context.view.news = error.what();
  }
}

}  // namespace

std::string what_is_compared(const SittingState& sitting) {
  std::vector<std::string> names;
  for (const Lane& lane : sitting.lanes)
    if (lane.changed) names.push_back(lane.on ? title_of(lane) : title_of(lane) + " off");
  for (const Lane& lane : sitting.baseline_lanes) {
    const auto same = [&](const Lane& other) { return other.of_baseline && other.name == lane.name; };
    if (std::ranges::none_of(sitting.lanes, same)) names.push_back("without " + title_of(lane));
  }
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) text += (i == 0 ? "" : "; ") + names[i];
  if (names.size() > most_names) text += fmt::format("; and {} more", names.size() - most_names);
  return text.empty() ? "as it was opened" : text;
}

void ResultPanel::draw(PanelContext& context) {
  const Snapshot& snapshot = context.snapshot;
  context.controls.pen().scrolling(true);
  draw_heading(context);
  if (context.view.hide_future) {
    context.controls.paragraph("The result is told once you have placed your bet.", context.theme.text, width_here());
    context.controls.name_item("result/hidden");
  } else if (!snapshot.sitting.edited) {
    draw_no_what_if(context);
    draw_switches(context);
  } else {
    draw_switches(context);
    if (snapshot.refinement) {
      draw_result(context, *snapshot.refinement);
    } else {
      context.controls.faint(snapshot.refining ? "working ..." : "No replicates yet: press Start.", width_here());
      context.controls.name_item("result/progress");
    }
  }
  context.controls.pen().scrolling(false);
}

void ResultPanel::draw_heading(PanelContext& context) const {
  Controls& controls = context.controls;
  controls.text("What-if against baseline", context.theme.text, width_here());
  ImGui::Separator();
  if (!context.snapshot.sitting.edited) return;
  controls.paragraph(what_is_compared(context.snapshot.sitting), context.theme.accent, width_here());
  controls.name_item("result/heading");
  controls.tip_on_hover(context.snapshot.scenario + ", with these changes and without, to its last day");
}

void ResultPanel::draw_switches(PanelContext& context) {
  const Snapshot& snapshot = context.snapshot;
  bool uncertain = snapshot.refining_uncertain;
  if (context.controls.tick("result/uncertain", "Also draw the uncertain parameters",
                            "Nobody knows the model's parameters exactly. This draws them anew in every replicate from "
                            "what is believed of them, the same for baseline and what-if. It takes twice as long.",
                            uncertain)) {
    context.session.send(Refine{true, uncertain});
  }
  const bool on = snapshot.refining;
  if (context.controls.button("result/refine", on ? Icon::pause : Icon::run, on ? "Stop" : "Start",
                              on ? "Stop the replicates in the background; what they found stays"
                                 : "Run 8, then 16, then 64 replicates in the background")) {
    context.session.send(Refine{!on, snapshot.refining_uncertain});
  }
}

void ResultPanel::draw_result(PanelContext& context, const Refinement& refinement) {
  if (!refinement.problem.empty()) {
    context.controls.paragraph(refinement.problem, context.theme.change, width_here());
    context.controls.name_item("result/problem");
    if (context.controls.button("result/copy", Icon::copy, "Copy", "Copy this text"))
      ImGui::SetClipboardText(refinement.problem.c_str());
    return;
  }
  const bool stale = is_stale(context.snapshot, refinement) || refinement.card.empty();
  ImGui::SameLine();
  draw_exports(context, refinement);
  draw_progress(context, refinement, stale);
  ImGui::Dummy({0, context.theme.px(2)});
  for (std::size_t i = 0; i < refinement.card.size(); ++i) draw_line(context, refinement.card[i], i, stale);
  if (refinement.rows.empty()) return;
  ImGui::Dummy({0, context.theme.px(6)});
  draw_result_rows(context, refinement, stale);
}

void ResultPanel::draw_exports(PanelContext& context, const Refinement& refinement) {
  const bool any = !refinement.rows.empty() && !is_stale(context.snapshot, refinement);
  if (context.controls.button("result/copy", Icon::copy, "Copy", "Copy the sentences and the table as text", any))
    ImGui::SetClipboardText(result_as_text(heading_of(context.snapshot), refinement).c_str());
  ImGui::SameLine();
  if (context.controls.button("result/csv", Icon::save, "CSV",
                              "Save the table as a file for spreadsheets, in the folder that the viewer was started in",
                              any))
    save_table(context, refinement);
}

}  // namespace trust::viz
