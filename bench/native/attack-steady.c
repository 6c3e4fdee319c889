#include "answers.h"
#include "attack.h"
#include "clock.h"
#include "offers.h"

#include <stdio.h>
#include <string.h>

enum { MOST_PROOFS = 1 << 20, LIFETIME_SECONDS = 50 }; // of 60: a challenge must outlive its solving

int attack_steady(const struct kernel *kernel, uint16_t port, double seconds, uint32_t first, uint32_t addresses) {
  struct connection connection;
  struct offers offers;
  struct answers answers;
  struct tally answered = {0};
  uint64_t bought = 0;
  connection_init(&connection, port);
  offers_init(&offers, LIFETIME_SECONDS);
  answers_init(&answers, MOST_PROOFS);
  double start = clock_seconds();
  double cpu = cpu_seconds();
  for (uint32_t number = 0; clock_seconds() - start < seconds && number < MOST_PROOFS; number++) {
    uint32_t address = (first + number % addresses) % ADDRESSES;
    const struct challenge *challenge = offers_get(&offers, &connection, address);
    if (challenge == NULL) continue;
    char proof[PROOF_TEXT_BYTES + 1];
    struct outcome outcome;
    gate_solve(kernel, challenge, proof);
    double asked = clock_seconds();
    gate_redeem(&connection, address, proof, &outcome);
    answers_add(&answers, asked, clock_seconds());
    tally_add(&answered, outcome.reason, 1);
    bought += outcome.requests;
  }
  printf("kernel %s\nseconds %.3f\ncpu-seconds %.3f\n", kernel->name, clock_seconds() - start, cpu_seconds() - cpu);
  printf("requests-bought %llu\n", (unsigned long long)bought);
  tally_print(&offers.asked, "asked");
  tally_print(&answered, "answered");
  answers_print(&answers, "answers");
  connection_close(&connection);
  offers_free(&offers);
  answers_free(&answers);
  return 0;
}

int print_passes(const struct kernel *kernel, uint16_t port, uint32_t count) {
  struct connection connection;
  connection_init(&connection, port);
  for (uint32_t number = 0; number < count; number++) {
    uint32_t address = ADDRESSES - 1 - number; // not those that an attack begins with
    struct challenge challenge;
    struct outcome outcome = {0};
    char proof[PROOF_TEXT_BYTES + 1];
    char client[ADDRESS_BYTES];
    if (gate_ask(&connection, address, &challenge) == 0) {
      gate_solve(kernel, &challenge, proof);
      gate_redeem(&connection, address, proof, &outcome);
    }
    if (outcome.cookie[0] == '\0') {
      fprintf(stderr, "passes: none granted: %s\n", outcome.reason);
      connection_close(&connection);
      return 1;
    }
    gate_address(address, client);
    printf("%s %s\n", client, outcome.cookie);
  }
  connection_close(&connection);
  return 0;
}
