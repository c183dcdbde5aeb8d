package matinee.room;

import java.time.Instant;

/// A person's presence in a room; survives a reload and a short loss of connection.
///
/// `name` has 1 to 40 characters and need not be unique.
public record Member(
    MemberId id, String name, Instant joinedAt, Role role, Readiness readiness, Contact contact) {
  public static final int MAX_NAME = 40;

  public Member {
    name = Text.line("name", name, MAX_NAME);
  }

  public boolean isHost() {
    return role == Role.HOST;
  }

  public boolean isHere() {
    return contact == Contact.Here.HERE;
  }

  /// Does the room hold for this member (GA2)?
  public boolean isWaitedFor() {
    return isHere() && readiness == Readiness.BUFFERING;
  }

  Member named(String newName) {
    return new Member(id, newName, joinedAt, role, readiness, contact);
  }

  Member as(Role newRole) {
    return new Member(id, name, joinedAt, newRole, readiness, contact);
  }

  Member with(Readiness newReadiness) {
    return new Member(id, name, joinedAt, role, newReadiness, contact);
  }

  Member with(Contact newContact) {
    return new Member(id, name, joinedAt, role, readiness, newContact);
  }
}
