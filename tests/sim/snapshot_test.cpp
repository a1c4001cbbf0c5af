// Saved states come back whole or not at all: damage of every kind is refused by a message that names the file, and a
// failed save leaves the older file as it was and nothing else behind.
#include "sim/snapshot.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/sim/random_arcs.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using test::text_of;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Sections = std::map<std::string, std::vector<std::byte>>;

std::vector<std::byte> random_bytes(std::size_t size, std::uint64_t seed) {
  oracle::SplitMix random(seed);
  std::vector<std::byte> bytes(size);
  for (auto& byte : bytes) byte = static_cast<std::byte>(random.next());
  return bytes;
}

Sections some_sections() {
  return {{"trust", random_bytes(300, 70)},
          {"stress", random_bytes(100, 71)},
          {"nothing", {}},
          {"", random_bytes(3, 72)},
          {"a name with spaces, and \xC3\xA9", random_bytes(1, 73)}};
}

void save(const fs::path& file, const Sections& contents) {
  std::vector<SnapshotSection> sections;
  for (const auto& [name, bytes] : contents) sections.push_back({name, bytes});
  write_snapshot(file, sections);
}

// The message with which `work` fails; empty if it does not.
std::string refusal_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const SnapshotError& error) {
    return error.what();
  }
  return "";
}

std::string refusal_to_read(const fs::path& file) {
  return refusal_of([&] { read_snapshot(file); });
}

class Snapshot : public testing::Test {
 protected:
  void SetUp() override { save(file, some_sections()); }

  // What reading the file would say if it held these bytes instead.
  std::string refusal_of_bytes(const std::string& bytes) const {
    return refusal_to_read(folder.write("damaged", bytes));
  }

  TemporaryFolder folder;
  fs::path file = folder / "day-60.state";
};

TEST_F(Snapshot, ComesBackAsItWas) {
  EXPECT_EQ(read_snapshot(file), some_sections());
  EXPECT_THAT(folder.names(), ElementsAre("day-60.state"));
}

TEST_F(Snapshot, MayHoldNothing) {
  save(folder / "empty", {});
  EXPECT_THAT(read_snapshot(folder / "empty"), IsEmpty());
}

TEST_F(Snapshot, OfManyMegabytesComesBackAsItWas) {
  const Sections large{{"ties", random_bytes(20'000'000, 74)}};
  save(folder / "large", large);
  EXPECT_TRUE(read_snapshot(folder / "large") == large);
}

TEST_F(Snapshot, HasTheSameBytesEachTime) {
  save(folder / "again", some_sections());
  EXPECT_TRUE(text_of(file) == text_of(folder / "again"));
}

TEST_F(Snapshot, ReplacesAnOlderOne) {
  const Sections newer{{"trust", random_bytes(10, 75)}};
  save(file, newer);
  EXPECT_EQ(read_snapshot(file), newer);
  EXPECT_THAT(folder.names(), ElementsAre("day-60.state"));
}

