package matinee.server.accounts;

final class PostgresAddressChangesTest extends AddressChangesContract {

  PostgresAddressChangesTest() {
    super(Town.Kind.POSTGRESQL);
  }
}
