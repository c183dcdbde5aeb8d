/// The core as pages see it: functions of one ES module, with numbers and text at its border.
///
/// Instants and lengths cross the border as numbers of milliseconds, which a page's numbers hold
/// exactly (below 2^53). `core.d.ts` beside this module declares every export and is checked by
/// hand against [Core].
@NullMarked
package matinee.browser;

import org.jspecify.annotations.NullMarked;
