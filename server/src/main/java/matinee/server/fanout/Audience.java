package matinee.server.fanout;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The connections of one room. Belongs to the room's thread.
///
/// What it is asked to do reaches every connection in the order of asking, because each event loop
/// takes tasks in that order.
public final class Audience {
  private final ByteBufAllocator allocator;
  private final FanoutMeter meter;
  private final Map<EventLoop, Section> sections = new HashMap<>();

  /// Messages for one connection alone, which go out together.
  public record Private(Outbox outbox, List<String> messages) {

    public Private(Outbox outbox, String message) {
      this(outbox, List.of(message));
    }
  }

  public Audience(ByteBufAllocator allocator, FanoutMeter meter) {
    this.allocator = allocator;
    this.meter = meter;
  }

  /// From now on `outbox` receives what is for everyone.
  public void add(Outbox outbox) {
    sections.computeIfAbsent(outbox.loop(), loop -> new Section(loop, meter)).add(outbox);
  }

  /// From now on `outbox` receives nothing more.
  public void remove(Outbox outbox) {
    var section = sections.get(outbox.loop());
    if (section != null && section.remove(outbox)) {
      sections.remove(outbox.loop());
    }
  }

  /// Sends `common` to everyone, then each of `privates` to the one it is for.
  public void send(List<String> common, List<Private> privates) {
    var byLoop = byLoop(privates);
    if (!common.isEmpty() && !sections.isEmpty()) {
      var frames = Frames.of(allocator, common);
      for (var section : sections.values()) {
        var letters = byLoop.remove(section.loop());
        section.send(frames.retain(), common.size(), letters == null ? List.of() : letters);
      }
      frames.release();
    }
    byLoop.forEach((loop, letters) -> loop.execute(() -> Section.write(letters)));
  }

  /// Sends `message`, which is worth nothing later, to everyone who keeps up; the others do
  /// without.
  public void sendPassing(String message) {
    if (!sections.isEmpty()) {
      var frames = Frames.of(allocator, message);
      sections.values().forEach(section -> section.sendPassing(frames.retain()));
      frames.release();
    }
  }

  private static Map<EventLoop, List<Private>> byLoop(List<Private> privates) {
    var byLoop = new HashMap<EventLoop, List<Private>>();
    for (var letter : privates) {
      byLoop.computeIfAbsent(letter.outbox().loop(), _ -> new ArrayList<>()).add(letter);
    }
    return byLoop;
  }
}
