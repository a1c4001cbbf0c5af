// What is neither made nor lost: people, leads, accounts, money, over half a year of a usual organisation in which many
// come and go.
#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/calendar.hpp"
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

constexpr int days = 130;
constexpr Seat size = 48;

// Largest gaps and counts of what must not happen, over all days and 16 replicates.
struct Books {
  double seats = 0;             // people + vacancies less seats
  double people = 0;            // people today less (yesterday's - exits + hires)
  double exits = 0;             // how many left in all: there must be something to count
  double leads = 0;             // leads since the start less all that became of them
  double leads_of_the_day = 0;  // leads less followed, rejected and silent
  double wins = 0;              // how many deals were won in all
  double accounts = 0;          // accounts less the places that have a client
  double gained = 0;            // days on which accounts grew by more than the wins, or shrank by more than were lost
  double revenue = 0;           // revenue less deals won and the day's share of accounts
  double hires_cost = 0;
  double hours = 0;  // inside less its parts
};

double integer(const Trial& trial, Column column, std::size_t row, int lane) {
  return std::bit_cast<std::int32_t>(trial.batch().state()[column].at(row, lane));
}

double sum_of(const Trial& trial, Column column, int lane) {
  double sum = 0;
  for (Seat seat = 0; seat < size; ++seat) sum += integer(trial, column, seat, lane);
  return sum;
}

double leads_unaccounted(const Trial& trial, int lane) {
  double rest = integer(trial, Column::leads_in_all, 0, lane);
  for (const Column ended : {Column::won_in_all, Column::lost_in_all, Column::rejected_in_all, Column::silent_in_all}) {
    rest -= integer(trial, ended, 0, lane);
  }
  return rest - sum_of(trial, Column::open_leads, lane) - sum_of(trial, Column::open_opportunities, lane);
}

double places_taken(const Trial& trial, int lane) {
  const LaneColumn& clients = trial.batch().state()[Column::client_trust];
  double count = 0;
  for (std::size_t place = 0; place < clients.rows(); ++place) count += clients.at(place, lane) >= 0 ? 1 : 0;
  return count;
}

double hours_unexplained(const Trial& trial, int lane) {
  constexpr Column parts[] = {Column::hours_reporting,    Column::hours_meetings, Column::hours_justification,
                              Column::hours_coordination, Column::hours_learning, Column::hours_programme};
  double largest = 0;
  for (Seat seat = 0; seat < size; ++seat) {
    double rest = trial.of_person(Column::hours_inside, seat, lane);
    for (const Column part : parts) rest -= trial.of_person(part, seat, lane);
    largest = std::max(largest, std::abs(rest));
  }
  return largest;
}

void keep_largest(double& kept, double found) { kept = std::max(kept, std::abs(found)); }

void balance(const Trial& trial, int lane, const Figures& yesterday, Books& books) {
  const Figures today = trial.batch().figures(lane);
  const auto of = [](const Figures& figures, Measure measure) { return figures[static_cast<std::size_t>(measure)]; };
  const auto now = [&](Measure measure) { return of(today, measure); };
  const auto lever = [&](Lever which) { return static_cast<double>(trial.batch().lever(which, 0, lane)); };
  keep_largest(books.seats, now(Measure::people) + now(Measure::vacancies) - size);
  keep_largest(books.people,
               now(Measure::people) - (of(yesterday, Measure::people) - now(Measure::exits) + now(Measure::hires)));
  books.exits += now(Measure::exits);
  keep_largest(books.leads, leads_unaccounted(trial, lane));
  keep_largest(books.leads_of_the_day, now(Measure::leads) - now(Measure::leads_followed) -
                                           now(Measure::leads_rejected) - now(Measure::leads_silent));
  books.wins += now(Measure::wins);
  keep_largest(books.accounts, now(Measure::accounts) - places_taken(trial, lane));
  const double growth = now(Measure::accounts) - of(yesterday, Measure::accounts);
  books.gained += growth > now(Measure::wins) || growth < -now(Measure::accounts_lost) ? 1 : 0;
  keep_largest(books.revenue, now(Measure::revenue) - now(Measure::wins) * lever(Lever::deal_value) -
                                  now(Measure::accounts) * lever(Lever::account_value) / calendar::days_per_year);
  keep_largest(books.hires_cost, now(Measure::exit_cost) - now(Measure::hires) * (lever(Lever::cost_acquisition) +
                                                                                  lever(Lever::cost_training)));
  keep_largest(books.hours, hours_unexplained(trial, lane));
}

const Books& books_of(Laboratory& laboratory) {
  return laboratory.once<Books>("books", [&] {
    Trial trial = laboratory.start({.world = world_of(usual_organisation(size)),
                                    .levers = {{Lever::exit_rate, 2.0F}, {Lever::refill_days, 20.0F}}});
    Books books;
    std::vector<Figures> yesterday(lane_columns);
    for (int day = 0; day < days; ++day) {
      for (int lane = 0; lane < lane_columns; ++lane)
        yesterday[static_cast<std::size_t>(lane)] = trial.batch().figures(lane);
      trial.run(1);
      for (int lane = 0; lane < lane_columns; ++lane) {
        balance(trial, lane, yesterday[static_cast<std::size_t>(lane)], books);
      }
    }
    return books;
  });
}

Check book(const std::string& id, const std::string& what, double Books::*entry, double tolerance) {
  return {"invariant." + id, what, [=](Laboratory& l) { return Finding{0, books_of(l).*entry, tolerance}; }};
}

Check something_happened(const std::string& id, const std::string& what, double Books::*entry) {
  return {"invariant." + id, what, [=](Laboratory& l) { return Finding{1, books_of(l).*entry > 0 ? 1.0 : 0.0, 0}; }};
}

}  // namespace

std::vector<Check> conservation_checks() {
  return {book("hours_parts", "largest gap between hours inside and their parts", &Books::hours, 1e-6),
          book("seats", "largest gap between people + vacancies and seats", &Books::seats, 0),
          book("people", "largest gap between people and yesterday's - exits + hires", &Books::people, 0),
          something_happened("exits", "1: people did leave meanwhile", &Books::exits),
          book("leads", "largest gap between leads and won + lost + rejected + silent + open", &Books::leads, 0),
          book("leads_of_the_day", "largest gap between a day's leads and followed + rejected + silent",
               &Books::leads_of_the_day, 0),
          something_happened("wins", "1: deals were won meanwhile", &Books::wins),
          book("accounts", "largest gap between accounts and places with a client", &Books::accounts, 0),
          book("accounts_change", "days on which accounts grew by more than wins or shrank by more than were lost",
               &Books::gained, 0),
          book("revenue", "largest gap between revenue and deals + the day's share of accounts (money)",
               &Books::revenue, 1e-6),
          book("exit_cost", "largest gap between the cost of exits and hires x (finding + training) (money)",
               &Books::hires_cost, 1e-6)};
}

}  // namespace trust::verification
