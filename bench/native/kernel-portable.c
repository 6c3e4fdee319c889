// One counter at a time, in plain C.
#include <stdint.h>

typedef uint32_t lanes;
enum { LANES = 1 };

#define splat(word) (word)
#define counters_from(first) (first)
#define rotate(word, by) (((word) >> (by)) | ((word) << (32 - (by))))
#define shift(word, by) ((word) >> (by))
#define xor3(x, y, z) ((x) ^ (y) ^ (z))
#define choose(e, f, g) ((g) ^ ((e) & ((f) ^ (g))))
#define majority(a, b, c, a_xor_b, b_xor_c) (((a_xor_b) & (b_xor_c)) ^ (b))
#define any_zero(word) ((word) == 0)
#define lane(word, index) (word)

#include "lanes.h"

size_t search_portable(const struct run *run, uint32_t offset, uint32_t count, uint32_t *hits) {
  return search_lanes(run, offset, count, hits);
}
