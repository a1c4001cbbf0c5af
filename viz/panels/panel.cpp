#include "viz/panels/panel.hpp"

#include <cctype>

namespace trust::viz {

Seat seat_of(const Organisation& organisation, const std::string& id) {
  if (id.empty()) return no_seat;
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    if (organisation.people[seat].id == id) return seat;
  }
  return no_seat;
}

std::string spoken(std::string_view name) {
  std::string label(name);
  for (char& letter : label) {
    if (letter == '.' || letter == '_') letter = ' ';
  }
  if (!label.empty()) label[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(label[0])));
  return label;
}

}  // namespace trust::viz
