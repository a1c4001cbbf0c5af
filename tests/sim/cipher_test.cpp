#include "sim/cipher.hpp"

#include <gtest/gtest.h>

#include <array>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/sim/cipher_oracle.hpp"
#include "tests/sim/lane_probe.hpp"
#include "tests/sim/random_arcs.hpp"

namespace trust {

void PrintTo(const CipherBlock& block, std::ostream* out) {
  const oracle::State state = oracle::state_of(block);
  for (const auto byte : state) *out << "0123456789abcdef"[byte >> 4] << "0123456789abcdef"[byte & 15];
}

namespace {

// The bytes in the order in which the standards print them.
CipherBlock from_hex(std::string_view digits) {
  oracle::State state{};
  for (std::size_t i = 0; i < 16; ++i) {
    state[i] = static_cast<oracle::Byte>(std::stoi(std::string(digits.substr(2 * i, 2)), nullptr, 16));
  }
  return oracle::block_of(state);
}

CipherBlock random_block(oracle::SplitMix& random) {
  CipherBlock block{};
  for (auto& word : block.word) word = static_cast<std::uint32_t>(random.next());
  return block;
}

struct KnownAnswer {
  std::string_view from, key, plain, encrypted;
};

constexpr KnownAnswer known_answers[] = {
    {"FIPS-197, appendix B", "2b7e151628aed2a6abf7158809cf4f3c", "3243f6a8885a308d313198a2e0370734",
     "3925841d02dc09fbdc118597196a0b32"},
    {"FIPS-197, appendix C.1", "000102030405060708090a0b0c0d0e0f", "00112233445566778899aabbccddeeff",
     "69c4e0d86a7b0430d8cdb78070b4c55a"},
    {"all zero", "00000000000000000000000000000000", "00000000000000000000000000000000",
     "66e94bd4ef8a2c3b884cfa59ca342b2e"},
    {"SP 800-38A, F.1.1, block 1", "2b7e151628aed2a6abf7158809cf4f3c", "6bc1bee22e409f96e93d7e117393172a",
     "3ad77bb40d7a3660a89ecaf32466ef97"},
    {"SP 800-38A, F.1.1, block 2", "2b7e151628aed2a6abf7158809cf4f3c", "ae2d8a571e03ac9c9eb76fac45af8e51",
     "f5d3d58503b9699de785895a96fdbaaf"},
    {"SP 800-38A, F.1.1, block 3", "2b7e151628aed2a6abf7158809cf4f3c", "30c81c46a35ce411e5fbc1191a0a52ef",
     "43b1cd7f598ece23881b00e3ed030688"},
    {"SP 800-38A, F.1.1, block 4", "2b7e151628aed2a6abf7158809cf4f3c", "f69f2445df4f9b17ad2b417be66c3710",
     "7b0c785e27e8ad3f8223207104725dd4"},
    {"AESAVS, GFSbox", "00000000000000000000000000000000", "f34481ec3cc627bacd5dc3fb08f273e6",
     "0336763e966d92595a567cc9ce537f5e"},
    {"AESAVS, KeySbox", "10a58869d74be5a374cf867cfb473859", "00000000000000000000000000000000",
     "6d251e6944b051e04eaa6fb4dbf78465"},
    {"AESAVS, VarTxt", "00000000000000000000000000000000", "80000000000000000000000000000000",
     "3ad78e726c1ec02b7ebfe92b23d9ec34"},
    {"AESAVS, VarKey", "80000000000000000000000000000000", "00000000000000000000000000000000",
     "0edd33d3c621e546455bd8ba1418bec8"},
};

TEST(Cipher, GivesTheKnownAnswers) {
  for (const KnownAnswer& known : known_answers) {
    EXPECT_EQ(encrypt(expand_key(from_hex(known.key)), from_hex(known.plain)), from_hex(known.encrypted)) << known.from;
  }
}

TEST(Cipher, ExpandsTheKeyOfAppendixA1) {
  constexpr std::array<std::string_view, 11> rounds = {
      "2b7e151628aed2a6abf7158809cf4f3c", "a0fafe1788542cb123a339392a6c7605", "f2c295f27a96b9435935807a7359f67f",
      "3d80477d4716fe3e1e237e446d7a883b", "ef44a541a8525b7fb671253bdb0bad00", "d4d1c6f87c839d87caf2b8bc11f915bc",
      "6d88a37a110b3efddbf98641ca0093fd", "4e54f70e5f5fc9f384a64fb24ea6dc4f", "ead27321b58dbad2312bf5607f8d292f",
      "ac7766f319fadc2128d12941575c006e", "d014f9a8c9ee2589e13f0cc8b6630ca6"};
  const CipherKey key = expand_key(from_hex(rounds[0]));
  for (std::size_t r = 0; r < rounds.size(); ++r) EXPECT_EQ(key.round[r], from_hex(rounds[r])) << "round " << r;
}

TEST(Cipher, EqualsTheStandardByteByByte) {
  oracle::SplitMix random(1);
  for (int time = 0; time < 500; ++time) {
    const CipherBlock key = random_block(random);
    const CipherBlock plain = random_block(random);
    const CipherBlock encrypted = encrypt(expand_key(key), plain);
    ASSERT_EQ(encrypted, oracle::encrypt(key, plain));
    ASSERT_EQ(oracle::decrypt(key, encrypted), plain);
  }
}

TEST(Cipher, OfASeedHasAKeyOfItsOwn) {
  std::vector<std::uint64_t> seeds{0};
  for (int bit = 0; bit < 64; ++bit) seeds.push_back(std::uint64_t{1} << bit);
  std::set<oracle::State> keys;
  for (const std::uint64_t seed : seeds) {
    const CipherKey key = key_of_seed(seed);
    keys.insert(oracle::state_of(key.round[0]));
    EXPECT_EQ(key.round[10], expand_key(key.round[0]).round[10]);
  }
  EXPECT_EQ(keys.size(), 65u);
}

class CipherPaths : public testing::TestWithParam<InstructionSet> {};

TEST_P(CipherPaths, GiveTheKnownAnswersInEveryPlaceOfAGroup) {
  for (const KnownAnswer& known : known_answers) {
    const CipherKey key = expand_key(from_hex(known.key));
    for (const int count : {1, 2, 4, 8, 16}) {
      std::vector<CipherBlock> blocks(static_cast<std::size_t>(count), from_hex(known.plain));
      test::lane_probe(GetParam()).encrypt(key, blocks.data(), count);
      for (const CipherBlock& block : blocks) EXPECT_EQ(block, from_hex(known.encrypted)) << known.from;
    }
  }
}

TEST_P(CipherPaths, EqualOneBlockAtATime) {
  oracle::SplitMix random(2);
  for (int time = 0; time < 500; ++time) {
    const CipherKey key = expand_key(random_block(random));
    for (const int count : {1, 2, 4, 8, 16}) {
      std::vector<CipherBlock> blocks, wanted;
      for (int b = 0; b < count; ++b) blocks.push_back(random_block(random));
      for (const CipherBlock& block : blocks) wanted.push_back(encrypt(key, block));
      test::lane_probe(GetParam()).encrypt(key, blocks.data(), count);
      ASSERT_EQ(blocks, wanted);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Path, CipherPaths, testing::ValuesIn(test::available_sets()),
                         [](const auto& param_info) { return std::string(name_of(param_info.param)); });

}  // namespace
}  // namespace trust
