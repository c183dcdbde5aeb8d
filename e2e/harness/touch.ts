/**
 * Runs in the page: what can be touched and does not answer to a finger 44 px wide, and tall, about its middle. Places and links
 * within a message are text.
 */
export function smallTargets(): string[] {
  const reach = 21;
  const targets = 'button, a, textarea, select, label:has(input), input';
  return [...document.querySelectorAll(targets)]
    .filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.matches('.unseen, .chat-lines *'),
    )
    .filter((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const around = [
        [x - reach, y],
        [x + reach, y],
        [x, y - reach],
        [x, y + reach],
      ] as const;
      return around.some(([atX, atY]) => {
        const hit = document.elementFromPoint(atX, atY);
        return hit !== null && !element.contains(hit) && !hit.closest('label')?.contains(element);
      });
    })
    .map(
      (element) => element.getAttribute('aria-label') ?? element.textContent ?? element.className,
    );
}
