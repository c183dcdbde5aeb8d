package matinee.server.access;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Tokens that nobody can guess, each standing for something once, within its lifetime, at every
/// server with the same [Secret] and the same [Spent].
///
/// A token carries what it stands for under a [Seal]: issuing one writes nothing down, and what is
/// no token of ours is refused without asking the store. Never blocks. Safe for use by any thread.
final class OneUse<T> {
  private final Seal seal;
  private final Spent spent;
  private final InstantSource clock;
  private final Duration lifetime;
  private final Form<T> form;

  /// How a meaning is written into a token; what is read is what was written.
  interface Form<T> {
    void write(T meaning, DataOutputStream out) throws IOException;

    T read(DataInputStream in) throws IOException;
  }

  private record Token<T>(String id, Instant until, T meaning) {}

  OneUse(Seal seal, Spent spent, InstantSource clock, Duration lifetime, Form<T> form) {
    this.seal = seal;
    this.spent = spent;
    this.clock = clock;
    this.lifetime = lifetime;
    this.form = form;
  }

  /// A new token that stands for `meaning` once.
  String issue(T meaning) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(clock.instant().plus(lifetime).toEpochMilli());
      form.write(meaning, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return seal.close(bytes.toByteArray());
  }

  /// What `token` stands for, if it is good; it is not good again. Fails as [Spent#spend].
  CompletionStage<Optional<T>> redeem(String token) {
    var good = seal.open(token).map(this::read).filter(it -> clock.instant().isBefore(it.until()));
    if (good.isEmpty()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    var it = good.get();
    return spent
        .spend(it.id(), it.until())
        .thenApply(first -> first ? Optional.of(it.meaning()) : Optional.empty());
  }

  private Token<T> read(Seal.Opened opened) {
    try (var in = new DataInputStream(new ByteArrayInputStream(opened.content()))) {
      return new Token<>(opened.id(), Instant.ofEpochMilli(in.readLong()), form.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("sealed by a server of another kind", e);
    }
  }
}
