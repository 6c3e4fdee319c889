// Four counters at a time in 128 bits, as WebAssembly's SIMD has them; compiled for SSE4.1 and nothing newer.
#include <smmintrin.h>
#include <stdint.h>

typedef uint32_t lanes __attribute__((vector_size(16)));
enum { LANES = 4 };

#define splat(word) ((lanes)_mm_set1_epi32((int)(word)))
#define counters_from(first) (splat(first) + (lanes){0, 1, 2, 3})
#define rotate(word, by) (((word) >> (by)) | ((word) << (32 - (by))))
#define shift(word, by) ((word) >> (by))
#define xor3(x, y, z) ((x) ^ (y) ^ (z))
#define choose(e, f, g) ((g) ^ ((e) & ((f) ^ (g))))
#define majority(a, b, c, a_xor_b, b_xor_c) (((a_xor_b) & (b_xor_c)) ^ (b))
#define any_zero(word) (_mm_movemask_epi8(_mm_cmpeq_epi32((__m128i)(word), _mm_setzero_si128())) != 0)
#define lane(word, index) ((word)[index])

#include "lanes.h"

size_t search_sse41x4(const struct run *run, uint32_t offset, uint32_t count, uint32_t *hits) {
  return search_lanes(run, offset, count, hits);
}
