package matinee.server.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import matinee.server.accounts.AccountId;

/// Something that one of two said, by its number in their conversation; `change` is which change of
/// the conversation was the last that concerned it.
public record Message(long number, long change, AccountId by, Instant at, Content content) {

  /// What is in it now.
  public sealed interface Content {}

  /// These words; `edited` is when they were last changed.
  public record Said(String text, Optional<Instant> edited) implements Content {}

  /// That its author asks the other to watch together. It is open until `answer` is there, or until
  /// [#OPEN_FOR] is over.
  public record Invited(Invitation to, Optional<InvitationAnswer> answer) implements Content {
    public static final Duration OPEN_FOR = Duration.ofHours(24);
  }

  /// Nothing any more: its author took it back.
  public record Deleted() implements Content {}
}
