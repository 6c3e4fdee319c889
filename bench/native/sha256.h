// SHA-256 (FIPS 180-4) in plain C: what the kernels share, and what they are checked against.
#ifndef STILE_SHA256_H
#define STILE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { BLOCK_BYTES = 64, BLOCK_WORDS = 16, STATE_WORDS = 8, ROUNDS = 64, DIGEST_BYTES = 32 };

// Here, not in one place, for the kernels' compilers to see them: a constant is cheaper than a load.
static const uint32_t SHA256_K[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

extern const uint32_t SHA256_INITIAL[STATE_WORDS];

uint32_t sha256_sigma0(uint32_t word);
uint32_t sha256_sigma1(uint32_t word);

// Big-endian words of a block.
void sha256_words(const uint8_t block[BLOCK_BYTES], uint32_t words[BLOCK_WORDS]);

// The first `rounds` rounds on the working variables a to h; `schedule` has that many words.
void sha256_rounds(uint32_t state[STATE_WORDS], const uint32_t *schedule, int rounds);

// The state after one more block.
void sha256_compress(uint32_t state[STATE_WORDS], const uint8_t block[BLOCK_BYTES]);

void sha256(const uint8_t *message, size_t length, uint8_t digest[DIGEST_BYTES]);

#endif
