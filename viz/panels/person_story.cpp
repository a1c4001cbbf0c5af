#include "viz/panels/person_story.hpp"

#include <cmath>

#include "viz/panels/person_rows.hpp"

namespace trust::viz {
namespace {

constexpr float padding = 8;  // inside the box, at scale 1

// A step's numbers: trust is kept to the thousandth, so that small steps show.
std::string from_to(float before, float after) { return trust_text(before, 3) + " to " + trust_text(after, 3); }

std::string change_of(float before, float after) {
  return before < 0 || after < 0 ? "" : change_text(after - before, 3);
}

ImU32 colour_of_step(const Theme& theme, float before, float after) {
  if (std::fabs(after - before) < 0.0005F) return theme.faint_text;
  if (after < 0 || (before >= 0 && after < before)) return theme.change;
  return theme.accent;
}

// The last day that may be asked about.
int last_day(const PanelContext& context) {
  return context.view.hide_future ? context.snapshot.day : context.snapshot.computed;
}

// A sentence begins with a capital, unless it begins with one of these ids.
std::string capitalised(std::string text, const std::string& id = "", const std::string& other = "") {
  const bool begins_with_id = (!id.empty() && text.starts_with(id)) || (!other.empty() && text.starts_with(other));
  if (!begins_with_id && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void draw_step(PanelContext& context, const TieExplanation& told, std::size_t number) {
  const TieStep& step = told.steps[number];
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + context.theme.px(3));
  const Theme& theme = context.theme;
  const float left = ImGui::GetCursorPosX();
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float right = low.x + ImGui::CalcItemWidth();
  context.controls.faint(capitalised(step.phase));
  ImGui::SameLine(0, theme.px(10));
  context.controls.faint(from_to(step.before, step.after));
  ImGui::SameLine(0, 0);
  context.controls.text_until(right, change_of(step.before, step.after),
                              colour_of_step(theme, step.before, step.after));
  ImGui::SetCursorPosX(left);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - theme.px(3));  // the two belong together
  lines(context, capitalised(step.text, told.source, told.target) + ".", theme.text, right - low.x);
  context.controls.name_box("why/step/" + std::to_string(number), low, {right, ImGui::GetItemRectMax().y});
}

// The rule with its numbers, below what it comes to in words.
void draw_reckoning(PanelContext& context, const TieExplanation& told, float width) {
  if (told.reckoning.empty()) return;
  ImGui::Dummy({0, context.theme.px(1)});
  const ImVec2 low = ImGui::GetCursorScreenPos();
  lines(context, "To reckon it again", context.theme.faint_text, width);
  for (const std::string& line : told.reckoning) lines(context, line, context.theme.text, width);
  context.controls.name_box("why/rule", low, {low.x + width, ImGui::GetItemRectMax().y});
}

std::string title_of(const Explain& asked) { return "Why " + asked.source + "'s trust in " + asked.target + " moved"; }

}  // namespace

void WhyBox::ask(PanelContext& context, const std::string& source, const std::string& target, int day) {
  asked_ = Explain{source, target, day, context.shown_arm()};
  send(context);
}

void WhyBox::send(PanelContext& context) {
  edition_ = context.snapshot.edition;
  context.session.send(*asked_);
}

const TieExplanation* WhyBox::answer(const Snapshot& snapshot) const {
  const TieExplanation* told = snapshot.explanation.get();
  if (told == nullptr || told->source != asked_->source || told->target != asked_->target) return nullptr;
  return told->day == asked_->day && told->arm == asked_->arm ? told : nullptr;
}

void WhyBox::draw(PanelContext& context) {
  if (!asked_) return;
  if (edition_ != context.snapshot.edition || asked_->arm != context.shown_arm()) {
    asked_->arm = context.shown_arm();
    send(context);
  }
  const Theme& theme = context.theme;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  draw->ChannelsSplit(2);  // the box lies behind what stands in it, and is as high as that
  draw->ChannelsSetCurrent(1);
  ImGui::SetCursorScreenPos({low.x + theme.px(padding), low.y + theme.px(padding)});
  ImGui::BeginGroup();
  ImGui::PushItemWidth(width - 2 * theme.px(padding));
  draw_title(context);
  const TieExplanation* told = answer(context.snapshot);
  if (asked_ && told != nullptr) draw_answer(context, *told);
  if (asked_ && told == nullptr) context.controls.faint("Running that day again ...");
  ImGui::PopItemWidth();
  ImGui::EndGroup();
  const float bottom = ImGui::GetItemRectMax().y + theme.px(padding);
  draw->ChannelsSetCurrent(0);
  draw->AddRectFilled(low, {low.x + width, bottom}, theme.canvas, theme.px(4));
  draw->AddRect(low, {low.x + width, bottom}, theme.accent, theme.px(4), 0, theme.px(1));
  draw->ChannelsMerge();
  context.controls.name_box("why", low, {low.x + width, bottom});
  ImGui::SetCursorScreenPos({low.x, bottom + theme.px(4)});
}

void WhyBox::draw_title(PanelContext& context) {
  lines(context, title_of(*asked_), context.theme.text, ImGui::CalcItemWidth());
  draw_days(context);
}

void WhyBox::draw_days(PanelContext& context) {
  Controls& controls = context.controls;
  const float gap = context.theme.px(4);
  int day = asked_->day;
  if (controls.button("why/earlier", Icon::none, "<", "The day before.", day > 1)) --day;
  ImGui::SameLine(0, gap);
  const bool elsewhere = asked_->day != context.snapshot.day;
  const std::string label = "Day " + std::to_string(asked_->day);
  if (controls.button("why/day", Icon::none, label, "Look at this day.", elsewhere)) {
    context.session.send(SeekDay{asked_->day});
  }
  ImGui::SameLine(0, gap);
  if (controls.button("why/later", Icon::none, ">", "The day after.", day < last_day(context))) ++day;
  ImGui::SameLine(0, gap);
  const bool closed = controls.button("why/close", Icon::none, "Close", "");
  if (day != asked_->day) {
    asked_->day = day;
    send(context);
  }
  if (closed) asked_.reset();
}

void WhyBox::draw_answer(PanelContext& context, const TieExplanation& told) const {
  const Theme& theme = context.theme;
  const float width = ImGui::CalcItemWidth();
  if (!told.problem.empty()) {
    lines(context, told.problem, theme.change, width);
    context.controls.name_item("why/problem");
    return;
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  context.controls.text(from_to(told.before, told.after));
  ImGui::SameLine(0, 0);
  context.controls.text_until(at.x + width, change_of(told.before, told.after),
                              colour_of_step(theme, told.before, told.after));
  context.controls.name_box("why/sum", at, {at.x + width, ImGui::GetItemRectMax().y});
  for (std::size_t step = 0; step < told.steps.size(); ++step) {
    draw_step(context, told, step);
  }
  draw_reckoning(context, told, width);
  ImGui::Dummy({0, theme.px(1)});
  for (const std::string& line : told.beside) lines(context, line, theme.faint_text, width);
}

const Moment* draw_moments(PanelContext& context, const PersonHistory& history) {
  const Theme& theme = context.theme;
  heading(context, "What happened");
  const Moment* pressed = nullptr;
  std::size_t shown = 0;
  const float indent = text_size("Day 0000").x + theme.px(8);
  for (std::size_t m = history.moments.size(); m-- > 0;) {
    const Moment& moment = history.moments[m];
    const bool later = moment.day > context.snapshot.day;
    if (later && context.view.hide_future) continue;
    const ImU32 colour = later ? theme.faint_text : moment.change < 0 ? theme.change : theme.text;
    const std::string name = "moment/" + std::to_string(m);
    const bool asks = moment.other != no_seat;
    const std::string other = asks ? context.look().organisation->people[moment.other].id : "";
    const PressedRow line =
        pressable_lines(context, name, "Day " + std::to_string(moment.day), indent, capitalised(moment.text, other),
                        colour, asks ? "Look at that day, and ask why." : "Look at that day.");
    if (line.hovered && asks) context.view.pointed = moment.other;
    if (line.pressed) pressed = &moment;
    ++shown;
  }
  if (shown == 0) context.controls.faint("Nothing out of the ordinary so far.");
  return pressed;
}

}  // namespace trust::viz
