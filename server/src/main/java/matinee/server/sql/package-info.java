/// The database: one connection that writes, several that read, and the migrations.
@NullMarked
package matinee.server.sql;

import org.jspecify.annotations.NullMarked;
