package matinee.server.mail;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A letter before it is known to whom: `{name}` stands where a name will be. Beside the frame
/// there is no HTML in it.
record Template(String subject, List<Paragraph> body, String frame) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
  private static final String LINK = "link";
  private static final String STOP = "stop";

  /// A part of a letter, which stands by itself.
  sealed interface Paragraph {

    /// Words; left out if there is nothing in a place of them, as a quote is.
    record Text(String text) implements Paragraph {}

    /// What somebody else says.
    record Quote(String text) implements Paragraph {}

    /// The link of the letter, under these words.
    record Button(String label) implements Paragraph {}

    /// Where to have no more such letters sent, under these words.
    record Stopping(String label) implements Paragraph {}
  }

  String subject(Map<String, String> parameters) {
    return fill(subject, parameters, UnaryOperator.identity());
  }

  String plain(Map<String, String> parameters) {
    return said(parameters)
        .map(
            part ->
                switch (part) {
                  case Paragraph.Text(var text) -> fill(text, parameters, UnaryOperator.identity());
                  case Paragraph.Quote(var text) ->
                      "> " + fill(text, parameters, UnaryOperator.identity());
                  case Paragraph.Button(var label) -> label + ":\n" + parameters.get(LINK);
                  case Paragraph.Stopping(var label) -> label + ":\n" + parameters.get(STOP);
                })
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  /// The parts that say something.
  private Stream<Paragraph> said(Map<String, String> parameters) {
    return body.stream()
        .filter(
            part ->
                switch (part) {
                  case Paragraph.Text(var text) -> isFilled(text, parameters);
                  case Paragraph.Quote(var text) -> isFilled(text, parameters);
                  case Paragraph.Button _, Paragraph.Stopping _ -> true;
                });
  }

  private static boolean isFilled(String text, Map<String, String> parameters) {
    return PLACE
        .matcher(text)
        .results()
        .noneMatch(it -> parameters.getOrDefault(it.group(1), "").isEmpty());
  }

  String html(Language language, Map<String, String> parameters) {
    var parts =
        said(parameters)
            .map(
                part ->
                    switch (part) {
                      case Paragraph.Text(var text) ->
                          "<p>" + fill(escaped(text), parameters, Template::escaped) + "</p>";
                      case Paragraph.Quote(var text) ->
                          "<blockquote>"
                              + fill(escaped(text), parameters, Template::escaped)
                              + "</blockquote>";
                      case Paragraph.Stopping(var label) ->
                          fill(
                              "<p class=\"link\"><a href=\"{stop}\">" + escaped(label) + "</a></p>",
                              parameters,
                              Template::escaped);
                      case Paragraph.Button(var label) ->
                          fill(
                              "<p><a class=\"button\" href=\"{link}\">"
                                  + escaped(label)
                                  + "</a></p>\n<p class=\"link\">{link}</p>",
                              parameters,
                              Template::escaped);
                    })
            .collect(Collectors.joining("\n"));
    return fill(
        frame,
        Map.of("language", language.tag(), "subject", escaped(subject(parameters)), "body", parts),
        UnaryOperator.identity());
  }

  /// `text` with its places filled, once: what stands in a parameter is no place.
  private static String fill(
      String text, Map<String, String> parameters, UnaryOperator<String> written) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    written.apply(parameters.getOrDefault(place.group(1), ""))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
