package matinee.sync;

/// One answered clock probe: `forwardMs` is server received minus client sent, `backwardMs` client
/// received minus server sent, `atMs` when the answer came.
///
/// Each is the one-way delay plus, respectively minus, the clock offset (RFC 5905, section 8).
record Probe(double atMs, double forwardMs, double backwardMs) {

  /// Time on the way, there and back, ms.
  double roundTripMs() {
    return forwardMs + backwardMs;
  }
}
