// When answers came, and what they took.
#ifndef STILE_ANSWERS_H
#define STILE_ANSWERS_H

#include <stddef.h>

struct answers {
  size_t room;
  size_t count;
  double *came; // seconds
  double *took;
};

// Ends the program where there is no memory.
void answers_init(struct answers *answers, size_t room);
void answers_free(struct answers *answers);

// What does not fit is dropped.
void answers_add(struct answers *answers, double asked, double came);

// Lines NAME VALUE: answers a second; p50, p99 and greatest in ms; the greatest gap between two answers in ms. Sorts.
void answers_print(struct answers *answers, const char *prefix);

#endif
