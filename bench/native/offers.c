#include "offers.h"

#include "clock.h"

#include <stdio.h>
#include <stdlib.h>

void offers_init(struct offers *offers, double reuse_seconds) {
  *offers = (struct offers){.held = calloc(ADDRESSES, sizeof(struct offer)), .reuse_seconds = reuse_seconds};
  if (offers->held == NULL) {
    perror("offers");
    exit(1);
  }
}

void offers_free(struct offers *offers) { free(offers->held); }

const struct challenge *offers_get(struct offers *offers, struct connection *connection, uint32_t address) {
  struct offer *offer = &offers->held[address];
  double now = clock_seconds();
  if (offer->asked > 0 && now - offer->asked < offers->reuse_seconds) return &offer->challenge;
  char name[TALLY_NAME_BYTES];
  int failure = gate_ask(connection, address, &offer->challenge);
  if (failure < 0) {
    snprintf(name, sizeof name, "no-answer");
  } else if (failure > 0) {
    snprintf(name, sizeof name, "status-%d", failure);
  } else {
    snprintf(name, sizeof name, "%dx%d", offer->challenge.rounds, offer->challenge.bits);
    offer->asked = now;
  }
  tally_add(&offers->asked, name, 1);
  return failure == 0 ? &offer->challenge : NULL;
}
