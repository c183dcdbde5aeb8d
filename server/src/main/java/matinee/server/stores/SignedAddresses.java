package matinee.server.stores;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Addresses of objects of Google Cloud Storage at which whoever has one reads it for some time:
/// signed by the key of `account`, version 4 (`GOOG4-RSA-SHA256`).
///
/// Source: Google's "V4 signing process with your own program" and "Canonical requests".
record SignedAddresses(URI endpoint, ServiceAccount account) {
  private static final String ALGORITHM = "GOOG4-RSA-SHA256";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  /// Where an object is.
  record Place(String bucket, String key) {
    private String path() {
      return "/" + bucket + "/" + encoded(key).replace("%2F", "/");
    }
  }

  /// For reading what is at `place`, with `settings` that go along, good from `now` on for as long
  /// as `good` says, a week at most.
  URI of(Place place, Map<String, String> settings, Instant now, Duration good) {
    var query = query(settings, now, good);
    var signature = signature(toSign(place, query, now));
    return URI.create(endpoint + place.path() + "?" + query + "&X-Goog-Signature=" + signature);
  }

  private String query(Map<String, String> settings, Instant now, Duration good) {
    var all = new TreeMap<String, String>();
    settings.forEach((name, value) -> all.put(encoded(name), encoded(value)));
    all.put("X-Goog-Algorithm", ALGORITHM);
    all.put("X-Goog-Credential", encoded(account.email() + "/" + scope(now)));
    all.put("X-Goog-Date", MOMENT.format(now));
    all.put("X-Goog-Expires", Long.toString(good.toSeconds()));
    all.put("X-Goog-SignedHeaders", "host");
    return all.entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue())
        .collect(Collectors.joining("&"));
  }

  private static String scope(Instant now) {
    return DAY.format(now) + "/auto/storage/goog4_request";
  }

  /// The text that is signed for an address with `query`.
  String toSign(Place place, String query, Instant now) {
    var request =
        String.join(
            "\n",
            "GET",
            place.path(),
            query,
            "host:" + endpoint.getHost(),
            "",
            "host",
            "UNSIGNED-PAYLOAD");
    return String.join("\n", ALGORITHM, MOMENT.format(now), scope(now), sha256(request));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is in every JDK", e);
    }
  }

  private String signature(String text) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(account.key());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing an address", e);
    }
  }

  /// As RFC 3986 has it.
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
