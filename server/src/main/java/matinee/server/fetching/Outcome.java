package matinee.server.fetching;

/// What became of a wish to read an address.
public sealed interface Outcome {
  /// What stands there, after all redirects: `address` is the last one, `status` and `type` (a
  /// media type with its parameters, or empty) are as its server says. Of `bytes` there are no more
  /// than were asked for; `isWhole` says whether that is all.
  record Fetched(WebAddress address, int status, String type, byte[] bytes, boolean isWhole)
      implements Outcome {
    /// Did its server give what was asked for?
    public boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  /// Nothing was read.
  record Refused(Refusal why) implements Outcome {}
}
