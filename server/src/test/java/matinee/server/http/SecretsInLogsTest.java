package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Everything by which people show who they are, used well and badly, with everything logged that
/// can be: none of it is in the log, in the audit trail, in the figures, or in what is answered to
/// who shows it where it does not belong.
final class SecretsInLogsTest {
  private static final String BASE = "https://films.example.org";
  private static final String WRONG_PASSWORD = "wrong horse battery";
  private static final String NEW_PASSWORD = "another horse entirely";

  /// It runs in this process too, is somebody else's, and logs each letter that it takes.
  private static final String MAIL_SERVER = "com.icegreen.";

  @TempDir private Path data;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Set<String> secrets = new LinkedHashSet<>();
  private final PatternLayout layout = new PatternLayout();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final AppenderBase<ILoggingEvent> everything =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
          if (!line.getLoggerName().startsWith(MAIL_SERVER)) {
            lines.add(layout.doLayout(line));
          }
        }
      };

  private Postbox post;
  private House house;

  @BeforeEach
  void open() throws Exception {
    layout.setContext(root.getLoggerContext());
    layout.setPattern("%logger %msg %mdc%n%xEx");
    layout.start();
    everything.start();
    root.addAppender(everything);
    root.setLevel(Level.DEBUG);
    post = new Postbox();
    house = new House(data, post.settings(), List.of(URI.create(BASE)));
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    post.close();
    root.setLevel(level);
    root.detachAppender(everything);
  }

  private static String token(String token) {
    return "{\"token\":\"%s\"}".formatted(token);
  }

  private String secret(String value) {
    secrets.add(value);
    return value;
  }

  private boolean tellsSecret(String text) {
    return secrets.stream().anyMatch(text::contains);
  }

  private void signInAndOut() throws Exception {
    var browser = new Browser(house);
    browser.register();
    browser.signIn(secret(WRONG_PASSWORD));
    browser.signIn(secret(Browser.PASSWORD));
    browser.cookies().values().forEach(this::secret);
    var access = secret(browser.access());
    browser.post("/api/accounts/confirm", token(secret(house.letters().confirmationToken(access))));
    browser.post("/api/accounts/confirm", token("x"));
    house.advanceMs(60_000);
    browser.refresh();
    browser.cookies().values().forEach(this::secret);
    secret(browser.access());
    var reset = secret(house.letters().resetToken(Browser.EMAIL));
    var choice = "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(reset, secret(NEW_PASSWORD));
    browser.post("/api/accounts/reset", choice);
    browser.post("/api/accounts/reset", choice);
  }

  private void visitRoom() throws Exception {
    var film = house.upload("a.webm", Samples.webm(1_000, 1)).json().path("film").asString();
    var room = house.room(film);
    var path = "/api/rooms/" + room;
    var ticket = house.post(path + "/tickets", "{\"name\":\"Ann\"}").json().path("ticket");
    secret(ticket.asString());
    house.get("/sync?ticket=" + ticket.asString());
    try (var guest = house.enter(room)) {
      var pass = "Authorization: Bearer " + secret(guest.pass());
      var url = guest.address(film).json().path("url").asString();
      secret(url.substring(url.indexOf('?') + 1));
      house.get(url);
      var link = house.ask("POST " + path + "/companions/links", pass).json().path("token");
      var companion = house.post(path + "/companions", token(secret(link.asString())));
      secret(companion.json().path("pass").asString());
      var offer = "{\"standing\":\"GUEST\",\"uses\":1}";
      var made = house.post(path + "/invitations", offer, pass).json();
      var invitation = secret(made.path("token").asString());
      var coming = "{\"name\":\"Bob\",\"invitation\":\"" + invitation + "\"}";
      house.post(path + "/invitations/look", token(invitation));
      house.post(path + "/tickets", coming);
      house.post(path + "/tickets", coming);
    }
  }

  private void inviteByLetter() throws Exception {
    house.advanceMs(60_000);
    var room = house.room();
    var host = Browser.confirmed(house, "host@example.org", "Host");
    try (var guest = Guest.enter(house, room, host)) {
      var letters = "/api/rooms/" + room + "/invitations/letters";
      var wanted = "{\"standing\":\"GUEST\",\"to\":[\"ben@example.org\"]}";
      house.post(letters, wanted, "Authorization: Bearer " + secret(guest.pass()));
      var token = secret(post.letterTo("ben@example.org", 3).token());
      house.post("/api/rooms/" + room + "/invitations/decline", token(token));
    }
  }

  @Test
  @Tag("V-01")
  void what_people_show_is_written_nowhere_and_told_to_nobody() throws Exception {
    signInAndOut();
    visitRoom();
    inviteByLetter();
    var room = "/api/rooms/" + house.room();

    var told = new ArrayList<String>();
    for (var secret : List.copyOf(secrets)) {
      house.advanceMs(60_000);
      told.add(house.get("/api/me", "Authorization: Bearer " + secret).text());
      told.add(house.get(room + "/chat", "Authorization: Bearer " + secret).text());
      told.add(house.post("/api/sessions/refresh", token(secret)).text());
      told.add(house.post("/api/accounts/confirm", token(secret)).text());
      told.add(
          house
              .post(
                  room + "/tickets", "{\"name\":\"Ann\",\"pass\":\"%s\"}".formatted(secret + "\\n"))
              .text());
      told.add(house.post(room + "/companions", token(secret)).text());
      told.add(house.post(room + "/invitations/look", token(secret)).text());
      told.add(house.get("/films/none?" + secret.replace(' ', '+')).text());
    }
    house.writtenDown().forEach(entry -> told.add(entry.toString()));
    told.add(house.get("/metrics").text());

    assertThat(lines).as("the log, where everything is logged").isNotEmpty();
    assertThat(lines).filteredOn(this::tellsSecret).isEmpty();
    assertThat(told).filteredOn(this::tellsSecret).isEmpty();
    assertThat(secrets).hasSizeGreaterThan(12);
  }
}
