/* What everybody who uses libpcap pays before doing any work: open, count packets, close. */
#include <pcap/pcap.h>
#include <stdio.h>
int main(int argc, char **argv) {
  char error[PCAP_ERRBUF_SIZE];
  pcap_t *capture = pcap_open_offline(argc > 1 ? argv[1] : "-", error);
  if (!capture) { fprintf(stderr, "%s\n", error); return 2; }
  struct pcap_pkthdr *header;
  const u_char *bytes;
  unsigned long packets = 0, octets = 0;
  while (pcap_next_ex(capture, &header, &bytes) == 1) { packets++; octets += header->caplen; }
  printf("%lu packets %lu bytes\n", packets, octets);
  pcap_close(capture);
  return 0;
}
