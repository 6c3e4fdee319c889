#include "gate.h"

#include "base64url.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { REQUEST_BYTES = PROOF_TEXT_BYTES + 1024 };

// What Firefox sends with a fetch on plain http: nothing here makes the price rise.
#define BROWSER_HEADERS                                                                                                \
  "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"                            \
  "Accept: */*\r\nAccept-Language: en-US,en;q=0.5\r\nAccept-Encoding: gzip, deflate\r\n"

void gate_address(uint32_t number, char text[ADDRESS_BYTES]) {
  if (number < ADDRESSES / 2) {
    snprintf(text, ADDRESS_BYTES, "10.%u.%u.1", number >> 8 & 255, number & 255);
  } else {
    snprintf(text, ADDRESS_BYTES, "2001:db8:%x::1", number & 0xffff);
  }
}

static int send_request(struct connection *connection, uint32_t address, const char *line, const char *headers,
                        struct answer *answer) {
  char request[REQUEST_BYTES];
  char client[ADDRESS_BYTES];
  gate_address(address, client);
  static const char FORM[] = "%s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nX-Forwarded-For: %s\r\n" BROWSER_HEADERS "%s\r\n";
  int length = snprintf(request, sizeof request, FORM, line, connection->port, client, headers);
  if (length < 0 || (size_t)length >= sizeof request) return -1;
  return exchange(connection, request, (size_t)length, answer);
}

// The string member of that name in a flat JSON object, which holds no escapes: NULL if there is none.
static const char *member(const char *json, const char *name, size_t *length) {
  char start[64];
  snprintf(start, sizeof start, "\"%s\":\"", name);
  const char *found = strstr(json, start);
  if (found == NULL) return NULL;
  found += strlen(start);
  *length = strcspn(found, "\"");
  return found;
}

int gate_ask(struct connection *connection, uint32_t address, struct challenge *challenge) {
  struct answer answer;
  if (send_request(connection, address, "GET /.stile/challenge?purpose=gate&target=" GATE_TARGET, "", &answer) != 0) {
    return -1;
  }
  if (answer.status != 200) return answer.status;
  size_t length;
  const char *text = member(answer.body, "challenge", &length);
  return text == NULL ? -1 : challenge_parse(text, length, challenge);
}

void gate_solve(const struct kernel *kernel, const struct challenge *challenge, char text[PROOF_TEXT_BYTES + 1]) {
  uint8_t iv_client[IV_BYTES];
  uint8_t proof[MAX_PROOF_BYTES];
  if (getentropy(iv_client, sizeof iv_client) != 0) {
    perror("getentropy");
    exit(1);
  }
  base64url_encode(proof, proof_find(kernel, challenge, GATE_TARGET, iv_client, proof), text);
}

// How many requests the pass that was granted is good for (PROTOCOL §6.5).
static uint32_t requests_bought(const struct answer *answer) {
  size_t length;
  const char *pass = header(answer, "Stile-Pass: ", &length);
  const char *requests = pass == NULL ? NULL : strstr(pass, "requests=");
  return requests == NULL || requests >= pass + length ? 0 : (uint32_t)strtoul(requests + 9, NULL, 10);
}

static void copy(char *to, size_t room, const char *from, size_t length) {
  size_t copied = length < room - 1 ? length : room - 1;
  memcpy(to, from, copied);
  to[copied] = '\0';
}

void gate_redeem(struct connection *connection, uint32_t address, const char *proof, struct outcome *outcome) {
  char headers[PROOF_TEXT_BYTES + 64];
  struct answer answer;
  memset(outcome, 0, sizeof *outcome);
  copy(outcome->reason, sizeof outcome->reason, "no-answer", 9);
  snprintf(headers, sizeof headers, "Stile-Proof: %s\r\nContent-Length: 0\r\n", proof);
  if (send_request(connection, address, "POST /.stile/redeem", headers, &answer) != 0) return;
  outcome->status = answer.status;
  size_t length;
  if (answer.status == 200) {
    copy(outcome->reason, sizeof outcome->reason, "granted", 7);
    outcome->requests = requests_bought(&answer);
    const char *cookie = header(&answer, "Set-Cookie: ", &length);
    if (cookie != NULL) copy(outcome->cookie, sizeof outcome->cookie, cookie, strcspn(cookie, ";"));
  } else {
    const char *reason = member(answer.body, "reason", &length);
    copy(outcome->reason, sizeof outcome->reason, reason == NULL ? "no-reason" : reason, reason == NULL ? 9 : length);
  }
}
