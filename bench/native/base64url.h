// base64url without padding (PROTOCOL §1.2).
#ifndef STILE_BASE64URL_H
#define STILE_BASE64URL_H

#include <stddef.h>
#include <stdint.h>

// Bytes decoded, or -1 for an alien character, a length of 4n+1, low bits that are not zero, or more than `room` bytes.
ptrdiff_t base64url_decode(const char *text, size_t length, uint8_t *bytes, size_t room);

// Characters written; `text` has room for 4 a begun 3 bytes, and the zero at the end.
size_t base64url_encode(const uint8_t *bytes, size_t length, char *text);

#endif
