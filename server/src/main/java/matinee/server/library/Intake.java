package matinee.server.library;

/// What came of an upload.
public sealed interface Intake {

  /// The film is in the library, its bytes on the disk.
  record Taken(Film film) implements Intake {}

  /// It has, or says that it has, more than `limitBytes`.
  record TooLarge(long limitBytes) implements Intake {}

  /// Its content is none of [Format].
  record NotPlayable() implements Intake {}

  /// There are no bytes in it.
  record Empty() implements Intake {}

  /// The disk, or the part of it that films may take, is full.
  record NoSpace() implements Intake {}

  /// As many uploads as the server takes at once are under way.
  record Busy() implements Intake {}

  /// The sender went away before the end.
  record BrokenOff() implements Intake {}
}
