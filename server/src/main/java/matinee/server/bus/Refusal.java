package matinee.server.bus;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Why Redis, or its sentinels, cannot be used before somebody changes something. As text, what has
/// happened and what to do about it, without the login.
sealed interface Refusal {

  /// Nobody is let in with the login in the address. `code` is Redis's own word for why.
  record OfLogin(String code, boolean bySentinels) implements Refusal {
    private static final Pattern CODE = Pattern.compile("NOAUTH|WRONGPASS|NOPERM");

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

  /// Redis speaks no TLS, or shows a certificate that is not believed here, for the `reason`.
  record OfTls(String reason) implements Refusal {
    @Override
    public String toString() {
      return "Redis cannot be reached by TLS (%s): let it speak TLS with a certificate for the name"
              .formatted(reason)
          + " in the address, by an authority that Java trusts (JAVA_TOOL_OPTIONS="
          + "-Djavax.net.ssl.trustStore=FILE), or write redis instead of rediss";
    }
  }

  /// The refusal that `failure` goes back to, if it is one.
  static Optional<Refusal> in(RedisException failure) {
    boolean bySentinels = all(failure).anyMatch(Refusal::isOfSentinels);
    Optional<Refusal> login =
        all(failure)
            .filter(RedisCommandExecutionException.class::isInstance)
            .map(it -> OfLogin.CODE.matcher(String.valueOf(it.getMessage())))
            .filter(Matcher::lookingAt)
            .<Refusal>map(found -> new OfLogin(found.group(), bySentinels))
            .findFirst();
    return login.or(
        () ->
            all(failure)
                .filter(SSLException.class::isInstance)
                .<Refusal>map(it -> new OfTls(String.valueOf(it.getMessage())))
                .findFirst());
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
}
