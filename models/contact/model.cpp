#include "models/contact/experience.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

constexpr Lever contact_lever[tie_class_count] = {Lever::contact_manager, Lever::contact_report, Lever::contact_peer,
                                                  Lever::contact_across,  Lever::contact_across, Lever::contact_across,
                                                  Lever::contact_leaders};

// The chances of a contact by channel, each on top of those before it.
std::array<LaneInts, 4> thresholds(Lanes contact, Lanes in_person, const LeversOf& levers) {
  const Lanes call = (1.0F - in_person) * levers(Lever::channel_call);
  const Lanes chat = (1.0F - in_person) * (1.0F - levers(Lever::channel_call)) * levers(Lever::channel_chat);
  return {threshold16(contact * in_person), threshold16(contact * (in_person + call)),
          threshold16(contact * (in_person + call + chat)), threshold16(contact)};
}

// Worth of recognition but for its surprise: how soon, and how public, personal and tangible it is.
Lanes kernel_of_recognition(const LeversOf& levers) {
  const Lanes moderator = levers(Lever::recognition_moderator);
  return exponential(-levers(Lever::recognition_delay) / levers(Lever::recognition_delay_scale)) *
         (1.0F + moderator * levers(Lever::recognition_public)) *
         (1.0F + moderator * levers(Lever::recognition_personal)) *
         (1.0F + moderator * levers(Lever::recognition_tangible));
}

// What a behaviour does to those who meet the person, where the table of behaviours says who they are.
struct Effect {
  Behaviour behaviour;
  Lever size;
  bool good;
};

constexpr Effect effects[] = {
    {Behaviour::recognition, Lever::recognition_effect, true},
    {Behaviour::transparency, Lever::transparency_effect, true},
    {Behaviour::micromanagement, Lever::micromanagement_effect, false},
    {Behaviour::accountability, Lever::accountability_effect, true},
    {Behaviour::progress, Lever::progress_effect, true},
    {Behaviour::team_building, Lever::team_building_effect, true},
    {Behaviour::vulnerability, Lever::vulnerability_effect, true},
    {Behaviour::appreciation, Lever::appreciation_effect, true},
    {Behaviour::customer_focus, Lever::customer_focus_effect, true},
    {Behaviour::unbiased, Lever::unbiased_effect, true},
    {Behaviour::coaching, Lever::coaching_effect, true},
    {Behaviour::self_promotion, Lever::self_promotion_effect, false},
};

constexpr bool hears(Audience audience, TieClass tie) {
  switch (audience) {
    case Audience::everyone:
      return true;
    case Audience::reports:
      return tie == TieClass::manager;
    case Audience::function:
      return tie == TieClass::manager || tie == TieClass::report || tie == TieClass::peer;
    case Audience::across:
      return is_across(tie) || tie == TieClass::leader_leader;
    default:
      return false;
  }
}

// One person's day, as those of one class see it.
template <int dimensions>
class Witness {
 public:
  Witness(const DayContext& day, Seat person, const ContactToday& today)
      : day_(day), person_(person), today_(today), levers_(day, person), word_(word(Column::behaviour_word)) {}

  Evidence<dimensions> evidence(TieClass tie) const {
    Evidence<dimensions> seen{};
    for (int d = 0; d < dimensions; ++d) seen.good[d] = seen.bad[d] = 0.0F;
    add_ordinary(seen);
    for (const Effect& effect : effects) {
      if (hears(row(effect.behaviour).audience, tie)) add(seen, effect, tie);
    }
    add_promises(seen);
    if (tie == TieClass::manager) add_switching(seen);
    if (is_across(tie) || tie == TieClass::leader_leader) add_across(seen);
    if (tie == TieClass::cross_function_marketing) add_leads(seen);
    return seen;
  }

  Lanes happened(Behaviour behaviour, Lever size) const { return where(did(word_, behaviour), levers_(size)); }

 private:
  static constexpr const BehaviourRow& row(Behaviour behaviour) {
    return behaviours[static_cast<std::size_t>(behaviour)];
  }
  static constexpr int index(Dimension dimension) { return index_of<dimensions>(dimension); }

  LaneInts word(Column column) const { return get_ints(day_, column, person_); }

  void add_ordinary(Evidence<dimensions>& seen) const {
    const Lanes ordinary = levers_(Lever::contact_ordinary);
    seen.good[index(Dimension::ability)] += max(ordinary, 0.0F);
    seen.bad[index(Dimension::ability)] += max(-ordinary, 0.0F);
  }

