#include "commands.h"

#include "base64url.h"
#include "proof.h"

#include <stdio.h>
#include <string.h>

enum { CHECKED = 1 << 12 };

static int failures;

static void expect(int holds, const char *what, const char *kernel) {
  if (!holds) {
    fprintf(stderr, "check: %s (%s)\n", what, kernel);
    failures++;
  }
}

static void from_hex(const char *hex, uint8_t *bytes) {
  for (size_t at = 0; hex[2 * at] != '\0'; at++) {
    unsigned int byte;
    sscanf(hex + 2 * at, "%2x", &byte);
    bytes[at] = (uint8_t)byte;
  }
}

static void check_digest(const char *message, const char *hex) {
  uint8_t expected[DIGEST_BYTES], digest[DIGEST_BYTES];
  from_hex(hex, expected);
  sha256((const uint8_t *)message, strlen(message), digest);
  expect(memcmp(expected, digest, DIGEST_BYTES) == 0, message, "sha256");
}

// NIST's examples for FIPS 180-4: less than a block, two blocks; and the empty message.
static void check_sha256(void) {
  check_digest("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  check_digest("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  check_digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// PROTOCOL §14: 280 and 318 are the first two counters that meet 8 bits.
static void check_example(const struct kernel *kernel) {
  uint8_t preimage[PREIMAGE_BYTES] = {0};
  from_hex("19e6a7d2e92815b11f4e993d8512df6141963d568ad497d026cbe5b6a874d2e9"
           "404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f"
           "000000006b49d211d03682eef5dadb85f2b2f9c77c531259d21e182bfd2d082954e239b2631f9531",
           preimage);
  struct puzzle puzzle;
  struct run run;
  uint32_t hits[CHECKED];
  puzzle_prepare(&puzzle, preimage, 8);
  puzzle_start_run(&puzzle, 0, &run);
  size_t found = kernel->search(&run, 0, 320, hits);
  expect(found == 2 && hits[0] == 280 && hits[1] == 318, "the protocol's example", kernel->name);
}

// PROTOCOL §14 from the challenge to the proof, in text.
static void check_proof(const struct kernel *kernel) {
  static const char CHALLENGE[] =
      "AXZEjjIBAQgCAQAAAABrSdIAAAAAPEee5PkA8Y0ZC2V4YW1wbGUub3JnGean0ukoFbEfTpk9hRLfYUGWPVaK1JfQJsvltqh00ukAAAAAa0nSEQ";
  static const char PROOF[] =
      "AFIBdkSOMgEBCAIBAAAAAGtJ0gAAAAA8R57k-QDxjRkLZXhhbXBsZS5vcmcZ5qfS6SgVsR9OmT2FEt9hQZY9VorUl9Amy-W2qHTS6QAAAABrSdIR"
      "ABAvYXJjaGl2ZT9xPXN0aWxlQEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl_QNoLu9drbhfKy-cd8UxJZ0h4YK_0tCClU4jmyYx-VMQIA"
      "AAAAAAABGAAAAAAAAAE-";
  struct challenge challenge;
  uint8_t iv_client[IV_BYTES];
  uint8_t proof[MAX_PROOF_BYTES];
  char text[2 * MAX_PROOF_BYTES];
  for (int byte = 0; byte < IV_BYTES; byte++) {
    iv_client[byte] = (uint8_t)(0x40 + byte);
  }
  int parsed = challenge_parse(CHALLENGE, strlen(CHALLENGE), &challenge);
  expect(parsed == 0, "the example's challenge", kernel->name);
  if (parsed != 0) return;
  base64url_encode(proof, proof_find(kernel, &challenge, "/archive?q=stile", iv_client, proof), text);
  expect(strcmp(text, PROOF) == 0, "the example's proof", kernel->name);
  expect(challenge_parse(CHALLENGE, strlen(CHALLENGE) - 1, &challenge) != 0, "a challenge that is cut", kernel->name);
}

// The same hits as the slow way, none missed, none too many.
static void check_run(const struct kernel *kernel, const struct puzzle *puzzle, uint64_t upper, uint32_t offset) {
  struct run run;
  uint32_t hits[CHECKED];
  puzzle_start_run(puzzle, upper, &run);
  size_t found = kernel->search(&run, offset, CHECKED, hits);
  size_t next = 0;
  for (uint32_t at = offset; at < offset + CHECKED; at++) {
    int hit = next < found && hits[next] == at;
    next += hit ? 1 : 0;
    if (hit != puzzle_meets(puzzle, upper * RUN_COUNTERS + at)) {
      expect(0, "a counter that the slow way judges otherwise", kernel->name);
      return;
    }
  }
  expect(next == found, "hits out of order", kernel->name);
}

// At the first counters of a run and at its last, in the first run, in one above 2^32 and in the last of all.
static void check_kernel(const struct kernel *kernel) {
  static const uint64_t UPPERS[] = {0, 1, 0x123456789, (UINT64_C(1) << 40) - 1};
  check_example(kernel);
  check_proof(kernel);
  uint32_t random = 1;
  for (int bits = 1; bits <= 12; bits++) {
    uint8_t preimage[PREIMAGE_BYTES];
    for (int at = 0; at < PREIMAGE_BYTES; at++) {
      random = random * 1664525 + 1013904223; // Numerical Recipes' generator: any bytes will do
      preimage[at] = (uint8_t)(random >> 24);
    }
    struct puzzle puzzle;
    puzzle_prepare(&puzzle, preimage, bits);
    check_run(kernel, &puzzle, UPPERS[bits % 4], 0);
    check_run(kernel, &puzzle, UPPERS[bits % 4], RUN_COUNTERS - CHECKED);
  }
}

int check(void) {
  check_sha256();
  const struct kernel *kernels;
  size_t count = kernels_here(&kernels);
  for (size_t index = 0; index < count; index++) {
    check_kernel(&kernels[index]);
  }
  return failures == 0 ? 0 : 1;
}
