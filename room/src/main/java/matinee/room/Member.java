package matinee.room;

import java.time.Instant;

/// A person's presence in a room; survives a reload and a short loss of connection.
///
/// `name` has 1 to 40 characters and need not be unique.
public record Member(
    MemberId id,
    String name,
    Instant joinedAt,
    Role role,
    Readiness readiness,
    Contact contact,
    Grace grace) {
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

  /// Could the room have to wait for this member, now or later: is it here, willing, and not
  /// catching up (GA2)?
  boolean counts() {
    return isHere() && !grace.excused() && readiness != Readiness.CATCHING_UP;
  }

  Member named(String newName) {
    return new Member(id, newName, joinedAt, role, readiness, contact, grace);
  }

  Member as(Role newRole) {
    return new Member(id, name, joinedAt, newRole, readiness, contact, grace);
  }

  Member with(Readiness newReadiness) {
    return new Member(id, name, joinedAt, role, newReadiness, contact, grace);
  }

  Member with(Contact newContact) {
    return new Member(id, name, joinedAt, role, readiness, newContact, grace);
  }

  Member with(Grace newGrace) {
    return new Member(id, name, joinedAt, role, readiness, contact, newGrace);
  }
}
