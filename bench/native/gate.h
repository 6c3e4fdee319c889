// Asks a gate for challenges and redeems proofs, as a browser behind a trusted proxy would (PROTOCOL §6, §8).
#ifndef STILE_GATE_H
#define STILE_GATE_H

#include "http.h"
#include "proof.h"

// The target of every proof; nothing depends on it.
#define GATE_TARGET "/"

enum { ADDRESSES = 1 << 17, ADDRESS_BYTES = 24, REASON_BYTES = 24, COOKIE_BYTES = 640, PROOF_TEXT_BYTES = 4096 };

// What became of a proof.
struct outcome {
  int status; // 0: no answer
  char reason[REASON_BYTES];
  char cookie[COOKIE_BYTES]; // the pass as name=value; empty if none was granted
  uint32_t requests;         // that the pass is still good for
};

// Below 2^16 an address of 10.0.0.0/8, each in a /24 of its own; above, of 2001:db8::/32, each in a /48 of its own.
void gate_address(uint32_t number, char text[ADDRESS_BYTES]);

// A challenge for that address: 0, or the status of another answer, or -1 if there was none that could be read.
int gate_ask(struct connection *connection, uint32_t address, struct challenge *challenge);

// Solves, and writes the header's value.
void gate_solve(const struct kernel *kernel, const struct challenge *challenge, char text[PROOF_TEXT_BYTES + 1]);

void gate_redeem(struct connection *connection, uint32_t address, const char *proof, struct outcome *outcome);

#endif
