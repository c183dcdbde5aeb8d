package matinee.server.access;

/// Signs grants to read a film, so that an address can carry them where no header can be set (a
/// video element). Safe for use by any thread.
public final class FilmGrants {
  private static final String PURPOSE = "film";

  private final Secret secret;

  public FilmGrants(Secret secret) {
    this.secret = secret;
  }

  /// The signature of `grant`; fits no other.
  public String sign(FilmGrant grant) {
    return secret.prove(PURPOSE, fields(grant));
  }

  /// Did this server sign `grant` so? Says nothing about whether it is over.
  public boolean isSigned(FilmGrant grant, String signature) {
    return secret.isProved(signature, PURPOSE, fields(grant));
  }

  private static String[] fields(FilmGrant grant) {
    var until = Long.toString(grant.until().toEpochMilli());
    var member = grant.pass().member().value();
    return grant
        .pass()
        .session()
        .map(
            it ->
                new String[] {
                  grant.room().value(),
                  member,
                  grant.film(),
                  until,
                  it.account().value(),
                  it.device().value()
                })
        .orElseGet(() -> new String[] {grant.room().value(), member, grant.film(), until});
  }
}
