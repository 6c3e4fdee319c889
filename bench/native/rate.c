#include "commands.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>

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

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int rate(const struct kernel *kernel, double seconds, int threads) {
  if (!(seconds > 0 && seconds <= 600) || threads < 1 || threads > MAX_THREADS) {
    fprintf(stderr, "rate: above 0 and at most 600 seconds, 1 to %d threads\n", MAX_THREADS);
    return 2;
  }
  struct worker workers[MAX_THREADS];
  pthread_t ids[MAX_THREADS];
  double start = now();
  for (int i = 0; i < threads; i++) {
    workers[i] = (struct worker){kernel, (uint8_t)i, 0};
    if (pthread_create(&ids[i], NULL, work, &workers[i]) != 0) {
      perror("rate");
      return 1;
    }
  }
  struct timespec pause = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  nanosleep(&pause, NULL);
  atomic_store(&ended, true);
  uint64_t tries = 0;
  for (int i = 0; i < threads; i++) {
    pthread_join(ids[i], NULL);
    tries += workers[i].tries;
  }
  printf("%.3f\n", (double)tries / (now() - start) / 1e6);
  return 0;
}
