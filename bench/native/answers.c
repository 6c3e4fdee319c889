#include "answers.h"

#include <stdio.h>
#include <stdlib.h>

void answers_init(struct answers *answers, size_t room) {
  *answers = (struct answers){room, 0, calloc(room, sizeof(double)), calloc(room, sizeof(double))};
  if (answers->came == NULL || answers->took == NULL) {
    perror("answers");
    exit(1);
  }
}

void answers_free(struct answers *answers) {
  free(answers->came);
  free(answers->took);
}

void answers_add(struct answers *answers, double asked, double came) {
  if (answers->count == answers->room) return;
  answers->came[answers->count] = came;
  answers->took[answers->count++] = came - asked;
}

static int rising(const void *one, const void *other) {
  double a = *(const double *)one, b = *(const double *)other;
  return (a > b) - (a < b);
}

void answers_print(struct answers *answers, const char *prefix) {
  size_t count = answers->count;
  if (count < 2) return;
  qsort(answers->came, count, sizeof(double), rising);
  qsort(answers->took, count, sizeof(double), rising);
  double gap = 0;
  for (size_t at = 1; at < count; at++) {
    double between = answers->came[at] - answers->came[at - 1];
    if (between > gap) gap = between;
  }
  double seconds = answers->came[count - 1] - answers->came[0];
  printf("%s-a-second %.1f\n", prefix, (double)(count - 1) / seconds);
  printf("%s-p50-ms %.3f\n", prefix, 1e3 * answers->took[count / 2]);
  printf("%s-p99-ms %.3f\n", prefix, 1e3 * answers->took[count - 1 - count / 100]);
  printf("%s-greatest-ms %.3f\n", prefix, 1e3 * answers->took[count - 1]);
  printf("%s-gap-ms %.3f\n", prefix, 1e3 * gap);
}
