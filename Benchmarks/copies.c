/* Writes copies of a small capture in which other clients have other connections, so that no copy is
 * taken for another sight of the same sessions.
 *
 *   copies FILE COUNT FOLDER
 *
 * Of an uncompressed pcap of Ethernet frames in this machine's byte order: the client (who sends the
 * first SYN) gets another address, each end other sequence numbers, long segments another end. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t get32(const uint8_t *p) {
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}
static void put32(uint8_t *p, uint32_t v) { p[0] = v >> 24; p[1] = v >> 16; p[2] = v >> 8; p[3] = v; }

/* The TCP header of a frame, or 0. */
static uint8_t *tcp(uint8_t *frame, uint32_t length) {
  if (length < 54 || frame[12] != 8 || frame[13] || frame[14] >> 4 != 4 || frame[23] != 6) return 0;
  uint32_t start = 14 + (frame[14] & 15) * 4;
  return start + 20 <= length ? frame + start : 0;
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  FILE *in = fopen(argv[1], "rb");
  static uint8_t bytes[1 << 22], copy[1 << 22];
  size_t size = in ? fread(bytes, 1, sizeof(bytes), in) : 0;
  if (size < 24) return 1;
  uint8_t client[4] = {0};
  for (int n = 0; n < atoi(argv[2]); n++) {
    memcpy(copy, bytes, size);
    for (size_t at = 24; at + 16 <= size;) {
      uint32_t length;
      memcpy(&length, copy + at + 8, 4);
      uint8_t *frame = copy + at + 16;
      if (length > size - at - 16) break;
      at += 16 + length;
      uint8_t *head = tcp(frame, length);
      if (!head) continue;
      if (!client[0] && (head[13] & 18) == 2) memcpy(client, frame + 26, 4);
      for (int end = 26; end <= 30; end += 4)
        if (!memcmp(frame + end, client, 4)) put32(frame + end, 0x0a4d0000 + n);
      uint32_t turn = n * 1000003u;
      put32(head + 4, get32(head + 4) + turn);
      if (head[13] & 16) put32(head + 8, get32(head + 8) + turn);
      uint8_t *data = head + (head[12] >> 4) * 4, *end = frame + length;
      if (data + 60 < end) put32(end - 4, n * 2654435761u);
    }
    char name[4096];
    snprintf(name, sizeof(name), "%s/%d.pcap", argv[3], n);
    FILE *out = fopen(name, "wb");
    if (!out || fwrite(copy, 1, size, out) != size || fclose(out)) return 1;
  }
  return 0;
}
