// Pictures and numbers of what is shown, as files.
#include "viz/panels/actions.hpp"
#include "viz/panels/dialog_frame.hpp"
#include "viz/panels/dialogs.hpp"
#include "viz/panels/export_plots.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

fs::path with_ending(const std::string& name, const std::string& ending) {
  std::error_code error;
  return fs::absolute(name + ending, error).lexically_normal();
}

// The panels that can be seen now.
std::vector<PanelId> shown_panels(const PanelContext& context) {
  std::vector<PanelId> shown;
  for (int i = 0; i < static_cast<int>(PanelId::count); ++i) {
    const auto id = static_cast<PanelId>(i);
    if (context.controls.find("panel/" + std::string(name_of(id)))) shown.push_back(id);
  }
  return shown;
}

}  // namespace

void Dialogs::draw_exporting(PanelContext& context) {
  Controls& controls = context.controls;
  const float width = ImGui::GetContentRegionAvail().x;
  controls.faint("Name, without its ending");
  controls.search("export/name", width, "Name of the files", name_);
  look_at_file(context);
  say_where(context);
  ImGui::Dummy({0, context.theme.px(4)});
  choose_picture(context);
  if (controls.button(
          "export/numbers", Icon::save, "The plots' numbers",
          "A CSV file for every plot, beside the scenario saved last or in the working directory, under the "
          "scenario's name; also by Export above the plots. Result has its table's numbers.",
          context.snapshot.ready())) {
    context.view.news = export_and_tell(context.snapshot, context.view, PlotFiles::csv);
    context.view.dialog = DialogId::none;
  }
  if (controls.button("export/scenario", Icon::save, "The what-if as a scenario file",
                      "Levers and interventions as the command line takes them")) {
    context.view.dialog = DialogId::save;
  }
  foot(button_width("Close"), context);
  if (controls.button("dialog/cancel", Icon::none, "Close", "Nothing more is written (Esc)")) {
    context.view.dialog = DialogId::none;
  }
}

void Dialogs::choose_picture(PanelContext& context) {
  Controls& controls = context.controls;
  const auto wish = [&](const std::string& ending, std::optional<Box> part) {
    picture_ = PictureWish{with_ending(name_, ending), part};
    context.view.dialog = DialogId::none;
  };
  if (controls.button("export/window", Icon::camera, "Picture of the whole window", "A PNG file", names_a_place())) {
    wish(".png", std::nullopt);
  }
  const std::vector<PanelId> panels = shown_panels(context);
  if (panels.empty()) return;
  std::vector<std::string> labels;
  for (const PanelId id : panels) labels.push_back(spoken(name_of(id)));
  panel_ = std::min(panel_, static_cast<int>(panels.size()) - 1);
  const std::string name(name_of(panels[static_cast<std::size_t>(panel_)]));
  if (controls.button("export/panel", Icon::camera, "Picture of one panel:", "A PNG file", names_a_place())) {
    wish("-" + name + ".png", controls.find("panel/" + name));
  }
  ImGui::SameLine();
  controls.combo("export/which", context.theme.px(150), labels, panel_);
}

}  // namespace trust::viz
