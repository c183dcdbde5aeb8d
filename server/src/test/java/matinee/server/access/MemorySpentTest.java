package matinee.server.access;

import java.util.List;

final class MemorySpentTest extends SpentContract {
  private final MemorySpent spent = new MemorySpent();

  @Override
  List<Spent> servers() {
    return List.of(spent, spent);
  }
}
