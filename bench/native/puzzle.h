// The puzzle of PROTOCOL §3, and what of it stays the same for 2^24 counters.
#ifndef STILE_PUZZLE_H
#define STILE_PUZZLE_H

#include "sha256.h"

enum {
  PREIMAGE_BYTES = 119,
  COUNTER_OFFSET = 111, // of the u64; PROTOCOL §3
  VARYING_WORD = 13,    // of the second block: it holds the counter's last 3 bytes, and the padding byte
};

#define RUN_COUNTERS (UINT32_C(1) << 24)

// What a kernel reads. Words of the schedule that depend on the counter's last 3 bytes "vary"; the rest is done once.
struct run {
  uint32_t mask;                  // bits of the digest's first word that must be zero
  uint32_t first_word;            // of the state after the first block: the digest's first word is this + a
  uint32_t words[20];             // schedule words 0 to 19; VARYING_WORD, which alone varies, with counter bytes 0
  uint32_t after_12[STATE_WORDS]; // working variables after rounds 0 to 11
  uint32_t after_14[STATE_WORDS]; // after rounds 0 to 13, were those 3 bytes zero: they only add to a and e
  uint32_t constants[ROUNDS];     // K[t] + W[t] where W[t] is constant, else the constant part of the sum that W[t] is
};

// Schedule word t varies: 13, 20, 22, 24, and all from 26 on.
#define VARIES(t) ((t) == VARYING_WORD || (t) == 20 || (t) == 22 || (t) == 24 || (t) >= 26)

struct puzzle {
  uint8_t preimage[PREIMAGE_BYTES];
  uint32_t mask;
  uint32_t after_first_block[STATE_WORDS];
};

// `bits` is 1 to 32. What the preimage's counter field holds does not matter.
void puzzle_prepare(struct puzzle *puzzle, const uint8_t preimage[PREIMAGE_BYTES], int bits);

// The run of the 2^24 counters that begins at `upper` * 2^24.
void puzzle_start_run(const struct puzzle *puzzle, uint64_t upper, struct run *run);

// The slow way: the whole digest of one counter. Kernels are checked against it.
int puzzle_meets(const struct puzzle *puzzle, uint64_t counter);

#endif
