// As much of HTTP/1.1 as this needs: one kept-alive connection to this machine, and nowhere else.
#ifndef STILE_HTTP_H
#define STILE_HTTP_H

#include <stddef.h>
#include <stdint.h>

enum { ANSWER_BYTES = 1 << 16 };

// A connection to 127.0.0.1. No other address can be named: whoever measures, measures a server of their own.
struct connection {
  int socket; // -1: none is open
  uint16_t port;
  char answer[ANSWER_BYTES + 1];
};

struct answer {
  int status;
  const char *head; // from the status line to the empty line, a text; lives until the next exchange
  const char *body; // a text
  size_t body_bytes;
};

void connection_init(struct connection *connection, uint16_t port);
void connection_close(struct connection *connection);

// Sends a request and reads its whole answer, over a new connection if none is open. 0, or -1 if the server does not
// answer within 10 s, ends too early, or answers without Content-Length or with more than fits: then it is closed.
int exchange(struct connection *connection, const char *request, size_t length, struct answer *answer);

// The value of the first header of that name, up to the end of its line; NULL if there is none. `name` ends in ": ".
const char *header(const struct answer *answer, const char *name, size_t *length);

#endif
