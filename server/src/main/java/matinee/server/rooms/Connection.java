package matinee.server.rooms;

import java.util.concurrent.atomic.AtomicInteger;
import matinee.room.MemberId;
import matinee.server.fanout.Outbox;

/// One open connection of `entrant`, which is `caller`'s.
public final class Connection {
  private final Entrant entrant;
  private final Caller caller;
  private final Outbox outbox;
  private final AtomicInteger unanswered = new AtomicInteger();

  /// Does it receive what is for everyone? Belongs to the room's thread.
  private boolean admitted;

  public Connection(Entrant entrant, Caller caller, Outbox outbox) {
    this.entrant = entrant;
    this.caller = caller;
    this.outbox = outbox;
  }

  public Entrant entrant() {
    return entrant;
  }

  public Caller caller() {
    return caller;
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

  MemberId member() {
    return entrant.member();
  }

  boolean isAdmitted() {
    return admitted;
  }

  void admit() {
    admitted = true;
  }
}
