#include "clock.h"
#include "commands.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>

enum { TRIES_A_CALL = 1 << 12, MAX_THREADS = 64, DEFAULT_BITS = 14 };

struct worker {
  const struct kernel *kernel;
  uint8_t number;
  uint64_t tries;
};

static atomic_bool ended;

// As an attacker would: each thread has a message of its own, and goes through its counters one run after the other.
static void *work(void *argument) {
  struct worker *worker = argument;
  uint8_t preimage[PREIMAGE_BYTES] = {worker->number};
  struct puzzle puzzle;
  struct run run;
  uint32_t hits[TRIES_A_CALL];
  puzzle_prepare(&puzzle, preimage, DEFAULT_BITS);
  uint64_t tries = 0;
  while (!atomic_load_explicit(&ended, memory_order_relaxed)) {
    if (tries % RUN_COUNTERS == 0) puzzle_start_run(&puzzle, tries / RUN_COUNTERS, &run);
    worker->kernel->search(&run, (uint32_t)(tries % RUN_COUNTERS), TRIES_A_CALL, hits);
    tries += TRIES_A_CALL;
  }
  worker->tries = tries;
  return NULL;
}

int rate(const struct kernel *kernel, double seconds, int threads) {
  struct worker workers[MAX_THREADS];
  pthread_t ids[MAX_THREADS];
  double start = clock_seconds();
  for (int i = 0; i < threads; i++) {
    workers[i] = (struct worker){kernel, (uint8_t)i, 0};
    if (pthread_create(&ids[i], NULL, work, &workers[i]) != 0) {
      perror("rate");
      return 1;
    }
  }
  sleep_seconds(seconds);
  atomic_store(&ended, true);
  uint64_t tries = 0;
  for (int i = 0; i < threads; i++) {
    pthread_join(ids[i], NULL);
    tries += workers[i].tries;
  }
  printf("%.3f\n", (double)tries / (clock_seconds() - start) / 1e6);
  return 0;
}
