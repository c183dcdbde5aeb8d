package matinee.server.conversations;

import java.util.List;
import matinee.server.accounts.AccountId;

/// A conversation as it stands in a list: with whom, whether something may be said in it, its
/// newest message (one), and how many of the other's are not read; of more than 99 it says 99.
public record Talk(
    AccountId with, String name, String note, boolean isOpen, List<Message> newest, int unread) {

  /// What `unread` says at most.
  public static final int MOST_UNREAD = 99;
}
