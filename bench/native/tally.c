#include "tally.h"

#include <stdio.h>
#include <string.h>

void tally_add(struct tally *tally, const char *name, uint64_t count) {
  int at = 0;
  while (at < TALLY_NAMES - 1 && tally->names[at][0] != '\0' && strcmp(tally->names[at], name) != 0) {
    at++;
  }
  snprintf(tally->names[at], TALLY_NAME_BYTES, "%s", at == TALLY_NAMES - 1 ? "more" : name);
  tally->counts[at] += count;
}

void tally_merge(struct tally *tally, const struct tally *other) {
  for (int at = 0; at < TALLY_NAMES && other->names[at][0] != '\0'; at++) {
    tally_add(tally, other->names[at], other->counts[at]);
  }
}

void tally_print(const struct tally *tally, const char *prefix) {
  for (int at = 0; at < TALLY_NAMES && tally->names[at][0] != '\0'; at++) {
    printf("%s %s %llu\n", prefix, tally->names[at], (unsigned long long)tally->counts[at]);
  }
}
