package matinee.server.http;

/// The bytes of a content from offset `first` to offset `last`, both inclusive; at least one.
record Span(long first, long last) {

  Span {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("no bytes from " + first + " to " + last);
    }
  }

  long length() {
    return last - first + 1;
  }

  boolean overlaps(Span other) {
    return first <= other.last && other.first <= last;
  }

  /// The smallest span that holds both.
  Span with(Span other) {
    return new Span(Math.min(first, other.first), Math.max(last, other.last));
  }

  /// As `Content-Range` says it, for a content of `size` bytes.
  String contentRange(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
