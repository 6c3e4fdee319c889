// Counts how things went, by name. Few names: what does not fit is counted as "more".
#ifndef STILE_TALLY_H
#define STILE_TALLY_H

#include <stdint.h>

enum { TALLY_NAMES = 12, TALLY_NAME_BYTES = 32 };

struct tally {
  char names[TALLY_NAMES][TALLY_NAME_BYTES];
  uint64_t counts[TALLY_NAMES];
};

void tally_add(struct tally *tally, const char *name, uint64_t count);
void tally_merge(struct tally *tally, const struct tally *other);

// One line a name on stdout: PREFIX NAME COUNT.
void tally_print(const struct tally *tally, const char *prefix);

#endif
