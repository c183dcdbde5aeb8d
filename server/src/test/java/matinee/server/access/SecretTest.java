package matinee.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import matinee.room.MemberId;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.DeviceId;
import matinee.server.accounts.SessionId;
import matinee.server.journal.RoomId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key of the server, and what is proved with it: passes and grants.
final class SecretTest {
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");
  private static final RoomId OTHER_ROOM = new RoomId("another-room-of-ours");
  private static final MemberId ANN = new MemberId("ann");
  private static final FilmGrant GRANT =
      new FilmGrant(ROOM, Pass.of(ANN), "film", Instant.ofEpochMilli(1_000));

  @TempDir Path folder;
  private Path file;
  private Secret secret;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("secret");
    secret = Secret.open(file, new SecureRandom());
  }

  @Test
  void nobody_but_the_server_may_read_the_key() throws IOException {
    var permissions = Files.getPosixFilePermissions(file);

    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void the_key_stays_the_same() throws IOException {
    var pass = new Passes(secret).write(ROOM, Pass.of(ANN));

    var reopened = Secret.open(file, new SecureRandom());

    assertThat(new Passes(reopened).write(ROOM, Pass.of(ANN))).isEqualTo(pass);
  }

  @Test
  void another_key_proves_nothing() throws IOException {
    var other = Secret.open(folder.resolve("other"), new SecureRandom());

    assertThat(new Passes(other).read(ROOM, new Passes(secret).write(ROOM, Pass.of(ANN))))
        .isEmpty();
  }

  @Test
  void a_file_that_holds_no_key_is_refused() throws IOException {
    Files.writeString(file, "short");

    assertThatThrownBy(() -> Secret.open(file, new SecureRandom()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must hold 32 bytes");
  }

  @Test
  void every_pass_says_what_was_written_and_is_none_of_another_kind() {
    var passes = new Passes(secret);
    var session = new SessionId(new AccountId("account"), new DeviceId("device"));
    var kinds =
        List.of(
            Pass.of(ANN),
            Pass.of(ANN).ofCompanion("phone"),
            Pass.of(ANN, session),
            Pass.of(ANN, session).ofCompanion("phone"));

    for (var pass : kinds) {
      var text = passes.write(ROOM, pass);

      assertThat(passes.read(ROOM, text)).contains(pass);
      assertThat(passes.read(ROOM, text.replaceFirst("\\.[^.]*", ""))).isEmpty();
      assertThat(passes.read(ROOM, text.replaceFirst("\\.", ".more."))).isEmpty();
    }
  }

  @Test
  void a_pass_names_its_member_in_its_room_alone() {
    var passes = new Passes(secret);
    var pass = passes.write(ROOM, Pass.of(ANN));

    assertThat(passes.read(ROOM, pass)).isEqualTo(Optional.of(Pass.of(ANN)));
    assertThat(passes.read(OTHER_ROOM, pass)).isEmpty();
    assertThat(passes.read(ROOM, pass.replace("ann.", "ben."))).isEmpty();
    assertThat(passes.read(ROOM, pass.substring(0, pass.length() - 1))).isEmpty();
    assertThat(passes.read(ROOM, pass + "A")).isEmpty();
    assertThat(passes.read(ROOM, "ann")).isEmpty();
    assertThat(passes.read(ROOM, ".")).isEmpty();
    assertThat(passes.read(ROOM, "")).isEmpty();
    assertThat(passes.read(ROOM, "a".repeat(200) + ".")).isEmpty();
  }

  @Test
  void a_grant_is_signed_as_a_whole() {
    var grants = new FilmGrants(secret);
    var signature = grants.sign(GRANT);

    assertThat(grants.isSigned(GRANT, signature)).isTrue();
    assertThat(
            grants.isSigned(
                new FilmGrant(OTHER_ROOM, Pass.of(ANN), "film", GRANT.until()), signature))
        .isFalse();
    assertThat(
            grants.isSigned(
                new FilmGrant(ROOM, Pass.of(new MemberId("ben")), "film", GRANT.until()),
                signature))
        .isFalse();
    assertThat(
            grants.isSigned(new FilmGrant(ROOM, Pass.of(ANN), "films", GRANT.until()), signature))
        .isFalse();
    assertThat(
            grants.isSigned(
                new FilmGrant(ROOM, Pass.of(ANN), "film", Instant.ofEpochMilli(1_001)), signature))
        .isFalse();
  }

  @Test
  void fields_cannot_be_shifted_into_one_another() {
    assertThat(secret.prove("p", "ab", "c")).isNotEqualTo(secret.prove("p", "a", "bc"));
    assertThat(secret.prove("p", "a")).isNotEqualTo(secret.prove("p", "a", ""));
  }

  @Test
  void a_pass_is_no_signature() {
    var pass = new Passes(secret).write(ROOM, Pass.of(ANN));

    var proof = pass.substring(pass.indexOf('.') + 1);

    assertThat(new FilmGrants(secret).isSigned(GRANT, proof)).isFalse();
  }
}
