package matinee.server.socket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import matinee.server.Config;
import matinee.server.access.Origins;
import matinee.server.access.Tickets;
import matinee.server.accounts.DeviceId;
import matinee.server.fanout.Outbox;
import matinee.server.load.Headroom;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.whereabouts.Sighting;

/// The port at which clients are in step: takes connections, shows them to the [Door], and gives
/// each to one of the event loops, one loop a processor.
public final class SyncServer {
  private static final int BACKLOG = 4_096;
  private static final int MAX_REQUEST_LINE = 1_024;
  private static final int MAX_HEADERS = 8_192;
  private static final int MIN_READ = 256;
  private static final int FIRST_READ = 1_024;
  private static final int MAX_READ = 16_384;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final EventLoopGroup loops;
  private final Channel listening;
  private final Desk desk;

  private SyncServer(EventLoopGroup loops, Channel listening, Desk desk) {
    this.loops = loops;
    this.listening = listening;
    this.desk = desk;
  }

  /// Listens where `config` says. Throws `BindException` when the port is taken.
  ///
  /// `nanoTime` is monotonic and drives the limits on silence and on commands.
  public static SyncServer start(
      Config config,
      RoomRegistry rooms,
      Tickets tickets,
      RoomTime time,
      Headroom headroom,
      SocketMeter meter,
      LongSupplier nanoTime)
      throws BindException, InterruptedException {
    var desk = new Desk(rooms, time, nanoTime, config.commands(), headroom, meter);
    var origins = new Origins(config.place());
    boolean epoll = Epoll.isAvailable();
    var loops =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    var address = new InetSocketAddress(config.listen().bind(), config.listen().syncPort());
    var bound =
        new ServerBootstrap()
            .group(loops)
            .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, Outbox.LIMIT)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(MIN_READ, FIRST_READ, MAX_READ))
            .childHandler(pipeline(() -> new Door(tickets, origins, desk)))
            .bind(address)
            .await();
    if (!bound.isSuccess()) {
      var _ = loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw new BindException("sync port " + address.getPort() + ": " + bound.cause().getMessage());
    }
    return new SyncServer(loops, bound.channel(), desk);
  }

  private static ChannelInitializer<Channel> pipeline(Supplier<Door> door) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel
            .pipeline()
            .addLast(new HttpRequestDecoder(MAX_REQUEST_LINE, MAX_HEADERS, MAX_HEADERS))
            .addLast(new HttpResponseEncoder())
            .addLast(new HttpObjectAggregator(1))
            .addLast(door.get());
      }
    };
  }

  /// The port that is listened on.
  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /// Ends the connections of devices whose sessions have `ended`. Does not block.
  public void end(Set<DeviceId> ended) {
    desk.end(ended);
  }

  /// Who is connected to which room, of those who are signed in.
  public Set<Sighting> signedIn() {
    return desk.watches().signedIn();
  }

  /// Takes no more connections, sends every client away with the wish to come back, spread over
  /// time by `chance`, and returns when they are gone.
  public void stop(RandomGenerator chance) throws InterruptedException {
    listening.close().sync();
    desk.sendAway(chance, PATIENCE);
  }

  /// Ends the event loops. After this nothing can be sent.
  public void close() throws InterruptedException {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
  }
}
