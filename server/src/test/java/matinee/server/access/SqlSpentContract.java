package matinee.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import matinee.server.sql.Database;
import matinee.server.sql.DatabaseFailure;
import org.junit.jupiter.api.Test;

/// What holds besides when used tokens are rows of a database.
abstract class SqlSpentContract extends SpentContract {

  /// Two servers' ways to one database, or one's twice.
  abstract List<Database> databases();

  @Override
  List<Spent> servers() {
    return databases().stream().<Spent>map(SqlSpent::new).toList();
  }

  @Test
  void rows_of_tokens_that_are_over_are_removed_a_few_at_a_time_and_no_others() {
    var spent = new SqlSpent(databases().getFirst());
    var over = UNTIL.plus(SqlSpent.AFTERWARDS);
    for (int i = 0; i < 1_200; i++) {
      told(spent.spend("old-" + i, UNTIL.minusMillis(1 + i)));
    }
    told(spent.spend("good", UNTIL));

    var removed = new ArrayList<Integer>();
    for (int some = spent.removeOld(over); some > 0; some = spent.removeOld(over)) {
      removed.add(some);
    }

    assertThat(removed).containsExactly(SqlSpent.AT_ONCE, SqlSpent.AT_ONCE, 200);
    assertThat(told(spent.spend("good", UNTIL))).isFalse();
    assertThat(told(spent.spend("old-0", UNTIL))).isTrue();
  }

  @Test
  void when_the_database_does_not_answer_nobody_is_told_that_a_token_was_good() {
    var spent = new SqlSpent(databases().getFirst());
    databases().getFirst().close();

    var asked = spent.spend("a", UNTIL).toCompletableFuture();

    assertThatThrownBy(() -> asked.get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(DatabaseFailure.class);
  }
}
