package matinee.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.Resume;
import org.jspecify.annotations.Nullable;

/// 200 clients without manners: each asks for a ticket, comes in, breaks its connection off and
/// begins anew at once, whatever it is answered. They come from ever new addresses, as a botnet
/// does, and have rooms of their own.
final class Storm implements AutoCloseable {
  private static final int CLIENTS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String ENTER =
      ClientMessages.encode(new ClientMessage.Enter(Resume.Fresh.FRESH));

  /// Each room is visited by so many of them, one after the other.
  private final int visits;

  private final AtomicLong visited = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private Optional<Doors> doors = Optional.empty();
  private volatile boolean blows;

  Storm(int visits) {
    this.visits = visits;
  }

  /// Lets them loose on these doors, until [#end].
  void begin(List<URI> addresses) {
    visited.set(0);
    refused.set(0);
    var through = new Doors(addresses);
    doors = Optional.of(through);
    blows = true;
    for (int i = 0; i < CLIENTS; i++) {
      int number = i;
      var door = addresses.get(i % addresses.size());
      Thread.ofVirtual().start(() -> come(through, door, number));
    }
  }

  private void come(Doors through, URI door, int number) {
    var tickets = "";
    for (int i = 0; blows; i++) {
      var address = "10.%d.%d.%d".formatted(100 + number / 10, i / 250 % 250, i % 250 + 1);
      try {
        if (tickets.isEmpty() || i % visits == 0) {
          var made = through.post(door, "/api/rooms", "{}", address);
          tickets = "/api/rooms/" + made.field("room") + "/tickets";
        }
        var reply = through.post(door, tickets, "{\"name\":\"Rude\"}", address);
        visit(through, door, reply.field("ticket"));
        visited.incrementAndGet();
      } catch (IOException | CompletionException _) {
        refused.incrementAndGet();
      }
    }
  }

  private static void visit(Doors through, URI door, String ticket) {
    var inside = new CompletableFuture<Boolean>();
    var socket = through.open(door, ticket, new Ear(inside)).join();
    socket.sendText(ENTER, true).join();
    inside.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    socket.abort();
  }

  /// Waits for the first message.
  private record Ear(CompletableFuture<Boolean> inside) implements WebSocket.Listener {
    @Override
    public @Nullable CompletableFuture<?> onText(WebSocket from, CharSequence data, boolean last) {
      inside.complete(true);
      return null;
    }

    @Override
    public @Nullable CompletableFuture<?> onClose(WebSocket from, int code, String reason) {
      inside.complete(false);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      inside.complete(false);
    }
  }

  /// They come no more. Tells how often they did.
  String end() {
    close();
    return "%,d visits, and %,d that failed".formatted(visited.get(), refused.get());
  }

  @Override
  public void close() {
    blows = false;
    doors.ifPresent(Doors::close);
    doors = Optional.empty();
  }
}
