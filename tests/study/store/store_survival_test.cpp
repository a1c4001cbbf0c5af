// Nothing is lost: processes that are killed, second writers, disks that are full.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <string>
#include <thread>

#include "study/store/store.hpp"
#include "tests/study/store/store_samples.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

using test::answers;
using test::everything_in;
using test::go_on_with_a_sweep;
using test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

// A second process that does `work`. No store may be open here meanwhile: SQLite's connections do not survive a fork.
class Child {
 public:
  explicit Child(const std::function<void(Child&)>& work) {
    EXPECT_EQ(pipe2(ready_, O_CLOEXEC), 0);
    EXPECT_EQ(pipe2(go_on_, O_CLOEXEC), 0);
    id_ = fork();
    if (id_ == 0) {
      int code = 0;
      try {
        work(*this);
      } catch (...) {
        code = 1;
      }
      _exit(code);
    }
  }
  ~Child() {
    for (const int end : {ready_[0], ready_[1], go_on_[0], go_on_[1]}) ::close(end);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // In the child: says that it got here, and waits for the word to go on.
  void say_and_wait() const {
    char byte = 1;
    if (::write(ready_[1], &byte, 1) != 1 || ::read(go_on_[0], &byte, 1) != 1) _exit(2);
  }
  // In the parent.
  void wait_for_word() const {
    char byte = 0;
    EXPECT_EQ(::read(ready_[0], &byte, 1), 1);
  }
  void let_go_on() const { EXPECT_EQ(::write(go_on_[1], "g", 1), 1); }
  void kill_it() const { ::kill(id_, SIGKILL); }
  // The exit code; minus the signal's number where one ended it.
  int wait() const {
    int status = 0;
    waitpid(id_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  int ready_[2] = {-1, -1};
  int go_on_[2] = {-1, -1};
  pid_t id_ = 0;
};

std::string integrity_of(const std::filesystem::path& file) {
  const Store store = Store::open_to_read(file);
  return answers(store, "PRAGMA integrity_check").at(1) +
         ", broken references: " + std::to_string(answers(store, "PRAGMA foreign_key_check").size() - 1);
}

constexpr const char* sound = "ok, broken references: 0";

class Survival : public testing::Test {
 protected:
  TemporaryFolder place_;
  std::filesystem::path file_ = place_ / "results.db";
};

TEST_F(Survival, ASecondWriterIsRefusedAndTheFirstFinishesWhole) {
  const Child first([&](Child& self) {
    Store store = Store::open(file_);
    go_on_with_a_sweep(store, 3, 16);
    self.say_and_wait();
    go_on_with_a_sweep(store, 3, 32);
  });
  first.wait_for_word();
  std::string message;
  try {
    Store::open(file_);
  } catch (const StoreRefused& refused) {
    message = refused.what();
  }
  EXPECT_THAT(message, HasSubstr("another process is writing to it"));
  EXPECT_EQ(Store::open_to_read(file_).counts().runs, 48u);
  first.let_go_on();
  EXPECT_EQ(first.wait(), 0);
  EXPECT_EQ(Store::open(file_).counts().runs, 96u);
  EXPECT_EQ(integrity_of(file_), sound);
}

TEST_F(Survival, AKilledWriterGivesItsLockBackAndItsTransactionUp) {
  const Child first([&](Child& self) {
    Store store = Store::open(file_);
    go_on_with_a_sweep(store, 3, 16);
    store.in_one_transaction([&] {
      // Enough to spill from memory to the disk.
      for (std::uint32_t block = 1; block < 2000; ++block) store.add_runs(test::sample_runs(1, 16 * block, 16));
      self.say_and_wait();
    });
  });
  first.wait_for_word();
  first.kill_it();
  EXPECT_EQ(first.wait(), -SIGKILL);
  EXPECT_EQ(integrity_of(file_), sound);
  Store store = Store::open(file_);
  EXPECT_EQ(store.counts().runs, 48u);
  go_on_with_a_sweep(store, 3, 32);
  EXPECT_EQ(store.counts().runs, 96u);
}

TEST_F(Survival, KilledAnywhereItGoesOnToTheSameRows) {
  constexpr std::uint32_t points = 4;
  constexpr std::uint32_t replicates = 1600;  // enough for kills on a fast disk
  int killed = 0;
  for (int round = 0; round < 200; ++round) {
    const Child sweep([&](Child&) {
      Store store = Store::open(file_);
      go_on_with_a_sweep(store, points, replicates);
    });
    std::this_thread::sleep_for(std::chrono::microseconds(300 + round * 7919 % 30'000));
    sweep.kill_it();
    if (sweep.wait() == 0) break;
    ++killed;
    if (std::filesystem::exists(file_)) {
      ASSERT_EQ(integrity_of(file_), sound) << round;
      ASSERT_EQ(Store::open_to_read(file_).counts().runs % 16, 0u);
    }
  }
  RecordProperty("killed", killed);
  EXPECT_GE(killed, 3);
  {
    Store store = Store::open(file_);
    go_on_with_a_sweep(store, points, replicates);
    Store whole = Store::open(place_ / "whole.db");
    go_on_with_a_sweep(whole, points, replicates);
  }
  EXPECT_EQ(everything_in(Store::open_to_read(file_)), everything_in(Store::open_to_read(place_ / "whole.db")));
  EXPECT_THAT(place_.names(), ElementsAre("results.db", "whole.db"));  // nor is anything left beside it
}

// SQLite brings the journal into the file page by page. Stopped after the first, the file alone speaks of pages that it
// does not have.
TEST_F(Survival, AStopOnTheWayFromTheJournalToTheFileIsNoDamage) {
  const Child sweep([&](Child& self) {
    Store store = Store::open(file_);
    go_on_with_a_sweep(store, 4, 160);
    self.say_and_wait();
  });
  sweep.wait_for_word();
  sweep.kill_it();
  EXPECT_EQ(sweep.wait(), -SIGKILL);
  std::filesystem::copy_file(file_, place_ / "copy.db");
  std::filesystem::copy_file(place_ / "results.db-wal", place_ / "copy.db-wal");
  { Store brings_it_in = Store::open(place_ / "copy.db"); }
  const std::string whole = test::text_of(place_ / "copy.db");
  const std::string file = test::text_of(file_);
  ASSERT_LT(file.size(), whole.size());
  place_.write("results.db", whole.substr(0, 4096) + file.substr(4096));
  EXPECT_EQ(Store::open_to_read(file_).counts().runs, 640u);
  EXPECT_EQ(Store::open(file_).counts().runs, 640u);
  EXPECT_EQ(integrity_of(file_), sound);
}

// However early it is stopped, there is a store or none.
TEST_F(Survival, AStoreIsMadeWholeOrNotAtAll) {
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  const auto before = std::signal(SIGXFSZ, SIG_IGN);
  for (rlim_t size = 1000; size < 65'000; size += 4096) {
    const rlimit small{size, limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    EXPECT_THROW(Store::open(file_), StoreRefused) << size;
    setrlimit(RLIMIT_FSIZE, &limit);
    EXPECT_THAT(place_.names(), testing::IsEmpty());
  }
  std::signal(SIGXFSZ, before);
  place_.write("results.db-new", "left by one that was killed");
  EXPECT_EQ(Store::open(file_).counts().runs, 0u);
  EXPECT_THAT(place_.names(), ElementsAre("results.db"));
}

// Sweeps until the disk is full; makes room; goes on. The rows are those of a sweep with room enough.
void fill_and_go_on(const std::filesystem::path& file, const std::function<void()>& make_room) {
  std::string message;
  std::uint64_t runs_before = 0;
  {
    Store store = Store::open(file);
    try {
      go_on_with_a_sweep(store, 8, 1600);
    } catch (const StoreError& failure) {
      message = failure.what();
    }
    runs_before = store.counts().runs;
  }
  EXPECT_THAT(message, HasSubstr(file.string() + ": cannot be written: "));
  EXPECT_THAT(message, HasSubstr("make room, then give the same command again"));
  EXPECT_GT(runs_before, 0u);
  EXPECT_EQ(runs_before % 16, 0u);
  EXPECT_EQ(Store::open_to_read(file).counts().runs, runs_before);
  EXPECT_EQ(integrity_of(file), sound);
  make_room();
  const TemporaryFolder elsewhere;
  {
    Store store = Store::open(file);
    EXPECT_EQ(store.counts().runs, runs_before);
    go_on_with_a_sweep(store, 8, 1600);
    Store whole = Store::open(elsewhere / "whole.db");
    go_on_with_a_sweep(whole, 8, 1600);
  }
  EXPECT_EQ(everything_in(Store::open_to_read(file)), everything_in(Store::open_to_read(elsewhere / "whole.db")));
}

TEST_F(Survival, AFullDiskLeavesTheStoreWhole) {
  const std::string disk = place_ / "disk";
  std::filesystem::create_directory(disk);
  if (mount("none", disk.c_str(), "tmpfs", 0, "size=1m") != 0) {
    GTEST_SKIP() << "no small disk can be mounted here; the test with a limit on a file's size stands in";
  }
  fill_and_go_on(disk + "/results.db",
                 [&] { EXPECT_EQ(mount("none", disk.c_str(), "tmpfs", MS_REMOUNT, "size=200m"), 0); });
  umount2(disk.c_str(), MNT_DETACH);
}

TEST_F(Survival, ALimitOnAFilesSizeIsAFullDiskToo) {
  const auto before = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit small{1'000'000, limit.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  fill_and_go_on(file_, [&] { setrlimit(RLIMIT_FSIZE, &limit); });
  std::signal(SIGXFSZ, before);
}

TEST_F(Survival, ADiskThatIsFullFromTheStartIsRefused) {
  const std::string disk = place_ / "disk";
  std::filesystem::create_directory(disk);
  if (mount("none", disk.c_str(), "tmpfs", 0, "size=16k") != 0) GTEST_SKIP() << "no small disk can be mounted here";
  EXPECT_THROW(Store::open(disk + "/results.db"), StoreRefused);
  EXPECT_TRUE(std::filesystem::is_empty(disk));
  umount2(disk.c_str(), MNT_DETACH);
}

TEST_F(Survival, AStoreOnADiskThatCannotBeWrittenCanBeRead) {
  const std::string disk = place_ / "disk";
  std::filesystem::create_directory(disk);
  if (mount("none", disk.c_str(), "tmpfs", 0, "size=3m") != 0) GTEST_SKIP() << "no small disk can be mounted here";
  {
    Store store = Store::open(disk + "/results.db");
    go_on_with_a_sweep(store, 2, 16);
  }
  EXPECT_EQ(mount("none", disk.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=3m"), 0);
  EXPECT_EQ(Store::open_to_read(disk + "/results.db").counts().runs, 32u);
  EXPECT_THROW(Store::open(disk + "/results.db"), StoreRefused);
  umount2(disk.c_str(), MNT_DETACH);
}

}  // namespace
}  // namespace trust
