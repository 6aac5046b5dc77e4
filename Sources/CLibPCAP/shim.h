#pragma once
#include <stdio.h>
#include <stdio_ext.h>
#include <sys/types.h>
#include <pcap/pcap.h>

/* What glibc declares with _GNU_SOURCE only. Defining that here would give this module other system
   types than Swift's own modules have. */
#include <bits/types/cookie_io_functions_t.h>
extern FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions);

typedef ssize_t (*capture_read_callback)(void *context, char *buffer, size_t size);

struct capture_stream {
  void *context;
  capture_read_callback read;
};

static inline ssize_t capture_stream_read(void *cookie, char *buffer, size_t size) {
  struct capture_stream *stream = (struct capture_stream *)cookie;
  return stream->read(stream->context, buffer, size);
}

/* A read-only FILE* over a callback; `stream` must outlive it. */
static inline FILE *capture_stream_open(struct capture_stream *stream) {
  cookie_io_functions_t functions = {capture_stream_read, 0, 0, 0};
  return fopencookie(stream, "r", functions);
}

/* The stream has one reader: the lock that stdio takes for each call is not needed. */
static inline void capture_stream_unlock(FILE *file) {
  __fsetlocking(file, FSETLOCKING_BYCALLER);
}
