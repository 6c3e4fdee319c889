#include "clock.h"

#include <sys/resource.h>
#include <time.h>

double clock_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double seconds_of(struct timeval time) { return (double)time.tv_sec + 1e-6 * (double)time.tv_usec; }

double cpu_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

void sleep_seconds(double seconds) {
  double whole = (double)(time_t)seconds;
  struct timespec pause = {(time_t)seconds, (long)((seconds - whole) * 1e9)};
  nanosleep(&pause, NULL);
}
