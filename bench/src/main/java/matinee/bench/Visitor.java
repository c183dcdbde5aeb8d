package matinee.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import matinee.room.CommandId;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.Link;
import matinee.wire.Resume;

/// A person who comes back by the rules of a page: a ticket, then the socket, and after either
/// fails the pause of [Link]. Lives on one event loop.
final class Visitor implements Link.Shell {
  private static final int STOPPING = 1001;
  private static final int BROKEN = 1006;
  private static final int OVERLOADED = 1013;
  private static final byte[] WELCOME = "{\"type\":\"welcome\"".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern RETRY = Pattern.compile("(?i)\r\nretry-after: (\\d+)\r\n");
  private static final Pattern EPOCH = Pattern.compile("\"epoch\":\"([^\"]+)\"");

  private final EventLoop loop;
  private final Target.Matinee target;
  private final String room;
  private final int number;
  private final RandomGenerator chance;
  private final Link link = new Link(this);
  private Optional<Channel> channel = Optional.empty();
  private String pass = "";
  private String epoch = "";
  private long revision;
  private int dials;
  private long liveNanos;
  private int losses;

  /// The `number`th of all, who enters the room of this id at `target`.
  Visitor(EventLoop loop, Target.Matinee target, String room, int number, RandomGenerator chance) {
    this.loop = loop;
    this.target = target;
    this.room = room;
    this.number = number;
    this.chance = chance;
  }

  void setOut() {
    link.setOut();
  }

  boolean isLive() {
    return link.isLive();
  }

  /// When it came in for the last time.
  long liveNanos() {
    return liveNanos;
  }

  /// How often it has lost a connection, or not got one.
  int losses() {
    return losses;
  }

  /// To be called every few milliseconds.
  void timer() {
    link.timer();
  }

  /// Breaks its connection, as a network does.
  void cut() {
    channel.ifPresent(Channel::close);
  }

  void beat() {
    if (link.isLive()) {
      probe();
    }
  }

  @Override
  public double nowMs() {
    return System.nanoTime() / 1e6;
  }

  @Override
  public double chance() {
    return chance.nextDouble();
  }

  @Override
  public void open() {
    int dial = ++dials;
    var known = pass.isEmpty() ? "" : ",\"pass\":\"" + pass + "\"";
    var request =
        Http.request(
            target.httpPort(),
            "POST /api/rooms/" + room + "/tickets",
            "{\"name\":\"Member\"" + known + "}");
    connect(dial, new OneRequest(request, answer -> enterWith(dial, answer)));
  }

  private void enterWith(int dial, String answer) {
    if (dial != dials) {
      return;
    }
    if (!answer.startsWith("HTTP/1.1 201")) {
      refused(answer);
      return;
    }
    try {
      pass = Http.field(answer, "pass");
      connect(
          dial, new ClientSocket(target.handshake(Http.field(answer, "ticket")), new Ear(dial)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As a page that is told when to come back, or is not.
  private void refused(String answer) {
    var retry = RETRY.matcher(answer);
    if (retry.find()) {
      lost(STOPPING, "retry-after-ms=" + Integer.parseInt(retry.group(1)) * 1_000);
    } else {
      lost(answer.isEmpty() ? BROKEN : OVERLOADED, "");
    }
  }

  private void lost(int code, String reason) {
    losses++;
    link.closed(code, reason);
  }

  private void connect(int dial, ChannelHandler handler) {
    new Bootstrap()
        .group(loop)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel opened) {
                opened.pipeline().addLast(handler);
              }
            })
        .connect(new InetSocketAddress("127.0.0.1", target.port()), Http.local(number))
        .addListener(
            connected -> {
              if (!connected.isSuccess() && dial == dials) {
                lost(BROKEN, "");
              }
            });
  }

  @Override
  public void enter() {
    send(
        new ClientMessage.Enter(
            epoch.isEmpty() ? Resume.Fresh.FRESH : new Resume.From(epoch, revision)));
  }

  @Override
  public void send(ClientMessage message) {
    channel.ifPresent(to -> Crowd.send(to, ClientMessages.encode(message)));
  }

  @Override
  public void probe() {
    channel.ifPresent(to -> Crowd.send(to, target.heartbeat()));
    link.probed();
  }

  @Override
  public void drop() {
    dials++;
    channel.ifPresent(Channel::close);
    channel = Optional.empty();
  }

  @Override
  public void gone(CommandId id) {
    // it says nothing
  }

  /// What comes over one connection, as long as the visitor has not turned to another.
  private final class Ear implements ClientSocket.Events {
    private final int dial;

    private Ear(int dial) {
      this.dial = dial;
    }

    @Override
    public void opened(Channel opened) {
      if (dial == dials) {
        channel = Optional.of(opened);
        link.opened();
      } else {
        opened.close();
      }
    }

    @Override
    public void refused(String answer) {
      if (dial == dials) {
        Visitor.this.refused(answer);
      }
    }

    @Override
    public void text(ByteBuf payload, int offset, int length) {
      if (dial != dials) {
        return;
      }
      link.heard();
      revision = Math.max(revision, LoadMember.revision(payload, offset, length));
      if (LoadMember.startsWith(payload, offset, length, WELCOME)) {
        welcomed(payload.toString(offset, length, StandardCharsets.UTF_8));
      }
    }

    private void welcomed(String text) {
      var named = EPOCH.matcher(text);
      if (named.find()) {
        epoch = named.group(1);
      }
      liveNanos = System.nanoTime();
      link.welcomed();
      probe();
    }

    @Override
    public void closed(int code, String reason) {
      if (dial == dials) {
        lost(code, reason);
      }
    }

    @Override
    public void failed(Throwable cause) {
      // the end of the connection is told as well
    }

    @Override
    public void ended() {
      if (dial == dials) {
        lost(BROKEN, "");
      }
    }
  }
}
