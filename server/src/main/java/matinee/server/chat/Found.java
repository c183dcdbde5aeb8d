package matinee.server.chat;

import java.util.List;
import java.util.OptionalLong;

/// Lines of a chat that were found, newest first, each as the JSON text of its `said`
/// (protocol/WIRE.md) with what it reads now. `next` is before which revision to go on looking;
/// there may be more then, also if nothing was found so far.
public record Found(List<String> lines, OptionalLong next) {
  static final Found NOTHING = new Found(List.of(), OptionalLong.empty());

  public Found {
    lines = List.copyOf(lines);
  }
}
