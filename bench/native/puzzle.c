#include "puzzle.h"

#include <string.h>

static void put_counter(uint8_t preimage[PREIMAGE_BYTES], uint64_t counter) {
  for (int byte = 0; byte < 8; byte++) {
    preimage[COUNTER_OFFSET + byte] = (uint8_t)(counter >> (56 - 8 * byte));
  }
}

void puzzle_prepare(struct puzzle *puzzle, const uint8_t preimage[PREIMAGE_BYTES], int bits) {
  memcpy(puzzle->preimage, preimage, PREIMAGE_BYTES);
  memset(puzzle->preimage + COUNTER_OFFSET - 7, 0, 7); // bytes 104 to 110 (PROTOCOL §3)
  puzzle->mask = UINT32_MAX << (32 - bits);
  memcpy(puzzle->after_first_block, SHA256_INITIAL, sizeof puzzle->after_first_block);
  sha256_compress(puzzle->after_first_block, preimage);
}

static void second_block(const struct puzzle *puzzle, uint64_t upper, uint8_t block[BLOCK_BYTES]) {
  uint8_t preimage[PREIMAGE_BYTES];
  memcpy(preimage, puzzle->preimage, PREIMAGE_BYTES);
  put_counter(preimage, upper * RUN_COUNTERS);
  memset(block, 0, BLOCK_BYTES);
  memcpy(block, preimage + BLOCK_BYTES, PREIMAGE_BYTES - BLOCK_BYTES);
  block[PREIMAGE_BYTES - BLOCK_BYTES] = 0x80;
  block[BLOCK_BYTES - 2] = (PREIMAGE_BYTES * 8) >> 8;
  block[BLOCK_BYTES - 1] = (PREIMAGE_BYTES * 8) & 0xff;
}

// Goes through the schedule with every word that varies taken as zero, so that each sum holds its constant part alone.
static void find_constants(struct run *run) {
  uint32_t schedule[ROUNDS];
  memcpy(schedule, run->words, BLOCK_WORDS * sizeof *schedule);
  schedule[VARYING_WORD] = 0;
  for (int t = 0; t < ROUNDS; t++) {
    if (t >= BLOCK_WORDS) {
      schedule[t] =
          sha256_sigma1(schedule[t - 2]) + schedule[t - 7] + sha256_sigma0(schedule[t - 15]) + schedule[t - 16];
    }
    run->constants[t] = VARIES(t) ? schedule[t] : schedule[t] + SHA256_K[t];
    if (VARIES(t)) {
      schedule[t] = 0;
    } else if (t >= BLOCK_WORDS && t < 20) {
      run->words[t] = schedule[t];
    }
  }
}

void puzzle_start_run(const struct puzzle *puzzle, uint64_t upper, struct run *run) {
  uint8_t block[BLOCK_BYTES];
  second_block(puzzle, upper, block);
  sha256_words(block, run->words);
  run->mask = puzzle->mask;
  run->first_word = puzzle->after_first_block[0];
  memcpy(run->after_12, puzzle->after_first_block, sizeof run->after_12);
  sha256_rounds(run->after_12, run->words, 12);
  memcpy(run->after_14, puzzle->after_first_block, sizeof run->after_14);
  sha256_rounds(run->after_14, run->words, 14);
  find_constants(run);
}

int puzzle_meets(const struct puzzle *puzzle, uint64_t counter) {
  uint8_t preimage[PREIMAGE_BYTES];
  uint8_t digest[DIGEST_BYTES];
  memcpy(preimage, puzzle->preimage, PREIMAGE_BYTES);
  put_counter(preimage, counter);
  sha256(preimage, PREIMAGE_BYTES, digest);
  uint32_t first = (uint32_t)digest[0] << 24 | (uint32_t)digest[1] << 16 | (uint32_t)digest[2] << 8 | digest[3];
  return (first & puzzle->mask) == 0;
}
