package matinee.server.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import matinee.server.Config.UploadLimits;
import matinee.server.background.FewThreads;

/// Writes a piece behind what there is of an upload, judges the film by its first bytes as soon as
/// they are there, and notes how far it has come: every [#NOTED_BYTES], or every [#NOTED_EVERY],
/// and at the end, each time after these bytes have reached the disk. Of a piece with a checksum
/// nothing is noted before all of it has proved right. Used once, by one thread.
final class Appending {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final long NOTED_BYTES = 8L * 1024 * 1024;
  private static final Duration NOTED_EVERY = Duration.ofSeconds(2);

  /// What an appending works with.
  record Tools(
      Shelf shelf,
      UploadRows rows,
      Claims claims,
      Reservations reservations,
      FewThreads summing,
      UploadLimits limits,
      InstantSource clock) {}

  sealed interface Result {}

  /// All bytes of the film are on the disk.
  record Whole(Format format, long sizeBytes) implements Result {}

  /// Not all of them, as many as are noted.
  record Some(long offset, Instant expires) implements Result {}

  /// It ended as `why` says. What is noted stays, unless it `isHopeless`.
  record Ended(Intake why, boolean isHopeless) implements Result {}

  private final Tools tools;
  private final Upload upload;
  private final Claim claim;
  private final Piece piece;
  private final Optional<MessageDigest> seen;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private Optional<Format> format = Optional.empty();
  private Optional<Reach> reach = Optional.empty();
  private long reservedBytes;
  private long notedBytes;
  private Instant notedAt;

  Appending(Tools tools, Upload upload, Claim claim, Piece piece) {
    this.tools = tools;
    this.upload = upload;
    this.claim = claim;
    this.piece = piece;
    seen = piece.checksum().map(it -> it.algorithm().begin());
    reservedBytes = upload.sizeBytes().orElse(0);
    notedBytes = upload.offsetBytes();
    notedAt = tools.clock().instant();
  }

  /// Throws `IOException` when the disk fails otherwise than by being full.
  Result run() throws IOException {
    try (var part = Part.open(tools.shelf().folder(), upload.id(), upload.offsetBytes())) {
      try {
        var ended = receive(part);
        return ended.isPresent() ? ended.get() : end(part);
      } catch (SenderGone _) {
        return ended(part, new Intake.BrokenOff());
      } catch (DiskFull _) {
        return ended(part, new Intake.NoSpace());
      }
    } catch (DiskFull _) {
      return new Ended(new Intake.NoSpace(), false);
    }
  }

  private Optional<Result> receive(Part part) throws IOException {
    int wanted = Formats.HEAD_BYTES;
    for (int read = fill(wanted); read > 0; read = fill(wanted)) {
      wanted = BUFFER_BYTES;
      var refusal = makeRoom(part.writtenBytes() + read, read);
      if (refusal.isPresent()) {
        return refusal.map(why -> ended(part, why));
      }
      part.write(ByteBuffer.wrap(buffer, 0, read));
      int count = read;
      seen.ifPresent(it -> it.update(buffer, 0, count));
      if (part.writtenBytes() >= headBytes() && !isPlayable(part)) {
        return Optional.of(new Ended(new Intake.NotPlayable(), true));
      }
      noteNowAndThen(part);
    }
    return Optional.empty();
  }

  private int fill(int wanted) throws SenderGone {
    if (!tools.claims().counts(claim)) {
      throw new SenderGone(new IOException("the claim was lost"));
    }
    return piece.bytes().fill(buffer, wanted);
  }

  /// How many bytes it takes to know what the film is.
  private long headBytes() {
    return Math.min(Formats.HEAD_BYTES, upload.sizeBytes().orElse(Formats.HEAD_BYTES));
  }

  private boolean isPlayable(Part part) throws IOException {
    if (format.isEmpty()) {
      format = Formats.of(part.head(Formats.HEAD_BYTES));
    }
    return format.isPresent();
  }

  /// Why there is no room for the film to have so many bytes, the last `more` of which come now.
  private Optional<Intake> makeRoom(long bytes, long more) throws IOException {
    long most = upload.sizeBytes().orElse(tools.limits().maxFilmBytes());
    if (bytes > most) {
      return Optional.of(new Intake.TooLarge(most));
    }
    Part.checkRoom(tools.shelf().folder(), more);
    if (bytes <= reservedBytes) {
      return Optional.empty();
    }
    reservedBytes = Math.min(most, (bytes / NOTED_BYTES + 1) * NOTED_BYTES);
    return tools.reservations().reserve(upload.id(), reservedBytes);
  }

  private void noteNowAndThen(Part part) throws IOException {
    boolean isMuch = part.writtenBytes() - notedBytes >= NOTED_BYTES;
    boolean isLong = !tools.clock().instant().isBefore(notedAt.plus(NOTED_EVERY));
    if (seen.isEmpty() && (isMuch || isLong)) {
      part.sync();
      note(part, part.writtenBytes());
    }
  }

  /// The last byte is noted with the film's row alone: whoever learns that all are there would send
  /// nothing more, and nobody would finish it.
  private Instant note(Part part, long arrived) throws IOException {
    long bytes = Math.min(arrived, upload.sizeBytes().orElse(Long.MAX_VALUE) - 1);
    notedAt = tools.clock().instant();
    var expires = notedAt.plus(piece.isWhole() ? Arrivals.IN_ONE_GO : tools.limits().unfinished());
    if (!tools.rows().note(claim, bytes, availableMs(part, bytes), expires)) {
      throw new SenderGone(new IOException("the claim was lost"));
    }
    notedBytes = bytes;
    return expires;
  }

  /// How far what is there plays (UP1).
  private long availableMs(Part part, long bytes) throws IOException {
    if (reach.isEmpty()) {
      reach = format.flatMap(part::reach);
    }
    return reach.isPresent() ? reach.get().availableMs(bytes) : 0;
  }

  /// All of the piece has come.
  private Result end(Part part) throws IOException {
    if (seen.isPresent() && !piece.checksum().orElseThrow().isOf(seen.get())) {
      return new Ended(new Intake.Damaged(), false);
    }
    long bytes = part.writtenBytes();
    part.sync();
    if (bytes < upload.sizeBytes().orElse(piece.isWhole() ? bytes : bytes + 1)) {
      return new Some(bytes, note(part, bytes));
    }
    if (bytes == 0) {
      return new Ended(new Intake.Empty(), true);
    }
    if (!isPlayable(part)) {
      return new Ended(new Intake.NotPlayable(), true);
    }
    note(part, bytes);
    return new Whole(format.orElseThrow(), bytes);
  }

  /// The piece ends early: what came of it is kept, unless it cannot be told whether it is right.
  private Result ended(Part part, Intake why) {
    try {
      if (seen.isEmpty() && part.writtenBytes() > notedBytes) {
        part.sync();
        note(part, part.writtenBytes());
      }
    } catch (IOException _) {
      // what was noted before is there in any case
    }
    return new Ended(why, false);
  }
}
