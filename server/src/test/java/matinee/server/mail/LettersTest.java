package matinee.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the letters say.
final class LettersTest {
  private static final Address ANN = new Address("ann@example.org");
  private static final URI LINK = URI.create("https://films.example.org/confirm?a=1&b=2");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  static Letter letter(Kind kind, Language language, String name) {
    return switch (kind) {
      case CONFIRMATION -> Letters.confirmation(ANN, language, name, LINK);
      case PASSWORD_RESET -> Letters.passwordReset(ANN, language, name, LINK);
      case ADDRESS_CHANGE -> Letters.addressChange(ANN, language, name, LINK);
      case ADDRESS_NOTICE -> Letters.addressNotice(ANN, language, name, LINK);
      case ADDRESS_TAKEN -> Letters.addressTaken(ANN, language, name, LINK);
      case INVITATION -> Letters.invitation(ANN, language, name, "Friday", LINK);
      case TEST -> Letters.test(ANN, language);
    };
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

    for (var language : Language.values()) {
      var template = Templates.of(kind, language);

      assertThat(places(template)).isEqualTo(asked);
      assertThat(
              template.body().stream().filter(Template.Paragraph.Button.class::isInstance).count())
          .isEqualTo(hasLink ? 1 : 0);
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
    var letter = Letters.invitation(ANN, Language.EN, "{link}", "\"><img src='x'> $1 {name}", LINK);

    assertThat(letter.subject()).isEqualTo("{link} invites you to \"><img src='x'> $1 {name}");
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
    assertThatThrownBy(() -> Letters.invitation(ANN, Language.EN, name, "Friday", LINK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Letters.invitation(ANN, Language.EN, "Bob", name, LINK))
        .isInstanceOf(IllegalArgumentException.class);
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
