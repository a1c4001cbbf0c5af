#include "study/branch/trunk_folder.hpp"

#include <fmt/format.h>

#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sim/snapshot.hpp"
#include "study/branch/history.hpp"
#include "study/hex.hpp"
#include "study/manifest.hpp"
#include "study/output_file.hpp"

namespace trust {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view manifest_name = "manifest.json";
constexpr std::string_view kind_of_manifest = "states to branch from";

bool is_trunk_file(std::string_view name) {
  return name == manifest_name ||
         (name.starts_with("replicates-") && (name.ends_with(".state") || name.ends_with(".figures")));
}

constexpr FolderKind states_of_a_trunk = {"--save", is_trunk_file, "trustsim branch --save"};

// The batch's part of the names of its files.
std::string name_of_batch(const BatchRecord& record) {
  return fmt::format("replicates-{:06}-{:06}", record.packed->lanes.front().replicate,
                     record.packed->lanes.back().replicate);
}

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
  throw InputError({Problem{file.string(), 0, "--from", what, "a folder that trustsim branch --save wrote"}});
}

// What a snapshot is reported with, without the name of the file, which refuse() gives.
std::string reason_of(const SnapshotError& error, const std::filesystem::path& file) {
  const std::string text = error.what();
  const std::string prefix = file.string() + ": ";
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

std::string text_of_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) refuse(file, "cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<Figures> read_figures(const std::filesystem::path& file, std::size_t expected) {
  const auto sections = read_snapshot(file);
  const auto found = sections.find("figures");
  if (found == sections.end() || found->second.size() != expected * sizeof(Figures)) {
    throw SnapshotError(file.string() + ": holds no figures of this many replicates and days");
  }
  std::vector<Figures> daily(expected);
  std::memcpy(daily.data(), found->second.data(), found->second.size());
  return daily;
}

// Says where a folder and a scenario differ that have to agree.
class Agreement {
 public:
  explicit Agreement(const std::filesystem::path& folder) : folder_(folder.string()) {}

  template <typename Value>
  void require(const char* what, const Value& saved, const Value& asked) {
    if (saved == asked) return;
    problems_.add({folder_, 0, "--from", fmt::format("was saved with {} {}, not {}", what, saved, asked),
                   "the same as when it was saved, or another folder"});
  }

  void require_history(bool same, int day, const std::string& scenario) {
    if (same) return;
    problems_.add({folder_, 0, "--from",
                   fmt::format("was saved under a plan that decides something else until the end of day {}", day),
                   fmt::format("the plan of {} as it was then; its later days may change", scenario)});
  }

  void check() const { problems_.throw_if_any(); }

 private:
  std::string folder_;
  Problems problems_;
};

}  // namespace

TrunkWriter::TrunkWriter(const std::filesystem::path& folder) : folder_(folder, states_of_a_trunk) {}

void TrunkWriter::keep(const BatchRecord& record) {
  const std::string name = name_of_batch(record);
  record.batch.save(folder_.file(name + ".state"));
  const std::vector<SnapshotSection> sections = {{"figures", std::as_bytes(std::span(record.daily))}};
  write_snapshot(folder_.file(name + ".figures"), sections);
  const std::scoped_lock lock(noting_);
  for (int lane = 0; lane < record.lanes(); ++lane) {
    hashes_[record.batch.replicate(lane)] = record.batch.lane_hash(lane);
  }
}

