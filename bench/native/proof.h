// From a challenge to a proof (PROTOCOL §3 to §5, §8), for the purpose `gate`.
#ifndef STILE_PROOF_H
#define STILE_PROOF_H

#include "kernel.h"

enum {
  IV_BYTES = 32,
  MAX_CHALLENGE_BYTES = 71 + 255,
  MAX_ROUNDS = 64,
  MAX_TARGET_BYTES = 1024,
  MAX_PROOF_BYTES = 4 + MAX_CHALLENGE_BYTES + MAX_TARGET_BYTES + 2 * IV_BYTES + 1 + 8 * MAX_ROUNDS,
};

struct challenge {
  uint8_t bytes[MAX_CHALLENGE_BYTES];
  size_t length;
  int bits;
  int rounds;
};

// 0, or -1 if the text is no challenge of version 1.
int challenge_parse(const char *text, size_t length, struct challenge *challenge);

// Searches from counter 0 with this IVclient, writes the proof in bytes, and answers their number.
size_t proof_find(const struct kernel *kernel, const struct challenge *challenge, const char *target,
                  const uint8_t iv_client[IV_BYTES], uint8_t proof[MAX_PROOF_BYTES]);

#endif
