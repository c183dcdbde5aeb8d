package matinee.bench;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// `./dev bench kill ROOMS MEMBERS PORT PROCESS`: how soon everybody is back when one of several
/// servers is killed, such as those of `./dev cluster`, of which `PORT` is the load balancer's and
/// `PROCESS` the server that dies.
///
/// People come back by the rules of a page. Prints how long it took until all were in; then, when
/// everybody has lost the connection once before, of those who lose it by the kill, when they are
/// back, from the kill on.
public final class Kill {
  private static final int COMING_AT_ONCE = 64;
  private static final int BEAT_S = 10;
  private static final int TICK_MS = 5;
  private static final int SETTLE_S = 20;
  private static final int LIMIT_S = 120;
  private static final int REHEARSED_EVERY_MS = 8;

  private final EventLoop loop;
  private final List<Visitor> visitors = new ArrayList<>();

  private Kill(EventLoop loop) {
    this.loop = loop;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 5) {
      System.err.println("./dev bench kill ROOMS MEMBERS PORT PROCESS");
      System.exit(2);
    }
    int rooms = Integer.parseInt(arguments[1]);
    int members = Integer.parseInt(arguments[2]);
    int port = Integer.parseInt(arguments[3]);
    var victim = ProcessHandle.of(Long.parseLong(arguments[4])).orElseThrow();
    var group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    var kill = new Kill(group.next());
    long begun = System.nanoTime();
    kill.gather(new Target.Matinee(port, port), rooms, members);
    System.out.printf(
        Locale.ROOT,
        "all %,d in after %.1f s%n",
        rooms * members,
        (System.nanoTime() - begun) / 1e9);
    kill.rehearse();
    TimeUnit.SECONDS.sleep(SETTLE_S);
    kill.strike(victim);
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private void gather(Target.Matinee target, int rooms, int members)
      throws IOException, InterruptedException {
    var ids = new ArrayList<String>();
    for (int room = 0; room < rooms; room++) {
      ids.add(Http.field(Http.post(target.httpPort(), room, "/api/rooms", "{}"), "room"));
    }
    var chance = new SplittableRandom(1);
    for (int i = 0; i < rooms * members; i++) {
      visitors.add(new Visitor(loop, target, ids.get(i % rooms), i, chance.split()));
    }
    int slices = BEAT_S * 1_000 / TICK_MS;
    var turn = new int[1];
    var coming = new int[1];
    loop.scheduleAtFixedRate(
        () -> {
          var here = visitors.subList(0, coming[0]);
          here.forEach(Visitor::timer);
          for (int i = turn[0]; i < here.size(); i += slices) {
            here.get(i).beat();
          }
          turn[0] = (turn[0] + 1) % slices;
          long outside = here.stream().filter(it -> !it.isLive()).count();
          while (coming[0] < visitors.size() && outside++ < COMING_AT_ONCE) {
            visitors.get(coming[0]++).setOut();
          }
        },
        0,
        TICK_MS,
        TimeUnit.MILLISECONDS);
    await(LIMIT_S * 2);
  }

  /// Everybody loses the connection once and comes back, one after the other: servers that have
  /// just begun would compile during what is measured.
  private void rehearse() throws InterruptedException {
    for (var visitor : visitors) {
      loop.execute(visitor::cut);
      TimeUnit.MILLISECONDS.sleep(REHEARSED_EVERY_MS);
    }
    await(LIMIT_S);
  }

  private void strike(ProcessHandle victim) throws InterruptedException {
    var before = visitors.stream().mapToInt(Visitor::losses).toArray();
    long killed = System.nanoTime();
    victim.destroyForcibly();
    victim.onExit().join();
    TimeUnit.SECONDS.sleep(1);
    await(LIMIT_S);
    var back = new Percentiles();
    int tries = 0;
    for (int i = 0; i < before.length; i++) {
      int more = visitors.get(i).losses() - before[i];
      if (more > 0) {
        tries += more;
        back.add(visitors.get(i).liveNanos() - killed);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d lost their connection; back after p50 %.2f, p99 %.2f, most %.2f s; %.1f tries each%n",
        back.count(),
        back.micros(0.5) / 1e6,
        back.micros(0.99) / 1e6,
        back.micros(1) / 1e6,
        (double) tries / back.count());
  }

  /// Returns when all are in. Throws `IllegalStateException` when some are not within `seconds`.
  private void await(int seconds) throws InterruptedException {
    for (int i = 0; i < seconds * 10; i++) {
      long outside =
          loop.submit(() -> visitors.stream().filter(it -> !it.isLive()).count())
              .awaitUninterruptibly()
              .getNow();
      if (outside == 0) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("not all are in after " + seconds + " s");
  }
}
