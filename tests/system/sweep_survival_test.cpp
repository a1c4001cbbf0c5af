// Nothing that a sweep has finished is ever lost or run again: the program is killed, stopped, starved of disk and of
// memory, and must end with the rows of a sweep to which none of this happened.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <nlohmann/json.hpp>
#include <random>

#include "tests/system/sweep_program.hpp"

namespace trust {
namespace {

using test::count_of;
using test::dump_of;
using test::Ended;
using test::rows_of;
using test::run_to_end;
using test::runs_in;
using test::StudyPlace;
using test::SweepProgram;
using test::text_of;
using test::wait_for_runs;
using testing::HasSubstr;
using testing::StartsWith;

// 36 points of two organisations: batches of which none takes long.
const std::string many_batches = R"(
[design]
kind = "grid"
[[axis]]
lever = "recognition.propensity"
from = 0.1
to = 0.5
steps = 6
[[axis]]
organisation = "team_size"
values = [5, 8]
[[axis]]
lever = "hours.meetings"
values = [0.5, 1, 1.5]
)";
constexpr std::uint64_t all_runs = 36 * 96;

class SweepSurvival : public testing::Test {
 protected:
  static std::vector<std::string> words(const std::filesystem::path& study, const std::filesystem::path& store,
                                        const std::vector<std::string>& more = {}) {
    std::vector<std::string> all = {"sweep", study.string(), "--out", store.string(), "--quiet"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  std::vector<std::string> sweep_into(const std::filesystem::path& store,
                                      const std::vector<std::string>& more = {}) const {
    return words(study_, store, more);
  }
  std::filesystem::path in_place(const std::string& name) const { return place_.folder / name; }

  // Rows of a sweep to which nothing happened.
  std::vector<std::string> undisturbed() const {
    EXPECT_EQ(run_to_end(sweep_into(in_place("undisturbed.db"))).exit_code, 0);
    return dump_of(in_place("undisturbed.db"));
  }

  StudyPlace place_{"replicates_per_organisation = 16"};
  std::filesystem::path study_ = place_.write(many_batches, "replicates = 96\nrecord_days = [0, 3, 6]");
};

struct Runs {
  std::uint64_t asked_for, added, already_there, failed;
};

Runs runs_of(const Ended& ended) {
  const auto json = nlohmann::json::parse(ended.out).at("runs");
  return {json.at("asked_for"), json.at("added"), json.at("already_there"), json.at("failed")};
}

TEST_F(SweepSurvival, FiftyKillsLoseNothing) {
  // Longer than the others: there must be work left for every kill.
  const std::filesystem::path longer = place_.write(many_batches, "replicates = 480\ndays = 25", "longer.toml");
  constexpr std::uint64_t runs = 36 * 480;
  const std::filesystem::path store = in_place("killed.db");
  std::mt19937 luck(50);
  std::vector<std::string> kept;  // of the table of runs, after the last kill
  int kills_that_cut_work_short = 0;
  for (int kills = 0; kills < 50; ++kills) {
    SweepProgram program(words(longer, store));
    // While it opens the store, as it begins, or once it has kept something.
    if (luck() % 5 < 2) wait_for_runs(program, store, kept.size() + 1);
    std::this_thread::sleep_for(std::chrono::microseconds(luck() % 100'000));
    ASSERT_TRUE(program.running()) << "the study is too short for " << kills << " kills";
    program.send(SIGKILL);
    EXPECT_EQ(program.end().exit_code, -1);
    if (runs_in(store) == 0) continue;
    const std::vector<std::string> now = rows_of(store, "SELECT * FROM runs");
    ASSERT_GE(now.size(), kept.size());  // what was there is there, in the same places
    ASSERT_TRUE(std::equal(kept.begin(), kept.end(), now.begin()));
    kills_that_cut_work_short += now.size() > kept.size() && now.size() < runs;
    kept = now;
  }
  EXPECT_GE(kills_that_cut_work_short, 10);
  const Runs last = runs_of(run_to_end(words(longer, store, {"--json"})));
  EXPECT_EQ(last.already_there, kept.size());  // found, and so not run again
  EXPECT_EQ(last.added, runs - kept.size());
  EXPECT_GT(last.added, 0u);
  ASSERT_EQ(run_to_end(words(longer, in_place("whole.db"))).exit_code, 0);
  EXPECT_EQ(dump_of(store), dump_of(in_place("whole.db")));
}

TEST_F(SweepSurvival, CtrlCKeepsWhatIsDoneAndSaysHowToGoOn) {
  const std::filesystem::path store = in_place("it's stopped.db");
  SweepProgram program(sweep_into(store, {"--threads", "2"}));
  wait_for_runs(program, store, 1);
  program.send(SIGINT);
  const Ended stopped = program.end();
  EXPECT_EQ(stopped.exit_code, 130);
  EXPECT_THAT(stopped.err, HasSubstr("all finished runs are kept"));
  const std::uint64_t kept = runs_in(store);
  EXPECT_GE(kept, 1u);
  EXPECT_LT(kept, all_runs);
  const std::string again = stopped.err.substr(stopped.err.find("\n  trustsim") + 3);
  const std::string command = TRUSTSIM_BINARY_DIR "/" + again.substr(0, again.find('\n'));
  EXPECT_EQ(std::system((command + " > /dev/null").c_str()), 0) << command;
  EXPECT_EQ(dump_of(store), undisturbed());
}

TEST_F(SweepSurvival, AFullDiskIsSaidAndTheSameCommandGoesOn) {
  const auto whole = undisturbed();
  const auto size = std::filesystem::file_size(in_place("undisturbed.db"));
  for (const double share : {0.15, 0.3, 0.45}) {
    const std::filesystem::path store = in_place("full" + std::to_string(share));
    // No file may grow beyond this; the signal that goes with it is ignored, so that writing fails as on a full disk.
    const auto blocks = static_cast<std::uint64_t>(share * static_cast<double>(size) / 512);
    const Ended full = run_to_end(sweep_into(store), "ulimit -f " + std::to_string(blocks) + "; trap '' XFSZ");
    EXPECT_EQ(full.exit_code, 3) << full.err;
    EXPECT_THAT(full.err, HasSubstr("make room, then give the same command again"));
    EXPECT_LT(runs_in(store), all_runs);
    const Runs rest = runs_of(run_to_end(sweep_into(store, {"--json"})));
    EXPECT_EQ(rest.added + rest.already_there, all_runs);
    EXPECT_EQ(dump_of(store), whole);
  }
}

// A disk of its own, where the machine lets us mount one.
class SmallDisk {
 public:
  explicit SmallDisk(const std::filesystem::path& place) : place_(place) {
    std::filesystem::create_directories(place);
    mounted_ = mount("tmpfs", place.c_str(), "tmpfs", 0, "size=600k") == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount(place_.c_str());
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  void enlarge() const { EXPECT_EQ(mount("tmpfs", place_.c_str(), "tmpfs", MS_REMOUNT, "size=100m"), 0); }

 private:
  std::filesystem::path place_;
  bool mounted_ = false;
};

TEST_F(SweepSurvival, AFullFileSystemIsSaidAndTheSameCommandGoesOn) {
  const SmallDisk disk(in_place("disk"));
  if (!disk.mounted()) return;  // the limit on files above shows the same
  const std::filesystem::path store = in_place("disk/store.db");
  const Ended full = run_to_end(sweep_into(store));
  EXPECT_EQ(full.exit_code, 3) << full.err;
  EXPECT_THAT(full.err, HasSubstr("make room, then give the same command again"));
  EXPECT_LT(runs_in(store), all_runs);
  disk.enlarge();
  const Runs rest = runs_of(run_to_end(sweep_into(store, {"--json"})));
  EXPECT_EQ(rest.added + rest.already_there, all_runs);
  EXPECT_EQ(dump_of(store), undisturbed());
}

TEST_F(SweepSurvival, ASecondProcessIsRefusedAndTheFirstFinishesWhole) {
  const std::filesystem::path store = in_place("shared.db");
  SweepProgram first(sweep_into(store));
  wait_for_runs(first, store, 1);
  for (int attempt = 0; attempt < 3; ++attempt) {
    const Ended second = run_to_end(sweep_into(store));
    EXPECT_EQ(second.exit_code, 2);
    EXPECT_THAT(second.err, HasSubstr(store.string()));
  }
  EXPECT_TRUE(first.running());
  EXPECT_EQ(first.end().exit_code, 0);
  EXPECT_EQ(dump_of(store), undisturbed());
}

TEST_F(SweepSurvival, AStoreCanBeReadWhileItIsWritten) {
  const std::filesystem::path store = in_place("read.db");
  SweepProgram program(sweep_into(store));
  std::uint64_t last = 0;
  while (program.running()) {
    const std::uint64_t now = runs_in(store);
    EXPECT_GE(now, last);
    last = now;
  }
  EXPECT_EQ(program.end().exit_code, 0);
  EXPECT_EQ(dump_of(store), undisturbed());
}

// Files that are no store of ours.
void write_foreign_files(const StudyPlace& place, const std::filesystem::path& good) {
  place.folder.write("words.db", std::string(5000, 'x'));
  SQLite::Database(place.folder / "foreign.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE mine (a); INSERT INTO mine VALUES (1)");
  std::filesystem::copy_file(good, place.folder / "newer.db");
  SQLite::Database(place.folder / "newer.db", SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
  const std::string bytes = text_of(good);
  place.folder.write("cut.db", bytes.substr(0, bytes.size() / 2));
  std::string damaged = bytes;
  for (std::size_t at = 8192; at < 12288; ++at) damaged[at] = static_cast<char>(at * 7);
  place.folder.write("damaged.db", damaged);
}

TEST_F(SweepSurvival, WhatIsNoStoreIsRefusedAndUntouched) {
  const std::filesystem::path small = place_.write(test::lever_grid, "replicates = 8", "small.toml");
  ASSERT_EQ(run_to_end(words(small, in_place("good.db"))).exit_code, 0);
  write_foreign_files(place_, in_place("good.db"));
  for (const std::string name : {"words.db", "foreign.db", "newer.db", "cut.db", "damaged.db"}) {
    SCOPED_TRACE(name);
    const std::string before = text_of(in_place(name));
    const auto files = place_.folder.names();
    const Ended refused = run_to_end(words(small, in_place(name)));
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.err, StartsWith("trustsim: " + in_place(name).string()));
    EXPECT_EQ(text_of(in_place(name)), before);
    EXPECT_EQ(place_.folder.names(), files);
  }
}

// One point needs more memory than there is: it fails, the others are run.
TEST_F(SweepSurvival, APointThatNeedsTooMuchMemoryFailsAlone) {
  const std::filesystem::path study = place_.write(R"(
[design]
kind = "list"
[[axis]]
organisation = "roles.rep"
[[axis]]
organisation = "account_places"
[[point]]
roles.rep = 12
[[point]]
roles.rep = 20000
account_places = 1000
[[point]]
roles.rep = 10
)",
                                                   "replicates = 2", "memory.toml");
  const std::filesystem::path store = in_place("memory.db");
  const std::string limit = "ulimit -v 700000";
  const Ended stopped = run_to_end(words(study, store), limit);
  EXPECT_EQ(stopped.exit_code, 3) << stopped.err;
  EXPECT_EQ(runs_in(store), 2u);
  const Ended went_on = run_to_end(words(study, store, {"--on-error", "continue"}), limit);
  EXPECT_EQ(went_on.exit_code, 3) << went_on.err;
  EXPECT_THAT(went_on.out, HasSubstr("First failure: point 1: there is not enough memory"));
  EXPECT_EQ(runs_in(store), 4u);
  EXPECT_EQ(rows_of(store, "SELECT place, replicate FROM failures ORDER BY failure_id"),
            (std::vector<std::string>{"1|0|", "1|1|"}));
  EXPECT_EQ(run_to_end(words(study, store, {"--threads", "1"})).exit_code, 0);  // with all of the machine's memory
  EXPECT_EQ(runs_in(store), 6u);
  EXPECT_EQ(count_of(store, "failures"), "0|");
}

TEST_F(SweepSurvival, BadInputWritesNothing) {
  const std::filesystem::path wrong = place_.write(
      "[design]\nkind = \"grid\"\n[[axis]]\nlever = \"no.such\"\nvalues = [1]\n", "replicates = 2", "wrong.toml");
  const auto files = place_.folder.names();
  for (const auto& words_given :
       {words(wrong, in_place("none.db")), sweep_into(in_place("none.db"), {"--on-error", "no"}),
        sweep_into(in_place("none.db"), {"--threads", "0"}), sweep_into(in_place("no folder/none.db"))}) {
    EXPECT_EQ(run_to_end(words_given).exit_code, 2);
  }
  EXPECT_EQ(place_.folder.names(), files);
}

}  // namespace
}  // namespace trust
