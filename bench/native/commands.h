// What stile-native does, one function a subcommand. Each answers the exit status.
#ifndef STILE_COMMANDS_H
#define STILE_COMMANDS_H

#include "kernel.h"

// Million tries a second of 1 to 64 threads together, on stdout.
int rate(const struct kernel *kernel, double seconds, int threads);

// Holds SHA-256 and every kernel against known digests and the slow way; says what differs.
int check(void);

#endif
