package matinee.sync;

/// How a client is connected: delays each way, jitter each way, loss. All in ms, loss as a share.
record Network(String name, double upMs, double downMs, double jitterMs, double loss) {
  static final Network LAN = new Network("LAN", 0.2, 0.2, 0.3, 0);

  /// 80 ms up, 20 ms down, +-30 ms jitter, 1 % loss.
  static final Network BAD = new Network("bad", 50, 0, 60, 0.01);

  static final Network LOPSIDED = new Network("lopsided", 5, 205, 30, 0.01);

  /// 20 ms up, 220 ms down, each 0 to 300 ms later.
  static final Network WILD = new Network("wild", 20, 220, 300, 0.01);

  NetworkPath up() {
    return new NetworkPath(upMs, jitterMs, loss);
  }

  NetworkPath down() {
    return new NetworkPath(downMs, jitterMs, loss);
  }

  /// What the server hears as the round trip.
  double roundTripMs() {
    return upMs + downMs + jitterMs;
  }
}
