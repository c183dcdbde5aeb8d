package matinee.server.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import matinee.server.accounts.DeviceId;
import matinee.server.accounts.SignedIn;
import matinee.server.people.NewsDesk;
import matinee.server.whereabouts.Sighting;
import matinee.server.whereabouts.Whereabouts;

/// The streams by which pages hear that something is new for their person, or that it is another
/// friend who is here: server-sent events (the HTML standard, section 9.2), the first of nothing
/// but a number, the second of nothing.
///
/// There is no queue: a page that does not read gets what is newest when it reads again. A stream
/// ends within two seconds after its device was signed out, on whichever server. An account has
/// eight of them here at most, all together 5,000. Safe for use by any thread.
final class NewsStreams implements AutoCloseable {
  static final int OF_ACCOUNT = 8;

  private static final int IN_ALL = 5_000;
  private static final long ALIVE_MS = 20_000;
  private static final long NOTHING = -1;

  private final Vertx vertx;
  private final NewsDesk desk;
  private final Whereabouts whereabouts;
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();

  NewsStreams(Vertx vertx, NewsDesk desk, Whereabouts whereabouts) {
    this.vertx = vertx;
    this.desk = desk;
    this.whereabouts = whereabouts;
    whereabouts.see(this::here);
  }

  /// Whoever listens is here.
  private Set<Sighting> here() {
    return open.stream()
        .map(it -> new Sighting(it.who.account().id(), Optional.empty()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Takes a place for a stream of `who`, before anything is answered on `loop`; blocks. Throws
  /// [Refusal] if there is none.
  Stream take(SignedIn who, Context loop, HttpServerResponse response) {
    var stream = new Stream(who, loop, response);
    open.add(stream);
    if (open.size() > IN_ALL) {
      open.remove(stream);
      throw new Refusal(Problem.busy());
    }
    if (open.stream().filter(it -> it.isOf(who)).count() > OF_ACCOUNT) {
      open.remove(stream);
      throw new Refusal(TOO_MANY);
    }
    stream.listen();
    return stream;
  }

  /// Ends the streams of devices whose sessions have `ended`.
  void end(Set<DeviceId> ended) {
    open.stream().filter(it -> ended.contains(it.who.device())).forEach(Stream::end);
  }

  /// Ends all of them; pages come back elsewhere.
  @Override
  public void close() {
    open.forEach(Stream::end);
  }

  /// One page's stream. What it sends goes out on the event loop of its connection.
  final class Stream {
    private final SignedIn who;
    private final HttpServerResponse response;
    private final Context loop;
    private final AtomicLong newest = new AtomicLong(NOTHING);
    private final AtomicBoolean isOfFriends = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Runnable deaf = () -> {};

    private Stream(SignedIn who, Context loop, HttpServerResponse response) {
      this.who = who;
      this.loop = loop;
      this.response = response;
    }

    private boolean isOf(SignedIn other) {
      return who.account().id().equals(other.account().id());
    }

    private void listen() {
      var account = who.account().id();
      var deafToFriends = whereabouts.listen(account, this::tellOfFriends);
      var deafToNews = desk.listen(account, this::tell);
      deaf =
          () -> {
            deafToFriends.run();
            deafToNews.run();
          };
    }

    /// Begins the answer. On the request's event loop.
    void begin() {
      if (response.closed()) {
        forget(0);
        return;
      }
      response
          .setChunked(true)
          .putHeader("Content-Type", "text/event-stream")
          .putHeader("Cache-Control", "no-store")
          .putHeader("X-Accel-Buffering", "no");
      long alive = vertx.setPeriodic(ALIVE_MS, _ -> write(":\n\n"));
      response.closeHandler(_ -> forget(alive));
      response.endHandler(_ -> forget(alive));
      response.exceptionHandler(_ -> forget(alive));
      response.drainHandler(_ -> sendNewest());
      begun.set(true);
      sendNewest();
    }

    private void forget(long alive) {
      vertx.cancelTimer(alive);
      deaf.run();
      open.remove(this);
    }

    private void tell(long number) {
      newest.set(number);
      loop.runOnContext(_ -> sendNewest());
    }

    private void tellOfFriends() {
      isOfFriends.set(true);
      loop.runOnContext(_ -> sendNewest());
    }

    private void sendNewest() {
      if (begun.get() && !response.writeQueueFull()) {
        if (isOfFriends.getAndSet(false)) {
          write("event: friends\ndata:\n\n");
        }
        long number = newest.getAndSet(NOTHING);
        if (number != NOTHING) {
          write("id: %d\ndata: {\"news\":%<d}\n\n".formatted(number));
        }
      }
    }

    private void write(String text) {
      if (!response.ended() && !response.closed() && !response.writeQueueFull()) {
        var _ = response.write(text);
      }
    }

    private void end() {
      loop.runOnContext(
          _ -> {
            if (begun.get() && !response.ended() && !response.closed()) {
              var _ = response.end();
            }
          });
    }
  }

  private static final Problem TOO_MANY =
      new Problem(
              429,
              "too-many-streams",
              "Too many pages of yours listen here already.",
              "Close some of them; %d listen at most.".formatted(OF_ACCOUNT))
          .after(Duration.ofSeconds(10));
}
