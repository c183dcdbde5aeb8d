package matinee.server.stores;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A bucket of whatever speaks S3. An address of Amazon has no `endpoint`. Whoever reads a film
/// goes there themselves, or comes through the server, as `readers` says.
public record S3Address(
    String bucket, String prefix, Optional<URI> endpoint, String region, Readers readers, Keys keys)
    implements StoreAddress {
  private static final String ID = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";

  static final AddressParts.Spelling SPELLING =
      new AddressParts.Spelling(
          "s3://BUCKET/PREFIX?region=REGION for Amazon, or s3://BUCKET/PREFIX?endpoint=https://HOST"
              + " for others",
          Set.of("endpoint", "region", "readers"),
          ID + " and " + SECRET);

  /// What is meant where an endpoint is named and no region: most of them have none.
  private static final String NO_REGION = "us-east-1";

  /// By what a store knows who asks. Its text tells neither.
  public record Keys(String id, String secret) {
    @Override
    public String toString() {
      return "keys";
    }
  }

  static S3Address of(URI address, Map<String, String> environment) {
    var parts = AddressParts.of(address, SPELLING);
    var endpoint = parts.endpoint();
    var region = Optional.ofNullable(parts.settings().get("region"));
    if (endpoint.isEmpty() && region.isEmpty()) {
      throw new IllegalArgumentException("needs a region or an endpoint: write " + SPELLING.form());
    }
    return new S3Address(
        parts.bucket(),
        parts.prefix(),
        endpoint,
        region.orElse(NO_REGION),
        parts.readers(),
        new Keys(key(environment, ID), key(environment, SECRET)));
  }

  private static String key(Map<String, String> environment, String name) {
    var key = environment.getOrDefault(name, "").strip();
    if (key.isEmpty()) {
      throw new IllegalArgumentException(
          "needs " + SPELLING.keys() + " in the environment, and " + name + " is not there");
    }
    return key;
  }

  @Override
  public Store open(long partBytes) {
    return new S3Store(this, partBytes);
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + prefix + endpoint.map(it -> " at " + it).orElse("");
  }
}
