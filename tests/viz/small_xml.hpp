// Reads XML as far as a test needs it: whether it is well-formed, which elements it has and what it says.
#pragma once

#include <cctype>
#include <map>
#include <string>
#include <vector>

namespace trust::viz {

class SmallXml {
 public:
  explicit SmallXml(const std::string& text) : text_(text) {
    while (at_ < text_.size() && problem_.empty()) text_[at_] == '<' ? read_tag() : read_words();
    if (problem_.empty() && !open_.empty()) problem_ = "never closed: " + open_.back();
    if (problem_.empty() && elements_.empty()) problem_ = "no element";
  }

  const std::string& problem() const { return problem_; }  // empty where it is well-formed
  std::string root() const { return elements_.empty() ? "" : elements_.front().name; }
  bool says(const std::string& words) const { return words_.find(words) != std::string::npos; }

  std::size_t count(const std::string& name, const std::string& attribute = "", const std::string& value = "") const {
    std::size_t found = 0;
    for (const Element& one : elements_) {
      const auto has = one.attributes.find(attribute);
      found += one.name == name && (attribute.empty() || (has != one.attributes.end() && has->second == value)) ? 1 : 0;
    }
    return found;
  }

 private:
  struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
  };

  static bool of_a_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == ':';
  }
  void fail(const std::string& what) { problem_ = what + " at byte " + std::to_string(at_); }
  void skip_space() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
  }
  std::string read_name() {
    std::string name;
    while (at_ < text_.size() && of_a_name(text_[at_])) name += text_[at_++];
    if (name.empty()) fail("a name is missing");
    return name;
  }

  // Up to `end`, which stays; entities are turned into what they stand for.
  std::string read_until(char end) {
    std::string words;
    while (at_ < text_.size() && text_[at_] != end && problem_.empty()) {
      const char c = text_[at_];
      if (c == '<') fail("a bare <");
      if (static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\t') fail("a letter that XML cannot hold");
      if (c != '&') {
        words += c;
        ++at_;
        continue;
      }
      const std::size_t stop = text_.find(';', at_);
      static const std::map<std::string, char> known{{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}};
      const auto entity = stop == std::string::npos ? known.end() : known.find(text_.substr(at_ + 1, stop - at_ - 1));
      if (entity == known.end()) {
        fail("a bare &");
      } else {
        words += entity->second;
        at_ = stop + 1;
      }
    }
    return words;
  }

  void read_words() {
    const std::string words = read_until('<');
    const bool blank = words.find_first_not_of(" \n\t") == std::string::npos;
    if (!blank && open_.empty()) fail("words outside of everything");
    words_ += words + "\n";
  }

  void read_tag() {
    if (text_.compare(at_, 2, "<?") == 0) {
      const std::size_t end = text_.find("?>", at_);
      if (at_ != 0 || end == std::string::npos) return fail("a declaration that is not at the beginning");
      at_ = end + 2;
      return;
    }
    ++at_;
    if (at_ < text_.size() && text_[at_] == '/') {
      ++at_;
      const std::string name = read_name();
      if (open_.empty() || open_.back() != name) return fail("closed but not open: " + name);
      open_.pop_back();
      return expect('>');
    }
    if (open_.empty() && !elements_.empty()) return fail("a second root");
    Element element{read_name(), {}};
    read_attributes(element);
    if (!problem_.empty()) return;
    elements_.push_back(element);
    if (text_[at_] == '/') {
      ++at_;
    } else {
      open_.push_back(element.name);
    }
    expect('>');
  }

  void read_attributes(Element& element) {
    for (skip_space(); at_ < text_.size() && of_a_name(text_[at_]); skip_space()) {
      const std::string name = read_name();
      expect('=');
      expect('"');
      if (!problem_.empty()) return;
      if (!element.attributes.emplace(name, read_until('"')).second) return fail("twice: " + name);
      expect('"');
    }
    if (at_ >= text_.size()) fail("the end in the middle of a tag");
  }

  void expect(char c) {
    if (!problem_.empty()) return;
    if (at_ >= text_.size() || text_[at_] != c) return fail(std::string("missing: ") + c);
    ++at_;
  }

  std::string text_;
  std::size_t at_ = 0;
  std::string problem_;
  std::string words_;
  std::vector<std::string> open_;
  std::vector<Element> elements_;
};

}  // namespace trust::viz
