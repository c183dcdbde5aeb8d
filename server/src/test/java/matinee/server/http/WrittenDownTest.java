package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import matinee.server.audit.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do with accounts, written down as they ask for it.
final class WrittenDownTest {
  @TempDir private Path data;
  private House house;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    browser = new Browser(house);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void what_is_done_is_written_down_with_the_address_from_which_it_was() throws Exception {
    browser.register();
    browser.signIn(Browser.PASSWORD);
    browser.signIn("wrong password");

    assertThat(house.writtenDown())
        .extracting(Entry::action, Entry::origin)
        .containsExactly(
            tuple("account.register", "127.0.0.1"), tuple("session.begin", "127.0.0.1"));
  }
}
