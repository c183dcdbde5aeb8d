package matinee.room;

/// How a member stands in the room: the standing it was given, whether it is the host now, and
/// whether it was muted. None touches the others: whoever hands over is what it was before.
public record Rank(Standing standing, boolean host, boolean muted) {
  /// That of everyone who enters.
  static final Rank USUAL = new Rank(Standing.MEMBER, false, false);

  public Role role() {
    return switch (standing) {
      case OWNER -> Role.OWNER;
      case MEMBER -> host ? Role.HOST : Role.MEMBER;
      case GUEST -> host ? Role.HOST : Role.GUEST;
      case WATCHER -> host ? Role.HOST : Role.WATCHER;
    };
  }

  Rank hosting(boolean nowHost) {
    return new Rank(standing, nowHost, muted);
  }

  Rank standing(Standing next) {
    return new Rank(next, host, muted);
  }

  Rank muted(boolean nowMuted) {
    return new Rank(standing, host, nowMuted);
  }

  /// May it not chat (OD3)? Who hosts has to be heard.
  boolean isSilent() {
    return muted && !host;
  }
}
