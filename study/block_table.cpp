#include "study/block_table.hpp"

namespace trust {

void write_blocks_heading(OutputFile& file) {
  for (const char* name : {"organisation", "day", "by", "from", "to", "ties", "trust"})
    file.cell(std::string_view(name));
  file.end_row();
}

void BlockTable::add(const BatchRecord& record) {
  replicates_ += static_cast<std::uint64_t>(record.lanes());
  for (std::size_t day = 0; day < record.blocks.size(); ++day) {
    for (const TrustBlock& block : record.blocks[day]) {
      Sums& sums = sums_[{day, block.grouping, block.from, block.to}];
      sums.ties += block.ties;
      sums.trust += block.trust;
    }
  }
}

void BlockTable::write(OutputFile& file) const {
  const Organisation& organisation = world_->organisation();
  for (const auto& [place, sums] : sums_) {
    const auto& [day, grouping, from, to] = place;
    file.cell(std::uint64_t{draw_});
    file.cell(static_cast<std::uint64_t>(day));
    file.cell(name_of(grouping));
    file.cell(std::string_view(name_of_group(organisation, grouping, from)));
    file.cell(std::string_view(name_of_group(organisation, grouping, to)));
    file.cell(static_cast<double>(sums.ties) / static_cast<double>(replicates_));
    file.cell(static_cast<double>(sums.trust) / 65535.0 / static_cast<double>(sums.ties));
    file.end_row();
  }
}

}  // namespace trust
