package matinee.server.bus;

/// Servers without a carrier, which read the database.
final class DatabaseBusTest extends BusContract {

  @Override
  Carrier carrier(String node) {
    return Carrier.NONE;
  }
}
