// Reads GraphML, the exchange format of Gephi, yEd, igraph and networkx: its nodes and its ties as tables.
//
// Node and edge data are columns under their attribute's name. Defaults of a key hold where an element has no data.
// An undirected edge gives two rows, one each way.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "scenarios/table.hpp"

namespace trust {

class GraphmlFile {
 public:
  /// Reads `text` whole. Where the nodes have an attribute `id_attribute`, that is what people are known by in both
  /// tables; otherwise it is the node's own id. `problems` must outlive the tables.
  GraphmlFile(std::string file, std::string text, const std::string& id_attribute, Problems& problems);
  ~GraphmlFile();

  /// Whether there is a graph to read; the reason why not has been reported.
  bool sound() const;

  /// Headings: "id" (or the id attribute), then the node attributes. Live as long as this file.
  std::unique_ptr<Table> nodes() const;
  /// Headings: "source", "target", then the edge attributes.
  std::unique_ptr<Table> edges() const;

  struct Parts;

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace trust
