package matinee.server.stores;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import matinee.server.stores.StoreMeter.Outcome;
import matinee.server.stores.StoreMeter.Question;

/// Another store, of which `meter` is told what it is asked; `nanoTime` is a monotonic clock in ns.
public record MeteredStore(Store store, StoreMeter meter, LongSupplier nanoTime) implements Store {

  @FunctionalInterface
  private interface Asking<T> {
    T ask() throws IOException;
  }

  private <T> T asked(Question question, long bytes, Asking<T> asking) throws IOException {
    long began = nanoTime.getAsLong();
    var outcome = Outcome.FAILED;
    try {
      var answer = asking.ask();
      outcome = Outcome.DONE;
      return answer;
    } catch (NoSuchFileException e) {
      outcome = Outcome.MISSING;
      throw e;
    } catch (StoreAway e) {
      outcome = Outcome.AWAY;
      throw e;
    } finally {
      meter.asked(
          question, outcome, nanoTime.getAsLong() - began, outcome == Outcome.DONE ? bytes : 0);
    }
  }

  @Override
  public void check() throws IOException {
    store.check();
  }

  @Override
  public void put(String name, Path part) throws IOException {
    long size = Files.size(part);
    var _ =
        asked(
            Question.PUT,
            size,
            () -> {
              store.put(name, part);
              return name;
            });
  }

  @Override
  public boolean renamesParts() {
    return store.renamesParts();
  }

  @Override
  public Optional<Path> file(String name) {
    return store.file(name);
  }

  @Override
  public Optional<URI> address(String name, String contentType) {
    return store.address(name, contentType);
  }

  @Override
  public InputStream read(String name, long first, long length) throws IOException {
    return asked(Question.READ, length, () -> store.read(name, first, length));
  }

  @Override
  public OptionalLong size(String name) throws IOException {
    return asked(Question.SIZE, 0, () -> store.size(name));
  }

  @Override
  public void delete(String name) throws IOException {
    var _ =
        asked(
            Question.DELETE,
            0,
            () -> {
              store.delete(name);
              return name;
            });
  }

  @Override
  public Map<String, Long> list() throws IOException {
    return asked(Question.LIST, 0, store::list);
  }

  @Override
  public void close() {
    store.close();
  }
}
