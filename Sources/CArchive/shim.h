#pragma once
/* As in CLibPCAP: both must see the same system types. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>
