package matinee.server.library;

/// What came of an upload, or of a piece of one.
public sealed interface Intake {

  /// The film is in the library, its bytes on the disk.
  record Taken(Film film) implements Intake {}

  /// The upload can go on at its offset; nothing is wrong with what came so far.
  record Waiting(Upload upload) implements Intake {}

  /// Nothing is left of it, as was asked for.
  record Ended() implements Intake {}

  /// It has, or says that it has, more than `limitBytes`.
  record TooLarge(long limitBytes) implements Intake {}

  /// It is more than the `leftBytes` that its person may still upload.
  record QuotaUsedUp(long leftBytes) implements Intake {}

  /// Its content is none of [Format].
  record NotPlayable() implements Intake {}

  /// There are no bytes in it.
  record Empty() implements Intake {}

  /// The disk, or the part of it that films may take, is full.
  record NoSpace() implements Intake {}

  /// The store of films cannot be reached; all that came is kept, and the upload can go on.
  record StoreAway() implements Intake {}

  /// As many uploads as the server takes at once are under way.
  record Busy() implements Intake {}

  /// The sender went away before the end.
  record BrokenOff() implements Intake {}

  /// There is no such upload, or no more.
  record Unknown() implements Intake {}

  /// The upload is at `offsetBytes`, and not where the piece begins.
  record Elsewhere(long offsetBytes) implements Intake {}

  /// Somebody is writing to the upload just now.
  record Claimed() implements Intake {}

  /// The bytes of the piece are not those of its checksum; none of them was kept.
  record Damaged() implements Intake {}
}
