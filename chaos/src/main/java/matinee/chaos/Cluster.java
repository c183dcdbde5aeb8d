package matinee.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Real processes on loopback: PostgreSQL, Redis and a load balancer where wanted, and nodes.
/// Everything it has started ends with [#close].
final class Cluster implements AutoCloseable {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Optional<Image> image;
  private final Postgres postgres;
  private final RedisServers redis;
  private final List<Node> nodes = new ArrayList<>();
  private final Storm storm = keep(new Storm(1_000));
  private final Slow slow = keep(new Slow());
  private final Optional<HaProxy> balancer;

  private Cluster(Shape shape) throws IOException, SQLException {
    try {
      Files.createDirectories(shape.folder());
      image =
          shape.storage() == Shape.Storage.IMAGE
              ? Optional.of(keep(Image.make(shape.folder())))
              : Optional.empty();
      postgres = keep(postgres(shape));
      redis = keep(new RedisServers(shape));
      startNodes(shape);
      balancer =
          shape.balancer().isPresent()
              ? Optional.of(
                  keep(HaProxy.before(nodes, shape.balancer().getAsInt(), shape.folder())))
              : Optional.empty();
    } catch (IOException | SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Postgres postgres(Shape shape) throws IOException, SQLException {
    return switch (shape.storage()) {
      case FOLDER -> new Postgres(shape.folder(), Optional.empty());
      case SMALL_DISK -> new Postgres(shape.folder(), Optional.of(keep(Disk.mount())));
      case IMAGE -> Postgres.on(shape.folder().resolve("data", "postgres"), shape.folder());
    };
  }

  /// All at once: none of them waits for another to prepare the database (D-05).
  private void startNodes(Shape shape) throws IOException {
    var starting = new ArrayList<CompletableFuture<Node>>();
    for (int i = 1; i <= shape.nodes(); i++) {
      var name = "node" + i;
      starting.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return keep(Node.start(name, shape, postgres.port(), redis));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              Thread::startVirtualThread));
    }
    for (var node : starting) {
      try {
        nodes.add(node.join());
      } catch (CompletionException e) {
        var all = starting.toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(all).handle((_, failure) -> failure).join();
        throw new IOException(e.getCause());
      }
    }
  }

  /// Starts everything, and returns when all nodes answer. It ends with this process at the latest.
  static Cluster start(Shape shape) throws IOException, SQLException {
    var cluster = new Cluster(shape);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(cluster::close));
    return cluster;
  }

  /// Ends `part` together with the cluster.
  synchronized <T extends AutoCloseable> T keep(T part) {
    started.push(part);
    return part;
  }

  Postgres postgres() {
    return postgres;
  }

  /// What database and films are on, where that can be copied.
  Optional<Image> image() {
    return image;
  }

  /// Nobody who writes anything does anything any more: neither the nodes nor the database.
  void freeze() throws IOException {
    nodes.forEach(node -> node.process().freeze());
    postgres.freeze();
  }

  void thaw() throws IOException {
    postgres.thaw();
    nodes.forEach(node -> node.process().thaw());
  }

  RedisServers redis() {
    return redis;
  }

  /// Strangers who knock without a pause, when they are let loose.
  Storm storm() {
    return storm;
  }

  /// Connections that are slow on purpose, once they are begun.
  Slow slow() {
    return slow;
  }

  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /// Where clients reach the nodes: each by itself, or all through the load balancer.
  List<URI> doors() {
    return balancer
        .map(it -> List.of(it.door()))
        .orElseGet(() -> nodes.stream().map(Node::door).toList());
  }

  /// Ends what was started last first. What cannot be ended is left to the others' turn.
  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        System.err.println("could not end a part of the cluster: " + e);
      }
    }
  }
}
