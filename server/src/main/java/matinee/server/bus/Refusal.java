package matinee.server.bus;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// That Redis, or its sentinels, let nobody in with the login in the address. `code` is Redis's own
/// word for why.
record Refusal(String code, boolean bySentinels) {
  private static final Pattern CODE = Pattern.compile("NOAUTH|WRONGPASS|NOPERM");

  /// The refusal that `failure` goes back to, if it is one.
  static Optional<Refusal> in(RedisException failure) {
    boolean bySentinels = all(failure).anyMatch(Refusal::isOfSentinels);
    return all(failure)
        .filter(RedisCommandExecutionException.class::isInstance)
        .map(it -> CODE.matcher(String.valueOf(it.getMessage())))
        .filter(Matcher::lookingAt)
        .map(found -> new Refusal(found.group(), bySentinels))
        .findFirst();
  }

  private static Stream<Throwable> all(Throwable failure) {
    var within =
        Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()));
    return Stream.concat(Stream.of(failure), within.flatMap(Refusal::all));
  }

  /// The library has no type for it.
  private static boolean isOfSentinels(Throwable failure) {
    return String.valueOf(failure.getMessage()).startsWith("Cannot connect to a Redis Sentinel");
  }

  /// What has happened, and what to do about it; without the login.
  @Override
  public String toString() {
    return bySentinels
        ? "the sentinels of Redis refuse the login (%s): write theirs before the name,"
                .formatted(code)
            + " like redis-sentinel://HOST:26379?sentinels=USER:PASSWORD#NAME"
        : "Redis refuses the login (%s): write it before the first host,".formatted(code)
            + " like redis://USER:PASSWORD@HOST:6379";
  }
}
