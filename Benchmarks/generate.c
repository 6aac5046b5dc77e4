/* Makes captures of the shapes that the speed goals name, and of attacks; the same bytes for the same
 * seed.
 *
 *   generate SHAPE MEGABYTES SEED [pcap|pcapng] > FILE
 *
 * mix         a flow for each 45 kB, 2 % of the packets on 3389, the rest TLS on 443 and UDP
 * rdp         2000 concurrent RDP sessions over TLS, 0.5 % retransmitted, some reordering
 * sessions    the same, one for each 15 kB: what a whole session costs
 * steady      100 RDP sessions of which everything comes in order, once
 * lossy       the same with the losses and reordering of rdp
 * many        short flows on 3389: SYN, SYN-ACK, ACK, X.224 request, RST
 * halfopen    SYNs to 3389 from as many clients, never answered
 * refused     short flows on 3389 that get as far as an answer: X.224 refusal, then RST
 * holes       one RDP session of which every other segment is missing
 * fragments   IPv4 fragments of datagrams that are never complete
 * handshakes  sessions whose TLS handshake messages never end
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;
static uint32_t rnd(void) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return (uint32_t)(state >> 33);
}
static uint64_t written, now = 1700000000000000ULL;
static uint8_t frame[65536 + 4];

static void put16(uint8_t *p, unsigned v) { p[0] = v >> 8; p[1] = v; }
static void put32(uint8_t *p, uint32_t v) { put16(p, v >> 16); put16(p + 2, v & 0xffff); }

static int is_pcapng;

/* An enhanced packet block (draft-ietf-opsawg-pcapng 4.3), in this machine's byte order. */
static void block(int length) {
  uint32_t padded = (length + 3) & ~3, total = 32 + padded;
  uint32_t head[7] = {6, total, 0, (uint32_t)(now >> 32), (uint32_t)now, (uint32_t)length, (uint32_t)length};
  fwrite(head, 28, 1, stdout);
  memset(frame + length, 0, padded - length);
  fwrite(frame, padded, 1, stdout);
  fwrite(&total, 4, 1, stdout);
  written += total;
}

static void record(int length) {
  if (is_pcapng) { block(length); return; }
  uint32_t head[4] = {(uint32_t)(now / 1000000), (uint32_t)(now % 1000000), (uint32_t)length, (uint32_t)length};
  fwrite(head, 16, 1, stdout);
  fwrite(frame, length, 1, stdout);
  written += 16 + length;
}

struct end { uint32_t address; uint16_t port; uint32_t seq; uint16_t id; };

static void ip(struct end *from, struct end *to, int protocol, int length) {
  memset(frame, 0, 34);
  memcpy(frame, "\x02\0\0\0\0\2\x02\0\0\0\0\1\x08\0", 14);
  uint8_t *p = frame + 14;
  p[0] = 0x45; put16(p + 2, 20 + length); put16(p + 4, ++from->id); p[6] = 0x40; p[8] = 64; p[9] = protocol;
  put32(p + 12, from->address); put32(p + 16, to->address);
}

static void tcp(struct end *from, struct end *to, int flags, const uint8_t *data, int size, uint32_t seq) {
  int options = flags & 2 ? 12 : 0;
  ip(from, to, 6, 20 + options + size);
  uint8_t *p = frame + 34;
  put16(p, from->port); put16(p + 2, to->port); put32(p + 4, seq); put32(p + 8, flags & 16 ? to->seq : 0);
  p[12] = (20 + options) / 4 << 4; p[13] = flags; put16(p + 14, 64240); put32(p + 16, 0);
  if (options) memcpy(p + 20, "\x02\x04\x05\xb4\x01\x03\x03\x07\x01\x01\x04\x02", 12);
  if (size) memcpy(p + 20 + options, data, size);
  record(34 + 20 + options + size);
}

static void send_data(struct end *from, struct end *to, const uint8_t *data, int size) {
  tcp(from, to, 0x18, data, size, from->seq);
  from->seq += size;
}

