#include "scenarios/who_reader.hpp"

#include "scenarios/words.hpp"

namespace trust {

namespace {

class WhoReader {
 public:
  WhoReader(const Section& intervention, std::vector<Target>& who, std::vector<Problem>& places)
      : intervention_(intervention), who_(who), places_(places) {}

  void read(const toml::node& node) {
    if (const auto* text = node.as_string(); text && same_word(text->get(), "everyone")) return add(node, {});
    if (const auto* table = node.as_table()) return read_table(*table);
    if (const auto* list = node.as_array(); list && !list->empty()) {
      for (const toml::node& element : *list) element.is_array() ? refuse(element) : read(element);
      return;
    }
    refuse(node);
  }

 private:
  void read_table(const toml::table& table) {
    Section section = intervention_.below("who", table);
    for (const auto& [key, kind] : group_keys)
      if (const auto names = section.texts(key))
        for (const std::string& name : *names) add(*table.get(key), {kind, std::string(trimmed(name))});
    section.finish();
    if (table.size() > 1)
      intervention_.problems().add({intervention_.file(), line_of(table), intervention_.dotted("who"),
                                    "names people in several ways at once",
                                    "one of role, function, team and person; for all of several, a list: "
                                    "[{ role = \"...\" }, { team = \"...\" }]"});
    if (table.empty()) refuse(table);
  }

  void refuse(const toml::node& node) {
    intervention_.problems().add({intervention_.file(), line_of(node), intervention_.dotted("who"),
                                  node.is_table() ? "names nobody" : "is " + shown(node), accepted_who});
  }

  void add(const toml::node& node, Target target) {
    who_.push_back(std::move(target));
    places_.push_back({intervention_.file(), line_of(node), intervention_.dotted("who"), {}, {}});
  }

  const Section& intervention_;
  std::vector<Target>& who_;
  std::vector<Problem>& places_;
};

}  // namespace

void read_targets(const Section& section, const toml::node& who, std::vector<Target>& targets,
                  std::vector<Problem>& places) {
  WhoReader(section, targets, places).read(who);
}

}  // namespace trust
