// The innermost loops: one a kind of CPU. All find the same counters.
#ifndef STILE_KERNEL_H
#define STILE_KERNEL_H

#include "puzzle.h"

// Counters of one call begin at a multiple of this and are a multiple of it: no kernel has a tail.
enum { KERNEL_STEP = 16 };

// Tries `count` counters of the run from `offset` on, and puts those that meet the mask into `hits` in rising order.
// `hits` has room for `count`; the answer is how many there are. offset + count is at most RUN_COUNTERS.
typedef size_t kernel_search(const struct run *run, uint32_t offset, uint32_t count, uint32_t *hits);

struct kernel {
  const char *name;
  kernel_search *search;
};

// The kernels that the compiler could make and this CPU can run, the fastest last. Never empty.
size_t kernels_here(const struct kernel **kernels);

// The kernel of that name, or NULL.
const struct kernel *kernel_named(const char *name);

// The one that is fastest on this CPU, found by trying each for some milliseconds.
const struct kernel *kernel_fastest(void);

kernel_search search_portable, search_sse41x4, search_shani, search_avx512;

#endif
