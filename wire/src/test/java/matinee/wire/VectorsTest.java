package matinee.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Replays the golden vectors; `browser/test` replays the same on the compiled module.
@Tag("WI2")
class VectorsTest {

  static List<Vectors.Valid> clientMessages() {
    return Vectors.valid("client");
  }

  static List<Vectors.Valid> serverMessages() {
    return Vectors.valid("server");
  }

  static List<Vectors.Malformed> malformedClientMessages() {
    return Vectors.malformed("client");
  }

  static List<Vectors.Malformed> malformedServerMessages() {
    return Vectors.malformed("server");
  }

  @ParameterizedTest
  @MethodSource("clientMessages")
  @Tag("WI6")
  void a_message_of_a_client_is_read_and_written(Vectors.Valid vector) {
    assertThat(ClientMessages.decode(vector.text()))
        .isInstanceOfSatisfying(
            Decoded.Value.class,
            read ->
                assertThat(ClientMessages.encode((ClientMessage) read.value()))
                    .isEqualTo(vector.canonical()));
  }

  @ParameterizedTest
  @MethodSource("serverMessages")
  @Tag("WI4")
  void a_message_of_the_server_is_read_and_written(Vectors.Valid vector) {
    assertThat(ServerMessages.decode(vector.text()))
        .isInstanceOfSatisfying(
            Decoded.Value.class,
            read ->
                assertThat(ServerMessages.encode((ServerMessage) read.value()))
                    .isEqualTo(vector.canonical()));
  }

  @ParameterizedTest
  @MethodSource("malformedClientMessages")
  @Tag("WI3")
  void a_malformed_message_of_a_client_is_refused(Vectors.Malformed vector) {
    assertRefused(vector, ClientMessages::decode);
  }

  @ParameterizedTest
  @MethodSource("malformedServerMessages")
  void a_malformed_message_of_the_server_is_refused(Vectors.Malformed vector) {
    assertRefused(vector, ServerMessages::decode);
  }

  private static <T> void assertRefused(
      Vectors.Malformed vector, Function<String, Decoded<T>> decode) {
    var decoded = decode.apply(vector.text());

    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Malformed.class,
            malformed -> {
              assertThat(malformed.field()).isEqualTo(shortened(vector.field()));
              assertThat(malformed.message()).isNotBlank();
            });
  }

  /// Paths of over 100 characters are cut off there.
  private static String shortened(String field) {
    return field.length() <= 100 ? field : field.substring(0, 100) + "...";
  }
}
