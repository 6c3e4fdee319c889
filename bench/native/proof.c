#include "proof.h"

#include "base64url.h"

#include <string.h>

enum { BITS_AT = 7, ROUNDS_AT = 8, HOST_AT = 30, TIME_BYTES = 8, TRIES_A_CALL = 1 << 12 };

int challenge_parse(const char *text, size_t length, struct challenge *challenge) {
  ptrdiff_t bytes = base64url_decode(text, length, challenge->bytes, sizeof challenge->bytes);
  if (bytes < 72 || challenge->bytes[0] != 1 || bytes != 71 + challenge->bytes[HOST_AT]) return -1;
  challenge->length = (size_t)bytes;
  challenge->bits = challenge->bytes[BITS_AT];
  challenge->rounds = challenge->bytes[ROUNDS_AT];
  int in_range =
      challenge->bits >= 1 && challenge->bits <= 32 && challenge->rounds >= 1 && challenge->rounds <= MAX_ROUNDS;
  return in_range ? 0 : -1;
}

static uint8_t *put(uint8_t *to, const void *bytes, size_t length) {
  memcpy(to, bytes, length);
  return to + length;
}

static uint8_t *put_lp16(uint8_t *to, const void *bytes, size_t length) {
  *to++ = (uint8_t)(length >> 8);
  *to++ = (uint8_t)length;
  return put(to, bytes, length);
}

// PROTOCOL §4.
static void hash_message(const uint8_t *iv_server, const uint8_t *iv_client, const char *target, uint8_t *digest) {
  uint8_t message[2 * IV_BYTES + 2 + 4 + 2 + MAX_TARGET_BYTES];
  uint8_t *end = put(message, iv_server, IV_BYTES);
  end = put(end, iv_client, IV_BYTES);
  end = put_lp16(end, "gate", 4);
  end = put_lp16(end, target, strlen(target));
  sha256(message, (size_t)(end - message), digest);
}

// The first `rounds` counters, each as a u64.
static uint8_t *put_counters(uint8_t *to, const struct kernel *kernel, const struct puzzle *puzzle, int rounds) {
  struct run run;
  uint32_t hits[TRIES_A_CALL];
  int found = 0;
  for (uint64_t from = 0; found < rounds; from += TRIES_A_CALL) {
    if (from % RUN_COUNTERS == 0) puzzle_start_run(puzzle, from / RUN_COUNTERS, &run);
    uint32_t offset = (uint32_t)(from % RUN_COUNTERS);
    size_t count = kernel->search(&run, offset, TRIES_A_CALL, hits);
    for (size_t hit = 0; hit < count && found < rounds; hit++, found++) {
      uint64_t counter = from - offset + hits[hit];
      for (int byte = 0; byte < 8; byte++) {
        *to++ = (uint8_t)(counter >> (56 - 8 * byte));
      }
    }
  }
  return to;
}

size_t proof_find(const struct kernel *kernel, const struct challenge *challenge, const char *target,
                  const uint8_t iv_client[IV_BYTES], uint8_t proof[MAX_PROOF_BYTES]) {
  const uint8_t *time = challenge->bytes + challenge->length - TIME_BYTES;
  const uint8_t *iv_server = time - IV_BYTES;
  uint8_t message_hash[DIGEST_BYTES];
  hash_message(iv_server, iv_client, target, message_hash);

  uint8_t preimage[PREIMAGE_BYTES] = {0};
  uint8_t *end = put(preimage, iv_server, IV_BYTES);
  end = put(end, iv_client, IV_BYTES);
  end = put(end, time, TIME_BYTES);
  put(end, message_hash, DIGEST_BYTES);
  struct puzzle puzzle;
  puzzle_prepare(&puzzle, preimage, challenge->bits);

  end = put_lp16(proof, challenge->bytes, challenge->length);
  end = put_lp16(end, target, strlen(target));
  end = put(end, iv_client, IV_BYTES);
  end = put(end, message_hash, DIGEST_BYTES);
  *end++ = (uint8_t)challenge->rounds;
  end = put_counters(end, kernel, &puzzle, challenge->rounds);
  return (size_t)(end - proof);
}
