#include "models/odd.hpp"

#include <functional>
#include <map>
#include <stdexcept>

#include "models/behaviours/behaviour.hpp"
#include "models/embedded_texts.hpp"
#include "models/measures.hpp"
#include "models/parameters.hpp"
#include "models/schedule.hpp"
#include "models/state.hpp"

namespace trust {
namespace {

using Cells = std::initializer_list<std::string_view>;

std::string row_of(Cells cells) {
  std::string row = "|";
  for (const std::string_view cell : cells) row += " " + std::string(cell) + " |";
  return row + "\n";
}

std::string heading_of(Cells cells) {
  std::string line = "|";
  for (std::size_t c = 0; c < cells.size(); ++c) line += " --- |";
  return row_of(cells) + line + "\n";
}

std::string_view name_of(Entity entity) {
  switch (entity) {
    case Entity::seat:
      return "seat";
    case Entity::tie:
      return "tie";
    case Entity::account:
      return "account";
    case Entity::organisation:
      return "organisation";
    case Entity::function_pair:
      return "pair of functions";
    default:
      return "tie, under some rules";
  }
}

std::string columns_table() {
  std::string table = heading_of({"variable", "of", "unit", "meaning"});
  for (const ColumnRow& row : columns()) {
    table += row_of({"`" + std::string(row.name) + "`", name_of(row.entity), row.unit, row.sentence});
  }
  return table;
}

std::string measures_table() {
  std::string table = heading_of({"figure", "unit", "meaning"});
  for (const MeasureRow& row : measures()) table += row_of({"`" + std::string(row.name) + "`", row.unit, row.sentence});
  return table;
}

std::string_view name_of(Audience audience) {
  static constexpr std::string_view names[] = {"everybody", "reports", "the same function", "other functions",
                                               "see models/contact"};
  return names[static_cast<std::size_t>(audience)];
}

std::string_view name_of(Dimension dimension) {
  static constexpr std::string_view names[] = {"ability", "benevolence", "integrity"};
  return names[static_cast<std::size_t>(dimension)];
}

std::string behaviours_table() {
  std::string table = heading_of({"behaviour", "what somebody does", "seen by", "evidence of", "likelier with trust"});
  for (const BehaviourRow& row : behaviours) {
    const std::string_view leaning = row.leaning > 0 ? "yes" : row.leaning < 0 ? "no, less" : "neither";
    table += row_of(
        {"`" + std::string(row.name) + "`", row.sentence, name_of(row.audience), name_of(row.dimension), leaning});
  }
  return table;
}

// A page's headings, two levels deeper; nothing in a block of code is a heading.
std::string as_section(std::string_view page) {
  std::string text;
  bool in_code = false;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = std::min(page.find('\n', at), page.size());
    const std::string_view line = page.substr(at, end - at);
    if (line.starts_with("```")) in_code = !in_code;
    if (!in_code && line.starts_with('#')) text += "##";
    text += std::string(line) + "\n";
    at = end + 1;
  }
  return text;
}

std::string submodels() {
  std::string text;
  for (const EmbeddedText& page : embedded_texts()) {
    if (!page.file.ends_with("README.md")) continue;
    const std::string_view folder = page.file.substr(0, page.file.rfind('/'));
    text += "*`" + std::string(folder) + "/`*\n\n" + as_section(page.text) + "\n";
  }
  return text;
}

// The levers, without the heading of their own page.
std::string parameters_tables() {
  const std::string page = parameters_as_markdown();
  return as_section(page.substr(page.find("\n## ") + 1));
}

const std::map<std::string_view, std::function<std::string()>>& parts() {
  static const std::map<std::string_view, std::function<std::string()>> known = {
      {"columns", columns_table},
      {"schedule", [] { return day_as_table(); }},
      {"day zero", [] { return day_zero_as_table(); }},
      {"measures", measures_table},
      {"behaviours", behaviours_table},
      {"behaviour count", [] { return std::to_string(behaviour_count); }},
      {"submodels", submodels},
      {"parameters", parameters_tables},
  };
  return known;
}

std::string_view written_part() {
  for (const EmbeddedText& page : embedded_texts()) {
    if (page.file == "docs/odd.md") return page.text;
  }
  throw std::runtime_error("docs/odd.md is not embedded");
}

}  // namespace

std::string odd_as_markdown() {
  std::string_view rest = written_part();
  rest.remove_prefix(rest.find('\n') + 1);  // the remark for those who edit it
  std::string page;
  while (true) {
    const std::size_t open = rest.find("{{");
    page += std::string(rest.substr(0, open));
    if (open == std::string_view::npos) return page;
    const std::size_t close = rest.find("}}", open);
    page += parts().at(rest.substr(open + 2, close - open - 2))();
    rest.remove_prefix(close + 2);
  }
}

}  // namespace trust
