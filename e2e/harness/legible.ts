/** A text that is hard to read: what it says, and how its colour contrasts with what lies behind it. */
export interface Faint {
  readonly text: string;
  readonly contrast: number;
}

/**
 * Runs in the page: the texts in sight whose contrast is less than WCAG 2.2 AA asks for, 4.5 to 1, or 3 to 1 for large ones. What lies over the
 * film has no background of its own and is left out, as is what cannot be used now.
 */
export function faintTexts(): Faint[] {
  type Colour = readonly [number, number, number, number];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pencil = canvas.getContext('2d', { willReadFrequently: true });
  const read = (css: string): Colour => {
    if (pencil === null) throw new Error('no canvas to read colours with');
    pencil.clearRect(0, 0, 1, 1);
    pencil.fillStyle = css;
    pencil.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = pencil.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
    r * a + R * (1 - a),
    g * a + G * (1 - a),
    b * a + B * (1 - a),
    1,
  ];
  const behind = (element: Element | null): Colour => {
    if (element === null) return [14, 13, 16, 1];
    const colour = read(getComputedStyle(element).backgroundColor);
    return colour[3] === 1 ? colour : over(colour, behind(element.parentElement));
  };
  const luminance = (colour: Colour) => {
    const [r = 0, g = 0, b = 0] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrastOf = (element: Element) => {
    const ground = behind(element);
    const ink = over(read(getComputedStyle(element).color), ground);
    const [dark = 0, light = 0] = [luminance(ground), luminance(ink)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const isLarge = (element: Element) => {
    const { fontSize, fontWeight } = getComputedStyle(element);
    const px = Number.parseFloat(fontSize);
    return px >= 24 || (px >= 18.66 && Number(fontWeight) >= 700);
  };
  const saysSomething = (element: Element) =>
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
  return [...document.querySelectorAll('body *')]
    .filter(
      (element) => saysSomething(element) && element.checkVisibility({ visibilityProperty: true }),
    )
    .filter((element) => !element.matches('.stage *, :disabled, :disabled *, .card *, script'))
    .map((element) => ({ element, contrast: contrastOf(element) }))
    .filter(({ element, contrast }) => contrast < (isLarge(element) ? 3 : 4.5))
    .map(({ element, contrast }) => ({ text: element.textContent ?? '', contrast }));
}
