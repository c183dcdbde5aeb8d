package matinee.server.load;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// How much of the memory that this process may take is in use.
final class MemoryUse {
  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);

  private static final List<String> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .toList();

  private MemoryUse() {}

  /// The larger share, 0 to 1, of the heap and of the memory of network buffers.
  static double share() {
    return Math.max(heap(), buffers());
  }

  /// What the last collection left, which is an upper bound of what is needed: a young collection
  /// leaves the garbage of the old generation.
  private static double heap() {
    return COLLECTORS.stream()
        .map(GarbageCollectorMXBean::getLastGcInfo)
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(GcInfo::getEndTime))
        .map(last -> (double) left(last) / Runtime.getRuntime().maxMemory())
        .orElse(0.0);
  }

  private static long left(GcInfo collection) {
    return collection.getMemoryUsageAfterGc().entrySet().stream()
        .filter(pool -> HEAP.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  private static double buffers() {
    return (double) Math.max(0, PlatformDependent.usedDirectMemory())
        / PlatformDependent.maxDirectMemory();
  }
}
