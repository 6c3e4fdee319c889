#include "sha256.h"

#include <string.h>

const uint32_t SHA256_INITIAL[STATE_WORDS] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static uint32_t rotate(uint32_t word, int by) { return (word >> by) | (word << (32 - by)); }

uint32_t sha256_sigma0(uint32_t word) { return rotate(word, 7) ^ rotate(word, 18) ^ (word >> 3); }

uint32_t sha256_sigma1(uint32_t word) { return rotate(word, 17) ^ rotate(word, 19) ^ (word >> 10); }

void sha256_words(const uint8_t block[BLOCK_BYTES], uint32_t words[BLOCK_WORDS]) {
  for (int t = 0; t < BLOCK_WORDS; t++) {
    const uint8_t *at = block + 4 * t;
    words[t] = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
  }
}

void sha256_rounds(uint32_t state[STATE_WORDS], const uint32_t *schedule, int rounds) {
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
  for (int t = 0; t < rounds; t++) {
    uint32_t big_sigma1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    uint32_t big_sigma0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    uint32_t t1 = h + big_sigma1 + (g ^ (e & (f ^ g))) + SHA256_K[t] + schedule[t];
    uint32_t t2 = big_sigma0 + ((a & b) | (c & (a | b)));
    h = g, g = f, f = e, e = d + t1;
    d = c, c = b, b = a, a = t1 + t2;
  }
  state[0] = a, state[1] = b, state[2] = c, state[3] = d;
  state[4] = e, state[5] = f, state[6] = g, state[7] = h;
}

void sha256_compress(uint32_t state[STATE_WORDS], const uint8_t block[BLOCK_BYTES]) {
  uint32_t schedule[ROUNDS];
  sha256_words(block, schedule);
  for (int t = BLOCK_WORDS; t < ROUNDS; t++) {
    schedule[t] = sha256_sigma1(schedule[t - 2]) + schedule[t - 7] + sha256_sigma0(schedule[t - 15]) + schedule[t - 16];
  }
  uint32_t working[STATE_WORDS];
  memcpy(working, state, sizeof working);
  sha256_rounds(working, schedule, ROUNDS);
  for (int word = 0; word < STATE_WORDS; word++) {
    state[word] += working[word];
  }
}

void sha256(const uint8_t *message, size_t length, uint8_t digest[DIGEST_BYTES]) {
  uint32_t state[STATE_WORDS];
  memcpy(state, SHA256_INITIAL, sizeof state);
  size_t left = length;
  for (; left >= BLOCK_BYTES; left -= BLOCK_BYTES, message += BLOCK_BYTES) {
    sha256_compress(state, message);
  }
  uint8_t tail[2 * BLOCK_BYTES] = {0};
  memcpy(tail, message, left);
  tail[left] = 0x80;
  size_t tail_bytes = left + 9 <= BLOCK_BYTES ? BLOCK_BYTES : 2 * BLOCK_BYTES;
  uint64_t length_bits = (uint64_t)length * 8;
  for (size_t byte = 0; byte < 8; byte++) {
    tail[tail_bytes - 1 - byte] = (uint8_t)(length_bits >> (8 * byte));
  }
  for (size_t at = 0; at < tail_bytes; at += BLOCK_BYTES) {
    sha256_compress(state, tail + at);
  }
  for (int byte = 0; byte < DIGEST_BYTES; byte++) {
    digest[byte] = (uint8_t)(state[byte / 4] >> (24 - 8 * (byte % 4)));
  }
}
