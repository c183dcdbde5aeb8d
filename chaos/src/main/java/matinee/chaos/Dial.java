package matinee.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import matinee.room.MemberId;
import org.jspecify.annotations.Nullable;

/// One try of a client to get in: a ticket at one door, then the socket at the same or another.
/// [#send] and [#drop] belong to the client's thread.
final class Dial implements WebSocket.Listener {
  private static final int CREATED = 201;
  private static final int STOPPING = 1001;
  private static final int BROKEN = 1006;
  private static final int OVERLOADED = 1013;

  private final Doors doors;
  private final URI office;
  private final URI door;
  private final Ear ear;
  private final StringBuilder part = new StringBuilder();
  private Optional<WebSocket> socket = Optional.empty();
  private CompletableFuture<?> sending = CompletableFuture.completedFuture("");
  private volatile boolean dropped;

  /// Told what comes of it, by threads of the network.
  interface Ear {
    /// A ticket was given to `member`, who gets the next by `pass`.
    void took(Dial from, MemberId member, String pass);

    /// The socket is open; `ready` is to be run by the client's thread, before it sends.
    void opened(Dial from, Runnable ready);

    /// A message has come; the next comes when `next` has been run.
    void received(Dial from, String text, Runnable next);

    /// It has ended, or failed.
    void closed(Dial from, int code, String reason);

    /// An HTTP request was answered.
    void answered(String path, int status);
  }

  Dial(Doors doors, URI office, URI door, Ear ear) {
    this.doors = doors;
    this.office = office;
    this.door = door;
    this.ear = ear;
  }

  /// Sets out for `room` on behalf of somebody at `address`, who has `pass` if it was there before.
  void begin(String room, String pass, String address) {
    Thread.ofVirtual().start(() -> run(room, pass, address));
  }

  private void run(String room, String pass, String address) {
    var path = "/api/rooms/" + room + "/tickets";
    var known = pass.isEmpty() ? "" : ",\"pass\":\"" + pass + "\"";
    try {
      var reply = doors.post(office, path, "{\"name\":\"Somebody\"" + known + "}", address);
      ear.answered(path, reply.status());
      if (reply.status() == CREATED) {
        ear.took(this, new MemberId(reply.field("member")), reply.field("pass"));
        open(reply.field("ticket"));
      } else {
        var after = reply.retryAfter().map(it -> "retry-after-ms=" + it.toMillis());
        ear.closed(
            this, after.isPresent() ? STOPPING : OVERLOADED, after.orElse("" + reply.status()));
      }
    } catch (IOException e) {
      ear.closed(this, BROKEN, e.toString());
    }
  }

  private void open(String ticket) {
    doors
        .open(door, ticket, this)
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                ear.closed(this, BROKEN, failure.toString());
              }
            });
  }

  @Override
  public void onOpen(WebSocket opened) {
    ear.opened(
        this,
        () -> {
          socket = Optional.of(opened);
          opened.request(1);
        });
    if (dropped) {
      opened.abort();
    }
  }

  @Override
  public @Nullable CompletableFuture<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      var text = part.toString();
      part.setLength(0);
      ear.received(this, text, () -> from.request(1));
    } else {
      from.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletableFuture<?> onClose(WebSocket from, int code, String reason) {
    ear.closed(this, code, reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    ear.closed(this, BROKEN, error.toString());
  }

  /// Sends one message after those before it; none when the connection is broken.
  void send(String text) {
    socket.ifPresent(to -> sending = sending.thenCompose(_ -> to.sendText(text, true)));
  }

  /// Breaks it off.
  void drop() {
    dropped = true;
    socket.ifPresent(WebSocket::abort);
  }

  @Override
  public String toString() {
    return door.toString();
  }
}
