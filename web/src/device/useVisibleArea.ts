import { useEffect } from 'react';

/**
 * Tells the styles how much of the page is in sight, as `--visible-height` and `--visible-top`: an on-screen keyboard lies over the page
 * on some phones. Zooming in does not count.
 */
export const useVisibleArea = (): void => {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const { style } = document.documentElement;
    const tell = () => {
      const isZoomed = viewport.scale > 1.01;
      style.setProperty('--visible-height', isZoomed ? '100dvh' : `${viewport.height}px`);
      style.setProperty('--visible-top', isZoomed ? '0px' : `${viewport.offsetTop}px`);
    };
    const listening = new AbortController();
    viewport.addEventListener('resize', tell, listening);
    viewport.addEventListener('scroll', tell, listening);
    tell();
    return () => {
      listening.abort();
      style.removeProperty('--visible-height');
      style.removeProperty('--visible-top');
    };
  }, []);
};
