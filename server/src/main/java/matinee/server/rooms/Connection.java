package matinee.server.rooms;

import java.util.concurrent.atomic.AtomicInteger;
import matinee.room.MemberId;
import matinee.server.fanout.Outbox;

/// One open connection of `member`, who wants to be called `name`.
public final class Connection {
  private final MemberId member;
  private final String name;
  private final Outbox outbox;
  private final AtomicInteger unanswered = new AtomicInteger();

  /// Does it receive what is for everyone? Belongs to the room's thread.
  private boolean admitted;

  public Connection(MemberId member, String name, Outbox outbox) {
    this.member = member;
    this.name = name;
    this.outbox = outbox;
  }

  public MemberId member() {
    return member;
  }

  public Outbox outbox() {
    return outbox;
  }

  /// How many of its commands have not been answered yet (CO2), one more included.
  public int ask() {
    return unanswered.incrementAndGet();
  }

  /// One of its commands has been answered.
  public void answered() {
    unanswered.decrementAndGet();
  }

  String name() {
    return name;
  }

  boolean isAdmitted() {
    return admitted;
  }

  void admit() {
    admitted = true;
  }
}
