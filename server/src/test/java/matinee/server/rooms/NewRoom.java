package matinee.server.rooms;

import io.netty.buffer.ByteBufAllocator;
import java.util.Random;
import matinee.room.RoomState;
import matinee.server.bus.RoomBus;
import matinee.server.journal.MemoryJournal;
import matinee.server.journal.RoomId;

/// A room in which nothing has happened, with its journal in memory.
final class NewRoom {

  private NewRoom() {}

  static Room at(VirtualTime time) {
    var journal = new MemoryJournal();
    return new Room(
        journal.create(RoomId.random(new Random(1)), "epoch", VirtualTime.START),
        new Restored(RoomState.NEW, 0, new RecentEvents(0)),
        new Surroundings(
            journal, time.from(VirtualTime.START), ByteBufAllocator.DEFAULT, new UnmeteredRooms()),
        RoomBus.ALONE);
  }
}
