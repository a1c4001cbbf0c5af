// AES-128 once more, byte by byte as FIPS-197 spells it and with nothing precomputed, in both directions. Decrypting
// also finds the address at which a draw has the bits that a test wants.
#pragma once

#include <array>
#include <cstdint>
#include <utility>

#include "sim/cipher.hpp"
#include "sim/draws.hpp"

namespace trust::oracle {

using Byte = std::uint8_t;
using State = std::array<Byte, 16>;  // byte r + 4c is row r, column c, as in section 3.4

/// The product in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1 (section 4.2).
constexpr Byte product(Byte a, Byte b) {
  Byte sum = 0;
  for (int bit = 0; bit < 8; ++bit) {
    if ((b >> bit) & 1) sum = static_cast<Byte>(sum ^ a);
    a = static_cast<Byte>((a << 1) ^ ((a >> 7) * 0x1B));
  }
  return sum;
}

/// SubBytes and its inverse (section 5.1.1), the multiplicative inverse being searched for.
struct Substitutions {
  std::array<Byte, 256> forward{}, backward{};

  Substitutions() {
    for (int value = 0; value < 256; ++value) {
      int inverse = 0;
      for (int candidate = 1; candidate < 256 && value != 0; ++candidate) {
        if (product(static_cast<Byte>(value), static_cast<Byte>(candidate)) == 1) inverse = candidate;
      }
      int image = 0;
      for (int bit = 0; bit < 8; ++bit) {
        const int sum = (inverse >> bit) ^ (inverse >> (bit + 4) % 8) ^ (inverse >> (bit + 5) % 8) ^
                        (inverse >> (bit + 6) % 8) ^ (inverse >> (bit + 7) % 8) ^ (0x63 >> bit);
        image |= (sum & 1) << bit;
      }
      forward[static_cast<std::size_t>(value)] = static_cast<Byte>(image);
      backward[static_cast<std::size_t>(image)] = static_cast<Byte>(value);
    }
  }
};

inline const Substitutions& substitutions() {
  static const Substitutions tables;
  return tables;
}

inline State state_of(const CipherBlock& block) {
  State state{};
  for (std::size_t i = 0; i < 16; ++i) state[i] = static_cast<Byte>(block.word[i / 4] >> (8 * (i % 4)));
  return state;
}

inline CipherBlock block_of(const State& state) {
  CipherBlock block{};
  for (std::size_t i = 0; i < 16; ++i) block.word[i / 4] |= std::uint32_t{state[i]} << (8 * (i % 4));
  return block;
}

inline std::array<State, 11> expand(const State& key) {
  std::array<State, 11> round{};
  round[0] = key;
  Byte constant = 1;
  for (std::size_t r = 1; r < 11; ++r) {
    for (std::size_t i = 0; i < 16; ++i) {
      Byte carried = i < 4 ? substitutions().forward[round[r - 1][12 + (i + 1) % 4]] : round[r][i - 4];
      if (i == 0) carried = static_cast<Byte>(carried ^ constant);
      round[r][i] = static_cast<Byte>(round[r - 1][i] ^ carried);
    }
    constant = product(constant, 2);
  }
  return round;
}

inline void add(State& state, const State& key) {
  for (std::size_t i = 0; i < 16; ++i) state[i] = static_cast<Byte>(state[i] ^ key[i]);
}

/// Multiplies every column by the circulant matrix whose first row is given.
inline void mix_columns(State& state, const std::array<Byte, 4>& row) {
  const State before = state;
  for (std::size_t i = 0; i < 16; ++i) {
    Byte sum = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      sum = static_cast<Byte>(sum ^ product(row[(k + 4 - i % 4) % 4], before[i / 4 * 4 + k]));
    }
    state[i] = sum;
  }
}

inline CipherBlock encrypt(const CipherBlock& key, const CipherBlock& block) {
  const auto round = expand(state_of(key));
  State state = state_of(block);
  add(state, round[0]);
  for (std::size_t r = 1; r <= 10; ++r) {
    const State before = state;
    for (std::size_t i = 0; i < 16; ++i) state[i] = substitutions().forward[before[(i + 4 * (i % 4)) % 16]];
    if (r < 10) mix_columns(state, {2, 3, 1, 1});
    add(state, round[r]);
  }
  return block_of(state);
}

inline CipherBlock decrypt(const CipherBlock& key, const CipherBlock& block) {
  const auto round = expand(state_of(key));
  State state = state_of(block);
  for (std::size_t r = 10; r >= 1; --r) {
    add(state, round[r]);
    if (r < 10) mix_columns(state, {14, 11, 13, 9});
    const State before = state;
    for (std::size_t i = 0; i < 16; ++i) state[(i + 4 * (i % 4)) % 16] = substitutions().backward[before[i]];
  }
  add(state, round[0]);
  return block_of(state);
}

/// An address and a replicate whose 32-bit draw under `seed` is `bits`.
inline std::pair<DrawAddress, std::uint32_t> address_drawing(std::uint64_t seed, std::uint32_t bits) {
  const CipherBlock key = key_of_seed(seed).round[0];
  for (std::uint32_t attempt = 0;; ++attempt) {
    const CipherBlock counter = decrypt(key, {bits, attempt, 0, 0});
    if (counter.word[3] >= 0x40000000u) continue;  // that group has no replicate of 32 bits
    const DrawAddress at{counter.word[0], counter.word[1], counter.word[2] >> 8,
                         static_cast<std::uint8_t>(counter.word[2])};
    return {at, counter.word[3] * 4};
  }
}

}  // namespace trust::oracle
