package matinee.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Somebody in a room who does nothing but note when its film begins to play. Lives on one event
/// loop; what was noted is for whoever comes when that is over.
final class Onlooker implements ClientSocket.Events {
  private static final byte[] CHANGED =
      "{\"type\":\"playbackChanged\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SNAPSHOT =
      "{\"type\":\"snapshot\"".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern PLAYING = Pattern.compile("\"anchorMs\":(\\d+)");
  private static final String READY = "{\"type\":\"heartbeat\",\"t0\":1.0,\"condition\":\"READY\"}";

  private final List<Long> starts = new ArrayList<>();
  private Optional<Channel> channel = Optional.empty();

  /// The room times, in milliseconds, at which it was to play from then on.
  List<Long> starts() {
    return List.copyOf(starts);
  }

  void beat() {
    channel.ifPresent(it -> Crowd.send(it, READY));
  }

  @Override
  public void opened(Channel opened) {
    channel = Optional.of(opened);
    Crowd.send(opened, "{\"type\":\"enter\"}");
    beat();
  }

  @Override
  public void text(ByteBuf payload, int offset, int length) {
    if (LoadMember.startsWith(payload, offset, length, SNAPSHOT)) {
      ready(LoadMember.revision(payload, offset, length));
    } else if (LoadMember.startsWith(payload, offset, length, CHANGED)) {
      var playing = PLAYING.matcher(payload.toString(offset, length, StandardCharsets.UTF_8));
      if (playing.find()) {
        starts.add(Long.parseLong(playing.group(1)));
      }
    }
  }

  /// Its player could play, or the room would wait for it.
  private void ready(long seen) {
    channel.ifPresent(
        it -> Crowd.send(it, "{\"type\":\"reportReady\",\"id\":\"r\",\"seen\":" + seen + "}"));
  }

  @Override
  public void refused(String answer) {
    throw new IllegalStateException("the handshake was answered by " + answer);
  }

  @Override
  public void failed(Throwable cause) {
    throw new IllegalStateException(cause);
  }

  @Override
  public void closed(int code, String reason) {
    throw new IllegalStateException("the server closed " + code + " " + reason);
  }

  @Override
  public void ended() {
    // whoever is missing shows by what was not noted
  }
}
