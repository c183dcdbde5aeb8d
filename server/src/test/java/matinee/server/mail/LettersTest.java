package matinee.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the letters say.
final class LettersTest {
  private static final Address ANN = new Address("ann@example.org");
  private static final URI LINK = URI.create("https://films.example.org/confirm?a=1&b=2");
  private static final URI STOP_PAGE = URI.create("https://films.example.org/no-letters#token=t");
  private static final Stop STOP =
      new Stop("a digest", URI.create("https://films.example.org/api/letters/stop/t"));
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  static Letter letter(Kind kind, Language language, String name) {
    return switch (kind) {
      case CONFIRMATION -> Letters.confirmation(ANN, language, name, LINK);
      case PASSWORD_RESET -> Letters.passwordReset(ANN, language, name, LINK);
      case ADDRESS_CHANGE -> Letters.addressChange(ANN, language, name, LINK);
      case ADDRESS_NOTICE -> Letters.addressNotice(ANN, language, name, LINK);
      case ADDRESS_TAKEN -> Letters.addressTaken(ANN, language, name, LINK);
      case INVITATION -> invitation(language, name, "Friday", "Bring popcorn");
      case REMINDER ->
          Letters.reminder(ANN, language, name, new Letters.Soon("Nosferatu", "20:15", LINK));
      case TEST -> Letters.test(ANN, language);
    };
  }

  private static Letter invitation(Language language, String name, String room, String note) {
    return Letters.invitation(
        ANN, language, new Letters.Asking(name, room, note, LINK, STOP_PAGE), STOP);
  }

  static Stream<Letter> all() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                Stream.of(Language.values()).map(language -> letter(kind, language, "Bob <b>&")));
  }

  private static Set<String> places(Template template) {
    var texts =
        template.subject()
            + template.body().stream().map(String::valueOf).collect(Collectors.joining());
    return PLACE
        .matcher(texts)
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_language_says_what_there_is_to_say_and_no_more(Kind kind) {
    var asked = new HashSet<>(kind.parameters());
    boolean hasLink = asked.remove("link");
    boolean hasStop = asked.remove("stop");

    for (var language : Language.values()) {
      var template = Templates.of(kind, language);

      assertThat(places(template)).isEqualTo(asked);
      assertThat(
              template.body().stream().filter(Template.Paragraph.Button.class::isInstance).count())
          .isEqualTo(hasLink ? 1 : 0);
      assertThat(
              template.body().stream()
                  .filter(Template.Paragraph.Stopping.class::isInstance)
                  .count())
          .isEqualTo(hasStop ? 1 : 0);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_letter_says_the_same_in_plain_text_and_in_html_and_leaves_no_place_empty(Letter letter) {
    boolean asks = letter.kind() != Kind.TEST;

    assertThat(letter.subject()).isNotBlank().doesNotContain("{");
    assertThat(letter.plain()).doesNotContainPattern(PLACE).doesNotContain("&amp;", "&lt;");
    assertThat(letter.html())
        .doesNotContainPattern(PLACE)
        .doesNotContain("Bob <b>")
        .contains("<html lang=\"" + letter.language().tag() + "\">");
    assertThat(letter.plain().contains("Bob <b>&")).isEqualTo(asks);
    assertThat(letter.html().contains("Bob &lt;b&gt;&amp;")).isEqualTo(asks);
    assertThat(letter.plain().contains(":\n" + LINK + "\n")).isEqualTo(asks);
    assertThat(letter.html().contains("href=\"https://films.example.org/confirm?a=1&amp;b=2\""))
        .isEqualTo(asks);
  }

  @Test
  void a_confirmation_in_plain_text_reads_like_this() {
    assertThat(Letters.confirmation(ANN, Language.EN, "Ann", LINK).plain())
        .isEqualTo(
            """
            Hello Ann,

            somebody registered with Matinee and gave this address. If that was you, please confirm it.

            This is my address:
            https://films.example.org/confirm?a=1&b=2

            If it was not you, there is nothing to do: without confirmation nothing more comes of it.
            """);
  }

  @Test
  void a_name_that_looks_like_a_place_or_like_html_is_only_a_name() {
    var nasty = "\"><img src='x'> $1 {name}";
    var letter = invitation(Language.EN, "{link}", nasty, nasty);

    assertThat(letter.subject()).isEqualTo("{link} invites you to watch together");
    assertThat(letter.html())
        .contains("{link} would like")
        .contains("&quot;&gt;&lt;img src=&#39;x&#39;&gt; $1 {name}")
        .doesNotContain("<img");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "Bob\r\nBcc: eve@example.org",
        "Bob\nX: y",
        "Bob\rX: y",
        "Bob\u0000",
        "Bob\u0085",
        "Bob\u2028",
        "Bob\uD83C"
      })
  void a_name_that_would_be_more_than_a_line_is_refused(String name) {
    assertThatThrownBy(() -> invitation(Language.EN, name, "Friday", ""))
        .isInstanceOf(IllegalArgumentException.class);
    if (!name.isEmpty()) {
      assertThatThrownBy(() -> invitation(Language.EN, "Bob", name, ""))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> invitation(Language.EN, "Bob", "", name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @Tag("W-16")
  void an_invitation_in_plain_text_reads_like_this() {
    assertThat(invitation(Language.EN, "Bob", "Friday", "Bring popcorn").plain())
        .isEqualTo(
            """
            Hello,

            Bob would like to watch something with you. Open the link and give a name; you need no \
            account. It is for you alone, and works once; there you can also say that you do not come.

            > Bring popcorn

            The room is called Friday.

            Come in:
            https://films.example.org/confirm?a=1&b=2

            If you do not know Bob, leave this letter be.

            Get no more invitations from Matinee at this address:
            https://films.example.org/no-letters#token=t
            """);
    assertThat(invitation(Language.EN, "Bob", "", "").plain())
        .doesNotContain("> ", "The room is called");
  }

  @Test
  @Tag("W-16")
  void what_others_write_leads_nowhere() {
    var letter =
        invitation(
            Language.EN,
            "www.evil.example",
            "mailto:eve@evil.example",
            "see https://evil.example/a. Now");

    for (var text : List.of(letter.plain(), letter.html(), letter.subject())) {
      assertThat(text).doesNotContain("evil.example", "@evil", "mailto:e", "https://e");
    }
    assertThat(letter.plain().replace("\u200b", ""))
        .contains("www.evil.example", "see https://evil.example/a. Now");
  }

  @Test
  void a_name_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> Letters.confirmation(ANN, Language.EN, "x".repeat(201), LINK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "ftp://example.org/", "/confirm", "https:///x"})
  void a_link_that_leads_to_no_web_page_is_refused(String link) {
    assertThatThrownBy(() -> Letters.passwordReset(ANN, Language.EN, "Ann", URI.create(link)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whose_language_is_not_written_gets_english() {
    assertThat(Stream.of("de-AT", "ru", "en-GB", "fr", "", "!").map(Language::of))
        .containsExactly(
            Language.DE, Language.RU, Language.EN, Language.EN, Language.EN, Language.EN);
  }
}
