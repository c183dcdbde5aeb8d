package matinee.server.accounts;

final class SqliteAddressChangesTest extends AddressChangesContract {

  SqliteAddressChangesTest() {
    super(Town.Kind.SQLITE);
  }
}
