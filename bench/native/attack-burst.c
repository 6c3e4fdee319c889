#include "answers.h"
#include "attack.h"
#include "clock.h"
#include "offers.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONNECTIONS = 8, MOST_THREADS = 64 };

// What all threads share.
struct burst {
  const struct kernel *kernel;
  uint16_t port;
  double until;       // when to stop finding proofs
  char **proofs;      // in text; NULL where none was found
  uint32_t room;
  uint32_t first;     // address of proof 0
  atomic_uint next;   // the next proof to find, then the next to redeem
  atomic_ullong bought;
};

struct worker {
  struct burst *burst;
  struct tally tally;
  struct answers answers;
};

static uint32_t address_of(const struct burst *burst, uint32_t number) { return (burst->first + number) % ADDRESSES; }

static void *find(void *argument) {
  struct worker *worker = argument;
  struct burst *burst = worker->burst;
  struct connection connection;
  struct offers offers;
  connection_init(&connection, burst->port);
  offers_init(&offers, 0);
  while (clock_seconds() < burst->until) {
    uint32_t number = atomic_fetch_add(&burst->next, 1);
    if (number >= burst->room) break;
    const struct challenge *challenge = offers_get(&offers, &connection, address_of(burst, number));
    if (challenge == NULL) continue;
    char proof[PROOF_TEXT_BYTES + 1];
    gate_solve(burst->kernel, challenge, proof);
    burst->proofs[number] = strdup(proof);
  }
  worker->tally = offers.asked;
  offers_free(&offers);
  connection_close(&connection);
  return NULL;
}

static void *redeem(void *argument) {
  struct worker *worker = argument;
  struct burst *burst = worker->burst;
  struct connection connection;
  connection_init(&connection, burst->port);
  for (;;) {
    uint32_t number = atomic_fetch_add(&burst->next, 1);
    if (number >= burst->room) break;
    if (burst->proofs[number] == NULL) continue;
    struct outcome outcome;
    double asked = clock_seconds();
    gate_redeem(&connection, address_of(burst, number), burst->proofs[number], &outcome);
    answers_add(&worker->answers, asked, clock_seconds());
    tally_add(&worker->tally, outcome.reason, 1);
    atomic_fetch_add(&burst->bought, outcome.requests);
  }
  connection_close(&connection);
  return NULL;
}

// Runs one of the two with that many threads, and adds up what they counted.
static void run_all(struct burst *burst, int threads, void *(*work)(void *), struct tally *tally,
                    struct answers *answers) {
  struct worker *workers = calloc((size_t)threads, sizeof *workers);
  pthread_t ids[MOST_THREADS];
  atomic_store(&burst->next, 0);
  for (int i = 0; i < threads; i++) {
    workers[i].burst = burst;
    answers_init(&workers[i].answers, burst->room);
    if (pthread_create(&ids[i], NULL, work, &workers[i]) != 0) {
      perror("attack");
      exit(1);
    }
  }
  for (int i = 0; i < threads; i++) {
    pthread_join(ids[i], NULL);
    tally_merge(tally, &workers[i].tally);
    const struct answers *own = &workers[i].answers;
    for (size_t at = 0; at < own->count; at++) {
      answers_add(answers, own->came[at] - own->took[at], own->came[at]);
    }
    answers_free(&workers[i].answers);
  }
  free(workers);
}

static uint32_t found(const struct burst *burst) {
  uint32_t count = 0;
  for (uint32_t number = 0; number < burst->room; number++) {
    count += burst->proofs[number] == NULL ? 0 : 1;
  }
  return count;
}

int attack_burst(const struct kernel *kernel, uint16_t port, double seconds, uint32_t first, uint32_t proofs,
                 int threads) {
  struct burst burst = {.kernel = kernel, .port = port, .first = first, .room = proofs};
  burst.proofs = calloc(proofs, sizeof(char *));
  struct tally asked = {0}, answered = {0};
  struct answers answers;
  answers_init(&answers, proofs);
  if (burst.proofs == NULL || threads > MOST_THREADS) return 1;

  burst.until = clock_seconds() + seconds;
  double cpu = cpu_seconds();
  run_all(&burst, threads, find, &asked, &answers);
  printf("collected %u\n", found(&burst));
  fflush(stdout);
  printf("collecting-cpu-seconds %.3f\n", cpu_seconds() - cpu);

  double start = clock_seconds();
  cpu = cpu_seconds();
  run_all(&burst, CONNECTIONS, redeem, &answered, &answers);
  printf("kernel %s\nseconds %.3f\ncpu-seconds %.3f\n", kernel->name, clock_seconds() - start, cpu_seconds() - cpu);
  printf("requests-bought %llu\n", atomic_load(&burst.bought));
  tally_print(&asked, "asked");
  tally_print(&answered, "answered");
  answers_print(&answers, "answers");

  for (uint32_t number = 0; number < proofs; number++) {
    free(burst.proofs[number]);
  }
  free(burst.proofs);
  answers_free(&answers);
  return 0;
}
