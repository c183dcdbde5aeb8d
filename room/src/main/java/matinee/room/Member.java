package matinee.room;

import java.time.Instant;

/// A person's presence in a room; survives a reload and a short loss of connection.
///
/// `name` has 1 to 40 characters and need not be unique.
public record Member(
    MemberId id,
    String name,
    Stay stay,
    Rank rank,
    Readiness readiness,
    Contact contact,
    Grace grace) {
  public static final int MAX_NAME = 40;

  public Member {
    name = Text.line("name", name, MAX_NAME);
  }

  public boolean isHost() {
    return rank.host();
  }

  public Role role() {
    return rank.role();
  }

  public boolean isHere() {
    return contact == Contact.Here.HERE;
  }

  /// Could the room have to wait for this member, now or later: is it here, willing, no watcher,
  /// and not catching up (GA2)?
  boolean counts() {
    return isHere()
        && role() != Role.WATCHER
        && !grace.excused()
        && readiness != Readiness.CATCHING_UP;
  }

  Member named(String newName) {
    return new Member(id, newName, stay, rank, readiness, contact, grace);
  }

  Member with(Rank newRank) {
    return new Member(id, name, stay, newRank, readiness, contact, grace);
  }

  Member with(Readiness newReadiness) {
    return new Member(id, name, stay, rank, newReadiness, contact, grace);
  }

  Member with(Contact newContact) {
    return new Member(id, name, stay, rank, readiness, newContact, grace);
  }

  Member with(Grace newGrace) {
    return new Member(id, name, stay, rank, readiness, contact, newGrace);
  }

  Member spoke(Instant at) {
    return new Member(id, name, stay.spoke(at), rank, readiness, contact, grace);
  }
}
