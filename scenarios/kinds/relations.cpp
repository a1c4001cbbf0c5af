// How people deal with one another. Sizes are [design].
#include "scenarios/kinds/kinds.hpp"

namespace trust {

namespace {

using Whom = Expansion::Whom;

void feedback_contract(Expansion& plan) {
  Event event;
  event.kind = Event::Kind::contract;
  event.share = plan.number("share");
  plan.event(event);
  plan.add(Lever::peer_feedback_propensity, 0.15F);
}

constexpr std::array<std::string_view, 4> channel_names = {"face_to_face", "call", "chat", "mail"};

/// What of a conversation comes across: the defaults of richness.call, richness.chat and richness.mail.
float richness(std::size_t channel) {
  constexpr std::array<Lever, 3> levers = {Lever::richness_call, Lever::richness_chat, Lever::richness_mail};
  return channel == 0 ? 1.0F : parameter(levers[channel - 1]).initial;
}

void reset(Expansion& plan) {
  Event event;
  event.kind = Event::Kind::response;
  event.response = plan.word<Event::Response>("response");
  event.guilt_proven = plan.flag("guilt_proven");
  event.richness = richness(plan.word<std::size_t>("channel"));
  plan.event(event);
}

void one_to_ones(Expansion& plan) { plan.set(Lever::attention_threshold, plan.number("threshold")); }

void appreciation(Expansion& plan) { plan.add(Lever::appreciation_propensity, 0.3F); }

void shared_listening(Expansion& plan) {
  plan.add(Lever::customer_focus_propensity, 0.3F);
  plan.add(Lever::objectives_shared, 0.1F);
}

void win_stories(Expansion& plan) {
  plan.add(Lever::appreciation_propensity, 0.1F);
  plan.add(Lever::team_building_propensity, 0.1F);
  plan.add(Lever::gossip_good_news, 0.02F);
  if (plan.flag("endorsement")) plan.add(Lever::gossip_leaders, 1);
}

void audit(Expansion& plan) {
  const bool full = plan.word<int>("survey") == 0;
  plan.stage(Whom::who, 0, 1);
  plan.spend(full ? KindCost{1, 0, 8000} : KindCost{0.2, 0, 1500});
  plan.stage(Whom::leaders, plan.days("delay"));
  plan.spend({0.3, 0, 0});
  // A sample finds the people who need attention half as well: the threshold goes half the way.
  plan.set(Lever::attention_threshold, plan.number("threshold") * (full ? 1.0F : 0.5F));
}

void offsite(Expansion& plan) {
  plan.add(Lever::team_building_propensity, 0.6F);
  plan.add(Lever::vulnerability_propensity, 0.2F);
  plan.set(Lever::channel_in_person, 1);
  plan.add(Lever::contact_across, 0.3F);
}

void poster(Expansion& plan) { plan.set(Lever::message_vision, 1); }

}  // namespace

Kinds relation_kinds() {
  return {
      {.name = "feedback_contract",
       .sentence = "People agree to tell each other what could be better, and do.",
       .sources = "S3-5, S3-6, S3-7, S3-8, S3-9, S3-10, S3-11",
       .cost = {0.05},
       .options = {share("share", "Share of them who agree.", 1)},
       .expand = feedback_contract},
      {.name = "reset",
       .sentence = "Those who did harm answer for it, in the open.",
       .sources = "S3-12, S3-13, S3-15, S3-16, S3-17",
       .once = true,
       .who = UsualWho::must_be_named,
       .cost = {2, 0, 0, 1},
       .options = {word("response", "How they answer.", response_names, 0),
                   word("channel", "How they meet.", channel_names, 0),
                   flag("guilt_proven", "Whether it is known that they did it.", false)},
       .expand = reset},
      {.name = "one_to_ones",
       .sentence = "Leaders talk alone with those of their people who trust them least.",
       .sources = "S3-49",
       .who = UsualWho::leaders,
       .cost = {0.4},
       .options = {share("threshold", "Trust in the manager below which somebody gets such talks.", 0.4)},
       .expand = one_to_ones},
      {.name = "appreciation",
       .sentence = "The function with the higher standing says what others contribute and asks what would help them.",
       .sources = "S3-29, S3-30, S3-31, S3-32, S3-34",
       .who = UsualWho::sellers,
       .cost = {0.05},
       .expand = appreciation},
      {.name = "shared_listening",
       .sentence = "Functions listen to customers together.",
       .sources = "S3-35, S3-36, S3-40",
       .cost = {0.1},
       .expand = shared_listening},
      {.name = "win_stories",
       .sentence = "Wins are told with everybody's part in them, and leaders congratulate.",
       .sources = "S3-57, S3-58, S3-59, S3-60, S3-61, S3-62, S3-63",
       .cost = {0.05, 50},
       .options = {flag("endorsement", "Whether leaders congratulate: it gives their word more weight.", true)},
       .expand = win_stories},
      {.name = "audit",
       .sentence = "Asks how things are and how they should be, then goes to those who trust least.",
       .sources = "S0-20, S1-2, S3-45, S3-46, S3-49",
       .options = {word("survey", "Everybody, or a few advisers: cheap, and half as exact.",
                        std::array<std::string_view, 2>{"full", "sample"}, 0),
                   number("delay", "Days from asking to acting.", 0, 260, 10),
                   share("threshold", "Trust in the manager below which somebody gets attention.", 0.4)},
       .expand = audit},
      {.name = "offsite",
       .sentence = "Two days together, away from work.",
       .sources = "S0-25, S2-27, S3-33",
       .days = 2,
       .cost = {6, 0, 20000},
       .expand = offsite},
      {.name = "poster",
       .sentence = "A vision on the wall, and nothing else.",
       .sources = "S0-25, S4-16",
       .cost = {0, 0, 500},
       .expand = poster},
  };
}

}  // namespace trust
