// Batch runs over many captures.
