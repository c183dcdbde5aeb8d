package matinee.server.immudb;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Where an immudb is, its HTTP interface at `base` (without a path), how one signs in there, and
/// which of its databases is written to.
public record ImmudbAddress(URI base, String user, String password, String database) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<base>https?)://(?<user>[^:@/?#\\s]+):(?<password>[^@/?#\\s]+)@"
              + "(?<host>[^@:/?#,\\s]+(:\\d{1,5})?)/(?<database>[A-Za-z0-9_]{1,128})");

  /// What `text` names. Throws `IllegalArgumentException`, without the password, which says how to
  /// write it.
  public static ImmudbAddress parse(String text) {
    var found = WRITTEN.matcher(text.strip());
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "write it like https://USER:PASSWORD@HOST:8080/DATABASE, with %40 for an @ in the"
              + " password");
    }
    return new ImmudbAddress(
        URI.create(found.group("base") + "://" + found.group("host")),
        decoded(found.group("user")),
        decoded(found.group("password")),
        found.group("database"));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Without the password.
  @Override
  public String toString() {
    return base + "/" + database;
  }
}
