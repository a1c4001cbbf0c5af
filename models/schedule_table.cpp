// The list itself. Compiled once for each instruction set.

#include "models/behaviours/model.hpp"
#include "models/change/model.hpp"
#include "models/clients/model.hpp"
#include "models/feelings/model.hpp"
#include "models/gossip/model.hpp"
#include "models/informal_ties/model.hpp"
#include "models/intervening/model.hpp"
#include "models/learning/model.hpp"
#include "models/observing/model.hpp"
#include "models/repair/model.hpp"
#include "models/requests/model.hpp"
#include "models/revenue/model.hpp"
#include "models/schedule.hpp"
#include "models/staying/model.hpp"
#include "models/time_use/model.hpp"
#include "models/trust_rules/model.hpp"
#include "models/work/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

template <Column... columns>
constexpr ColumnIndex list[] = {static_cast<ColumnIndex>(columns)...};

using enum Column;

constexpr DayPhase day[] = {
    {"intervene",
     "Brings everybody's levers to the day: settings, then interventions with their ramps and costs; and says what "
     "events the day has.",
     {},
     {},
     nullptr,
     intervene},
    {"stay", "Who leaves today and which empty seats are filled, by their hazards.",
     list<present, trust_given, stress, peer_exits, hours_learning, tenure>, list<tenure, peer_exits>, stay},
    {"change seats",
     "Leavers, newcomers and the seats that events are about: ties end and begin, a newcomer starts from what one "
     "function thinks of another.",
     list<present, trust_given, hours_learning, function_trust, tenure, generation, peer_exits, style_x, style_y,
          self_awareness, propensity, skill, acumen, felt_trust, clarity, recognised, micromanaged, progressing, stress,
          energy, engagement, safety, recognition_expectation, behaviour_word, word_before, happened, promise_left,
          harm, adopted, adopted_for, open_leads, open_opportunities, lost_in_all, checklist, learned, wins, bold,
          trust, tie_word, hurt, ceiling, ability, benevolence, integrity, evidence_for, evidence_against, belief,
          disbelief, ties_received, ties_given>,
     list<present, tenure, generation, peer_exits, style_x, style_y, self_awareness, propensity, skill, acumen,
          felt_trust, clarity, recognised, micromanaged, progressing, stress, energy, engagement, safety,
          recognition_expectation, behaviour_word, word_before, happened, promise_left, harm, adopted, adopted_for,
          open_leads, open_opportunities, lost_in_all, checklist, learned, wins, bold, trust, tie_word, hurt, ceiling,
          ability, benevolence, integrity, evidence_for, evidence_against, belief, disbelief, ties_received,
          ties_given>,
     nullptr, change_seats},
    {"draw ties",
     "Weekly: which informal ties form and which end.",
     list<trust, trust_received, present>,
     {},
     draw_ties},
    {"change ties", "Opens and closes them.",
     list<trust, propensity, function_trust, style_x, style_y, tie_word, hurt, ceiling, ties_received, ties_given,
          ability, benevolence, integrity, evidence_for, evidence_against, belief, disbelief>,
     list<trust, tie_word, hurt, ceiling, ability, benevolence, integrity, evidence_for, evidence_against, belief,
          disbelief, ties_received, ties_given>,
     nullptr, change_ties},
    {"repair", "Violations, apologies and other answers, feedback contracts; fresh promises fade.",
     list<trust, tie_word, hurt, ceiling, harm, promise_left, trust_received, present, propensity, ability, benevolence,
          integrity, evidence_for, evidence_against, belief, disbelief>,
     list<trust, tie_word, hurt, ceiling, harm, promise_left, ability, benevolence, integrity, evidence_for,
          evidence_against, belief, disbelief>,
     repair},
    {"gossip", "Weekly: what people hear about others from those they trust.", list<trust, generation>, list<news>,
     gossip},
    {"hear", "Brings trust to what was heard.",
     list<news, trust, tie_word, ceiling, propensity, ability, benevolence, integrity, evidence_for, evidence_against,
          belief, disbelief>,
     list<trust, ability, benevolence, integrity, evidence_for, evidence_against, belief, disbelief>, hear},
    {"decide", "Each person's behaviours of the day, from propensities, mood, habit and the manager's example.",
     list<trust_given, stress, self_awareness, present, word_before>, list<behaviour_word>, decide},
    {"meet + experience + trust",
     "One pass over the ties: who sees whom today and how, what it is worth, and what the trust rule makes of it.",
     list<trust, tie_word, ceiling, ability, benevolence, integrity, evidence_for, evidence_against, belief, disbelief,
          behaviour_word, word_before, happened, recognition_expectation, skill, self_awareness, propensity,
          promise_left, ties_received>,
     list<trust, ability, benevolence, integrity, evidence_for, evidence_against, belief, disbelief, trust_received>,
     update_trust},
    {"close trust", "Mean trust of each function in each other.", {}, list<function_trust>, nullptr, close_trust},
    {"feel",
     "Felt trust, clarity, recognition, micromanagement, progress, stress, energy, engagement and safety follow their "
     "causes.",
     list<trust, behaviour_word, trust_received, ties_given, skill, hours_inside, recognition_expectation, felt_trust,
          clarity, recognised, micromanaged, progressing, stress, energy, engagement, safety>,
     list<trust_given, recognition_expectation, felt_trust, clarity, recognised, micromanaged, progressing, stress,
          energy, engagement, safety, word_before>,
     feel},
    {"spend",
     "The hours of the day: reporting, meetings and justification grow as trust falls; what is left is for outside.",
     list<trust, trust_received, behaviour_word, present, accounts, clients_trust, adopted, adopted_for>,
     list<monitoring, hours_reporting, hours_meetings, hours_justification, hours_coordination, hours_learning,
          hours_programme, hours_outside, hours_inside>,
     spend_hours},
    {"work", "Effort, errors, and the output of the hours outside.",
     list<engagement, energy, clarity, micromanaged, recognised, monitoring, trust_given, tenure, present, skill,
          behaviour_word, hours_outside>,
     list<effort, errors, output>, work},
    {"learn", "Skill and business acumen: practice, training, feedback, peers; what is not used fades.",
     list<skill, acumen, behaviour_word, trust, trust_given, present, hours_learning>, list<skill, acumen, learned>,
     learn, average_skills},
    {"request", "Weekly: how many of eight requests of each person in marketing those who sell grant.",
     list<trust, present>, list<trust_from_sales, checklist>, request},
    {"campaign", "Campaigns of the people in marketing, safe or bold.",
     list<trust, trust_received, safety, output, present, adopted>, list<bold>, campaign},
    {"market", "Awareness, and the quality of the leads of the day.",
     list<awareness, checklist, present, accounts, clients_trust, open_leads, open_opportunities, leads_in_all,
          won_in_all, lost_in_all, rejected_in_all, silent_in_all>,
     list<awareness, leads_quality>, nullptr, market},
    {"chain", "Leads: followed, rejected in words or left without one; opportunities, wins.",
     list<trust, skill, tenure, present, hours_outside, awareness, leads_quality, clients_trust, adopted, open_leads,
          open_opportunities, happened>,
     list<trust_in_marketing, open_leads, open_opportunities, wins, happened>, chain},
    {"close chain", "Counts leads since the start.",
     list<leads_in_all, won_in_all, lost_in_all, rejected_in_all, silent_in_all>,
     list<leads_in_all, won_in_all, lost_in_all, rejected_in_all, silent_in_all>, nullptr, close_chain},
    {"promise delivery", "How reliably the functions together deliver.", list<behaviour_word, present>,
     list<reliability>, nullptr, promise_delivery},
    {"serve", "Accounts: new ones, service, trust of clients, churn.",
     list<client_trust, accounts, wins, reliability, felt_trust, behaviour_word, present>,
     list<client_trust, accounts, clients_trust>, serve},
    {"adopt", "Weekly: who decides to take up the change, by the share of trusted people who have.",
     list<adopted, adopted_for, trust, present, generation>, list<adopted_for>, adopt},
    {"take up", "Those who decided today work the new way from now on.", list<adopted, adopted_for>,
     list<adopted, adopted_for>, take_up},
    {"observe",
     "The day's figures, as exact sums.",
     list<trust, present, felt_trust, stress, energy, engagement, safety, skill, errors, hours_inside, hours_outside,
          hours_reporting, hours_meetings, hours_justification, hours_coordination, hours_learning, hours_programme,
          output, adopted, checklist, awareness>,
     {},
     observe},
};

