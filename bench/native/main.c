// Stile's puzzle at the speed of native code: what an attacker has, and what browsers are measured against.
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int usage(void) {
  fputs("usage: stile-native kernels                        prints which this CPU has, the fastest last\n"
        "       stile-native rate KERNEL SECONDS [THREADS]  million tries a second of all threads together\n"
        "       stile-native check                          holds every kernel against known digests\n",
        stderr);
  return 2;
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
  return rate(kernel, atof(arguments[1]), count > 2 ? atoi(arguments[2]) : 1);
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "kernels") == 0) return print_kernels();
  if (argc == 2 && strcmp(argv[1], "check") == 0) return check();
  if ((argc == 4 || argc == 5) && strcmp(argv[1], "rate") == 0) return run_rate(argc - 2, argv + 2);
  return usage();
}
