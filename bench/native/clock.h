// Time and CPU of this process, in seconds.
#ifndef STILE_CLOCK_H
#define STILE_CLOCK_H

// A steady clock of arbitrary origin.
double clock_seconds(void);

// What all threads have taken so far, in user and system mode.
double cpu_seconds(void);

void sleep_seconds(double seconds);

#endif
