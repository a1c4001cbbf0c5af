#include "viz/session/refine_budget.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "study/batch_memory.hpp"
#include "study/batch_runner.hpp"
#include "study/world_cache.hpp"

namespace trust::viz {
namespace {

constexpr std::uint64_t most_replicates = 64;

// Each replicate's own days, their sums by row (study/compare/arm_figures.hpp), and those of the result before.
std::uint64_t bytes_of_days(const RefineJob& job) {
  const std::uint64_t arms = job.what_if == job.baseline ? 1 : 2;
  const std::uint64_t kinds = job.uncertain ? 2 : 1;
  return 3 * most_replicates * arms * kinds * (static_cast<std::uint64_t>(job.baseline->days) + 1) * sizeof(Figures);
}

// Of a large organisation one batch runs at a time (study/batch_runner.hpp).
std::uint64_t bytes_of_batches(const RefineJob& job, const World& world, int threads) {
  const bool large = world.graph().slots() >= slots_of_a_large_organisation;
  return bytes_of_batch(world, job.baseline->rules) * (large ? 1 : static_cast<std::uint64_t>(threads));
}

std::string gigabytes(std::uint64_t bytes) { return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9); }

std::string in_quotes_where_needed(const std::string& word) {
  return word.find(' ') == std::string::npos ? word : "'" + word + "'";
}

}  // namespace

std::shared_ptr<const World> world_of(const RefineJob& job) { return make_world(*job.baseline, 0); }

void check_memory(const RefineJob& job, int threads, const World& world, std::uint64_t budget) {
  const std::uint64_t days = bytes_of_days(job);
  const std::uint64_t batches = bytes_of_batches(job, world, threads);
  if (days + batches <= budget) return;
  throw std::runtime_error(fmt::format("{} for replicates in the background: they would take {} of memory, and {} are "
                                       "set aside for them. In a terminal: {}",
                                       batches >= days ? "The organisation is too large" : "The run has too many days",
                                       gigabytes(days + batches), gigabytes(budget), command_for(job)));
}

int threads_for(const RefineJob& job, const World& world, std::uint64_t budget) {
  int threads = std::max(1, threads_or_all(0) - 1);
  while (threads > 1 && bytes_of_days(job) + bytes_of_batches(job, world, threads) > budget) --threads;
  check_memory(job, threads, world, budget);
  return threads;
}

std::string command_for(const RefineJob& job) {
  const auto file_or = [](const std::filesystem::path& file, const char* otherwise) {
    return file.empty() ? std::string(otherwise) : in_quotes_where_needed(file.string());
  };
  const std::string baseline = file_or(job.baseline->file, "SCENARIO.toml");
  if (job.what_if == job.baseline) return fmt::format("trustsim run {} --replicates {}", baseline, most_replicates);
  const bool saved = job.what_if->file != job.baseline->file;
  const std::string what_if = file_or(saved ? job.what_if->file : "", "SAVED-SITTING.toml");
  return fmt::format("trustsim compare {} --what-if {} --replicates {}{}", baseline, what_if, most_replicates,
                     job.uncertain ? " --uncertain" : "");
}

}  // namespace trust::viz
