package matinee.server.stores;

import java.io.IOException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What shows for some time who asks (OAuth 2, RFC 6749), until `end`. Its text does not tell it.
public record AccessToken(String text, Instant end) {

  /// The one in the `answer` of a token server (RFC 6749, 5.1) that was asked at `asked`. Throws
  /// `IOException` when there is none in it.
  static AccessToken of(String answer, Instant asked) throws IOException {
    try {
      var told = JsonMapper.shared().readTree(answer);
      var text = told.path("access_token").asString("");
      long seconds = told.path("expires_in").asLong(0);
      if (!text.isEmpty() && seconds > 0) {
        return new AccessToken(text, asked.plusSeconds(seconds));
      }
    } catch (JacksonException _) {
      // told below
    }
    throw new IOException("the answer holds no access token");
  }

  @Override
  public String toString() {
    return "an access token until " + end;
  }
}
