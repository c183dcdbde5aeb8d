package matinee.server.renditions;

import java.util.Optional;

/// How a film stands on its way to renditions: `share` is how much of them is made, 0 to 1; `probe`
/// what it holds, when that is known; `failure` why there are none, if it failed.
public record Progress(
    State state, double share, Optional<Probe> probe, Optional<Failure> failure) {
  static final Progress NONE = new Progress(State.NONE, 0, Optional.empty(), Optional.empty());
  static final Progress NEW = new Progress(State.NEW, 0, Optional.empty(), Optional.empty());
}
