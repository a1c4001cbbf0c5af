#include "viz/tour/tour.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "viz/tour/tour_cover.hpp"
#include "viz/tour/tour_facts.hpp"
#include "viz/tour/tour_texts.hpp"

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float card_width = 620;
constexpr float card_margin = 14;
constexpr float card_padding = 14;
constexpr float card_rounding = 8;
constexpr float least_clear = 0.55F;  // share of the network's height that a card leaves free to spare the legend

constexpr ImGuiWindowFlags card_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                        ImGuiWindowFlags_NoFocusOnAppearing;

// Over the lower middle of the network; of the window, where there is none.
Box place_of_network(const Controls& controls) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  return controls.find("network").value_or(Box{{0, 0}, {size.x, size.y}});
}

// The card stands on the network's legend, which says what its colours mean; over it, where the network is low.
float foot_of_card(const PanelContext& context, const Box& network, float height) {
  const auto legend = context.controls.find("legend");
  if (!legend || legend->low.y < network.low.y) return network.high.y;
  return legend->low.y - height - network.low.y >= least_clear * network.height() ? legend->low.y : network.high.y;
}

}  // namespace

void Tour::draw(PanelContext& context) {
  if (!context.view.tour) {
    if (was_on_) put_back(context);
    if (state_.on())
      send(context, state_.press(TourPress::leave_now, 0, facts_of(context.snapshot, context.view, state_)));
    was_on_ = false;
    return;
  }
  state_.set_folder(context.view.tour_folder);
  const TourFacts facts = facts_of(context.snapshot, context.view, state_);
  if (!was_on_ && !context.view.tour_folder.empty()) send(context, state_.start(facts));
  was_on_ = true;
  send(context, state_.observe(facts));
  keys(context);
  show(context);
  std::vector<Box> holes;
  if (state_.asking() == TourQuestion::none) holes = boxes_of(context.controls, state_.step().lit);
  if (card_) add_rounded(*card_, context.theme.px(card_rounding), holes);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  draw_cover(cover_around({size.x, size.y}, holes), context.theme);
  draw_card(context);
  keep_network_clear(context);
  if (context.view.tour && !context.view.tour_folder.empty() && !state_.on()) context.view.tour = false;
}

void Tour::send(PanelContext& context, std::vector<Command> commands) {
  std::uint64_t number = 0;
  for (Command& command : commands) number = context.session.send(std::move(command));
  if (number > 0) state_.sent(number);
}

void Tour::press(PanelContext& context, TourPress press, std::size_t which) {
  const std::size_t chapter = state_.chapter_number();
  const std::size_t step = state_.step_number();
  send(context, state_.press(press, which, facts_of(context.snapshot, context.view, state_)));
  if (state_.chapter_number() != chapter || state_.step_number() != step) show(context);
}

// The network makes room for the chapter's tallest card: a picture that moved with every card would look as if
// something had happened in it.
void Tour::keep_network_clear(PanelContext& context) {
  const Box network = place_of_network(context.controls);
  const bool moved = !(network == network_) || cleared_for_ != state_.chapter_number();
  const float covered = card_ ? std::max(0.0F, network.high.y - card_->low.y) : 0;
  const bool still = std::exchange(covered_, covered) == covered;  // a new card's height is a guess for a frame
  float& cleared = context.view.network_covered;
  if (moved) cleared = 0;
  if (still) cleared = std::max(cleared, covered);
  network_ = network;
  cleared_for_ = state_.chapter_number();
}

// Whom one met is let go while a firm runs, since whoever is chosen dims the others, and found again where the story
// comes back to them. No other firm knows them.
void Tour::choose_person(PanelContext& context) {
  const std::pair<std::size_t, std::size_t> here{state_.chapter_number(), state_.step_number()};
  if (here == chosen_for_) return;
  const bool other_firm = here.first != chosen_for_.first;
  chosen_for_ = here;
  std::string& chosen = context.view.selected_person;
  const bool returns = state_.step().text.find("{person}") != std::string_view::npos;
  if (state_.step().kind == StepKind::run && !chosen.empty()) met_ = std::exchange(chosen, "");
  if (returns && chosen.empty()) chosen = met_;
  if (other_firm) {
    chosen.clear();
    met_.clear();
  }
}

// What the step wants to be seen.
void Tour::show(PanelContext& context) {
  if (!state_.on() || state_.asking() == TourQuestion::unsaved || state_.asking() == TourQuestion::resume) return;
  ViewState& view = context.view;
  choose_person(context);
  view.hide_future = state_.hides_future();
  view.ghosts = state_.ghosts();
  view.measures = {state_.chapter().measure};
  view.arm = state_.compares() ? ShownArm::compare : ShownArm::what_if;
  view.maximised.reset();
  view.drawer = view.help = false;
  view.days = {};
  const auto lever = state_.step().kind == StepKind::tries ? state_.lever() : std::nullopt;
  const std::string shown = lever ? std::string(parameter(*lever).name) : "";
  if (lever) view.levers_folded = false;
  if (shown != lever_shown_) view.lever_search = lever_shown_ = shown;
}

