#include "scenarios/graphml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <unordered_map>

#include "scenarios/words.hpp"

namespace trust {

namespace {

/// An attribute that nodes (or edges) may have.
struct Key {
  std::string id;             // as <data key="..."> refers to it
  std::string name;           // as people call it
  std::string default_value;  // may be empty
};

std::string_view value_of(const pugi::xml_node& element, const Key& key) {
  for (const pugi::xml_node data : element.children("data"))
    if (key.id == data.attribute("key").value()) return trimmed(data.child_value());
  return key.default_value;
}

std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') starts.push_back(i + 1);
  return starts;
}

std::vector<std::string> headed(std::vector<std::string> headings, const std::vector<Key>& keys) {
  for (const Key& key : keys) headings.push_back(key.name);
  return headings;
}

}  // namespace

struct GraphmlFile::Parts {
  std::string file;
  std::string text;  // the document points into it
  Problems* problems;
  std::vector<std::size_t> starts;
  pugi::xml_document document;
  pugi::xml_node graph;
  std::vector<Key> node_keys, edge_keys;
  std::string id_heading = "id";
  bool sound = true;
  std::optional<Key> id_key;                                        // the attribute that people are known by
  std::unordered_map<std::string_view, std::string_view> known_by;  // a node's own id -> what people are known by

  int line(std::ptrdiff_t offset) const {
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
    return static_cast<int>(std::upper_bound(starts.begin(), starts.end(), at) - starts.begin());
  }
  int line(const pugi::xml_node& node) const { return line(node.offset_debug()); }
  void refuse(int at, std::string what) {
    problems->add({file, at, "", std::move(what), "GraphML: <graphml> with one <graph> in it"});
    sound = false;
  }

  void parse();
  void read_keys();
  void choose_id(const std::string& id_attribute);
  std::string_view person_of(const pugi::xml_node& node) const {
    return id_key ? value_of(node, *id_key) : trimmed(node.attribute("id").value());
  }
};

void GraphmlFile::Parts::parse() {
  starts = line_starts(text);
  const auto result = document.load_buffer_inplace(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) return refuse(line(result.offset), fmt::format("is not XML ({})", result.description()));
  const pugi::xml_node root = document.child("graphml");
  graph = root.child("graph");
  const pugi::xml_node first = document.document_element();
  if (!root)
    refuse(line(first), fmt::format("starts with <{}>", first.name()));
  else if (!graph)
    refuse(line(root), "there is no <graph> in it");
  else if (const pugi::xml_node second = graph.next_sibling("graph"))
    refuse(line(second), "a second <graph>");
}

void GraphmlFile::Parts::read_keys() {
  for (const pugi::xml_node key : document.child("graphml").children("key")) {
    const std::string_view domain = key.attribute("for").as_string("all");
    const std::string id = key.attribute("id").value();
    const Key read{id, key.attribute("attr.name").as_string(id.c_str()),
                   std::string(trimmed(key.child("default").child_value()))};
    if (domain == "node" || domain == "all") node_keys.push_back(read);
    if (domain == "edge" || domain == "all") edge_keys.push_back(read);
  }
  // Every edge has its ends already: attributes that repeat them (as yEd and Gephi write) would only be ambiguous.
  std::erase_if(edge_keys,
                [](const Key& key) { return same_word(key.name, "source") || same_word(key.name, "target"); });
}

void GraphmlFile::Parts::choose_id(const std::string& id_attribute) {
  const auto is = [](std::string_view name) { return [name](const Key& key) { return same_word(key.name, name); }; };
  const auto chosen = std::find_if(node_keys.begin(), node_keys.end(), is(id_attribute));
  if (!same_word(id_attribute, "id") && chosen != node_keys.end()) {
    id_key = *chosen;
    id_heading = chosen->name;
    node_keys.erase(chosen);
  } else {
    std::erase_if(node_keys, is("id"));  // repeats the node's own, which counts
  }
  for (const pugi::xml_node node : graph.children("node"))
    known_by.emplace(trimmed(node.attribute("id").value()), person_of(node));
}

class GraphmlNodes final : public Table {
 public:
  explicit GraphmlNodes(const GraphmlFile::Parts& parts)
      : Table(parts.file, *parts.problems), parts_(parts), node_(parts.graph.child("node")) {
    headings_ = headed({parts.id_heading}, parts.node_keys);
  }

  bool next(Row& row) override {
    if (!node_) return false;
    cells_.assign(1, parts_.person_of(node_));
    for (const Key& key : parts_.node_keys) cells_.push_back(value_of(node_, key));
    row = {parts_.line(node_), cells_};
    if (node_.child("graph")) report(row.line, "", "a graph inside a node", "all nodes side by side in one <graph>");
    node_ = node_.next_sibling("node");
    return true;
  }

 private:
  const GraphmlFile::Parts& parts_;
  pugi::xml_node node_;
  std::vector<std::string_view> cells_;
};

class GraphmlEdges final : public Table {
 public:
  explicit GraphmlEdges(const GraphmlFile::Parts& parts)
      : Table(parts.file, *parts.problems),
        parts_(parts),
        edge_(parts.graph.child("edge")),
        directed_(std::string_view(parts.graph.attribute("edgedefault").as_string("directed")) != "undirected") {
    headings_ = headed({"source", "target"}, parts.edge_keys);
  }

  bool next(Row& row) override {
    if (other_way_due_) {
      std::swap(cells_[0], cells_[1]);
      other_way_due_ = false;
      row = {line_, cells_};
      return true;
    }
    for (; edge_; edge_ = edge_.next_sibling("edge")) {
      if (!read_edge()) continue;
      row = {line_, cells_};
      edge_ = edge_.next_sibling("edge");
      return true;
    }
    return false;
  }

 private:
  bool read_edge() {
    line_ = parts_.line(edge_);
    cells_.clear();
    for (const char* end : {"source", "target"}) {
      const std::string_view id = trimmed(edge_.attribute(end).value());
      const auto person = parts_.known_by.find(id);
      if (person != parts_.known_by.end())
        cells_.push_back(person->second);
      else
        report(line_, end, "there is no node " + in_quotes(id), "the id of a <node> of this file");
    }
    if (cells_.size() < 2) return false;
    for (const Key& key : parts_.edge_keys) cells_.push_back(value_of(edge_, key));
    const bool one_way = edge_.attribute("directed").as_bool(directed_);
    other_way_due_ = !one_way && cells_[0] != cells_[1];
    return true;
  }

  const GraphmlFile::Parts& parts_;
  pugi::xml_node edge_;
  bool directed_;
  bool other_way_due_ = false;
  int line_ = 0;
  std::vector<std::string_view> cells_;
};

GraphmlFile::GraphmlFile(std::string file, std::string text, const std::string& id_attribute, Problems& problems)
    : parts_(std::make_unique<Parts>()) {
  parts_->file = std::move(file);
  parts_->text = std::move(text);
  parts_->problems = &problems;
  parts_->parse();
  parts_->read_keys();
  parts_->choose_id(id_attribute);
}

GraphmlFile::~GraphmlFile() = default;

bool GraphmlFile::sound() const { return parts_->sound; }

std::unique_ptr<Table> GraphmlFile::nodes() const { return std::make_unique<GraphmlNodes>(*parts_); }
std::unique_ptr<Table> GraphmlFile::edges() const { return std::make_unique<GraphmlEdges>(*parts_); }

}  // namespace trust
