package matinee.chaos;

import matinee.room.CommandId;
import matinee.room.Wish;

/// One line of a member's history. `atMs` is the trial's own clock, from its start.
sealed interface Entry {
  double atMs();

  /// A command was made; the member had seen the room up to `seen`.
  record Asked(double atMs, CommandId id, long seen, Wish wish) implements Entry {}

  /// The command was answered: it is in the history `epoch` at `revision`.
  record Accepted(double atMs, String epoch, CommandId id, long revision) implements Entry {}

  /// The command was answered: it is not.
  record Rejected(double atMs, String epoch, CommandId id, String reason) implements Entry {}

  /// `door` let the member in.
  record Entered(double atMs, String epoch, String door) implements Entry {}

  /// The member was shown the whole room, the state of which has this fingerprint.
  record Shown(double atMs, String epoch, long revision, long state) implements Entry {}

  /// The member was told an event, after which its copy has this fingerprint.
  record Told(double atMs, String epoch, long revision, long state) implements Entry {}

  /// What came did not follow what the member knew, and was not taken: `revision` came where it
  /// stood at `known`.
  record Gap(double atMs, String epoch, long known, long revision) implements Entry {}

  /// The connection ended, or the try for one.
  record Lost(double atMs, int code, String reason) implements Entry {}

  /// The member could not read what came, or was told that it had sent nonsense.
  record Nonsense(double atMs, String what) implements Entry {}

  /// An HTTP request was answered.
  record Status(double atMs, String path, int status) implements Entry {}
}