static const uint8_t request[] =
  "\x03\x00\x00\x2a\x25\xe0\x00\x00\x00\x00\x00""Cookie: mstshash=user\r\n\x01\x00\x08\x00\x03\x00\x00\x00";
static const uint8_t confirm[] = "\x03\x00\x00\x13\x0e\xd0\x00\x00\x12\x34\x00\x02\x1f\x08\x00\x02\x00\x00\x00";
static uint8_t payload[20000];

static int tls(int type, int body) {
  payload[0] = type; payload[1] = 3; payload[2] = 3; put16(payload + 3, body);
  return body + 5;
}

static void handshake(struct end *c, struct end *s) {
  tcp(c, s, 0x02, 0, 0, c->seq++); now += 200;
  tcp(s, c, 0x12, 0, 0, s->seq++); now += 200;
  tcp(c, s, 0x10, 0, 0, c->seq);
}

static void flow(struct end *c, struct end *s, int n, uint16_t port) {
  c->address = 0x0a000000 + n; c->port = 49152 + n % 16000; c->seq = rnd(); c->id = rnd();
  s->address = 0xc0a80000 + n % 200; s->port = port; s->seq = rnd(); s->id = rnd();
}

static void open_rdp(struct end *c, struct end *s) {
  handshake(c, s);
  uint8_t cr[42]; memcpy(cr, request, sizeof(cr) < sizeof(request) ? sizeof(cr) : sizeof(request) - 1);
  send_data(c, s, request, sizeof(request) - 1);
  send_data(s, c, confirm, 19);
  send_data(c, s, payload, tls(22, 300)); send_data(s, c, payload, tls(22, 1200));
  static const int lengths[] = {-117, 286, -567, 83, -134, -491, 159, -36, -32, 35, -36, 39, -36, 39};
  for (unsigned i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
    int l = lengths[i];
    if (l < 0) send_data(c, s, payload, tls(23, -l)); else send_data(s, c, payload, tls(23, l));
  }
}

/* Writes one of the attack shapes; 0 where it is none. */
static int attack(const char *shape, uint64_t limit) {
  struct end c, s;
  if (!strcmp(shape, "halfopen")) {
    for (int n = 0; written < limit; n++) {
      flow(&c, &s, n, 3389);
      now += 50;
      tcp(&c, &s, 0x02, 0, 0, c.seq);
    }
    return 1;
  }
  if (!strcmp(shape, "refused")) {
    static const uint8_t failure[] = "\x03\x00\x00\x13\x0e\xd0\x00\x00\x12\x34\x00\x03\x00\x08\x00\x05\x00\x00\x00";
    for (int n = 0; written < limit; n++) {
      flow(&c, &s, n, 3389);
      now += 50;
      handshake(&c, &s);
      send_data(&c, &s, request, sizeof(request) - 1);
      send_data(&s, &c, failure, 19);
      tcp(&c, &s, 0x14, 0, 0, c.seq);
    }
    return 1;
  }
  if (!strcmp(shape, "holes")) {
    flow(&c, &s, 1, 3389);
    open_rdp(&c, &s);
    while (written < limit) {
      now += 50;
      s.seq += 100;
      send_data(&s, &c, payload, 100);
    }
    return 1;
  }
  if (!strcmp(shape, "fragments")) {
    for (int n = 0; written < limit; n++) {
      flow(&c, &s, n, 3389);
      now += 50;
      ip(&c, &s, 6, 1400);
      frame[20] = 0x20;  /* more fragments follow, and never come */
      memcpy(frame + 34, payload, 1400);
      record(34 + 1400);
    }
    return 1;
  }
  if (!strcmp(shape, "handshakes")) {
    for (int n = 0; written < limit; n++) {
      flow(&c, &s, n, 3389);
      handshake(&c, &s);
      send_data(&c, &s, request, sizeof(request) - 1);
      send_data(&s, &c, confirm, 19);
      /* A ClientHello of 60,000 bytes in records of 16 KB, of which the last never comes. */
      for (int part = 0; part < 3; part++) {
        int total = tls(22, 16384);
        if (part == 0) { payload[5] = 1; payload[6] = 0; put16(payload + 7, 60000); }
        for (int at = 0; at < total; at += 1400)
          send_data(&c, &s, payload + at, total - at < 1400 ? total - at : 1400);
        now += 50;
      }
    }
    return 1;
  }
  return 0;
}

