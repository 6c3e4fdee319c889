#include "http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum { PATIENCE_SECONDS = 10 };

void connection_init(struct connection *connection, uint16_t port) {
  connection->socket = -1;
  connection->port = port;
}

void connection_close(struct connection *connection) {
  if (connection->socket >= 0) close(connection->socket);
  connection->socket = -1;
}

static int connect_here(uint16_t port) {
  int opened = socket(AF_INET, SOCK_STREAM, 0);
  if (opened < 0) return -1;
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct timeval patience = {.tv_sec = PATIENCE_SECONDS};
  int on = 1;
  setsockopt(opened, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(opened, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  setsockopt(opened, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(opened, (const struct sockaddr *)&here, sizeof here) != 0) {
    close(opened);
    return -1;
  }
  return opened;
}

static int send_all(int socket, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = send(socket, bytes, length, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return -1;
    bytes += sent;
    length -= (size_t)sent;
  }
  return 0;
}

// One more piece of the answer; the bytes that are there now, or -1.
static ptrdiff_t read_more(struct connection *connection, size_t filled) {
  if (filled == ANSWER_BYTES) return -1;
  ssize_t got;
  do {
    got = recv(connection->socket, connection->answer + filled, ANSWER_BYTES - filled, 0);
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return -1;
  filled += (size_t)got;
  connection->answer[filled] = '\0';
  return (ptrdiff_t)filled;
}

static int read_answer(struct connection *connection, struct answer *answer) {
  ptrdiff_t filled = 0;
  char *head_end = NULL;
  while (head_end == NULL) {
    filled = read_more(connection, (size_t)filled);
    if (filled < 0) return -1;
    head_end = strstr(connection->answer, "\r\n\r\n");
  }
  head_end[2] = '\0';
  answer->head = connection->answer;
  answer->body = head_end + 4;
  size_t length;
  const char *body_bytes = header(answer, "Content-Length: ", &length);
  answer->status = strncmp(answer->head, "HTTP/1.1 ", 9) == 0 ? atoi(answer->head + 9) : 0;
  if (answer->status < 200) return -1;
  if (body_bytes == NULL && answer->status != 204) return -1;
  answer->body_bytes = body_bytes == NULL ? 0 : strtoul(body_bytes, NULL, 10);
  size_t whole = (size_t)(answer->body - connection->answer) + answer->body_bytes;
  while ((size_t)filled < whole) {
    filled = read_more(connection, (size_t)filled);
    if (filled < 0) return -1;
  }
  return (size_t)filled == whole ? 0 : -1;
}

int exchange(struct connection *connection, const char *request, size_t length, struct answer *answer) {
  if (connection->socket < 0) connection->socket = connect_here(connection->port);
  if (connection->socket < 0) return -1;
  if (send_all(connection->socket, request, length) != 0 || read_answer(connection, answer) != 0) {
    connection_close(connection);
    return -1;
  }
  size_t ignored;
  if (header(answer, "Connection: close", &ignored) != NULL) connection_close(connection);
  return 0;
}

const char *header(const struct answer *answer, const char *name, size_t *length) {
  size_t name_length = strlen(name);
  for (const char *line = strstr(answer->head, "\r\n"); line != NULL; line = strstr(line, "\r\n")) {
    line += 2;
    if (strncasecmp(line, name, name_length) == 0) {
      const char *value = line + name_length;
      const char *end = strstr(value, "\r\n");
      *length = end == NULL ? strlen(value) : (size_t)(end - value);
      return value;
    }
  }
  return NULL;
}
