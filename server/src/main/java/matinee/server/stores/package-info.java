/// Where whole films lie: a folder, what speaks S3, or Google Cloud Storage.
@NullMarked
package matinee.server.stores;

import org.jspecify.annotations.NullMarked;
