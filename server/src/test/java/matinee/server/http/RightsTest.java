package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import matinee.server.Config;
import matinee.server.http.ApiDocument.Operation;
import matinee.server.relays.IceServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The matrix of rights: whoever asks for whatever can be asked for over HTTP is let in if
/// `x-may` of protocol/openapi.yaml says so, and else is not. An operation without `x-may` fails.
final class RightsTest {
  /// Or some things would be asked for too often.
  private static final long BETWEEN_MS = 20_000;

  /// Done, or refused to who asks; anything else is a mistake of this test.
  private static final Set<Integer> ANSWERS = Set.of(200, 201, 202, 204, 400, 401, 403, 404, 409);

  /// Whose thing it is comes last, and may end it.
  private static final List<Caller> IN_TURN =
      Stream.concat(
              Stream.of(Caller.values()).filter(it -> it != Caller.ACCOUNT),
              Stream.of(Caller.ACCOUNT))
          .toList();

  private final ApiDocument document = ApiDocument.read();

  @TempDir private Path data;
  private Postbox post;
  private House house;
  private String film = "";
  private int circles;

  @BeforeEach
  void open() throws Exception {
    post = new Postbox();
    var place =
        new Config.Place(
            List.of(URI.create("https://eu.example.org")),
            Set.of(),
            OtherRegion.REGIONS,
            true,
            true,
            IceServers.NONE);
    house = new House(data, post.settings(), place);
    film = house.upload("a.webm", Samples.webm(1_000, 1)).json().path("film").asString();
    house.render(film, "#EXTM3U\n");
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    post.close();
  }

  @Test
  @Tag("A-01")
  void whoever_may_is_let_in_and_nobody_else_is() throws Exception {
    var found = new ArrayList<String>();
    for (var operation : document.operations()) {
      found.add(row(operation, letIn(operation)));
    }

    assertThat(found)
        .containsExactlyElementsOf(
            document.operations().stream().map(it -> row(it, document.callers(it))).toList());
  }

  @Test
  @Tag("A-01")
  void the_guide_shows_the_matrix_of_the_document() throws Exception {
    var callers = Stream.of(Caller.values()).map(Caller::title);
    var lines = new ArrayList<String>();
    lines.add(RightsGuide.line(Stream.concat(Stream.of("operation"), callers).toList()));
    lines.add(RightsGuide.rule(1 + Caller.values().length));
    for (var operation : document.operations()) {
      var may = document.callers(operation);
      var cells = Stream.of(Caller.values()).map(it -> may.contains(it) ? "yes" : "·");
      var name = operation.id();
      lines.add(RightsGuide.line(Stream.concat(Stream.of(name), cells).toList()));
    }

    assertThat(RightsGuide.table("Over HTTP")).containsExactlyElementsOf(lines);
  }

  private static String row(Operation operation, Set<Caller> callers) {
    return operation.id() + " " + new TreeSet<>(callers);
  }

  /// Who of all callers is answered when asking for `operation`, one after the other.
  private Set<Caller> letIn(Operation operation) throws Exception {
    var letIn = EnumSet.noneOf(Caller.class);
    circles++;
    house.advanceMs(3_600_000);
    try (var evening = new Evening(house, film)) {
      var asking = new Asking(house, evening, new Circle(house, circles), document);
      for (var caller : IN_TURN) {
        house.advanceMs(BETWEEN_MS);
        var status = asking.ask(operation, caller).status();
        assertThat(status).as(operation + " by " + caller).isIn(ANSWERS);
        if (status / 100 == 2) {
          letIn.add(caller);
        }
      }
    }
    return letIn;
  }
}
