/// What is made of films so that they play everywhere: HLS in several sizes, by ffmpeg.
@NullMarked
package matinee.server.renditions;

import org.jspecify.annotations.NullMarked;
