#include "study/run_writer.hpp"

#include "study/hex.hpp"
#include "study/manifest.hpp"

namespace trust {

RunWriter::RunWriter(const std::filesystem::path& folder)
    : folder_(folder),
      daily_(folder_.file("daily.csv")),
      hashes_(folder_.file("hashes.csv")),
      people_(folder_.file("people.csv")),
      ties_(folder_.file("ties.csv")),
      blocks_(folder_.file("blocks.csv")) {
  for (OutputFile* file : {&daily_, &hashes_}) {
    file->cell("replicate");
    file->cell("day");
  }
  for (const MeasureRow& measure : measures()) daily_.cell(measure.name);
  for (const ColumnRow& column : columns()) hashes_.cell(column.name);
  daily_.end_row();
  hashes_.end_row();
  write_people_heading(people_);
  write_ties_heading(ties_);
  write_blocks_heading(blocks_);
}

void RunWriter::take(const BatchRecord& record) {
  for (int lane = 0; lane < record.lanes(); ++lane) write_days(record, lane);
  add_to_end_tables(record);
}

void RunWriter::write_days(const BatchRecord& record, int lane) {
  const std::uint64_t replicate = record.packed->lanes[static_cast<std::size_t>(lane)].replicate;
  for (int day = 0; day <= record.batch.day(); ++day) {
    daily_.cell(replicate);
    daily_.cell(static_cast<std::uint64_t>(day));
    for (const double figure : record.figures(day, lane)) daily_.cell(figure);
    daily_.end_row();
  }
  for (std::size_t day = 0; day < record.column_hashes.size(); ++day) {
    hashes_.cell(replicate);
    hashes_.cell(std::uint64_t{day});
    for (const std::uint64_t hash : record.column_hashes[day][static_cast<std::size_t>(lane)]) {
      hashes_.cell(to_hex(hash));
    }
    hashes_.end_row();
  }
}

void RunWriter::add_to_end_tables(const BatchRecord& record) {
  if (end_ && end_->draw() != record.packed->draw) write_end_tables();
  if (!end_) {
    end_.emplace(record.world, record.batch.shared_world(), record.packed->draw);
    block_table_.emplace(record.world, record.packed->draw);
  }
  end_->add(record);
  block_table_->add(record);
}

void RunWriter::write_end_tables() {
  if (!end_) return;
  end_->write_people(people_);
  end_->write_ties(ties_);
  block_table_->write(blocks_);
  end_.reset();
}

void RunWriter::finish(const Scenario& scenario, const RunOptions& options, const RunResult& result) {
  write_end_tables();
  for (OutputFile* file : {&daily_, &hashes_, &people_, &ties_, &blocks_}) file->close();
  OutputFile manifest(folder_.file("manifest.json"));
  manifest.write(manifest_of(scenario, options, result));
  manifest.close();
  folder_.commit();
}

}  // namespace trust
