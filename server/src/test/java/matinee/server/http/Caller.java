package matinee.server.http;

import java.util.Locale;

/// Who asks for something: the columns of the matrix of rights over HTTP.
enum Caller {
  /// Shows nothing.
  NOBODY,
  /// Owns another room, and shows its pass.
  STRANGER,
  /// Was in the room and is banned, and shows the pass from then.
  BANNED,
  /// A companion of the owner of the room.
  COMPANION,
  WATCHER,
  GUEST,
  MEMBER,
  HOST,
  OWNER,
  /// Is signed in, and what is asked for belongs to the account; has no place in the room.
  ACCOUNT,
  /// Is signed in, and what is asked for belongs to another account.
  OTHER,
  /// Shows what alone opens this door: the token of a letter, a link or an invitation, or the proof
  /// of being a server of another region. Where there is no such thing nobody can.
  PROOF;

  /// As the document and the guide write it.
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
