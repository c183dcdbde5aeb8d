package matinee.room;

/// Says where a player gets its media from. The room never looks inside.
public sealed interface MediaRef {

  /// A film in this server's library, by its id.
  record Upload(String filmId) implements MediaRef {
    public Upload {
      Identifiers.check("film id", filmId);
    }
  }

  /// A web address that every member's player fetches by itself: `http` or `https`, at most 2,048
  /// characters.
  record Address(String url) implements MediaRef {
    private static final int MAX_LENGTH = 2_048;

    public Address {
      if (url.length() > MAX_LENGTH) {
        throw new IllegalArgumentException("url must have at most 2048 characters");
      }
      if (!url.startsWith("https://") && !url.startsWith("http://")) {
        throw new IllegalArgumentException("url must begin with http:// or https://");
      }
      for (int i = 0; i < url.length(); i++) {
        if (url.charAt(i) <= ' ' || url.charAt(i) == 0x7f || Character.isSurrogate(url.charAt(i))) {
          throw new IllegalArgumentException("url must not hold spaces or control characters");
        }
      }
    }
  }
}
