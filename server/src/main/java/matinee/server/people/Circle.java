package matinee.server.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.PortraitId;

/// What somebody has with other people, as they may see it themselves. `news` counts what was new
/// for them, so it is another number whenever something in here is; `isShown` tells whether their
/// friends may see that they are here.
public record Circle(
    Handle handle,
    long news,
    boolean isShown,
    List<Friend> friends,
    List<Asked> asked,
    List<Asking> asking,
    List<Blocked> blocked) {

  /// A friend, by the name of the account, and as it looks; `note` is what the owner calls the
  /// friend, empty if nothing else.
  public record Friend(
      AccountId id, String name, String note, Optional<PortraitId> portrait, Instant since) {}

  /// A request of the owner's own that is open as far as the owner is told; `to` is what was typed.
  public record Asked(String id, String to, Instant at) {}

  /// Somebody who wants to be the owner's friend.
  public record Asking(AccountId id, String name, Optional<PortraitId> portrait, Instant at) {}

  /// Somebody to whom the owner does not listen.
  public record Blocked(AccountId id, String name) {}
}
