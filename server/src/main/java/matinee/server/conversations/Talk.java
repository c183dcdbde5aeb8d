package matinee.server.conversations;

import java.util.List;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.PortraitId;

/// A conversation as it stands in a list: with whom, whose name is empty if the account was
/// deleted, how a friend looks, whether something may be said in it, its newest message (one), and
/// how many of the other's are not read; of more than 99 it says 99.
public record Talk(
    AccountId with,
    Optional<String> name,
    String note,
    Optional<PortraitId> portrait,
    boolean isOpen,
    List<Message> newest,
    int unread) {

  /// What `unread` says at most.
  public static final int MOST_UNREAD = 99;
}
