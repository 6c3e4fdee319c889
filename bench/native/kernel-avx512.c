// Sixteen counters at a time, with AVX-512's rotations and functions of three inputs.
#include <immintrin.h>
#include <stdint.h>

typedef uint32_t lanes __attribute__((vector_size(64)));
enum { LANES = 16 };

#define ternary(x, y, z, table) ((lanes)_mm512_ternarylogic_epi32((__m512i)(x), (__m512i)(y), (__m512i)(z), table))

#define splat(word) ((lanes)_mm512_set1_epi32((int)(word)))
#define counters_from(first) (splat(first) + (lanes){0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
#define rotate(word, by) ((lanes)_mm512_ror_epi32((__m512i)(word), by))
#define shift(word, by) ((word) >> (by))
#define xor3(x, y, z) ternary(x, y, z, 0x96)
#define choose(e, f, g) ternary(e, f, g, 0xca)
#define majority(a, b, c, a_xor_b, b_xor_c) ((void)(a_xor_b), ternary(a, b, c, 0xe8))
#define any_zero(word) (_mm512_testn_epi32_mask((__m512i)(word), (__m512i)(word)) != 0)
#define lane(word, index) ((word)[index])

#include "lanes.h"

size_t search_avx512(const struct run *run, uint32_t offset, uint32_t count, uint32_t *hits) {
  return search_lanes(run, offset, count, hits);
}
