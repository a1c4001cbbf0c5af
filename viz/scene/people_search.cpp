#include "viz/scene/people_search.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace trust::viz {
namespace {

std::string lower(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text;
}

std::string capitalised(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::vector<std::string> split(const std::string& words) {
  std::istringstream in(lower(words));
  std::vector<std::string> list;
  for (std::string word; in >> word;) list.push_back(word);
  return list;
}

bool has_all(const std::string& text, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

// Two lists, so that what begins with the first word comes before what only has it somewhere.
class Hits {
 public:
  Hits(std::vector<std::string> words, std::size_t limit) : words_(std::move(words)), limit_(limit) {}

  // `make` is called only for what is kept.
  template <typename Make>
  void offer(const std::string& name, const std::string& about, const Make& make) {
    if (first_.size() >= limit_) return;
    if (!has_all(name + ' ' + about, words_)) return;
    if (name.starts_with(words_[0])) return first_.push_back(make());
    if (others_.size() < limit_) others_.push_back(make());
  }

  bool full() const { return first_.size() >= limit_; }

  std::vector<Found> take() {
    for (Found& found : others_) {
      if (first_.size() < limit_) first_.push_back(std::move(found));
    }
    return std::move(first_);
  }

 private:
  std::vector<std::string> words_;
  std::size_t limit_;
  std::vector<Found> first_, others_;
};

void offer_teams(const Organisation& organisation, Hits& hits) {
  std::vector<std::size_t> people(organisation.teams.size(), 0);
  for (const Person& person : organisation.people) ++people[person.team];
  for (std::uint32_t i = 0; i < organisation.teams.size(); ++i) {
    const Team& team = organisation.teams[i];
    const std::string& function = organisation.functions[team.function];
    if (people[i] == 0) continue;
    hits.offer(lower(team.name), "team " + lower(function), [&] {
      const std::string count = std::to_string(people[i]) + (people[i] == 1 ? " person" : " people");
      return Found{no_seat, i, team.name, "Team, " + count + " in " + function};
    });
  }
}

}  // namespace

std::vector<Found> find_people(const Organisation& organisation, const std::string& words, std::size_t limit) {
  const auto list = split(words);
  if (list.empty()) return {};
  Hits hits(list, limit);
  offer_teams(organisation, hits);
  std::vector<std::string> roles, teams;
  for (const Role& role : organisation.roles) roles.push_back(lower(capitalised(role.name)));
  for (const Team& team : organisation.teams) {
    teams.push_back(lower(team.name) + ' ' + lower(organisation.functions[team.function]));
  }
  for (Seat seat = 0; seat < organisation.seats() && !hits.full(); ++seat) {
    const Person& person = organisation.people[seat];
    hits.offer(lower(person.id), roles[person.role] + ' ' + teams[person.team] + ' ' + lower(person.location), [&] {
      return Found{seat, person.team, person.id,
                   capitalised(organisation.roles[person.role].name) + ", " + organisation.teams[person.team].name};
    });
  }
  return hits.take();
}

}  // namespace trust::viz
