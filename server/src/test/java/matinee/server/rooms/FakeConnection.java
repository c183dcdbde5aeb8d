package matinee.server.rooms;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import matinee.room.CommandId;
import matinee.room.MemberId;
import matinee.room.Wish;
import matinee.server.fanout.FanoutMeter;
import matinee.server.fanout.Outbox;
import matinee.wire.ClientMessage;
import matinee.wire.Decoded;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Signal;

/// A member's connection whose other end is the test: nothing moves until [#received] asks for it.
final class FakeConnection {
  private static final FanoutMeter UNMETERED =
      new FanoutMeter() {
        @Override
        public void delivered(int frames, int receivers) {}

        @Override
        public void signalsDropped(int count) {}

        @Override
        public void slowReaderClosed() {}
      };
  private static final int CLOSE = 8;

  /// Its tasks run one after the other, as those of a real event loop: by itself it would begin the
  /// next one within the first write of a task.
  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          new WebSocket13FrameEncoder(false),
          new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object turn) {
              channel.runPendingTasks();
            }
          });

  private final Connection connection;
  private int closeCode = -1;
  private String closeReason = "";

  FakeConnection(String member) {
    this(new Entrant.OnScreen(new MemberId(member), "Name of " + member));
  }

  FakeConnection(Entrant entrant) {
    connection =
        new Connection(
            entrant,
            new Caller("guest " + entrant.member().value(), "192.0.2.1"),
            new Outbox(channel, UNMETERED));
  }

  /// That of the companion `id` of `member`.
  static FakeConnection companion(String member, String id) {
    return new FakeConnection(new Entrant.OnCompanion(new MemberId(member), id));
  }

  Letter enter() {
    return enter(Resume.Fresh.FRESH);
  }

  Letter enter(Resume resume) {
    return new Letter.Enter(connection, resume);
  }

  Letter signal(Signal signal) {
    return new Letter.Signalled(connection, signal);
  }

  Letter gone() {
    return new Letter.Gone(connection);
  }

  Letter leave() {
    return new Letter.Leave(connection);
  }

  Letter ask(String id, long seen, Wish wish) {
    return ask(new ClientMessage.Request(new CommandId(id), seen, wish));
  }

  Letter ask(ClientMessage.Request request) {
    connection.ask();
    return new Letter.Ask(connection, request, 0);
  }

  Connection connection() {
    return connection;
  }

  /// What has come since the last time this was asked.
  List<ServerMessage> received() {
    if (channel.isOpen()) {
      channel.writeInbound("turn");
    }
    var messages = new ArrayList<ServerMessage>();
    for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
      while (next.isReadable()) {
        read(next, messages);
      }
      next.release();
    }
    return messages;
  }

  private void read(ByteBuf bytes, List<ServerMessage> messages) {
    int opcode = bytes.readByte() & 0x0f;
    int length = bytes.readByte();
    if (length == 126) {
      length = bytes.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(bytes.readLong());
    }
    var payload = bytes.readSlice(length);
    if (opcode == CLOSE) {
      closeCode = payload.readUnsignedShort();
      closeReason = payload.toString(StandardCharsets.UTF_8);
    } else {
      messages.add(decode(payload.toString(StandardCharsets.UTF_8)));
    }
  }

  private static ServerMessage decode(String text) {
    return switch (ServerMessages.decode(text)) {
      case Decoded.Value<ServerMessage>(var message) -> message;
      case Decoded.Malformed<ServerMessage>(var field, var reason) ->
          throw new AssertionError(field + " " + reason + " in " + text);
    };
  }

  /// The code with which it was closed, -1 while it is open.
  int closeCode() {
    received();
    return closeCode;
  }

  /// Why it was closed, as it was told.
  String closeReason() {
    received();
    return closeReason;
  }
}
