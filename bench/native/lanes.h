// One search over `lanes`, a type of LANES counters side by side. A kernel defines these, and includes this once:
//   lanes, LANES          the type, and how many counters it has (KERNEL_STEP is a multiple)
//   splat(word)           that word in each lane
//   counters_from(first)  first, first + 1, ...
//   rotate(word, by)      to the right
//   shift(word, by)       to the right
//   xor3, choose          three inputs; choose(e, f, g) takes f where e has a one, else g
//   majority(a, b, c, a_xor_b, b_xor_c)
//   any_zero(word)        whether any lane is 0
//   lane(word, index)
#include "kernel.h"

#define INLINE static inline __attribute__((always_inline))

struct working {
  lanes a, b, c, d, e, f, g, h;
  lanes b_xor_c; // last round's a ^ b: saves one operation of the majority
};

INLINE lanes sigma0(lanes word) { return xor3(rotate(word, 7), rotate(word, 18), shift(word, 3)); }
INLINE lanes sigma1(lanes word) { return xor3(rotate(word, 17), rotate(word, 19), shift(word, 10)); }

INLINE lanes t1_of(const struct working *v, lanes addend) {
  return v->h + addend + choose(v->e, v->f, v->g) + xor3(rotate(v->e, 6), rotate(v->e, 11), rotate(v->e, 25));
}

INLINE lanes t2_of(const struct working *v, lanes a_xor_b) {
  return xor3(rotate(v->a, 2), rotate(v->a, 13), rotate(v->a, 22)) + majority(v->a, v->b, v->c, a_xor_b, v->b_xor_c);
}

// One round; the compiler sees through the moves.
INLINE void step(struct working *v, lanes addend) {
  lanes t1 = t1_of(v, addend);
  lanes a_xor_b = v->a ^ v->b;
  lanes t2 = t2_of(v, a_xor_b);
  v->b_xor_c = a_xor_b;
  v->h = v->g, v->g = v->f, v->f = v->e, v->e = v->d + t1;
  v->d = v->c, v->c = v->b, v->b = v->a, v->a = t1 + t2;
}

// Word t of the schedule, 20 or later: its constant part, and what varies of the rest. t is known to the compiler.
INLINE lanes varying_word(const lanes *words, lanes constant, int t) {
  lanes sum = constant;
  if (VARIES(t - 2)) sum += sigma1(words[t - 2]);
  if (VARIES(t - 7)) sum += words[t - 7];
  if (VARIES(t - 15)) sum += sigma0(words[t - 15]);
  if (VARIES(t - 16)) sum += words[t - 16];
  return sum;
}

// The run's constants in each lane, made once a call: without AVX each costs two instructions.
struct addends {
  lanes constants[ROUNDS];
};

// clang-format off
#define CONSTANT_ROUND(t) step(&v, addends->constants[t]);
#define VARYING_ROUND(t) \
  words[t] = varying_word(words, addends->constants[t], t); \
  step(&v, words[t] + splat(SHA256_K[t]));
// clang-format on

// The digest's first word for LANES counters, whose last 3 bytes stand in the upper 24 bits of each lane.
INLINE lanes first_words(const struct run *run, const struct addends *addends, lanes shifted_counters) {
  const uint32_t *s = run->after_14;
  struct working v = {
      shifted_counters + splat(s[0]), splat(s[1]), splat(s[2]), splat(s[3]),
      shifted_counters + splat(s[4]), splat(s[5]), splat(s[6]), splat(s[7]),
      splat(s[1] ^ s[2]),
  };
  lanes words[ROUNDS];
  words[VARYING_WORD] = shifted_counters | splat(0x80);
  CONSTANT_ROUND(14) CONSTANT_ROUND(15) CONSTANT_ROUND(16) CONSTANT_ROUND(17) CONSTANT_ROUND(18) CONSTANT_ROUND(19)
  VARYING_ROUND(20) CONSTANT_ROUND(21) VARYING_ROUND(22) CONSTANT_ROUND(23) VARYING_ROUND(24) CONSTANT_ROUND(25)
  VARYING_ROUND(26) VARYING_ROUND(27) VARYING_ROUND(28) VARYING_ROUND(29) VARYING_ROUND(30) VARYING_ROUND(31)
  VARYING_ROUND(32) VARYING_ROUND(33) VARYING_ROUND(34) VARYING_ROUND(35) VARYING_ROUND(36) VARYING_ROUND(37)
  VARYING_ROUND(38) VARYING_ROUND(39) VARYING_ROUND(40) VARYING_ROUND(41) VARYING_ROUND(42) VARYING_ROUND(43)
  VARYING_ROUND(44) VARYING_ROUND(45) VARYING_ROUND(46) VARYING_ROUND(47) VARYING_ROUND(48) VARYING_ROUND(49)
  VARYING_ROUND(50) VARYING_ROUND(51) VARYING_ROUND(52) VARYING_ROUND(53) VARYING_ROUND(54) VARYING_ROUND(55)
  VARYING_ROUND(56) VARYING_ROUND(57) VARYING_ROUND(58) VARYING_ROUND(59) VARYING_ROUND(60) VARYING_ROUND(61)
  VARYING_ROUND(62)
  // Of the last round only a is wanted.
  lanes last = varying_word(words, addends->constants[63], 63) + splat(SHA256_K[63]);
  return t1_of(&v, last) + t2_of(&v, v.a ^ v.b) + splat(run->first_word);
}

INLINE size_t search_lanes(const struct run *run, uint32_t offset, uint32_t count, uint32_t *hits) {
  struct addends addends;
  for (int t = 0; t < ROUNDS; t++) {
    addends.constants[t] = splat(run->constants[t]);
  }
  size_t found = 0;
  for (uint32_t at = offset; at < offset + count; at += LANES) {
    lanes tested = first_words(run, &addends, counters_from(at) << 8) & splat(run->mask);
    if (any_zero(tested)) {
      for (uint32_t index = 0; index < LANES; index++) {
        if (lane(tested, index) == 0) hits[found++] = at + index;
      }
    }
  }
  return found;
}
