#include "study/explain/evidence.hpp"

#include <algorithm>

namespace trust {
namespace {

constexpr EvidenceRow rows[] = {
    {Lever::contact_ordinary, {}, false, "did nothing out of the ordinary"},
    {Lever::recognition_effect, Behaviour::recognition, false, "recognised what others achieved"},
    {Lever::discretion_effect, Behaviour::discretion, false, "left it to people how they do their work"},
    {Lever::transparency_effect, Behaviour::transparency, false, "shared where things are heading and why"},
    {Lever::micromanagement_effect, Behaviour::micromanagement, false, "controlled how people work"},
    {Lever::accountability_effect, Behaviour::accountability, false, "reviewed what came of the work"},
    {Lever::progress_effect, Behaviour::progress, false, "made progress visible"},
    {Lever::team_building_effect, Behaviour::team_building, false, "shared credit, did something for the group"},
    {Lever::vulnerability_effect, Behaviour::vulnerability, false, "asked for help, shared criticism"},
    {Lever::peer_feedback_effect, Behaviour::peer_feedback, false, "said what could be better, as agreed"},
    {Lever::peer_feedback_cost, Behaviour::peer_feedback, false, "said unasked what could be better"},
    {Lever::appreciation_effect, Behaviour::appreciation, false, "acknowledged what another function contributes"},
    {Lever::responsiveness_effect, Behaviour::responsiveness, false, "answered, invited, accepted"},
    {Lever::responsiveness_silence, Behaviour::responsiveness, true, "did not answer, invite or accept"},
    {Lever::promise_effect, Behaviour::promise, false, "kept all promises"},
    {Lever::promise_broken, Behaviour::promise, true, "broke a promise"},
    {Lever::customer_focus_effect, Behaviour::customer_focus, false, "put the customer at the centre"},
    {Lever::unbiased_effect, Behaviour::unbiased, false, "took a neutral view before judging"},
    {Lever::coaching_effect, Behaviour::coaching, false, "coached"},
    {Lever::coaching_switching, {}, false, "was coach on one day and reviewer on the other"},
    {Lever::self_promotion_effect, Behaviour::self_promotion, false, "promoted themselves, blamed others"},
    {Lever::attention_effect, {}, false, "gave attention to somebody who trusts little"},
    {Lever::objectives_effect, {}, false, "works towards shared objectives"},
    {Lever::follow_up_effect, {}, false, "answered leads the day before"},
    {Lever::follow_up_silence, {}, false, "left leads without a word the day before"},
};

}  // namespace

std::span<const EvidenceRow> evidence_rows() { return rows; }

std::string_view clause_of(Behaviour behaviour) {
  const auto found = std::find_if(std::begin(rows), std::end(rows), [&](const EvidenceRow& row) {
    return row.behaviour == behaviour && !row.left_undone;
  });
  return found == std::end(rows) ? std::string_view{} : found->clause;
}

}  // namespace trust
