package matinee.bench;

import io.netty.channel.Channel;
import io.netty.channel.DefaultSelectStrategyFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SelectStrategy;
import io.netty.channel.SelectStrategyFactory;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Rooms full of members connected to a target, all on one event loop: a generator that costs one
/// core. That loop never sleeps: a server pays for waking a sleeper on its own machine, and would
/// be charged for what its clients on a network do not cost.
///
/// Everything about rooms happens on that loop, [#loop].
final class Crowd implements AutoCloseable {
  private static final SelectStrategy NEVER_ASLEEP = (_, _) -> SelectStrategy.BUSY_WAIT;
  private static final int CONNECTING_AT_ONCE = 128;
  private static final int BURST_AT_ONCE = 1_024;

  /// What keeps a connection alive.
  private static final int KEEPING_ALIVE_S = 10;

  /// How often a page asks for the time.
  private static final int PROBING_S = 1;

  /// Members are spread over these in turn.
  private final List<Target> targets;

  private final MultiThreadIoEventLoopGroup group;
  private final EventLoop loop;
  private final List<LoadRoom> rooms = new ArrayList<>();
  private final List<Channel> members = new ArrayList<>();
  private final Queue<Throwable> refused = new ConcurrentLinkedQueue<>();

  private Crowd(List<? extends Target> targets, SelectStrategyFactory waiting) {
    this.targets = List.copyOf(targets);
    group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory(0, waiting));
    loop = group.next();
  }

  /// Connects `roomCount` rooms of `memberCount` members; returns when all are in. Throws
  /// `IOException` when one cannot.
  static Crowd gather(Target target, int roomCount, int memberCount)
      throws IOException, InterruptedException {
    return gather(new Crowd(List.of(target), () -> NEVER_ASLEEP), roomCount, memberCount);
  }

  /// As [#gather], with a loop that sleeps while it has nothing to do: for when its core has other
  /// work too.
  static Crowd gatherSharing(Target target, int roomCount, int memberCount)
      throws IOException, InterruptedException {
    return gatherSharing(List.of(target), roomCount, memberCount);
  }

  /// The same with members of each room at several servers.
  static Crowd gatherSharing(List<? extends Target> targets, int roomCount, int memberCount)
      throws IOException, InterruptedException {
    var waiting = DefaultSelectStrategyFactory.INSTANCE;
    return gather(new Crowd(targets, waiting), roomCount, memberCount);
  }

  private static Crowd gather(Crowd crowd, int roomCount, int memberCount)
      throws IOException, InterruptedException {
    for (int room = 0; room < roomCount; room++) {
      crowd.rooms.add(new LoadRoom(crowd.targets.getFirst(), room, memberCount));
    }
    crowd.beat(KEEPING_ALIVE_S);
    var open = new Semaphore(CONNECTING_AT_ONCE);
    for (int member = 0; member < memberCount; member++) {
      var target = crowd.target(member);
      for (var room : crowd.rooms) {
        if (!open.tryAcquire(30, TimeUnit.SECONDS)) {
          throw new IOException("the target does not let members in", crowd.refused.peek());
        }
        crowd.connect(room, member, target, target.handshake(room.number(), member), open);
      }
    }
    if (!open.tryAcquire(CONNECTING_AT_ONCE, 60, TimeUnit.SECONDS)) {
      throw new IOException("not all members got in", crowd.refused.peek());
    }
    return crowd;
  }

  /// Connects `roomCount` rooms of `memberCount` members, all at once as far as that goes, once
  /// `begun` has been told that they have their tickets; returns when all are in. They ask for the
  /// time as often as pages do. Throws `IOException` when one cannot come in.
  static Crowd burst(Target target, int roomCount, int memberCount, Runnable begun)
      throws IOException, InterruptedException {
    var crowd = new Crowd(List.of(target), () -> NEVER_ASLEEP);
    var handshakes = new ArrayList<String>();
    for (int number = 0; number < roomCount; number++) {
      crowd.rooms.add(new LoadRoom(target, number, memberCount));
      for (int member = 0; member < memberCount; member++) {
        handshakes.add(target.handshake(number, member));
      }
    }
    begun.run();
    crowd.beat(PROBING_S);
    var open = new Semaphore(BURST_AT_ONCE);
    for (int i = 0; i < handshakes.size(); i++) {
      if (!open.tryAcquire(30, TimeUnit.SECONDS)) {
        throw new IOException("the target does not let members in", crowd.refused.peek());
      }
      int member = i % memberCount;
      var room = crowd.rooms.get(i / memberCount);
      crowd.connect(room, member, target, handshakes.get(i), open);
    }
    if (!open.tryAcquire(BURST_AT_ONCE, 60, TimeUnit.SECONDS)) {
      throw new IOException("not all members got in", crowd.refused.peek());
    }
    return crowd;
  }

  private Target target(int member) {
    return targets.get(member % targets.size());
  }

  /// Connects the member of this number; returns when it is in.
  void join(LoadRoom room, int member) throws IOException, InterruptedException {
    var open = new Semaphore(1);
    open.acquire();
    var target = target(member);
    connect(room, member, target, target.handshake(room.number(), member), open);
    if (!open.tryAcquire(30, TimeUnit.SECONDS)) {
      throw new IOException("the member does not get in", refused.peek());
    }
  }

  List<LoadRoom> rooms() {
    return rooms;
  }

  EventLoop loop() {
    return loop;
  }

  private void connect(LoadRoom room, int member, Target target, String handshake, Semaphore open) {
    var events = new LoadMember(room, member, target, () -> enter(room, member, open));
    ClientSocket.connect(loop, target.port(), handshake, events)
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                refused.add(connected.cause());
              }
            });
  }

  private void enter(LoadRoom room, int member, Semaphore open) {
    members.add(room.channels().get(member));
    open.release();
  }

  /// From the first member on: those who come early would be given up before the last is in.
  private void beat(int everyS) {
    var beat = targets.getFirst().heartbeat();
    if (beat.isEmpty()) {
      return;
    }
    int slices = everyS * 100;
    var turn = new int[1];
    loop.scheduleAtFixedRate(
        () -> {
          for (int i = turn[0]; i < members.size(); i += slices) {
            send(members.get(i), beat);
          }
          turn[0] = (turn[0] + 1) % slices;
        },
        0,
        10,
        TimeUnit.MILLISECONDS);
  }

  static void send(Channel channel, String text) {
    var frame = channel.alloc().directBuffer(text.length() * 2 + 16);
    Frames.write(frame, text);
    channel.writeAndFlush(frame, channel.voidPromise());
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
