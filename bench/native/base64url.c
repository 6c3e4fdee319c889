#include "base64url.h"

#include <string.h>

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

ptrdiff_t base64url_decode(const char *text, size_t length, uint8_t *bytes, size_t room) {
  if (length % 4 == 1 || length / 4 * 3 + length % 4 > room) return -1;
  size_t written = 0;
  uint32_t bits = 0;
  for (size_t at = 0; at < length; at++) {
    const char *found = text[at] == '\0' ? NULL : strchr(ALPHABET, text[at]);
    if (found == NULL) return -1;
    bits = bits << 6 | (uint32_t)(found - ALPHABET);
    if (at % 4 != 0) bytes[written++] = (uint8_t)(bits >> (6 - 2 * (at % 4)));
  }
  uint32_t unused = length % 4 == 2 ? 0xf : length % 4 == 3 ? 0x3 : 0;
  return (bits & unused) == 0 ? (ptrdiff_t)written : -1;
}

size_t base64url_encode(const uint8_t *bytes, size_t length, char *text) {
  size_t written = 0;
  uint32_t bits = 0;
  for (size_t at = 0; at < length; at++) {
    bits = bits << 8 | bytes[at];
    text[written++] = ALPHABET[bits >> (2 + 2 * (at % 3)) & 63];
    if (at % 3 == 2) text[written++] = ALPHABET[bits & 63];
  }
  if (length % 3 == 1) text[written++] = ALPHABET[bits << 4 & 63];
  if (length % 3 == 2) text[written++] = ALPHABET[bits << 2 & 63];
  text[written] = '\0';
  return written;
}
