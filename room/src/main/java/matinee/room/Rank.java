package matinee.room;

/// How a member stands in the room: the standing it was given, and whether it is the host now. One
/// does not touch the other: whoever hands over is what it was before.
public record Rank(Standing standing, boolean host) {

  public Role role() {
    return switch (standing) {
      case OWNER -> Role.OWNER;
      case MEMBER -> host ? Role.HOST : Role.MEMBER;
      case GUEST -> host ? Role.HOST : Role.GUEST;
      case WATCHER -> host ? Role.HOST : Role.WATCHER;
    };
  }

  Rank hosting(boolean nowHost) {
    return new Rank(standing, nowHost);
  }

  Rank standing(Standing next) {
    return new Rank(next, host);
  }
}