  void add(Evidence<dimensions>& seen, const Effect& effect, TieClass tie) const {
    Lanes worth = happened(effect.behaviour, effect.size);
    if (effect.behaviour == Behaviour::recognition) worth = worth * recognition_factor(tie);
    const int d = index(row(effect.behaviour).dimension);
    (effect.good ? seen.good : seen.bad)[d] += worth;
  }

  Lanes recognition_factor(TieClass tie) const {
    const Lanes weight = levers_(Lever::recognition_unexpected);
    const Lanes expectation = get(day_, Column::recognition_expectation, person_);
    const Lanes surprise = (1.0F + weight * (1.0F - expectation)) / (1.0F + weight);
    const Lanes factor = surprise * today_.kernel;
    return tie == TieClass::peer ? factor * levers_(Lever::recognition_peer) : factor;
  }

  // A broken promise counts as bad intent where nothing is clear, as lack of ability where it is.
  void add_promises(Evidence<dimensions>& seen) const {
    const LaneMask kept = did(word_, Behaviour::promise);
    seen.good[index(Dimension::integrity)] += where(kept, levers_(Lever::promise_effect));
    const Lanes broken = where(~kept, levers_(Lever::promise_broken));
    const Lanes intent = levers_(Lever::playbook_attribution) * (1.0F - levers_(Lever::playbook_clarity));
    seen.bad[index(Dimension::integrity)] += broken * intent;
    seen.bad[index(Dimension::ability)] += broken * (1.0F - intent);
  }

  // Coach on one day, reviewer on the next.
  void add_switching(Evidence<dimensions>& seen) const {
    const LaneInts changed = word_ ^ word(Column::word_before);
    seen.bad[index(Dimension::integrity)] +=
        where(did(changed, Behaviour::coaching), levers_(Lever::coaching_switching));
  }

  void add_across(Evidence<dimensions>& seen) const {
    const LaneMask answered = did(word_, Behaviour::responsiveness);
    seen.good[index(Dimension::ability)] += where(answered, levers_(Lever::responsiveness_effect));
    seen.bad[index(Dimension::ability)] += where(~answered, levers_(Lever::responsiveness_silence));
    seen.good[index(Dimension::benevolence)] += levers_(Lever::objectives_effect) * levers_(Lever::objectives_shared);
  }

  void add_leads(Evidence<dimensions>& seen) const {
    const LaneInts yesterday = word(Column::happened);
    seen.good[index(Dimension::benevolence)] +=
        where(did(yesterday, Behaviour::answered_leads), levers_(Lever::follow_up_effect));
    seen.bad[index(Dimension::benevolence)] +=
        where(did(yesterday, Behaviour::silent_on_leads), levers_(Lever::follow_up_silence));
  }

  const DayContext& day_;
  Seat person_;
  const ContactToday& today_;
  LeversOf levers_;
  LaneInts word_;
};

}  // namespace

ContactToday::ContactToday(const DayContext& day) {
  const LeversOf levers(day, 0);
  const Lanes in_person = levers(Lever::channel_in_person);
  for (std::size_t c = 0; c < tie_class_count; ++c) {
    const Lanes contact = per_step(day, levers(contact_lever[c]));
    near[c] = thresholds(contact, in_person, levers);
    far[c] = thresholds(contact, in_person * levers(Lever::channel_distance), levers);
  }
  richness[0] = 1.0F;
  richness[1] = levers(Lever::richness_call);
  richness[2] = levers(Lever::richness_chat);
  richness[3] = levers(Lever::richness_mail);
  kernel = kernel_of_recognition(levers);
  misread = levers(Lever::style_misread) * (1.0F - levers(Lever::style_vocabulary));
  projection = levers(Lever::style_projection);
  damping = levers(Lever::repair_scar_damping);
}

template <int dimensions>
Seen<dimensions>::Seen(const DayContext& day, Seat person, const ContactToday& today) {
  const Witness<dimensions> witness(day, person, today);
  for (std::size_t c = 0; c < tie_class_count; ++c) {
    if ((day.world->classes_of_row()[person] >> c & 1) == 0) continue;
    of_class[c] = witness.evidence(static_cast<TieClass>(c));
  }
  const LeversOf levers(day, person);
  discretion = witness.happened(Behaviour::discretion, Lever::discretion_effect);
  feedback = witness.happened(Behaviour::peer_feedback, Lever::peer_feedback_effect);
  feedback_cost = witness.happened(Behaviour::peer_feedback, Lever::peer_feedback_cost);
  attention = levers(Lever::attention_effect);
  attention_below = levers(Lever::attention_threshold);
  feedback_from = levers(Lever::repair_threshold);
  misread = today.misread * (1.0F - 0.5F * get(day, Column::self_awareness, person));
}

template struct Seen<1>;
template struct Seen<3>;

}  // namespace TRUST_PATH
}  // namespace trust
