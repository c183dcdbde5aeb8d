package matinee.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which bytes of a content a `Range` field asks for (RFC 9110, section 14).
sealed interface Selection {

  /// There is no range to obey: everything is sent (200).
  record Whole() implements Selection {}

  /// One span (206 with `Content-Range`).
  record One(Span span) implements Selection {}

  /// Two to [#MAX_PARTS] spans, none overlapping another, in the order in which they were asked for
  /// (206 as `multipart/byteranges`).
  record Many(List<Span> spans) implements Selection {
    public Many {
      spans = List.copyOf(spans);
    }
  }

  /// Nothing that was asked for is there (416).
  record Unsatisfiable() implements Selection {}

  int MAX_PARTS = 5;
  int MAX_SPECS = 100;

  /// What the heads of one part weigh at most, in bytes.
  int PART_OVERHEAD = 200;

  /// What `fields`, the values of all `Range` fields of a request, ask of a content of `size`
  /// bytes.
  ///
  /// A field that is malformed, stands twice, names another unit, or would cost more than the whole
  /// (over [#MAX_PARTS] parts after joining what overlaps, or parts that weigh more than the
  /// content) is ignored.
  static Selection of(List<String> fields, long size) {
    if (fields.size() != 1) {
      return new Whole();
    }
    return RangeSet.parse(fields.getFirst()).map(set -> choose(set, size)).orElseGet(Whole::new);
  }

  private static Selection choose(RangeSet set, long size) {
    var spans = joined(set.within(size));
    if (spans.isEmpty()) {
      // A suffix of an empty content can be satisfied, but no Content-Range can say so.
      return set.isSatisfiable(size) ? new Whole() : new Unsatisfiable();
    }
    if (spans.size() == 1) {
      return new One(spans.getFirst());
    }
    long weight = spans.stream().mapToLong(span -> span.length() + PART_OVERHEAD).sum();
    return spans.size() > MAX_PARTS || weight > size ? new Whole() : new Many(spans);
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (var span : spans) {
      var merged = span;
      int place = joined.size();
      for (var overlapping = firstOverlap(joined, merged);
          overlapping.isPresent();
          overlapping = firstOverlap(joined, merged)) {
        int index = overlapping.get();
        merged = merged.with(joined.remove(index));
        place = Math.min(place, index);
      }
      joined.add(place, merged);
    }
    return joined;
  }

  private static Optional<Integer> firstOverlap(List<Span> spans, Span span) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).overlaps(span)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