TEST_F(Snapshot, ReplacesWhatABrokenRunLeftBehind) {
  folder.write("day-60.state.part", std::string(100'000, 'x'));
  save(file, some_sections());
  EXPECT_EQ(read_snapshot(file), some_sections());
  EXPECT_THAT(folder.names(), ElementsAre("day-60.state"));
}

// ---- damage

TEST_F(Snapshot, CutShortAnywhereIsRefused) {
  const std::string whole = text_of(file);
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    EXPECT_THAT(refusal_of_bytes(whole.substr(0, size)), AllOf(HasSubstr("damaged: "), HasSubstr("cut short"))) << size;
  }
  for (std::size_t missing = 1; missing <= 40; ++missing) {
    EXPECT_THAT(refusal_of_bytes(whole.substr(0, whole.size() - missing)), HasSubstr("cut short")) << missing;
  }
}

TEST_F(Snapshot, WithOneBitFlippedAnywhereIsRefused) {
  const std::string whole = text_of(file);
  for (std::size_t byte = 0; byte < whole.size(); ++byte) {
    // All eight in the heading, one elsewhere.
    for (int bit = byte < 32 ? 0 : static_cast<int>(byte % 8); bit < 8; bit += byte < 32 ? 1 : 8) {
      std::string damaged = whole;
      damaged[byte] = static_cast<char>(damaged[byte] ^ (1 << bit));
      EXPECT_THAT(refusal_of_bytes(damaged), HasSubstr("damaged: ")) << "byte " << byte << ", bit " << bit;
    }
  }
}

TEST_F(Snapshot, WithSomethingAfterItsEndIsRefused) {
  const std::string whole = text_of(file);
  EXPECT_THAT(refusal_of_bytes(whole + '\0'), HasSubstr("follows its end"));
  EXPECT_THAT(refusal_of_bytes(whole + whole), HasSubstr("follows its end"));
}

TEST_F(Snapshot, WithBytesThatChangedPlacesIsRefused) {
  // Within the last section, before the checksum: every length is right and no byte is missing.
  std::string damaged = text_of(file);
  std::rotate(damaged.end() - 200, damaged.end() - 100, damaged.end() - 8);
  EXPECT_THAT(refusal_of_bytes(damaged), HasSubstr("damaged: "));
}

TEST_F(Snapshot, OfAnotherKindIsRefused) {
  std::string other = text_of(file);
  other.replace(0, 4, "TEXT");
  EXPECT_THAT(refusal_of_bytes(other), HasSubstr("not a saved state of trustsim"));
  EXPECT_THAT(refusal_of_bytes("id,name,team\n1,Dana,north\n"), HasSubstr("not a saved state of trustsim"));
}

TEST_F(Snapshot, OfANewerVersionIsRefusedByItsNumber) {
  std::string newer = text_of(file);
  ASSERT_EQ(static_cast<unsigned char>(newer[8]), snapshot_version);
  newer[8] = static_cast<char>(snapshot_version + 1);
  EXPECT_THAT(refusal_of_bytes(newer), AllOf(HasSubstr("version " + std::to_string(snapshot_version + 1)),
                                             HasSubstr("reads version " + std::to_string(snapshot_version))));
}

TEST_F(Snapshot, ThatClaimsAnAbsurdSizeIsRefusedWithoutMakingRoomForIt) {
  std::string absurd = text_of(file);
  for (std::size_t at = 24; at < 32; ++at) absurd[at] = '\x7F';  // the length of the first name
  EXPECT_THAT(refusal_of_bytes(absurd), HasSubstr("cut short"));
  absurd = text_of(file);
  for (std::size_t at = 16; at < 24; ++at) absurd[at] = '\x7F';  // the number of sections
  EXPECT_THAT(refusal_of_bytes(absurd), HasSubstr("damaged: "));
}

// ---- places

TEST_F(Snapshot, ThatIsMissingIsRefused) {
  EXPECT_THAT(refusal_to_read(folder / "absent"), AllOf(HasSubstr("absent: "), HasSubstr("cannot be read")));
  EXPECT_THAT(refusal_to_read(file / "below-a-file"), HasSubstr("below-a-file: "));
}

TEST_F(Snapshot, ThatIsAFolderIsRefused) {
  EXPECT_THAT(refusal_to_read(folder.path()), AllOf(HasSubstr(folder.path().string()), HasSubstr("cannot be read")));
}

TEST_F(Snapshot, IsNotWrittenIntoAMissingFolder) {
  const fs::path nowhere = folder / "no" / "such" / "folder.state";
  EXPECT_THAT(refusal_of([&] { save(nowhere, some_sections()); }),
              AllOf(HasSubstr("folder.state: "), HasSubstr("written")));
  EXPECT_THAT(folder.names(), ElementsAre("day-60.state"));
}

TEST_F(Snapshot, IsNotWrittenBelowAFile) {
  EXPECT_THAT(refusal_of([&] { save(file / "x", some_sections()); }), HasSubstr("x: cannot be written"));
  EXPECT_EQ(read_snapshot(file), some_sections());
}

TEST_F(Snapshot, ThatCannotTakeItsPlaceLeavesNothingBehind) {
  // The place is taken by a folder: everything is written, and only the renaming fails.
  folder.write("taken/by-something", "else");
  EXPECT_THAT(refusal_of([&] { save(folder / "taken", some_sections()); }), HasSubstr("taken: cannot be written"));
  EXPECT_THAT(folder.names(), ElementsAre("day-60.state", "taken"));
}

TEST_F(Snapshot, OnAFullDiskLeavesTheOlderOneAlone) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  // The temporary name leads to a device on which every write fails for want of room.
  for (const std::size_t size : {10u, 20'000'000u}) {
    fs::create_symlink("/dev/full", file.string() + ".part");
    const Sections newer{{"trust", random_bytes(size, 76)}};
    EXPECT_THAT(refusal_of([&] { save(file, newer); }), HasSubstr("day-60.state: cannot be written"));
    EXPECT_EQ(read_snapshot(file), some_sections());
    EXPECT_THAT(folder.names(), ElementsAre("day-60.state"));
  }
}

}  // namespace
}  // namespace trust
