package matinee.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// A port of our own before the port of a server: what passes is subject to the [Weather], and can
/// be cut. Safe for use by any thread.
final class Relay implements AutoCloseable {
  private static final int BACKLOG = 1_024;
  private static final int CONNECT_MS = 5_000;
  private static final Down PLAIN = (from, _) -> Source.plain(from);

  private final String name;
  private final int target;
  private final long seed;
  private final Down down;
  private final Thread.Builder threads;
  private final ServerSocket door;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong broken = new AtomicLong();
  private volatile Weather weather = Weather.FAIR;
  private volatile boolean cut;

  /// How what comes down from the server is read.
  interface Down {
    Source read(InputStream from, RandomGenerator chance);
  }

  /// One to the server on the loopback port `target`, for thousands of connections.
  static Relay ofMany(String name, int target, long seed) throws IOException {
    return new Relay(name, target, seed, PLAIN, Thread.ofVirtual());
  }

  /// One for some connections, which do not wait for the thousands of clients that share the
  /// carriers of virtual threads.
  static Relay ofFew(String name, int target, long seed) throws IOException {
    return ofFew(name, target, seed, PLAIN);
  }

  static Relay ofFew(String name, int target, long seed, Down down) throws IOException {
    return new Relay(name, target, seed, down, Thread.ofPlatform().daemon());
  }

  private Relay(String name, int target, long seed, Down down, Thread.Builder threads)
      throws IOException {
    this.name = name;
    this.target = target;
    this.seed = seed;
    this.down = down;
    this.threads = threads;
    door = Ports.listen(BACKLOG);
    Thread.ofPlatform().daemon().name("relay " + name).start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void weather(Weather next) {
    weather = next;
  }

  /// Breaks every connection, and those that are tried, until [#mend].
  void cut() {
    cut = true;
    breakAll();
  }

  /// What [#cut] and [#weather] did is over.
  void mend() {
    cut = false;
    weather = Weather.FAIR;
  }

  /// Breaks the connections that there are. Returns how many.
  int breakAll() {
    var now = List.copyOf(links);
    now.forEach(Link::reset);
    return now.size();
  }

  /// How many connections have been broken by it.
  long broken() {
    return broken.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        Thread.ofVirtual().start(() -> carry(client));
      } catch (IOException _) {
        // closed, or the client has gone already
      }
    }
  }

  private void carry(Socket client) {
    var server = new Socket();
    var link = new Link(client, server);
    try {
      if (cut) {
        throw new IOException("cut");
      }
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      links.add(link);
      link.begin();
      if (cut) {
        link.reset();
      }
    } catch (IOException _) {
      link.reset();
    }
  }

  /// One connection that passes through.
  private final class Link implements Pipe.Ends {
    private final Socket client;
    private final Socket server;
    private final AtomicInteger drained = new AtomicInteger();

    private Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    private void begin() throws IOException {
      var number = numbers.incrementAndGet();
      var upChance = Chance.of(seed, name + " up " + number);
      var downChance = Chance.of(seed, name + " down " + number);
      var up = Source.plain(client.getInputStream());
      var back = down.read(server.getInputStream(), downChance);
      new Pipe(up, server, Weather.Direction.UP, () -> weather, upChance, this).begin(threads);
      new Pipe(back, client, Weather.Direction.DOWN, () -> weather, downChance, this)
          .begin(threads);
    }

    @Override
    public void drained() {
      if (drained.incrementAndGet() == 2) {
        forget();
        close(client);
        close(server);
      }
    }

    @Override
    public void broken() {
      reset();
    }

    /// Both ends are told at once.
    private void reset() {
      if (forget()) {
        broken.incrementAndGet();
      }
      for (var socket : List.of(client, server)) {
        try {
          socket.setSoLinger(true, 0);
        } catch (IOException _) {
          // closed already
        }
        close(socket);
      }
    }

    private boolean forget() {
      return links.remove(this);
    }

    private static void close(Socket socket) {
      try {
        socket.close();
      } catch (IOException _) {
        // nothing is left to be lost
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    breakAll();
  }
}
