// Stile's puzzle at the speed of native code: what an attacker has, and what browsers are measured against.
#include "attack.h"
#include "commands.h"
#include "gate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SECONDS = 600, MOST_ATTACK_SECONDS = 60, MOST_THREADS = 64, MOST_PROOFS = 100000 };

static int usage(void) {
  fputs("usage: stile-native kernels                                  which this CPU has, the fastest last\n"
        "       stile-native rate KERNEL SECONDS [THREADS]            million tries a second of all threads together\n"
        "       stile-native check                                    holds every kernel against known digests\n"
        "       stile-native steady PORT SECONDS FIRST ADDRESSES      redeems each proof when it is found\n"
        "       stile-native burst PORT SECONDS FIRST PROOFS THREADS  finds proofs ahead, then redeems all at once\n"
        "       stile-native passes PORT COUNT                        addresses with passes of theirs\n"
        "The last three are for a gate on 127.0.0.1. SECONDS is at most 600, or 60 of an attack; THREADS 64;\n"
        "ADDRESSES 131072, of which FIRST is the first; PROOFS 100000; COUNT 10000.\n",
        stderr);
  return 2;
}

// A number within its range, or the usage.
static double number(const char *text, double least, double most) {
  char *end;
  double value = strtod(text, &end);
  if (end == text || *end != '\0' || !(value >= least && value <= most)) exit(usage());
  return value;
}

static int print_kernels(void) {
  const struct kernel *kernels;
  size_t count = kernels_here(&kernels);
  for (size_t index = 0; index < count; index++) {
    puts(kernels[index].name);
  }
  return 0;
}

static int run_rate(int count, char **arguments) {
  const struct kernel *kernel = kernel_named(arguments[0]);
  if (kernel == NULL) {
    fprintf(stderr, "rate: no kernel '%s' here\n", arguments[0]);
    return 2;
  }
  double seconds = number(arguments[1], 0.001, MOST_SECONDS);
  return rate(kernel, seconds, count == 3 ? (int)number(arguments[2], 1, MOST_THREADS) : 1);
}

static int run_against_gate(const char *command, int count, char **arguments) {
  uint16_t port = (uint16_t)number(arguments[0], 1, UINT16_MAX);
  if (strcmp(command, "passes") == 0 && count == 2) {
    return print_passes(kernel_fastest(), port, (uint32_t)number(arguments[1], 1, 10000));
  }
  double seconds = number(arguments[1], 0.001, MOST_ATTACK_SECONDS);
  uint32_t first = count < 3 ? 0 : (uint32_t)number(arguments[2], 0, ADDRESSES - 1);
  if (strcmp(command, "steady") == 0 && count == 4) {
    return attack_steady(kernel_fastest(), port, seconds, first, (uint32_t)number(arguments[3], 1, ADDRESSES));
  }
  if (strcmp(command, "burst") == 0 && count == 5) {
    uint32_t proofs = (uint32_t)number(arguments[3], 1, MOST_PROOFS);
    return attack_burst(kernel_fastest(), port, seconds, first, proofs, (int)number(arguments[4], 1, MOST_THREADS));
  }
  return usage();
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "kernels") == 0) return print_kernels();
  if (argc == 2 && strcmp(argv[1], "check") == 0) return check();
  if ((argc == 4 || argc == 5) && strcmp(argv[1], "rate") == 0) return run_rate(argc - 2, argv + 2);
  if (argc >= 4) return run_against_gate(argv[1], argc - 2, argv + 2);
  return usage();
}
