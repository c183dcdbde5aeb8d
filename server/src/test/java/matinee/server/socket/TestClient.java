package matinee.server.socket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import matinee.room.CommandId;
import matinee.room.Wish;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.Condition;
import matinee.wire.Decoded;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Vitals;

/// A client with manners: reads all the time, and keeps what it was told for a test to look at.
final class TestClient implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final String ENDED = "";

  private final RawSocket socket;
  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final CompletableFuture<RawSocket.Frame> end = new CompletableFuture<>();
  private volatile long revision;

  TestClient(RawSocket socket) {
    this.socket = socket;
    Thread.ofVirtual().start(this::run);
  }

  private void run() {
    try {
      for (var next = socket.read(); next.isPresent(); next = socket.read()) {
        var frame = next.get();
        switch (frame.opcode()) {
          case 1 -> texts.add(frame.text());
          case 8 -> end.complete(frame);
          default -> {}
        }
      }
      end.completeExceptionally(new IOException("ended without a close frame"));
    } catch (IOException e) {
      end.completeExceptionally(e);
    } finally {
      texts.add(ENDED);
    }
  }

  void send(ClientMessage message) throws IOException {
    sendText(ClientMessages.encode(message));
  }

  void sendText(String text) throws IOException {
    socket.sendText(text);
  }

  /// Enters and waits for the snapshot, whose revision counts as seen from now on.
  ServerMessage.Snapshot enter() throws Exception {
    send(new ClientMessage.Enter(Resume.Fresh.FRESH));
    var snapshot = await(ServerMessage.Snapshot.class);
    revision = snapshot.state().revision();
    return snapshot;
  }

  /// Sends `wish` as command `id`, having seen everything up to what was read last.
  void ask(String id, Wish wish) throws IOException {
    send(new ClientMessage.Request(new CommandId(id), revision, wish));
  }

  void heartbeat(double t0) throws IOException {
    send(new ClientMessage.Heartbeat(t0, Vitals.of(Condition.WATCHING)));
  }

  /// The next message of any kind, as text.
  String nextText() throws InterruptedException {
    var text = texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("nothing came within " + PATIENCE_SECONDS + " s");
    }
    if (text.equals(ENDED)) {
      throw new AssertionError("the connection has ended");
    }
    return text;
  }

  /// The next message of this `type`, as text; others are skipped.
  String awaitText(String type) throws InterruptedException {
    var text = nextText();
    while (!text.startsWith("{\"type\":\"" + type + "\"")) {
      text = nextText();
    }
    return text;
  }

  /// The next message of any kind.
  ServerMessage next() throws InterruptedException {
    var text = nextText();
    return switch (ServerMessages.decode(text)) {
      case Decoded.Value<ServerMessage>(var message) -> {
        if (message instanceof ServerMessage.Happened(var recorded)) {
          revision = recorded.revision();
        }
        yield message;
      }
      case Decoded.Malformed<ServerMessage>(var field, var reason) ->
          throw new AssertionError(field + " " + reason + " in " + text);
    };
  }

  /// The next message of this kind; others are skipped.
  <T extends ServerMessage> T await(Class<T> kind) throws InterruptedException {
    return await(kind, _ -> true);
  }

  <T extends ServerMessage> T await(Class<T> kind, Predicate<T> fits) throws InterruptedException {
    while (true) {
      var message = next();
      if (kind.isInstance(message) && fits.test(kind.cast(message))) {
        return kind.cast(message);
      }
    }
  }

  /// Everything that comes until the answer to a heartbeat: what had been sent before it, that is.
  List<ServerMessage> untilNow() throws Exception {
    double mark = System.nanoTime() % 1_000_000;
    heartbeat(mark);
    var messages = new ArrayList<ServerMessage>();
    while (true) {
      var message = next();
      if (message instanceof ServerMessage.HeartbeatAnswer(double t0, _, _) && t0 == mark) {
        return messages;
      }
      messages.add(message);
    }
  }

  /// The close frame that ends the connection.
  RawSocket.Frame end() throws Exception {
    return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /// The close code that ends the connection.
  int closeCode() throws Exception {
    return end().closeCode();
  }

  RawSocket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
