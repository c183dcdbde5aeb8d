package matinee.server.fetching;

import java.util.Optional;

/// What one server answered: a refusal, a `location` where it leads on, or what stands there.
record Answer(
    Optional<Refusal> refusal,
    Optional<String> location,
    int status,
    String type,
    byte[] bytes,
    boolean isWhole) {
  static Answer refused(Refusal why) {
    return new Answer(Optional.of(why), Optional.empty(), 0, "", new byte[0], false);
  }
}