int main(int argc, char **argv) {
  if (argc < 4) { fprintf(stderr, "generate SHAPE MEGABYTES SEED [pcap|pcapng] > FILE\n"); return 64; }
  is_pcapng = argc > 4 && !strcmp(argv[4], "pcapng");
  uint64_t limit = (uint64_t)(strtod(argv[2], 0) * (1 << 20));
  state = strtoull(argv[3], 0, 10) * 2 + 1;
  static char buffer[1 << 20];
  setvbuf(stdout, buffer, _IOFBF, sizeof(buffer));
  if (is_pcapng) {
    uint32_t section[7] = {0x0a0d0d0a, 28, 0x1a2b3c4d, 1, 0xffffffff, 0xffffffff, 28};
    uint32_t interface[5] = {1, 20, 1, 262144, 20};
    fwrite(section, 28, 1, stdout);
    fwrite(interface, 20, 1, stdout);
  } else {
    uint32_t head[6] = {0xa1b2c3d4, 0x00040002, 0, 0, 262144, 1};
    fwrite(head, 24, 1, stdout);
  }
  for (int i = 0; i < (int)sizeof(payload); i++) payload[i] = rnd();
  if (!strcmp(argv[1], "many")) {
    for (int n = 0; written < limit; n++) {
      struct end c, s;
      flow(&c, &s, n, 3389);
      now += 50;
      handshake(&c, &s);
      send_data(&c, &s, request, sizeof(request) - 1);
      tcp(&s, &c, 0x14, 0, 0, s.seq);
    }
    return 0;
  }
  if (attack(argv[1], limit)) return 0;
  int steady = !strcmp(argv[1], "steady");
  int few = steady || !strcmp(argv[1], "lossy");
  int whole = !strcmp(argv[1], "sessions");
  int rdp = few || whole || !strcmp(argv[1], "rdp");
  int flows = few ? 100 : whole ? (int)(limit / 15000) : rdp ? 2000 : (int)(limit / 45000);
  if (flows < 100) flows = 100;
  struct end *clients = calloc(flows, sizeof(*clients)), *servers = calloc(flows, sizeof(*servers));
  uint8_t *opened = calloc(flows, 1);
  for (int n = 0; n < flows; n++) flow(clients + n, servers + n, n, rdp || n % 50 == 0 ? 3389 : 443);
  while (written < limit) {
    int n = rnd() % flows;
    struct end *c = clients + n, *s = servers + n;
    now += 20 + rnd() % 60;
    if (!opened[n]) {
      opened[n] = 1;
      if (s->port == 3389) open_rdp(c, s); else handshake(c, s);
      continue;
    }
    if (!rdp && rnd() % 10 < 2) {
      ip(c, s, 17, 8 + 1200);
      put16(frame + 34, c->port); put16(frame + 36, 443); put16(frame + 38, 1208); put16(frame + 40, 0);
      memcpy(frame + 42, payload, 1200);
      record(42 + 1200);
      continue;
    }
    unsigned what = rnd() % 1000;
    if (what < 400) { send_data(c, s, payload, tls(23, 40 + rnd() % 60)); }
    else {
      int body = 900 + rnd() % 3000, total = tls(23, body);
      for (int at = 0; at < total; at += 1400) {
        int part = total - at < 1400 ? total - at : 1400;
        uint32_t seq = s->seq;
        if (!steady && rnd() % 1000 < 2 && at + part < total) {
          int next = total - at - part < 1400 ? total - at - part : 1400;
          tcp(s, c, 0x18, payload + at + part, next, s->seq + part);
          now += 100;
        }
        send_data(s, c, payload + at, part);
        if (!steady && rnd() % 1000 < 5) { now += 30000; tcp(s, c, 0x18, payload + at, part, seq); }
        now += 10;
      }
      tcp(c, s, 0x10, 0, 0, c->seq);
    }
  }
  return 0;
}
