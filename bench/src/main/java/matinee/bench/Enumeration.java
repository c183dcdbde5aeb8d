package matinee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `./dev bench enumeration`: whether it can be told from the time of an answer who has an account
///
///
/// Each way of asking is tried for addresses with an account and without one, in turn, so that
/// whatever else the machine does falls on both; each time from another network address and for
/// another account, so that no limit is met. Prints a Markdown table: the medians, by how much they
/// differ, and how likely two samples of the same are at least as different (Kolmogorov-Smirnov).
/// Arguments: the folder of the repository, and the number of samples of each; 1,000 where none is
/// named, which takes a quarter of an hour on an idle machine.
public final class Enumeration {
  private static final int SAMPLES = 1_000;
  private static final int WARM_UP = 20;
  private static final String PASSWORD = "correct horse";

  private final int port;
  private final int samples;
  private int asked;

  private Enumeration(int port, int samples) {
    this.port = port;
    this.samples = samples;
  }

  public static void main(String[] arguments) throws IOException {
    int samples = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SAMPLES;
    var options =
        List.of(
            "--mail=smtp://127.0.0.1:" + MatineeProcess.freePort() + "?starttls=never",
            "--mail-from=Matinee <matinee@example.org>",
            "--public-url=https://matinee.example.org");
    try (var server =
        MatineeProcess.start(
            Path.of(arguments[0]).toAbsolutePath(),
            MatineeProcess.freePort(),
            Files.createTempDirectory("matinee-bench"),
            options,
            Map.of())) {
      new Enumeration(server.target().httpPort(), samples).measure();
    }
  }

  private void measure() throws IOException {
    System.out.println("| asked | with an account, p50 | without, p50 | differ by | KS p |");
    System.out.println("| --- | --- | --- | --- | --- |");
    // Makes the accounts that the others ask for.
    compare("registering", "/api/accounts", 202, this::registration);
    compare("a forgotten password", "/api/accounts/forgotten", 202, Enumeration::forgotten);
    compare("a wrong password", "/api/sessions", 401, it -> login(it, "wrong horse"));
    compare("one of 73 bytes", "/api/sessions", 401, it -> login(it, "x".repeat(73)));
  }

  /// The body of a request about the account of this name.
  @FunctionalInterface
  private interface Body {
    String of(String name);
  }

  private String registration(String name) {
    return login(name, PASSWORD).replace("}", ",\"name\":\"Ann\"}");
  }

  private static String login(String name, String password) {
    return "{\"email\":\"%s@example.org\",\"password\":\"%s\"}".formatted(name, password);
  }

  private static String forgotten(String name) {
    return "{\"email\":\"%s@example.org\"}".formatted(name);
  }

  private void compare(String title, String path, int status, Body body) throws IOException {
    boolean makes = path.equals("/api/accounts");
    var known = new double[samples];
    var unknown = new double[samples];
    for (int i = -WARM_UP; i < samples; i++) {
      // The account that was made just before is known by now.
      var without = makes ? name(i) : "nobody" + name(i);
      var with = makes ? name(i - 1) : name(i);
      boolean isFirst = i % 2 == 0;
      double one = millis(path, status, body.of(isFirst ? with : without));
      double other = millis(path, status, body.of(isFirst ? without : with));
      if (i >= 0) {
        known[i] = isFirst ? one : other;
        unknown[i] = isFirst ? other : one;
      }
    }
    var two = new TwoSamples(known, unknown);
    System.out.printf(
        "| %s | %.2f ms | %.2f ms | %.1f %% | %.3f |%n",
        title, two.medianOfFirst(), two.medianOfSecond(), two.differPercent(), two.likelihood());
  }

  private static String name(int number) {
    return "ann" + (number + 2 * WARM_UP);
  }

  private double millis(String path, int expected, String json) throws IOException {
    asked++;
    long start = System.nanoTime();
    int status = Http.status(port, asked, path, json);
    double millis = (System.nanoTime() - start) / 1e6;
    if (status != expected) {
      throw new IOException(path + " was answered " + status + ", not " + expected);
    }
    return millis;
  }
}
