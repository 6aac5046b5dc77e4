#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <stdio.h>
#include <stdio_ext.h>
#include <sys/types.h>
#include <pcap/pcap.h>

typedef ssize_t (*capture_read_callback)(void *context, char *buffer, size_t size);

/* A position for `ftello`; everything else about seeking is refused. */
typedef long long (*capture_position_callback)(void *context);

struct capture_stream {
  void *context;
  capture_read_callback read;
  capture_position_callback position;
};

static inline int capture_stream_seek(void *cookie, off64_t *offset, int whence) {
  struct capture_stream *stream = (struct capture_stream *)cookie;
  if (whence != SEEK_CUR || *offset != 0) return -1;
  *offset = (off64_t)stream->position(stream->context);
  return 0;
}

static inline ssize_t capture_stream_read(void *cookie, char *buffer, size_t size) {
  struct capture_stream *stream = (struct capture_stream *)cookie;
  return stream->read(stream->context, buffer, size);
}

/* A read-only FILE* over a callback; `stream` must outlive it. */
static inline FILE *capture_stream_open(struct capture_stream *stream) {
  cookie_io_functions_t functions = {capture_stream_read, 0, capture_stream_seek, 0};
  return fopencookie(stream, "r", functions);
}

/* The stream has one reader: the lock that stdio takes for each call is not needed. */
static inline void capture_stream_unlock(FILE *file) {
  __fsetlocking(file, FSETLOCKING_BYCALLER);
}
