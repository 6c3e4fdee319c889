// The CPU's own SHA-256 instructions, two rounds each, for four counters in turn: one alone waits for its own results.
// With 1, 2 and 4 at once a Zen 4 core does 46, 63 and 67 million tries a second.
#include "kernel.h"

#include <immintrin.h>

enum { AT_ONCE = 4, FIRST_GROUP = VARYING_WORD / 4 };

// What four rounds do to each of the counters in hand.
struct hand {
  __m128i abef[AT_ONCE], cdgh[AT_ONCE];
  __m128i groups[AT_ONCE][ROUNDS / 4]; // of four schedule words
};

#define INLINE static inline __attribute__((always_inline))

INLINE __m128i load(const uint32_t *words) { return _mm_loadu_si128((const __m128i *)(const void *)words); }

INLINE void four_rounds(struct hand *hand, int group) {
  for (int i = 0; i < AT_ONCE; i++) {
    __m128i addend = _mm_add_epi32(hand->groups[i][group], load(SHA256_K + 4 * group));
    hand->cdgh[i] = _mm_sha256rnds2_epu32(hand->cdgh[i], hand->abef[i], addend);
    hand->abef[i] = _mm_sha256rnds2_epu32(hand->abef[i], hand->cdgh[i], _mm_shuffle_epi32(addend, 0x0e));
  }
}

// Each word from those 16, 15, 7 and 2 before it.
INLINE void schedule(struct hand *hand, int group) {
  for (int i = 0; i < AT_ONCE; i++) {
    const __m128i *before = hand->groups[i] + group;
    __m128i seven_back = _mm_alignr_epi8(before[-1], before[-2], 4);
    __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(before[-4], before[-3]), seven_back);
    hand->groups[i][group] = _mm_sha256msg2_epu32(sum, before[-1]);
  }
}

// clang-format off
#define VARYING_ROUNDS(group) schedule(&hand, group); four_rounds(&hand, group);
// clang-format on

size_t search_shani(const struct run *run, uint32_t offset, uint32_t count, uint32_t *hits) {
  const uint32_t *s = run->after_12;
  const __m128i abef = _mm_set_epi32((int)s[0], (int)s[1], (int)s[4], (int)s[5]);
  const __m128i cdgh = _mm_set_epi32((int)s[2], (int)s[3], (int)s[6], (int)s[7]);
  size_t found = 0;
  for (uint32_t at = offset; at < offset + count; at += AT_ONCE) {
    struct hand hand;
    for (int i = 0; i < AT_ONCE; i++) {
      hand.abef[i] = abef;
      hand.cdgh[i] = cdgh;
      for (int group = 0; group < 5; group++) {
        hand.groups[i][group] = load(run->words + 4 * group);
      }
      const __m128i counter = _mm_set_epi32(0, 0, (int)((at + (uint32_t)i) << 8), 0);
      hand.groups[i][FIRST_GROUP] = _mm_or_si128(hand.groups[i][FIRST_GROUP], counter);
    }
    four_rounds(&hand, 3);
    four_rounds(&hand, 4);
    VARYING_ROUNDS(5) VARYING_ROUNDS(6) VARYING_ROUNDS(7) VARYING_ROUNDS(8) VARYING_ROUNDS(9) VARYING_ROUNDS(10)
    VARYING_ROUNDS(11) VARYING_ROUNDS(12) VARYING_ROUNDS(13) VARYING_ROUNDS(14) VARYING_ROUNDS(15)
    for (int i = 0; i < AT_ONCE; i++) {
      uint32_t first = (uint32_t)_mm_extract_epi32(hand.abef[i], 3) + run->first_word;
      if ((first & run->mask) == 0) hits[found++] = at + (uint32_t)i;
    }
  }
  return found;
}
