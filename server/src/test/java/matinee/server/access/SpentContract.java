package matinee.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everybody does who remembers used tokens, wherever they are kept.
abstract class SpentContract {
  static final Instant UNTIL = Instant.ofEpochMilli(1_700_000_000_000L);

  /// Two servers' views of the same tokens.
  abstract List<Spent> servers();

  static boolean told(CompletionStage<Boolean> stage) {
    return stage.toCompletableFuture().join();
  }

  @Test
  @Tag("EN1")
  void a_token_is_used_once_wherever_it_is_shown() {
    var servers = servers();

    var first = told(servers.getFirst().spend("a", UNTIL));
    var again = told(servers.getFirst().spend("a", UNTIL));
    var elsewhere = told(servers.getLast().spend("a", UNTIL));
    var another = told(servers.getLast().spend("b", UNTIL));

    assertThat(List.of(first, again, elsewhere, another)).containsExactly(true, false, false, true);
  }

  @Test
  @Tag("EN1")
  void of_many_who_show_a_token_at_once_one_is_let_in() {
    var asked = new ArrayList<CompletionStage<Boolean>>();
    for (int token = 0; token < 50; token++) {
      for (int i = 0; i < 4; i++) {
        asked.add(servers().get(i % 2).spend("token-" + token, UNTIL));
      }
    }

    assertThat(asked.stream().filter(SpentContract::told)).hasSize(50);
  }
}