// Nothing of the tour stays behind but the firm.
void Tour::put_back(PanelContext& context) {
  ViewState& view = context.view;
  view.hide_future = false;
  view.ghosts.clear();
  view.network_covered = 0;
  if (!lever_shown_.empty()) view.lever_search.clear();
  lever_shown_.clear();
  card_.reset();
}

void Tour::keys(PanelContext& context) {
  if (ImGui::GetIO().WantTextInput) return;
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), false); };
  const bool asks = state_.asking() != TourQuestion::none;
  if (pressed(ImGuiKey_Escape)) {
    if (context.view.tour_folder.empty())
      context.view.tour = false;
    else if (state_.asking() == TourQuestion::leave)
      press(context, TourPress::stay);
    else if (asks)
      press(context, TourPress::keep);
    else
      press(context, TourPress::leave);
  }
  if (pressed(ImGuiKey_Enter) && !asks) press(context, TourPress::next);
}

void Tour::draw_card(PanelContext& context) {
  const Theme& theme = context.theme;
  const Box network = place_of_network(context.controls);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const float margin = theme.px(card_margin);
  const float width = std::round(std::min(theme.px(card_width), std::max(network.width() - 2 * margin, theme.px(300))));
  const float height = card_ ? card_->height() : theme.px(170);
  const float left = std::clamp((network.low.x + network.high.x - width) / 2, 0.0F, std::max(0.0F, size.x - width));
  const float foot = foot_of_card(context, network, height) - margin;
  const float top = std::clamp(foot - height, 0.0F, std::max(0.0F, size.y - height));
  ImGui::SetNextWindowPos({std::round(left), std::round(top)});
  ImGui::SetNextWindowSize({width, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(card_padding), theme.px(card_padding)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(card_rounding));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, std::max(1.0F, theme.px(1.5F)));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, theme.panel);
  ImGui::PushStyleColor(ImGuiCol_Border, theme.accent);
  context.controls.pen().raise();
  const bool open = ImGui::Begin("tour card", nullptr, card_flags);
  ImGui::PopStyleColor(2);  // tips are windows too, and look like other tips
  ImGui::PopStyleVar(3);
  if (open) {
    const float room = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 extent = ImGui::GetWindowSize();
    card_ = Box{{at.x, at.y}, {at.x + extent.x, at.y + extent.y}};
    context.controls.name_box("tour/card", at, {at.x + extent.x, at.y + extent.y});
    draw_heading(context, room);
    const bool asks = context.view.tour_folder.empty() || state_.asking() != TourQuestion::none;
    asks ? draw_question(context, room) : draw_step(context, room);
  }
  ImGui::End();
  context.controls.pen().lower();
}

// The chapter's name, and one small button for each chapter.
void Tour::draw_heading(PanelContext& context, float width) {
  Controls& controls = context.controls;
  const auto& chapters = tour_chapters();
  const float left = ImGui::GetCursorScreenPos().x;
  controls.text(context.view.tour_folder.empty() ? "Trust in ten minutes" : state_.chapter().title,
                context.theme.accent);
  if (context.view.tour_folder.empty()) return;
  const std::string progress =
      "Chapter " + std::to_string(state_.chapter_number() + 1) + " of " + std::to_string(chapters.size());
  const float side = std::round(context.theme.px(13));
  const float gap = std::round(context.theme.px(5));
  const float dots = static_cast<float>(chapters.size()) * (side + gap) - gap;
  ImGui::SameLine();
  const float x = left + width - dots;
  const float words = x - gap * 2 - text_size(progress).x;
  if (words > ImGui::GetCursorScreenPos().x) {
    controls.text_until(x - gap * 2, progress, context.theme.faint_text);
    ImGui::SameLine();
  }
  const float y = ImGui::GetItemRectMin().y + std::round((ImGui::GetFontSize() - side) / 2);
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const ImVec2 low{x + static_cast<float>(i) * (side + gap), y};
    ImGui::SetCursorScreenPos(low);
    const std::string name = "tour/chapter/" + std::to_string(i);
    const bool pressed = ImGui::InvisibleButton(("##" + name).c_str(), {side, side});
    controls.name_item(name);
    controls.tip_on_hover(std::to_string(i + 1) + ". " + std::string(chapters[i].title));
    const bool here = i == state_.chapter_number();
    const ImU32 colour = here || ImGui::IsItemHovered() ? context.theme.accent : context.theme.frame;
    const ImVec2 middle{low.x + side / 2, low.y + side / 2};
    if (i <= state_.chapter_number())
      ImGui::GetWindowDrawList()->AddCircleFilled(middle, side * 0.36F, colour);
    else
      ImGui::GetWindowDrawList()->AddCircle(middle, side * 0.36F, colour, 0, context.theme.px(1.5F));
    if (pressed) press(context, TourPress::chapter, i);
    ImGui::SameLine();
  }
  ImGui::NewLine();
}

