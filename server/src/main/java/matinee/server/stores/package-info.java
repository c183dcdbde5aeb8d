/// Where whole films lie: a folder, or what speaks S3.
@NullMarked
package matinee.server.stores;

import org.jspecify.annotations.NullMarked;
