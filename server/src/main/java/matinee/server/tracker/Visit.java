package matinee.server.tracker;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One socket at the tracker, from its beginning to its end. It speaks for one peer (TR5). Belongs
/// to the thread that hears its messages, but for [#isIdle] and [#end].
public final class Visit {
  /// How many messages it may send in a second.
  static final int PER_SECOND = 50;

  /// For how long it may announce nothing.
  static final Duration IDLE = Duration.ofSeconds(60);

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Tracker tracker;
  private final Outlet outlet;
  private final Set<InfoHash> joined = new HashSet<>();
  private @Nullable Binary self;
  private volatile boolean over;
  private long second;
  private int heard;
  private volatile long activeAt;

  Visit(Tracker tracker, Outlet outlet) {
    this.tracker = tracker;
    this.outlet = outlet;
    second = tracker.nanoTime();
    activeAt = second;
  }

  /// Hears one message of text.
  public void hear(String message) {
    if (over) {
      return;
    }
    if (isTooFast()) {
      end(Ending.TOO_FAST);
      return;
    }
    try {
      attend(Reading.read(message));
    } catch (IllegalArgumentException e) {
      say(Told.failure(Optional.empty(), String.valueOf(e.getMessage())));
      end(Ending.MALFORMED);
    }
  }

  private boolean isTooFast() {
    long now = tracker.nanoTime();
    if (now - second >= SECOND) {
      second = now;
      heard = 0;
    }
    return ++heard > PER_SECOND;
  }

  private void attend(Asked asked) {
    if (tracker.swarms().areFresh(asked.hashes())) {
      answer(asked);
      return;
    }
    boolean asks =
        outlet.ask(
            () -> tracker.swarms().areGood(asked.hashes()),
            good -> {
              if (over) {
                return;
              }
              if (good) {
                answer(asked);
              } else {
                refuse(asked, Ending.UNKNOWN_HASH);
              }
            });
    if (!asks) {
      refuse(asked, Ending.BUSY);
    }
  }

  private void answer(Asked asked) {
    switch (asked) {
      case Asked.Announce announce when isSelf(announce.peer()) -> announce(announce);
      case Asked.Answer answer when isSelf(answer.peer()) -> passOn(answer);
      case Asked.Announce _, Asked.Answer _ -> refuse(asked, Ending.OTHER_PEER);
      case Asked.Scrape(var hashes) -> scrape(hashes);
    }
  }

  private boolean isSelf(Binary peer) {
    if (self == null) {
      self = peer;
    }
    return peer.equals(self);
  }

  private void announce(Asked.Announce announce) {
    var hash = announce.hash();
    var swarm = tracker.swarms().find(hash);
    if (swarm.isEmpty()) {
      refuse(announce, Ending.UNKNOWN_HASH);
      return;
    }
    activeAt = tracker.nanoTime();
    tracker.meter().announced();
    if (announce.stopped()) {
      swarm.get().leave(announce.peer(), outlet);
      joined.remove(hash);
      say(Told.counts(hash, swarm.get().count()));
      return;
    }
    var refusal = swarm.get().join(announce.peer(), outlet, announce.complete());
    if (refusal.isPresent()) {
      say(Told.failure(Optional.of(hash), refusal.get()));
      return;
    }
    joined.add(hash);
    say(Told.counts(hash, swarm.get().count()));
    offer(announce, swarm.get());
  }

  private void offer(Asked.Announce announce, Swarm swarm) {
    var offers = announce.offers();
    int most = Math.min(announce.wanted(), offers.size());
    var others = swarm.others(announce.peer(), most, tracker.chance());
    for (int i = 0; i < others.size(); i++) {
      var text = Told.offer(announce.hash(), announce.peer(), offers.get(i));
      tracker.send(announce.hash(), others.get(i), text);
    }
  }

  /// To a peer that is not there, or to itself, nothing goes.
  private void passOn(Asked.Answer answer) {
    activeAt = tracker.nanoTime();
    var swarm = tracker.swarms().find(answer.hash());
    if (swarm.isEmpty() || !swarm.get().has(answer.peer(), outlet)) {
      say(Told.failure(Optional.of(answer.hash()), "announce yourself first"));
      return;
    }
    if (!answer.to().equals(answer.peer())) {
      var text = Told.answer(answer.hash(), answer.peer(), answer.answer());
      swarm
          .get()
          .find(answer.to())
          .ifPresent(at -> tracker.send(answer.hash(), new Swarm.Found(answer.to(), at), text));
    }
  }

  private void scrape(List<InfoHash> hashes) {
    var counts = new LinkedHashMap<InfoHash, Swarm.Count>();
    for (var hash : hashes) {
      tracker.swarms().find(hash).ifPresent(it -> counts.put(hash, it.count()));
    }
    say(Told.scraped(counts));
  }

  private void refuse(Asked asked, Ending why) {
    say(Told.failure(Optional.of(asked.hashes().getFirst()), why.reason()));
    end(why);
  }

  private void say(String text) {
    if (!outlet.send(text)) {
      end(Ending.SLOW_READER);
    }
  }

  /// Cuts the socket.
  public void end(Ending why) {
    over = true;
    tracker.cut(outlet, why);
  }

  /// Has it announced nothing for too long?
  boolean isIdle(long now) {
    return !over && now - activeAt >= IDLE.toNanos();
  }

  Outlet outlet() {
    return outlet;
  }

  /// Its socket has ended.
  public void leave() {
    over = true;
    var peer = self;
    if (peer != null) {
      joined.forEach(hash -> tracker.swarms().find(hash).ifPresent(it -> it.leave(peer, outlet)));
    }
    tracker.leave(this);
  }
}
