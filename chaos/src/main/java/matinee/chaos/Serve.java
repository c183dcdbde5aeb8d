package matinee.chaos;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// `./dev cluster`: PostgreSQL, Redis (none with `--redis no`, three with `--redis cluster`), nodes
/// and a load balancer before them, until Ctrl-C. What they keep is in `--data`.
public final class Serve {
  private static final int PORT = 8_080;

  private Serve() {}

  public static void main(String[] arguments) throws Exception {
    var given = Arguments.parse(arguments, Set.of("nodes", "redis", "data", "port"));
    var folder = Path.of(given.text("data", "chaos/target/cluster")).toAbsolutePath();
    int port = (int) given.number("port", PORT);
    var shape =
        new Shape(
            (int) given.number("nodes", 3),
            Shape.Carrier.of(given, Shape.Carrier.REDIS),
            Shape.Storage.FOLDER,
            OptionalInt.of(port),
            folder,
            1,
            Arguments.flags());
    System.out.println("starting; logs and data are in " + folder);
    var cluster = Cluster.start(shape);
    System.out.printf("%n  open        http://localhost:%d%n%n", port);
    for (var node : cluster.nodes()) {
      var listens = node.listens();
      System.out.printf(
          "  %-10s  http://localhost:%d, sockets at %d, process %d%n",
          node.name(), listens.http(), listens.sync(), node.process().pid());
    }
    System.out.printf("  PostgreSQL  %s%n", Postgres.address(cluster.postgres().port()));
    for (var server : cluster.redis().all()) {
      System.out.printf(
          "  Redis       redis://127.0.0.1:%d, process %d%n",
          server.port(), server.process().pid());
    }
    System.out.printf("%nCtrl-C ends all of it.%n");
    new CountDownLatch(1).await();
  }
}
