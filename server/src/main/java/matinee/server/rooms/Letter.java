package matinee.server.rooms;

import java.util.Optional;
import matinee.room.Available;
import matinee.room.Command;
import matinee.room.CommandId;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.Playback;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Wish;
import matinee.server.bus.News;
import matinee.wire.ClientMessage;
import matinee.wire.CloseCode;
import matinee.wire.Resume;
import matinee.wire.Signal;
import matinee.wire.Vitals;

/// What a room has to be told.
public sealed interface Letter {

  /// What a connection has to tell its room.
  sealed interface OfConnection extends Letter {

    /// Who wrote it.
    Connection from();

    @Override
    default void close(CloseCode code) {
      from().outbox().close(code);
    }
  }

  /// The letter cannot be answered: who wrote it is sent away.
  void close(CloseCode code);

  /// Up to which revision who wrote it knows the history that is called `epoch`.
  default long seen(String epoch) {
    return 0;
  }

  /// Let me in (EN2).
  record Enter(Connection from, Resume resume) implements OfConnection {
    @Override
    public long seen(String epoch) {
      return resume instanceof Resume.From(var known, long revision) && known.equals(epoch)
          ? revision
          : 0;
    }
  }

  /// I want something (CO1). It came in at room time `receivedMs`.
  record Ask(Connection from, ClientMessage.Request request, double receivedMs)
      implements OfConnection {
    @Override
    public long seen(String epoch) {
      return request.seen();
    }

    Command.Ask command() {
      return new Command.Ask(
          request.id(),
          from.member(),
          from.entrant().device(),
          request.seen(),
          request.again(),
          request.wish());
    }
  }

  /// My player is like this.
  record Report(Connection from, Vitals vitals) implements OfConnection {}

  /// Show this to the others for a moment (SI1).
  record Signalled(Connection from, Signal signal) implements OfConnection {}

  /// I go and do not come back (ME4).
  record Leave(Connection from) implements OfConnection {}

  /// I am closed.
  record Gone(Connection from) implements OfConnection {}

  /// It was planned that `media`, called `title`, begins now: what the host would wish for that is
  /// wished in the host's name, so that nobody else's rights are asked, as far as the room is not
  /// there yet. `id` is that of the last wish, after which it has begun: written once more, nothing
  /// comes of the letter (ID1).
  record Begin(CommandId id, MediaRef media, String title) implements Letter {

    /// What is wished next of a room in `state`, if anybody is there.
    Optional<Command> next(RoomState state) {
      boolean begun = state.answered().answers().stream().anyMatch(it -> it.command().equals(id));
      return begun
          ? Optional.empty()
          : state.members().stream()
              .filter(Member::isHost)
              .findFirst()
              .map(host -> ask(host, state));
    }

    private Command ask(Member host, RoomState state) {
      return switch (state.stage()) {
        case Stage.Loaded loaded when loaded.media().ref().equals(media) ->
            isAtItsStart(loaded)
                ? wish(id, host, state, new Wish.Play())
                : loaded.playback() instanceof Playback.Paused
                    ? wish(step("seek", state), host, state, new Wish.Seek(0))
                    : wish(id, host, state, new Wish.Seek(0));
        case Stage.Loaded _, Stage.Idle _ ->
            wish(
                step("load", state),
                host,
                state,
                new Wish.Load(new Media(media, title, Length.Unknown.UNKNOWN)));
      };
    }

    private static boolean isAtItsStart(Stage.Loaded loaded) {
      return loaded.playback() instanceof Playback.Paused(long positionMs, double _)
          && positionMs == 0;
    }

    /// A wish on the way to the last one, which may be wanted again when somebody comes between.
    private CommandId step(String what, RoomState state) {
      return CommandId.planned("step-%s-%d".formatted(what, state.revision()));
    }

    private static Command wish(CommandId id, Member host, RoomState state, Wish wish) {
      return new Command.Ask(id, host.id(), state.revision(), wish);
    }

    @Override
    public void close(CloseCode code) {}
  }

  /// Of the uploaded `film` there is so much now (UP1); nothing is left of it, and it will not
  /// come, if `available` is empty (UP4).
  record Supplied(MediaRef.Upload film, Optional<Available> available) implements Letter {

    Command command() {
      return available
          .<Command>map(it -> new Command.Grow(film, it))
          .orElseGet(() -> new Command.Vanish(film));
    }

    @Override
    public void close(CloseCode code) {}
  }

  /// This is new from other servers.
  record Heard(News news) implements Letter {
    @Override
    public void close(CloseCode code) {}
  }
}
