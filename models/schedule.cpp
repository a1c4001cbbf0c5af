#include "models/schedule.hpp"

#include "models/state.hpp"

namespace trust {

inline namespace portable {
extern const Schedule schedule_table;
}
#ifdef TRUST_HAS_AVX2
namespace avx2 {
extern const Schedule schedule_table;
}
#endif

const Schedule& schedule([[maybe_unused]] InstructionSet set) {
#ifdef TRUST_HAS_AVX2
  if (set == InstructionSet::avx2) return avx2::schedule_table;
#endif
  return portable::schedule_table;
}

namespace {

std::string names(std::span<const ColumnIndex> list) {
  std::string text;
  for (const ColumnIndex index : list) text += (text.empty() ? "" : ", ") + std::string(columns()[index].name);
  return text.empty() ? "-" : text;
}

std::string table_of(std::span<const DayPhase> phases) {
  std::string text = "| phase | what it does | reads | writes |\n| --- | --- | --- | --- |\n";
  for (const DayPhase& phase : phases) {
    text += "| " + std::string(phase.name) + " | " + std::string(phase.does) + " | " + names(phase.reads) + " | " +
            names(phase.writes) + " |\n";
  }
  return text;
}

}  // namespace

std::string day_as_table() { return table_of(schedule(InstructionSet::portable).day); }

std::string day_zero_as_table() { return table_of(schedule(InstructionSet::portable).day_zero); }

std::string schedule_as_text() {
  return "# Schedule of a working day\n\n" + day_as_table() + "\n# Day 0, once\n\n" + day_zero_as_table();
}

}  // namespace trust
