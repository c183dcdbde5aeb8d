package matinee.server.tracker;

/// Why the tracker ends a socket (TR6).
public enum Ending {
  UNKNOWN_HASH("this info_hash was not issued here, or not for so long"),
  MALFORMED("the message is not as it must be"),
  TOO_LARGE("a message has 32 KiB at most"),
  OTHER_PEER("one socket speaks for one peer_id"),
  TOO_FAST("too many messages"),
  SLOW_READER("what was sent is not read"),
  IDLE("nothing was announced for a minute"),
  BUSY("the server has too much to do; try again in some seconds"),
  STOPPING("the server is being stopped; come back");

  private final String reason;

  Ending(String reason) {
    this.reason = reason;
  }

  /// What is told to the other side.
  public String reason() {
    return reason;
  }
}
