package matinee.server.moving;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import matinee.server.access.RegionProof;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.regions.Region;
import matinee.server.regions.Regions;
import matinee.server.rooms.RoomTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The servers of the other regions, as this one reaches them: asks each every 2 s for its clock,
/// and so knows whether it is there. Safe for use by any thread.
public final class Neighbours implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final Regions regions;
  private final RegionProof proof;
  private final RoomTime time;
  private final Map<String, Bearing> bearings = new ConcurrentHashMap<>();
  private final List<PeriodicTask> tasks;

  /// Looks around at once, if there are others.
  public Neighbours(Regions regions, RoomTime time) {
    this.regions = regions;
    this.time = time;
    proof = new RegionProof(regions);
    tasks = regions.others().stream().map(this::watch).toList();
  }

  private PeriodicTask watch(Region region) {
    var bearing = bearings.computeIfAbsent(region.name(), _ -> new Bearing());
    return new PeriodicTask(
        Thread.ofVirtual().name("neighbour"),
        Pauses.after(EVERY),
        () -> look(region, bearing),
        e -> LOG.warn("could not ask region {}", region.name(), e));
  }

  /// Made when it is first needed: most servers are in no region.
  private static final class Client {
    private static final HttpClient HTTP =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
  }

  /// An answer of another region.
  public record Answer(int status, String body) {}

  /// Did the region called `name` answer within the last 10 s?
  public boolean isWell(String name) {
    var bearing = bearings.get(name);
    return bearing != null && bearing.isWell(time.nowMs());
  }

  /// By how many milliseconds more the clock of the region called `name` shows, wrong by half the
  /// way there and back at most; nothing while that is not known.
  public OptionalLong shiftMs(String name) {
    var bearing = bearings.get(name);
    return bearing == null ? OptionalLong.empty() : bearing.shiftMs();
  }

  /// Asks `region` a short question at `path` by sending `body`. Blocks for 5 s at most; throws
  /// when no answer comes.
  public Answer ask(Region region, String path, String body) throws IOException {
    return ask(region, path, body, ANSWER_WITHIN);
  }

  /// As [#ask], and blocks for as long as `within` at most.
  Answer ask(Region region, String path, String body, Duration within) throws IOException {
    var at = time.now();
    var digest = RegionProof.digest(body);
    var made = new RegionProof.Request(regions.here(), "POST", path, at, digest);
    var request =
        HttpRequest.newBuilder(region.at(path))
            .header("Content-Type", "application/json")
            .header("Matinee-Region", regions.here())
            .header("Matinee-At", Long.toString(at.toEpochMilli()))
            .header("Matinee-Digest", digest)
            .header("Matinee-Proof", proof.prove(made, region.name()))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return answer(Client.HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()), within);
  }

  /// A request's own time limit ends with the head of the answer; this one covers the body too.
  private static Answer answer(CompletableFuture<HttpResponse<String>> asked, Duration within)
      throws IOException {
    try {
      var answer = asked.get(within.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(answer.statusCode(), answer.body());
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + within.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      asked.cancel(true);
    }
  }

  private void look(Region region, Bearing bearing) {
    boolean wasWell = bearing.isWell(time.nowMs());
    try {
      probe(region, bearing);
    } catch (IOException | JacksonException e) {
      if (wasWell || bearing.isUnheard()) {
        LOG.warn(
            "region {} does not answer at {}: {}", region.name(), region.address(), e.toString());
      }
      bearing.tried();
    }
  }

  private void probe(Region region, Bearing bearing) throws IOException {
    double t0 = time.nowMs();
    var answer = ask(region, "/api/regions/clock", "{}");
    double t3 = time.nowMs();
    if (answer.status() != 200) {
      throw new IOException("it answers " + answer.status() + " " + answer.body());
    }
    var theirs = JsonMapper.shared().readTree(answer.body()).path("atMs").asDouble(Double.NaN);
    if (Double.isFinite(theirs) && bearing.sample(t0, theirs, t3)) {
      LOG.info("region {} is there", region.name());
    }
  }

  @Override
  public void close() {
    tasks.forEach(PeriodicTask::close);
  }
}
