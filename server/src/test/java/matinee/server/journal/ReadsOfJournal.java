package matinee.server.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a journal is asked to read: the names of the methods, in the order of the calls.
public final class ReadsOfJournal {
  private static final Set<String> WRITING = Set.of("create", "append", "keep", "markAlive");

  private final Journal real;
  private final List<String> reads = new ArrayList<>();

  public ReadsOfJournal(Journal real) {
    this.real = real;
  }

  /// The journal, watched.
  public Journal journal() {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (_, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    if (!WRITING.contains(method.getName())) {
      reads.add(method.getName());
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /// What was read since the last time this was asked.
  public List<String> taken() {
    var taken = List.copyOf(reads);
    reads.clear();
    return taken;
  }
}