void Tour::draw_question(PanelContext& context, float width) {
  Controls& controls = context.controls;
  const auto say = [&](std::string_view text) {
    controls.paragraph(text, context.theme.text, width);
    ImGui::Spacing();
  };
  const auto choice = [&](const char* name, std::string_view label, TourPress what) {
    if (controls.button(name, Icon::none, label, "")) press(context, what);
    ImGui::SameLine();
  };
  if (context.view.tour_folder.empty()) {
    say("The tour's firms were not found: the folder scenarios/tour that comes with the program.");
    if (controls.button("tour/leave", Icon::none, "Close", "Back to the window (Esc)")) context.view.tour = false;
    return;
  }
  switch (state_.asking()) {
    case TourQuestion::unsaved:
      say("The tour opens firms of its own. What you changed in this one is not saved yet and would be lost.");
      choice("tour/keep", "Keep my changes", TourPress::keep);
      choice("tour/start-anyway", "Start the tour anyway", TourPress::start_anyway);
      break;
    case TourQuestion::resume:
      say("Welcome back. You were in the middle of this chapter.");
      choice("tour/resume", "Go on here", TourPress::resume);
      choice("tour/restart", "From the beginning", TourPress::restart);
      choice("tour/keep", "Not now", TourPress::keep);
      break;
    case TourQuestion::leave:
      say("Leave the tour? You keep this firm, with every lever. The tour waits for you where you left it.");
      choice("tour/leave-now", "Leave", TourPress::leave_now);
      choice("tour/stay", "Stay", TourPress::stay);
      break;
    case TourQuestion::none:
      break;
  }
  ImGui::NewLine();
}

void Tour::draw_step(PanelContext& context, float width) {
  Controls& controls = context.controls;
  if (state_.failed()) {
    controls.paragraph("This chapter's firm could not be opened. The line above the window says why.",
                       context.theme.change, width);
  } else {
    controls.paragraph(card_text(state_, context.snapshot, context.view.selected_person), context.theme.text, width);
  }
  controls.name_item("tour/text");
  ImGui::Spacing();
  draw_choices(context, width);
  draw_ways(context, width);
}

// Whether what is seen is what that try led to.
bool Tour::in_force(std::string_view label) const {
  return state_.step().kind == StepKind::tries && !state_.tried().empty() && state_.tried().back().label == label;
}

// Bets, or what can be tried and what came of it.
void Tour::draw_choices(PanelContext& context, float width) {
  Controls& controls = context.controls;
  const TourStep& step = state_.step();
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const auto row = [&](const std::string& name, std::size_t count, const auto& label, TourPress what) {
    const float each = std::floor((width + gap) / static_cast<float>(count) - gap);
    std::optional<std::size_t> pressed;
    ImGui::BeginDisabled(state_.waiting() || state_.failed());
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) ImGui::SameLine(0, gap);
      if (controls.toggle(name + std::to_string(i), Icon::none, label(i), "", in_force(label(i)), each)) pressed = i;
    }
    ImGui::EndDisabled();
    if (pressed) press(context, what, *pressed);
  };
  if (step.kind == StepKind::bet) {
    row(
        "tour/bet/", step.question->bets.size(), [&](std::size_t i) { return step.question->bets[i]; }, TourPress::bet);
  }
  if (step.kind != StepKind::tries) return;
  row(
      "tour/try/", step.tries.size(), [&](std::size_t i) { return step.tries[i].label; }, TourPress::attempt);
  const std::string tried = tried_text(state_);
  if (tried.empty()) return;
  controls.paragraph(tried, context.theme.faint_text, width);
  controls.name_item("tour/tried");
}

void Tour::draw_ways(PanelContext& context, float width) {
  Controls& controls = context.controls;
  const float left = ImGui::GetCursorScreenPos().x;
  const TourFacts facts = facts_of(context.snapshot, context.view, state_);
  if (controls.button("tour/leave", Icon::none, "Leave", "Leave the tour; it can be gone on with later (Esc)")) {
    press(context, TourPress::leave);
  }
  ImGui::SameLine();
  if (controls.button("tour/back", Icon::none, "Back", "One step back", state_.can_go_back())) {
    press(context, TourPress::back);
  }
  const TourStep& step = state_.step();
  if (step.kind == StepKind::bet) return;
  const bool busy = state_.waiting() || (step.kind == StepKind::run && context.snapshot.running);
  const std::string label = busy ? "One moment ..." : std::string(step.button);
  const Icon icon = step.kind == StepKind::run && !busy ? Icon::run : Icon::none;
  const float needed = text_size(label).x + 2 * ImGui::GetStyle().FramePadding.x +
                       (icon == Icon::none ? 0 : ImGui::GetFontSize() * 1.4F);
  ImGui::SameLine();
  ImGui::SetCursorScreenPos({left + width - needed, ImGui::GetCursorScreenPos().y});
  const bool can = state_.can_go_on(facts) && !busy;
  ImGui::PushStyleColor(ImGuiCol_Border, can ? ImGui::ColorConvertU32ToFloat4(context.theme.accent)
                                             : ImGui::GetStyleColorVec4(ImGuiCol_Border));
  if (controls.button("tour/next", icon, label, step.kind == StepKind::tries ? "Try a few first" : "On (Enter)", can,
                      needed)) {
    press(context, TourPress::next);
  }
  ImGui::PopStyleColor();
}

}  // namespace trust::viz
