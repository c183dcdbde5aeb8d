package matinee.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import matinee.room.Length;
import matinee.room.Moment;
import matinee.room.Playback;
import matinee.room.Timeline;

/// A room on virtual time: applies what is wished as the rules of playback say (PB3 to PB6) and
/// tells the clients.
final class FakeRoom {
  static final long EPOCH_MS = 1_790_000_000_000L;

  private final VirtualTime time;
  private final RandomGenerator chance;
  private Length length;
  private final double worstRoundTripMs;
  private final List<FakeClient> clients = new ArrayList<>();
  private Playback playback = new Playback.Paused(0, 1);

  FakeRoom(VirtualTime time, RandomGenerator chance, long lengthMs, double worstRoundTripMs) {
    this.time = time;
    this.chance = chance;
    this.length = new Length.Known(lengthMs);
    this.worstRoundTripMs = worstRoundTripMs;
  }

  static double roomTimeOf(double trueMs) {
    return EPOCH_MS + trueMs;
  }

  Playback playback() {
    return playback;
  }

  /// Where the room's line truly is.
  TargetLine line() {
    return TargetLine.of(playback, length);
  }

  void join(FakeClient client) {
    clients.add(client);
    tell(client);
  }

  /// The answer to a probe, with room time not rounded.
  double roomTimeMs() {
    return roomTimeOf(time.nowMs());
  }

  /// The media is a stream that is still going on.
  void becomeLive() {
    length = Length.Unknown.UNKNOWN;
    clients.forEach(this::tell);
  }

  void play() {
    become(
        new Playback.Playing(new Timeline(effect(), playback.positionAt(now()), playback.rate())));
  }

  void pause() {
    become(new Playback.Paused(playback.positionAt(now()), playback.rate()));
  }

  void seek(long toMs) {
    become(
        switch (playback) {
          case Playback.Playing(var line) ->
              new Playback.Playing(new Timeline(effect(), toMs, line.rate()));
          case Playback.Paused(_, double rate) -> new Playback.Paused(toMs, rate);
          case Playback.Waiting waiting -> waiting;
        });
  }

  void setRate(double rate) {
    become(
        switch (playback) {
          case Playback.Playing(var line) ->
              new Playback.Playing(new Timeline(effect(), line.positionAt(effect()), rate));
          case Playback.Paused(long at, _) -> new Playback.Paused(at, rate);
          case Playback.Waiting waiting -> waiting;
        });
  }

  private void become(Playback next) {
    playback = next;
    clients.forEach(this::tell);
  }

  private void tell(FakeClient client) {
    var told = playback;
    double arrivalMs = client.down().arrivalOf(time.nowMs(), chance);
    time.at(arrivalMs, () -> client.hear(told, length));
  }

  private Instant effect() {
    return now().plus(Moment.leadFor(Duration.ofMillis((long) worstRoundTripMs)));
  }

  private Instant now() {
    return Instant.ofEpochMilli(Math.round(roomTimeMs()));
  }
}
