package matinee.server.renditions;

import java.time.Duration;

/// What one run of a program may take: of address space, of a processor, of each file that it
/// writes, and of time as clocks on walls count.
record Bounds(long memoryBytes, Duration processor, long fileBytes, Duration wall) {}
