package matinee.server.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Something that was done: when, by whom, what, to what, from which network address.
///
/// `at` is whole milliseconds; `details` is a JSON object of texts, such as what was there before
/// and after.
public record Entry(
    Instant at, String actor, String action, String target, String origin, String details) {
  private static final int LONGEST = 8_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  public Entry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// A new one, with `details` in the order of their names. Throws `IllegalArgumentException` when
  /// a text is longer than 8,000 UTF-16 units or holds U+0000, which PostgreSQL does not keep.
  public static Entry of(
      Instant at,
      String actor,
      String action,
      String target,
      String origin,
      Map<String, String> details) {
    var json = JSON.writeValueAsString(new TreeMap<>(details));
    for (var text : List.of(actor, action, target, origin, json)) {
      if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "a text of an entry has at most " + LONGEST + " characters, and no U+0000");
      }
    }
    return new Entry(at, actor, action, target, origin, json);
  }
}
