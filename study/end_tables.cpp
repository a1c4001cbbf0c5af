#include "study/end_tables.hpp"

#include <bit>
#include <limits>

namespace trust {
namespace {

// Counts are kept as integers in the bits of a float.
double value_of(const ColumnRow& row, float cell) {
  return row.unit == "count" ? static_cast<double>(std::bit_cast<std::int32_t>(cell)) : static_cast<double>(cell);
}

std::vector<Column> find_person_columns() {
  std::vector<Column> found;
  for (std::size_t c = 0; c < column_count; ++c) {
    const ColumnRow& row = columns()[c];
    if (row.entity == Entity::seat && row.unit != "bits") found.push_back(static_cast<Column>(c));
  }
  return found;
}

double mean_or_nothing(double sum, double count) {
  return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

const std::vector<Column>& person_columns() {
  static const std::vector<Column> found = find_person_columns();
  return found;
}

void write_people_heading(OutputFile& file) {
  for (const char* heading : {"organisation", "id", "role", "function", "team"}) file.cell(heading);
  for (const Column column : person_columns()) file.cell(column_row(column).name);
  file.end_row();
}

void write_ties_heading(OutputFile& file) {
  for (const char* heading :
       {"organisation", "source", "target", "kind", "trust_first_day", "trust_last_day", "active_share"}) {
    file.cell(heading);
  }
  file.end_row();
}

EndTables::EndTables(std::shared_ptr<const World> first_world, std::shared_ptr<const World> world, std::uint32_t draw)
    : first_world_(std::move(first_world)),
      world_(std::move(world)),
      draw_(draw),
      people_(world_->seats() * person_columns().size()),
      trust_(world_->graph().slots()),
      active_(world_->graph().slots()) {}

void EndTables::add(const BatchRecord& record) {
  const State& state = record.batch.state();
  const int lanes = record.lanes();
  replicates_ += static_cast<std::uint64_t>(lanes);
  const std::size_t width = person_columns().size();
  for (std::size_t c = 0; c < width; ++c) {
    const Column column = person_columns()[c];
    for (Seat seat = 0; seat < world_->seats(); ++seat) {
      double& sum = people_[seat * width + c];
      for (int lane = 0; lane < lanes; ++lane) sum += value_of(column_row(column), state[column].at(seat, lane));
    }
  }
  add_ties(state[Column::trust], lanes);
}

void EndTables::add_ties(const LaneColumn& trust, int lanes) {
  for (Slot slot = 0; slot < world_->graph().slots(); ++slot) {
    for (int lane = 0; lane < lanes; ++lane) {
      const float value = trust.at(slot, lane);
      if (value < 0) continue;  // not active in this replicate
      trust_[slot] += static_cast<double>(value);
      ++active_[slot];
    }
  }
}

void EndTables::write_people(OutputFile& file) const {
  const Organisation& organisation = world_->organisation();
  const std::size_t width = person_columns().size();
  for (Seat seat = 0; seat < world_->seats(); ++seat) {
    const Person& person = organisation.people[seat];
    file.cell(std::uint64_t{draw_});
    file.cell(person.id);
    file.cell(organisation.roles[person.role].name);
    file.cell(organisation.functions[person.function]);
    file.cell(organisation.teams[person.team].name);
    for (std::size_t c = 0; c < width; ++c) {
      file.cell(mean_or_nothing(people_[seat * width + c], static_cast<double>(replicates_)));
    }
    file.end_row();
  }
}

// -1 where there was no such tie.
float EndTables::trust_on_first_day(Seat source, Seat target) const {
  const Slot slot = first_world_->graph().find(source, target);
  return slot == no_slot ? -1.0F : first_world_->initial_trust()[slot];
}

void EndTables::write_ties(OutputFile& file) const {
  const Organisation& organisation = world_->organisation();
  const TieGraph& graph = world_->graph();
  for (Seat target = 0; target < graph.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      const Seat source = graph.source(slot);
      const float first = trust_on_first_day(source, target);
      file.cell(std::uint64_t{draw_});
      file.cell(organisation.people[source].id);
      file.cell(organisation.people[target].id);
      file.cell(name_of(tie_kind(organisation, source, target)));
      first < 0 ? file.cell("") : file.cell(first);
      file.cell(mean_or_nothing(trust_[slot], active_[slot]));
      file.cell(mean_or_nothing(active_[slot], static_cast<double>(replicates_)));
      file.end_row();
    }
  }
}

}  // namespace trust
