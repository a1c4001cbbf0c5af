// The network measures on real networks, against figures computed from the same data elsewhere. The data are not part
// of the program: a folder that has them is named by the user. Each network is a folder with nodes.csv (id) and
// edges.csv (source, target, weight, layer).
#include <algorithm>
#include <map>
#include <memory>

#include "scenarios/csv.hpp"
#include "scenarios/text_file.hpp"
#include "sim/graph_measures.hpp"
#include "study/verification/families.hpp"
#include "study/verification/laboratory.hpp"

namespace trust::verification {
namespace {

constexpr double unknown = -1;

// As printed, with two or three decimals.
struct Printed {
  const char* name;
  const char* folder;
  const char* layer;
  double least_weight;  // weaker answers are no ties
  double density, reciprocity, transitivity, clustering_global, clustering_local, in_degree_gini;
};

constexpr double any = -1000;

// Krackhardt 1987; Lazega 2001; Cross & Parker 2004; Michalski and others 2011.
constexpr Printed networks[] = {
    {"krackhardt_advice", "krackhardt_hightech", "advice", any, .452, .474, .664, .735, .765, .25},
    {"krackhardt_friendship", "krackhardt_hightech", "friendship", any, .243, .451, .461, .471, .566, .24},
    {"lazega_advice", "lazega_lawfirm", "advice", any, .179, .392, .443, .479, .522, .37},
    {"lazega_friendship", "lazega_lawfirm", "friendship", any, .116, .612, .412, .449, .484, .36},
    {"lazega_cowork", "lazega_lawfirm", "cowork", any, .222, .685, .397, .452, .509, .22},
    {"consulting_often", "cross_parker_consulting", "info_advice", 4, .081, .655, .460, .484, unknown, .43},
    {"consulting_sometimes", "cross_parker_consulting", "info_advice", 3, .150, .755, .518, .540, unknown, .36},
    {"consulting_value", "cross_parker_consulting", "value", 4, .262, .716, .574, .611, unknown, .27},
    {"consulting_value_strong", "cross_parker_consulting", "value", 5, .108, .375, .548, .487, unknown, .40},
    {"research_frequent", "cross_parker_manufacturing", "info_advice", 5, .073, .574, .373, .410, unknown, .30},
    {"research_information", "cross_parker_manufacturing", "info_advice", 4, .129, .624, .480, .545, unknown, .27},
    {"research_awareness", "cross_parker_manufacturing", "awareness", 6, .128, .533, .586, .582, unknown, .29},
    {"e-mail", "radoslaw_manufacturing_email", "email", any, .209, .876, .539, .541, .592, .43}};

// The columns of a file by their names, as text, one row after the other.
class Columns {
 public:
  Columns(const std::filesystem::path& path, Problems& problems) {
    const auto text = read_text_file(path, {"command line", 0, "--networks", "", ""}, problems);
    if (!text) return;
    table_ = std::make_unique<CsvReader>(path.string(), *text, problems);
  }

  bool next() { return table_ && table_->next(row_); }

  std::string operator()(const std::string& name) const {
    const auto& headings = table_->headings();
    const auto place = std::find(headings.begin(), headings.end(), name);
    if (place == headings.end()) return "";
    return std::string(row_.cells[static_cast<std::size_t>(place - headings.begin())]);
  }

 private:
  std::unique_ptr<CsvReader> table_;
  Row row_;
};

TieGraph read_network(const std::filesystem::path& folder, const Printed& printed) {
  Problems problems;
  std::map<std::string, Seat> seat_of;
  for (Columns nodes(folder / "nodes.csv", problems); nodes.next();) {
    seat_of.emplace(nodes("id"), static_cast<Seat>(seat_of.size()));
  }
  std::vector<Arc> arcs;
  for (Columns edges(folder / "edges.csv", problems); edges.next();) {
    if (edges("layer") != printed.layer || std::stod(edges("weight")) < printed.least_weight) continue;
    arcs.push_back({seat_of.at(edges("source")), seat_of.at(edges("target"))});
  }
  problems.throw_if_any();
  return {static_cast<Seat>(seat_of.size()), arcs};
}

struct Figure {
  const char* name;
  double Printed::*printed;
  double GraphMeasures::*measured;
  double tolerance;
};

constexpr Figure figures[] = {
    {"density", &Printed::density, &GraphMeasures::density, .0005},
    {"reciprocity", &Printed::reciprocity, &GraphMeasures::reciprocity, .0005},
    {"transitivity", &Printed::transitivity, &GraphMeasures::transitivity, .0005},
    {"clustering_global", &Printed::clustering_global, &GraphMeasures::clustering_global, .0005},
    {"clustering_local", &Printed::clustering_local, &GraphMeasures::clustering_local, .0005},
    {"in_degree_gini", &Printed::in_degree_gini, &GraphMeasures::in_degree_gini, .005}};

}  // namespace

Family real_network_checks(const std::filesystem::path& folder) {
  Family family{"real", "network measures of real networks, against printed figures", {}};
  for (const Printed& printed : networks) {
    for (const Figure& figure : figures) {
      if (printed.*figure.printed == unknown) continue;
      family.checks.push_back({std::string("real.") + printed.name + "." + figure.name,
                               std::string(figure.name) + " of " + printed.name, [=, &printed](Laboratory& l) {
                                 const GraphMeasures& found = l.once<GraphMeasures>(printed.name, [&] {
                                   return measure_graph(read_network(folder / printed.folder, printed));
                                 });
                                 return Finding{printed.*figure.printed, found.*figure.measured, figure.tolerance};
                               }});
    }
  }
  return family;
}

}  // namespace trust::verification
