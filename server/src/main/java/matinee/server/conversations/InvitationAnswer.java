package matinee.server.conversations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By which an invitation ends.
public enum InvitationAnswer {
  ACCEPTED,
  DECLINED,
  /// By who invited.
  WITHDRAWN;

  /// As it stands in rows and requests.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that is written so.
  public static Optional<InvitationAnswer> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findAny();
  }
}