constexpr DayPhase day_zero[] = {
    {"intervene", "Levers as they are before the first day.", {}, {}, nullptr, intervene},
    {"start ties", "The trust rule's own columns, differences of style, and mean trust received and given.",
     list<trust, style_x, style_y, ties_received, propensity, tie_word, ability, benevolence, integrity, evidence_for,
          evidence_against, belief, disbelief>,
     list<trust, tie_word, ability, benevolence, integrity, evidence_for, evidence_against, belief, disbelief,
          trust_received>,
     start_ties},
    {"close trust", "Mean trust of each function in each other.", {}, list<function_trust>, nullptr, close_trust},
    {"settle behaviours", "What people are taken to have done the day before the first.", list<present>,
     list<word_before>, settle_behaviours},
    {"start accounts", "Accounts of day 0, and how reliably the functions deliver.", list<present, word_before>,
     list<client_trust, accounts, clients_trust, reliability>, start_accounts, start_delivery},
    {"spend", "Hours at the initial trust and the usual micromanagement.",
     list<trust, trust_received, present, accounts, clients_trust, adopted, adopted_for>,
     list<monitoring, hours_reporting, hours_meetings, hours_justification, hours_coordination, hours_learning,
          hours_programme, hours_outside, hours_inside>,
     settle_hours},
    {"settle", "Feelings where the initial trust and the usual behaviours would bring them.",
     list<trust, trust_received, ties_given, skill, hours_inside, present>,
     list<trust_given, recognition_expectation, felt_trust, clarity, recognised, micromanaged, progressing, stress,
          energy, engagement, safety>,
     settle_feelings},
    {"work", "Errors and output of day 0, with the usual discretion.",
     list<engagement, energy, clarity, micromanaged, recognised, monitoring, trust_given, tenure, present, skill,
          hours_outside>,
     list<effort, errors, output>, settle_work},
    {"request", "Requests granted on day 0.", list<trust, present>, list<trust_from_sales, checklist>, settle_requests},
    {"start market", "Awareness and the quality of leads on day 0.",
     list<present, output, checklist, accounts, clients_trust, awareness>, list<awareness, leads_quality>, nullptr,
     start_market},
    {"start chain", "The leads and opportunities that are open as a rule.",
     list<trust, skill, tenure, present, hours_outside, awareness, leads_quality>, list<open_leads, open_opportunities>,
     start_chain},
    {"start counts", "Counts those as the leads so far.", list<won_in_all, lost_in_all, rejected_in_all, silent_in_all>,
     list<leads_in_all>, nullptr, start_counts},
    {"observe",
     "The figures of day 0.",
     list<trust, present, felt_trust, stress, energy, engagement, safety, skill, errors, hours_inside, hours_outside,
          hours_reporting, hours_meetings, hours_justification, hours_coordination, hours_learning, hours_programme,
          output, adopted, checklist, awareness>,
     {},
     observe},
};

}  // namespace

extern const Schedule schedule_table;
const Schedule schedule_table{day, day_zero};

}  // namespace TRUST_PATH
}  // namespace trust
