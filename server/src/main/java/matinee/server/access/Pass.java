package matinee.server.access;

import java.util.Optional;
import matinee.room.MemberId;
import matinee.server.accounts.SessionId;

/// What a pass says of whoever has it: it is `member` of a room, or the companion of it that is
/// called `companion`, and is so while `session` lasts, if it is one that somebody has by being
/// signed in.
public record Pass(MemberId member, Optional<String> companion, Optional<SessionId> session) {

  /// That of a guest.
  public static Pass of(MemberId member) {
    return new Pass(member, Optional.empty(), Optional.empty());
  }

  /// That of a member who is signed in.
  public static Pass of(MemberId member, SessionId session) {
    return new Pass(member, Optional.empty(), Optional.of(session));
  }

  /// Who has it, as the audit trail calls them: an account, or a guest of the room.
  public String actor() {
    return actor(session, member);
  }

  /// Who is `member` of a room and signed in by `session`, if by any, as the audit trail calls
  /// them.
  static String actor(Optional<SessionId> session, MemberId member) {
    return session.map(it -> it.account().value()).orElseGet(() -> "guest " + member.value());
  }

  /// That of a new companion called `id`, as good as this one.
  public Pass ofCompanion(String id) {
    return new Pass(member, Optional.of(id), session);
  }
}
