package matinee.host;

import matinee.room.MemberId;

/// One open connection, by which `member` comes, who wants to be called `name`.
final class Peer {
  private final String id;
  private final MemberId member;
  private final String name;
  private final Manners manners;

  /// Does it receive what is for everyone?
  private boolean admitted;

  Peer(String id, MemberId member, String name, long nowNanos) {
    this.id = id;
    this.member = member;
    this.name = name;
    manners = new Manners(nowNanos);
  }

  String id() {
    return id;
  }

  MemberId member() {
    return member;
  }

  String name() {
    return name;
  }

  Manners manners() {
    return manners;
  }

  boolean isAdmitted() {
    return admitted;
  }

  void admit() {
    admitted = true;
  }
}
