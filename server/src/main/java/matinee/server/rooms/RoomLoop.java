package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import matinee.room.RoomState;
import matinee.server.bus.News;
import matinee.server.journal.History;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Mailbox.Posted;
import matinee.wire.CloseCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of a room: a virtual thread that reads the room from the journal, then takes
/// turns until the room falls idle, is stopped, or fails.
///
/// When a turn fails, every connection is closed with [CloseCode#FAILED]; who comes back finds the
/// room as the journal has it.
final class RoomLoop {
  private static final Logger LOG = LoggerFactory.getLogger(RoomLoop.class);
  private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

  private final RoomId id;
  private final Surroundings around;
  private final Optional<Instant> keptBefore;
  private final Consumer<RoomLoop> ended;
  private final Mailbox mailbox;
  private final Thread thread;
  private volatile @Nullable Room room;
  private volatile boolean stopping;

  /// The region in which the room lives, when everybody is to go there.
  private volatile Optional<String> destination = Optional.empty();

  /// `keptBefore` is when rooms were last kept before this server started; `ended` is called once,
  /// when the loop takes no more letters.
  RoomLoop(RoomId id, Surroundings around, Optional<Instant> keptBefore, Consumer<RoomLoop> ended) {
    this.id = id;
    this.around = around;
    this.keptBefore = keptBefore;
    this.ended = ended;
    thread = Thread.ofVirtual().name("room").unstarted(this::run);
    mailbox = new Mailbox(thread);
  }

  void start() {
    thread.start();
  }

  Posted post(Letter letter) {
    return mailbox.post(letter);
  }

  /// What is true of the room, if it has been read from the journal.
  Optional<RoomState> state() {
    return Optional.ofNullable(room).map(Room::state);
  }

  /// Takes no more letters, does what those that wait ask for, writes the state down and ends.
  void stop() throws InterruptedException {
    stopping = true;
    mailbox.wake();
    thread.join();
  }

  /// Sends everybody to the region in which the room lives now, and ends.
  void depart(String region) {
    destination = Optional.of(region);
    mailbox.wake();
  }

  private void run() {
    around.meter().opened();
    try {
      var history = around.journal().find(id);
      if (history.isPresent()) {
        keep(history.get());
      } else {
        LOG.warn("somebody came for a room that does not exist");
        refuse(mailbox.close());
      }
    } catch (RuntimeException e) {
      LOG.error("room failed and will be read from the journal anew", e);
      refuse(mailbox.close());
    } finally {
      ended.accept(this);
      around.meter().closed();
    }
  }

  private void keep(History history) {
    var kept = Room.open(history, around, keptBefore, this::hear);
    room = kept;
    try {
      while (!stopping && destination.isEmpty() && !(kept.isIdle() && mailbox.closeIfEmpty())) {
        kept.turn(mailbox.take(sleep(kept.due())));
      }
      if (destination.isPresent()) {
        kept.sendTo(destination.get());
        mailbox.close().forEach(letter -> letter.close(CloseCode.MOVED));
        return;
      }
      if (stopping) {
        kept.turn(mailbox.close());
      }
      kept.putAway();
    } catch (RuntimeException e) {
      kept.closeAll(CloseCode.FAILED);
      throw e;
    }
  }

  /// When too much waits already, it is forgotten: the journal will tell it again.
  private void hear(News news) {
    var _ = mailbox.post(new Letter.Heard(news));
  }

  private Duration sleep(Instant due) {
    var left = around.time().until(due);
    return left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP;
  }

  private static void refuse(List<Letter> letters) {
    letters.forEach(letter -> letter.close(CloseCode.FAILED));
  }
}
