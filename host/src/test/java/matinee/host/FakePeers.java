package matinee.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import matinee.room.CommandId;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.room.Wish;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.CloseCode;
import matinee.wire.Condition;
import matinee.wire.Decoded;
import matinee.wire.Replica;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Vitals;

/// A keeper and those who are connected to it, on virtual time: what each of them has received,
/// what it knows of the room by that, and why its connection was closed. A peer is called as its
/// member is.
final class FakePeers {
  static final double START_MS = 1_800_000_000_000.25;

  private final Keeper keeper;
  private final Map<String, Replica> replicas = new HashMap<>();
  private final Map<String, List<ServerMessage>> received = new HashMap<>();
  private final Map<String, CloseCode> closed = new HashMap<>();
  private double nowMs;

  /// Of a keeper that begins with a room in `state` at `nowMs`.
  FakePeers(String epoch, RoomState state, double nowMs) {
    this.nowMs = nowMs;
    keeper = new Keeper(epoch, state, nowMs);
  }

  static FakePeers newRoom() {
    return new FakePeers("first", RoomState.NEW, START_MS);
  }

  Keeper keeper() {
    return keeper;
  }

  RoomState state() {
    return keeper.state();
  }

  double nowMs() {
    return nowMs;
  }

  /// Connected and let in, knowing nothing of the room.
  FakePeers enters(String... peers) {
    for (var peer : peers) {
      opens(peer, peer);
      sends(peer, new ClientMessage.Enter(Resume.Fresh.FRESH));
    }
    return this;
  }

  /// `peer`, who is `member`, has a connection, and knows what `member` does.
  FakePeers opens(String peer, String member) {
    replicas.put(peer, replica(member));
    done(keeper.opened(peer, new MemberId(member), "Name of " + member, nowMs));
    return this;
  }

  FakePeers sends(String peer, ClientMessage message) {
    return sends(peer, ClientMessages.encode(message));
  }

  FakePeers sends(String peer, String frame) {
    done(keeper.received(peer, frame, nowMs));
    return this;
  }

  /// Wants `wish`, having seen all that it received.
  FakePeers asks(String peer, String id, Wish wish) {
    return sends(peer, request(peer, id, wish));
  }

  ClientMessage.Request request(String peer, String id, Wish wish) {
    return new ClientMessage.Request(new CommandId(id), replica(peer).state().revision(), wish);
  }

  FakePeers beats(String peer) {
    return sends(peer, new ClientMessage.Heartbeat(0, Vitals.of(Condition.WATCHING)));
  }

  FakePeers vanishes(String peer) {
    done(keeper.closed(peer, nowMs));
    return this;
  }

  /// So much time passes, and the keeper does what becomes due meanwhile, when it does.
  FakePeers pass(double ms) {
    double untilMs = nowMs + ms;
    while (keeper.dueMs() <= untilMs) {
      nowMs = Math.max(nowMs, keeper.dueMs());
      done(keeper.due(nowMs));
    }
    nowMs = untilMs;
    return this;
  }

  private void done(List<Effect> effects) {
    for (var effect : effects) {
      switch (effect) {
        case Effect.Send(var peer, var text) -> hear(peer, text);
        case Effect.Answer(var peer, var text) -> hear(peer, text);
        case Effect.Pass(var peer, var text) -> hear(peer, text);
        case Effect.Close(var peer, var code) -> closed.put(peer, code);
      }
    }
  }

  private void hear(String peer, String text) {
    if (!(ServerMessages.decode(text) instanceof Decoded.Value<ServerMessage>(var message))) {
      throw new AssertionError("no message: " + text);
    }
    received.computeIfAbsent(peer, _ -> new ArrayList<>()).add(message);
    var taken = replica(peer).apply(message);
    if (taken == Replica.Taken.GAP) {
      throw new AssertionError(peer + " misses what comes before " + text);
    }
  }

  /// What `peer` has received since the last time this was asked.
  List<ServerMessage> received(String peer) {
    var messages = received.remove(peer);
    return messages == null ? List.of() : messages;
  }

  /// The room as `peer` knows it; nothing, if it has heard nothing.
  Replica replica(String peer) {
    return replicas.computeIfAbsent(peer, _ -> new Replica());
  }

  /// With which code the connection of `peer` was closed; throws if it was not.
  CloseCode closed(String peer) {
    var code = closed.get(peer);
    if (code == null) {
      throw new AssertionError(peer + " is connected");
    }
    return code;
  }

  boolean isClosed(String peer) {
    return closed.containsKey(peer);
  }
}
