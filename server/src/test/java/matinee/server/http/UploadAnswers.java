package matinee.server.http;

import static matinee.server.http.ApiTest.until429;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import matinee.server.http.AccountAnswers.Expectation;

/// Asks for every answer that the document names of uploads.
final class UploadAnswers {
  private final House house;
  private final Expectation expectation;
  private final TusClient tus;

  UploadAnswers(House house, Expectation expectation) {
    this.house = house;
    this.expectation = expectation;
    tus = new TusClient(house.port());
  }

  private void expect(String operation, int status, Answer answer) {
    var _ = expectation.of(operation, status, answer);
  }

  void go() throws Exception {
    inOneGo();
    begin();
    describe();
    append();
    end();
  }

  private void inOneGo() throws Exception {
    var film = Samples.webm(1_000, 1);
    var large = "Content-Length: " + (House.MAX_FILM + 1);
    var octets = "Content-Type: application/octet-stream";
    expect("uploadFilm", 403, house.upload("a.webm", film, "Origin: https://evil.example"));
    expect("uploadFilm", 413, house.ask("POST /api/films", octets, large));
    expect("uploadFilm", 415, house.upload("a.webm", Samples.text("no film")));
  }

  private void begin() throws Exception {
    var foreign = "Origin: https://evil.example";
    expect("beginUpload", 201, tus.begin(100, "film.webm"));
    expect("beginUpload", 400, tus.ask("POST /api/uploads", "Upload-Length: many"));
    expect("beginUpload", 403, tus.begin(100, "film.webm", foreign));
    expect("beginUpload", 412, house.ask("POST /api/uploads"));
    expect("beginUpload", 413, tus.begin(House.MAX_FILM + 1, "film.webm"));
    expect("beginUpload", 415, tus.begin(0, "film.webm"));
  }

  private void describe() throws Exception {
    var upload = tus.begin(100);
    expect("describeUpload", 200, tus.ask("HEAD " + upload, ""));
    expect("describeUpload", 404, tus.ask("HEAD /api/uploads/none", ""));
    expect("describeUpload", 412, house.ask("HEAD " + upload));
    expect("readUpload", 200, house.get(upload));
    expect("readUpload", 404, house.get("/api/uploads/none"));
  }

  private void append() throws Exception {
    var film = Samples.webm(100_000, 1);
    var piece = Arrays.copyOf(film, 50_000);
    var upload = tus.begin(film.length);
    expect("continueUpload", 403, tus.append(upload, 0, piece, "Origin: https://evil.example"));
    expect("continueUpload", 404, tus.append("/api/uploads/none", 0, piece));
    expect("continueUpload", 409, tus.append(upload, 1, piece));
    expect("continueUpload", 412, house.ask("PATCH " + upload));
    expect("continueUpload", 415, tus.ask("PATCH " + upload, "Content-Type: text/plain"));
    expect(
        "continueUpload", 400, tus.ask("PATCH " + upload, "Content-Type: " + TusHeaders.CONTENT));
    expect("continueUpload", 413, tus.append(upload, 0, Samples.webm(film.length + 1, 1)));
    var checksum = TusClient.checksum("sha1", "SHA-1", film);
    expect("continueUpload", 460, tus.append(upload, 0, piece, checksum));
    expect("continueUpload", 204, tus.append(upload, 0, piece));
    try (var http = new RawHttp(house.port())) {
      http.head(TusClient.patch(upload, 50_000, "Content-Length: 50000"));
      await()
          .untilAsserted(
              () -> expect("continueUpload", 423, tus.append(upload, 50_000, new byte[0])));
      expect("endUpload", 423, tus.ask("DELETE " + upload, ""));
    }
  }

  private void end() throws Exception {
    var film = Samples.webm(1_000, 2);
    var upload = tus.begin(1_000);
    expect("endUpload", 403, tus.ask("DELETE " + upload, "Origin: https://evil.example"));
    expect("endUpload", 412, house.ask("DELETE " + upload));
    expect("endUpload", 204, tus.ask("DELETE " + upload, ""));
    expect("endUpload", 404, tus.ask("DELETE " + upload, ""));
    var finished = tus.begin(1_000);
    tus.goOn(finished, film, 1_000);
    expect("readUpload", 200, house.get(finished));
    expect("endUpload", 409, tus.ask("DELETE " + finished, ""));
  }

  void tooOften() throws Exception {
    expect("uploadFilm", 429, until429(() -> house.upload("a", Samples.text("x"))));
    expect("beginUpload", 429, until429(() -> tus.begin(0, "a")));
    expect("describeUpload", 429, until429(() -> tus.ask("HEAD /api/uploads/none", "")));
    expect("readUpload", 429, until429(() -> house.get("/api/uploads/none")));
    expect("continueUpload", 429, until429(() -> tus.append("/api/uploads/none", 0, new byte[0])));
    expect("endUpload", 429, until429(() -> tus.ask("DELETE /api/uploads/none", "")));
  }
}
