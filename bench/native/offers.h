// The challenges that an attacker holds, one an address.
#ifndef STILE_OFFERS_H
#define STILE_OFFERS_H

#include "gate.h"
#include "tally.h"

#include <stdint.h>

struct offer {
  struct challenge challenge;
  double asked; // 0: never
};

struct offers {
  struct offer *held; // ADDRESSES
  double reuse_seconds;
  struct tally asked; // what was asked for, as BITSxROUNDS, or how else the gate answered
};

// Ends the program where there is no memory. A challenge is used for `reuse_seconds`.
void offers_init(struct offers *offers, double reuse_seconds);
void offers_free(struct offers *offers);

// The challenge for an address, which is held or asked for; NULL if the gate gives none.
const struct challenge *offers_get(struct offers *offers, struct connection *connection, uint32_t address);

#endif
