package matinee.room;

/// Says where a player gets its media from. The room never looks inside.
public sealed interface MediaRef {

  private static void checkUrl(String url) {
    if (url.length() > 2_048) {
      throw new IllegalArgumentException("url must have at most 2048 characters");
    }
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) <= ' ' || url.charAt(i) == 0x7f || Character.isSurrogate(url.charAt(i))) {
        throw new IllegalArgumentException("url must not hold spaces or control characters");
      }
    }
  }

  /// A film in this server's library, by its id.
  record Upload(String filmId) implements MediaRef {
    public Upload {
      Identifiers.check("film id", filmId);
    }
  }

  /// A web address that every member's player fetches by itself: `http` or `https`, at most 2,048
  /// characters.
  record Address(String url) implements MediaRef {
    public Address {
      if (!url.startsWith("https://") && !url.startsWith("http://")) {
        throw new IllegalArgumentException("url must begin with http:// or https://");
      }
      checkUrl(url);
    }
  }

  /// A film on a page of its site, where each member's browser plays it (ST1): the page's address,
  /// `https`, at most 2,048 characters, without a user's name or password.
  record Site(String url) implements MediaRef {
    private static final String SCHEME = "https://";

    public Site {
      if (!url.startsWith(SCHEME)) {
        throw new IllegalArgumentException("url must begin with https://");
      }
      checkUrl(url);
      int end = SCHEME.length();
      while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
        end++;
      }
      if (end == SCHEME.length() || url.substring(0, end).indexOf('@') >= 0) {
        throw new IllegalArgumentException("url must name a site, and nobody there");
      }
    }
  }

  /// A film of a site whose own player alone shows it (EM1): which site, and the film's `id` there,
  /// 1 to 64 of `A-Z a-z 0-9 _ - /`.
  record Embed(Provider provider, String id) implements MediaRef {
    private static final int MAX_LENGTH = 64;

    public Embed {
      boolean right = !id.isEmpty() && id.length() <= MAX_LENGTH;
      for (int i = 0; right && i < id.length(); i++) {
        right = isPart(id.charAt(i));
      }
      if (!right) {
        throw new IllegalArgumentException("id must be 1 to 64 of A-Z a-z 0-9 _ - /");
      }
    }

    private static boolean isPart(char it) {
      return (it >= 'a' && it <= 'z')
          || (it >= 'A' && it <= 'Z')
          || (it >= '0' && it <= '9')
          || "_-/".indexOf(it) >= 0;
    }
  }

  /// A file that each member has on an own disk and plays from there; nothing of it is sent (OC1).
  /// It is known by its fingerprint: its size in `bytes`, 1 to 2^53 - 1, and the `hash` of samples
  /// of it with a `salt`, in hexadecimal digits, small letters, 64 and 32 of them (OC4).
  record OwnCopy(long bytes, String salt, String hash) implements MediaRef {
    private static final long MAX_BYTES = (1L << 53) - 1;

    public OwnCopy {
      if (bytes < 1 || bytes > MAX_BYTES) {
        throw new IllegalArgumentException("bytes must be 1 to " + MAX_BYTES);
      }
      checkDigits("salt", salt, 32);
      checkDigits("hash", hash, 64);
    }

    private static void checkDigits(String what, String value, int count) {
      boolean right = value.length() == count;
      for (int i = 0; right && i < count; i++) {
        right = "0123456789abcdef".indexOf(value.charAt(i)) >= 0;
      }
      if (!right) {
        throw new IllegalArgumentException(what + " must be " + count + " of 0-9 a-f");
      }
    }
  }
}
