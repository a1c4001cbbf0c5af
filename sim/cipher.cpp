#include "sim/cipher.hpp"

namespace trust {
namespace {

using Byte = std::uint8_t;
using Word = std::uint32_t;

constexpr Byte times_two(Byte value) { return static_cast<Byte>((value << 1) ^ (value & 0x80 ? 0x1B : 0)); }

constexpr Byte rotate_left(Byte value, int by) { return static_cast<Byte>(value << by | value >> (8 - by)); }

// FIPS-197, section 5.1.1: the inverse in GF(2^8), then an affine map. 3 generates the field; 0xF6 is its inverse.
constexpr std::array<Byte, 256> make_substitution() {
  std::array<Byte, 256> table{};
  Byte power = 1;
  Byte inverse = 1;
  do {
    power = static_cast<Byte>(power ^ times_two(power));
    inverse = static_cast<Byte>(inverse ^ (inverse << 1));
    inverse = static_cast<Byte>(inverse ^ (inverse << 2));
    inverse = static_cast<Byte>(inverse ^ (inverse << 4));
    if (inverse & 0x80) inverse = static_cast<Byte>(inverse ^ 0x09);
    table[power] = static_cast<Byte>(inverse ^ rotate_left(inverse, 1) ^ rotate_left(inverse, 2) ^
                                     rotate_left(inverse, 3) ^ rotate_left(inverse, 4) ^ 0x63);
  } while (power != 1);
  table[0] = 0x63;
  return table;
}

constexpr auto substitution = make_substitution();

constexpr Word rotate_left(Word value, int by) { return value << by | value >> (32 - by); }

// Substitution and column mixing of one byte at once: the column 2s, s, s, 3s.
constexpr std::array<Word, 256> make_mixed() {
  std::array<Word, 256> table{};
  for (int i = 0; i < 256; ++i) {
    const Byte s = substitution[static_cast<std::size_t>(i)];
    const Byte s2 = times_two(s);
    table[static_cast<std::size_t>(i)] =
        Word{s2} | Word{s} << 8 | Word{s} << 16 | Word{static_cast<Byte>(s2 ^ s)} << 24;
  }
  return table;
}

constexpr auto mixed = make_mixed();

constexpr Byte byte_of(Word word, int index) { return static_cast<Byte>(word >> (8 * index)); }

constexpr Word substitute(Word word) {
  return Word{substitution[byte_of(word, 0)]} | Word{substitution[byte_of(word, 1)]} << 8 |
         Word{substitution[byte_of(word, 2)]} << 16 | Word{substitution[byte_of(word, 3)]} << 24;
}

}  // namespace

CipherKey expand_key(const CipherBlock& key) {
  CipherKey schedule{};
  schedule.round[0] = key;
  Byte constant = 1;
  for (std::size_t r = 1; r < schedule.round.size(); ++r) {
    const auto& before = schedule.round[r - 1].word;
    auto& now = schedule.round[r].word;
    now[0] = before[0] ^ substitute(rotate_left(before[3], 24)) ^ constant;
    for (int w = 1; w < 4; ++w) now[w] = before[w] ^ now[w - 1];
    constant = times_two(constant);
  }
  return schedule;
}

CipherKey key_of_seed(std::uint64_t seed) {
  // The upper half says whose bits these are, so that another program's use of the same seed is another key.
  return expand_key({static_cast<Word>(seed), static_cast<Word>(seed >> 32), 0x73757274, 0x6D697374});
}

CipherBlock encrypt(const CipherKey& key, CipherBlock block) {
  for (int w = 0; w < 4; ++w) block.word[w] ^= key.round[0].word[w];
  for (std::size_t r = 1; r < 10; ++r) {
    CipherBlock next{};
    for (int w = 0; w < 4; ++w) {
      next.word[w] = key.round[r].word[w] ^ mixed[byte_of(block.word[w], 0)] ^
                     rotate_left(mixed[byte_of(block.word[(w + 1) & 3], 1)], 8) ^
                     rotate_left(mixed[byte_of(block.word[(w + 2) & 3], 2)], 16) ^
                     rotate_left(mixed[byte_of(block.word[(w + 3) & 3], 3)], 24);
    }
    block = next;
  }
  CipherBlock last{};
  for (int w = 0; w < 4; ++w) {
    const Word shifted = (block.word[w] & 0xFFu) | (block.word[(w + 1) & 3] & 0xFF00u) |
                         (block.word[(w + 2) & 3] & 0xFF0000u) | (block.word[(w + 3) & 3] & 0xFF000000u);
    last.word[w] = key.round[10].word[w] ^ substitute(shifted);
  }
  return last;
}

}  // namespace trust
