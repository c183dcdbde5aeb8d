package matinee.server.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import matinee.host.Allowance;
import matinee.host.Manners;
import matinee.server.access.Admission;
import matinee.server.accounts.DeviceId;
import matinee.server.accounts.SessionId;
import matinee.server.fanout.Outbox;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Connection;
import matinee.server.rooms.Entrant;
import matinee.server.rooms.Letter;
import matinee.server.whereabouts.Sighting;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.CloseCode;
import matinee.wire.Decoded;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Signal;
import matinee.wire.Vitals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One open WebSocket: turns frames into letters to the room, answers probes of the clock, and sees
/// to the limits.
///
/// | state | allowed | ends with |
/// | --- | --- | --- |
/// | new | `enter` within 10 s | 4103 otherwise |
/// | entered | everything but `enter`; a heartbeat at least every 25 s | 4002 without |
/// | closing | nothing; what comes in is dropped | |
///
/// Belongs to the thread of its event loop.
final class Conversation extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
  private static final int MAX_UNANSWERED = 16;
  private static final int LAST_CLOSE_CODE = 4_999;

  private final RoomId room;
  private final Optional<SessionId> session;
  private final Optional<Sighting> sighting;
  private final Outbox outbox;
  private final Connection connection;
  private final Desk desk;
  private final Assembly assembly = new Assembly();
  private final Allowance commands;
  private final Manners manners;

  Conversation(Admission admission, Outbox outbox, Desk desk) {
    room = admission.room();
    session = admission.session();
    sighting = session.map(it -> new Sighting(it.account(), Optional.of(room)));
    connection = new Connection(admission.entrant(), admission.caller(), outbox);
    this.outbox = outbox;
    this.desk = desk;
    commands = desk.commands().of(room, admission.entrant().member(), now());
    manners = new Manners(now());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    desk.meter().connectionOpened();
    desk.watches().of(outbox.loop()).add(this);
    sighting.ifPresent(desk.watches()::see);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    desk.meter().connectionClosed();
    desk.watches().of(outbox.loop()).remove(this);
    sighting.ifPresent(desk.watches()::miss);
    assembly.drop();
    if (manners.hasEntered()) {
      desk.rooms().post(room, new Letter.Gone(connection));
    }
  }

  /// Ends the connection if it has been silent for too long, or does not read. Asked once a second.
  void check(long nowNanos) {
    outbox.closeIfUnread(nowNanos);
    manners.silence(nowNanos).ifPresent(outbox::close);
  }

  /// Ends the connection if much waits for it, because memory is short.
  void checkForMemory() {
    outbox.closeIfBehind();
  }

  /// Ends the connection if it was opened by who was signed in on one of the devices that have
  /// `ended`.
  void end(Set<DeviceId> ended) {
    if (session.filter(it -> ended.contains(it.device())).isPresent()) {
      outbox.close(CloseCode.SIGNED_OUT);
    }
  }

  /// Ends the connection because the server stops; the client is to come back after `retryAfter`.
  void stop(Duration retryAfter) {
    outbox.close(CloseCode.STOPPING, "retry-after-ms=" + retryAfter.toMillis());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (outbox.isClosing()) {
      return;
    }
    if (!manners.letsFrame(now())) {
      outbox.close(CloseCode.TOO_MANY_MESSAGES); // WI7
      return;
    }
    switch (frame) {
      case PingWebSocketFrame ping -> outbox.write(new PongWebSocketFrame(ping.content().retain()));
      case PongWebSocketFrame _ -> {}
      case CloseWebSocketFrame close -> reply(close);
      case BinaryWebSocketFrame _ -> outbox.close(CloseCode.UNSUPPORTED);
      case TextWebSocketFrame _, ContinuationWebSocketFrame _ ->
          assembly.add(frame, context.alloc()).ifPresent(this::hear);
      default -> throw new IllegalStateException("a frame of unknown kind: " + frame);
    }
  }

  private void reply(CloseWebSocketFrame close) {
    if (close.statusCode() > LAST_CLOSE_CODE) {
      outbox.close(CloseCode.PROTOCOL_ERROR);
    } else {
      outbox.closeInReply(close.statusCode());
    }
  }

  private void hear(String text) {
    switch (ClientMessages.decode(text)) {
      case Decoded.Malformed<ClientMessage>(var field, var message) -> complain(field, message);
      case Decoded.Value<ClientMessage>(var message) when manners.hasEntered() -> take(message);
      case Decoded.Value<ClientMessage>(ClientMessage.Enter(var resume)) -> enter(resume);
      case Decoded.Value<ClientMessage> _ -> outbox.close(CloseCode.NOT_ENTERED);
    }
  }

  private void enter(Resume resume) {
    manners.enter(now());
    post(new Letter.Enter(connection, resume));
  }

  private void take(ClientMessage message) {
    switch (message) {
      case ClientMessage.Enter _ -> complain("type", "enter comes once, first of all");
      case ClientMessage.Heartbeat _ when !manners.letsHeartbeat(now()) ->
          outbox.close(CloseCode.TOO_MANY_MESSAGES); // WI7
      case ClientMessage.Heartbeat(double t0, var vitals) -> answer(t0, vitals);
      case ClientMessage.Signalled(var signal) -> pass(signal);
      case ClientMessage.Leave _ -> post(new Letter.Leave(connection));
      case ClientMessage.Request request -> {
        double receivedMs = desk.time().nowMs();
        if (connection.ask() > MAX_UNANSWERED || !letsCommand()) {
          tooSoon(request);
        } else {
          post(new Letter.Ask(connection, request, receivedMs));
        }
      }
    }
  }

  /// CO3: of a member whose connections may be on several threads.
  private boolean letsCommand() {
    synchronized (commands) {
      return commands.take(now());
    }
  }

  /// CO3. What was sent before may have been accepted then, so that nobody here can reject it.
  private void tooSoon(ClientMessage.Request request) {
    desk.meter().rateLimited();
    if (request.again()) {
      outbox.close(CloseCode.OVERLOADED);
    } else {
      connection.answered();
      say(new ServerMessage.Rejected(request.id(), ServerMessage.Rejected.RATE_LIMITED));
    }
  }

  /// The first thing done is to look at the clock, the last to send: what lies between is in
  /// neither direction's time.
  private void answer(double t0, Vitals vitals) {
    double t1 = desk.time().nowMs();
    manners.beat(now());
    desk.meter().heartbeat();
    switch (connection.entrant()) {
      case Entrant.OnScreen _ -> report(vitals);
      case Entrant.OnCompanion _ -> {} // CD5: it has no player
    }
    double t2 = desk.time().nowMs();
    outbox.writeNow(ServerMessages.encode(new ServerMessage.HeartbeatAnswer(t0, t1, t2)));
  }

  /// SI2: what is too much, for this connection or for the room, is dropped, and nobody is told.
  private void pass(Signal signal) {
    var letter = new Letter.Signalled(connection, signal);
    if (!manners.letsSignal(now()) || !desk.rooms().post(room, letter)) {
      desk.meter().signalsDropped(1);
    }
  }

  private void report(Vitals vitals) {
    if (manners.isNews(vitals)) {
      post(new Letter.Report(connection, vitals));
    }
  }

  /// When a room has more to do than it can, who asks for more is sent away for a while.
  private void post(Letter letter) {
    if (!desk.rooms().post(room, letter)) {
      outbox.close(CloseCode.OVERLOADED);
    }
  }

  /// WI3.
  private void complain(String field, String message) {
    desk.meter().malformed();
    say(new ServerMessage.Error(field, message));
    if (manners.offend(now())) {
      outbox.close(CloseCode.TOO_MANY_ERRORS);
    }
  }

  private void say(ServerMessage message) {
    outbox.write(ServerMessages.encode(message));
  }

  private long now() {
    return desk.nanoTime().getAsLong();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    switch (cause) {
      case CorruptedWebSocketFrameException violation ->
          outbox.close(CloseCode.of(violation.closeStatus().code()));
      case IOException _ -> {
        var _ = context.close();
      }
      default -> {
        LOG.error("a connection failed", cause);
        outbox.close(CloseCode.FAILED);
      }
    }
  }
}
