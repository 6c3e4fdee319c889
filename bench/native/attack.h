// A native attacker against a gate on this machine: solves what it is asked and redeems as fast as it can.
#ifndef STILE_ATTACK_H
#define STILE_ATTACK_H

#include "kernel.h"

#include <stdint.h>

// Redeems each proof as soon as it is found, by one thread over one connection, for `seconds`. Proofs come in turn from
// that many addresses, of which `first` is the first; a challenge is solved again while it lives, as it may be.
int attack_steady(const struct kernel *kernel, uint16_t port, double seconds, uint32_t first, uint32_t addresses);

// Finds up to that many proofs ahead, for `seconds` at most, each from another address, of which `first` is the first.
// Then says "collected N", and redeems them all at once over eight connections.
int attack_burst(const struct kernel *kernel, uint16_t port, double seconds, uint32_t first, uint32_t proofs,
                 int threads);

// Prints that many lines "ADDRESS COOKIE", each with a pass.
int print_passes(const struct kernel *kernel, uint16_t port, uint32_t count);

#endif
