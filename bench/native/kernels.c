#include "kernel.h"

#include "clock.h"

#include <string.h>

// `build` says by -DHAVE_... which kernels the compiler could make. The order is that of their speed on CPUs of 2022.
static size_t find(struct kernel *kernels) {
  size_t count = 0;
  kernels[count++] = (struct kernel){"portable", search_portable};
#ifdef HAVE_SSE41X4
  if (__builtin_cpu_supports("sse4.1")) kernels[count++] = (struct kernel){"sse41x4", search_sse41x4};
#endif
#ifdef HAVE_SHANI
  if (__builtin_cpu_supports("sha")) kernels[count++] = (struct kernel){"shani", search_shani};
#endif
#ifdef HAVE_AVX512
  if (__builtin_cpu_supports("avx512f")) kernels[count++] = (struct kernel){"avx512", search_avx512};
#endif
  return count;
}

size_t kernels_here(const struct kernel **kernels) {
  static struct kernel found[4];
  static size_t count = 0;
  if (count == 0) count = find(found);
  *kernels = found;
  return count;
}

const struct kernel *kernel_named(const char *name) {
  const struct kernel *kernels;
  size_t count = kernels_here(&kernels);
  for (size_t index = 0; index < count; index++) {
    if (strcmp(kernels[index].name, name) == 0) return &kernels[index];
  }
  return NULL;
}

const struct kernel *kernel_fastest(void) {
  enum { TRIES = 1 << 12, CALLS = 64 };
  uint8_t preimage[PREIMAGE_BYTES] = {0};
  uint32_t hits[TRIES];
  struct puzzle puzzle;
  struct run run;
  puzzle_prepare(&puzzle, preimage, 32);
  puzzle_start_run(&puzzle, 0, &run);

  const struct kernel *kernels;
  const struct kernel *fastest = NULL;
  double least = 0;
  size_t count = kernels_here(&kernels);
  for (size_t index = 0; index < count; index++) {
    double start = cpu_seconds();
    for (uint32_t call = 0; call < CALLS; call++) {
      kernels[index].search(&run, call * TRIES, TRIES, hits);
    }
    double took = cpu_seconds() - start;
    if (fastest == NULL || took < least) {
      fastest = &kernels[index];
      least = took;
    }
  }
  return fastest;
}
