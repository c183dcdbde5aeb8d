/// What the server tells about itself: metrics and log lines.
@NullMarked
package matinee.server.telemetry;

import org.jspecify.annotations.NullMarked;