void TrunkWriter::finish(const Scenario& scenario, const RunOptions& options, int day) {
  Json hashes = Json::array();
  for (const auto& [replicate, hash] : hashes_) hashes.push_back(to_hex(hash));
  OutputFile file(folder_.file(manifest_name));
  file.write(json_text({{"program", "trustsim"},
                        {"version", TRUSTSIM_VERSION},
                        {"kind", kind_of_manifest},
                        {"scenario", scenario.file.string()},
                        {"day", day},
                        {"history", to_hex(history_digest(scenario.plan, day))},
                        {"seed", scenario.seed},
                        {"first_replicate", options.first_replicate},
                        {"replicates", options.replicates},
                        {"replicates_per_organisation", scenario.replicates_per_organisation},
                        {"steps_per_day", scenario.steps_per_day},
                        {"trust_rule", name_of(scenario.rules.trust)},
                        {"gossip", name_of(scenario.rules.gossip)},
                        {"replicate_hashes", hashes}}));
  file.close();
  folder_.commit();
}

TrunkReader::TrunkReader(const std::filesystem::path& folder) : folder_(folder) {
  const std::filesystem::path file = folder / manifest_name;
  const std::string text = text_of_file(file);
  std::string version;
  try {
    const Json json = Json::parse(text);
    if (json.at("kind") != kind_of_manifest) refuse(file, "is of " + in_quotes(json.at("kind").get<std::string>()));
    version = json.at("version");
    scenario_ = json.at("scenario");
    day_ = json.at("day");
    history_ = json.at("history");
    seed_ = json.at("seed");
    first_replicate_ = json.at("first_replicate");
    replicates_ = json.at("replicates");
    replicates_per_organisation_ = json.at("replicates_per_organisation");
    steps_per_day_ = json.at("steps_per_day");
    trust_rule_ = json.at("trust_rule");
    gossip_ = json.at("gossip");
    hashes_ = json.at("replicate_hashes").get<std::vector<std::string>>();
  } catch (const nlohmann::json::exception&) {
    refuse(file, "is not what trustsim branch --save writes, or is damaged");
  }
  if (version != TRUSTSIM_VERSION) {
    refuse(file,
           fmt::format("was saved by trustsim {}; this is {}, whose results may differ", version, TRUSTSIM_VERSION));
  }
  if (day_ < 1 || hashes_.size() != replicates_) refuse(file, "is damaged: its entries contradict each other");
}

void TrunkReader::check(const Scenario& scenario, const RunOptions& options) const {
  Agreement agreement(folder_);
  agreement.require("seed", seed_, scenario.seed);
  agreement.require("first replicate", first_replicate_, options.first_replicate);
  agreement.require("replicates:", replicates_, options.replicates);
  agreement.require("steps a day:", steps_per_day_, scenario.steps_per_day);
  agreement.require("trust rule", trust_rule_, std::string(name_of(scenario.rules.trust)));
  agreement.require("gossip", gossip_, std::string(name_of(scenario.rules.gossip)));
  if (scenario.generator) {
    agreement.require("replicates an organisation:", replicates_per_organisation_,
                      scenario.replicates_per_organisation);
  }
  agreement.require_history(history_ == to_hex(history_digest(scenario.plan, day_)), day_, scenario.file.string());
  agreement.check();
}

void TrunkReader::recall(BatchRecord& record) const {
  const std::string name = name_of_batch(record);
  const std::filesystem::path state = folder_ / (name + ".state");
  const std::filesystem::path figures = folder_ / (name + ".figures");
  const std::size_t days = static_cast<std::size_t>(day_) + 1;
  try {
    record.batch.restore(state);
  } catch (const SnapshotError& error) {
    refuse(state, reason_of(error, state));
  }
  try {
    record.daily = read_figures(figures, days * record.packed->lanes.size());
  } catch (const SnapshotError& error) {
    refuse(figures, reason_of(error, figures));
  }
  for (int lane = 0; lane < record.lanes(); ++lane) {
    const std::uint32_t place = record.batch.replicate(lane) - first_replicate_;
    if (record.batch.day() != day_ || place >= hashes_.size() ||
        hashes_[place] != to_hex(record.batch.lane_hash(lane)) ||
        record.figures(day_, lane) != record.batch.figures(lane)) {
      refuse(state, "is not the state that manifest.json speaks of");
    }
  }
}

}  // namespace trust
