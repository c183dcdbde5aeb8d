const watched = new Map<Element, (isIn: boolean) => void>();
let observer: IntersectionObserver | undefined;

const watching = (): IntersectionObserver => {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
  });
  return observer;
};

/** Calls `begin` whenever the element comes into sight, and what that gives when it is so no more, until the given function is called. */
export const whileInSight = (element: Element, begin: () => () => void): (() => void) => {
  let end: (() => void) | undefined;
  watched.set(element, (isIn) => {
    if (isIn) {
      end ??= begin();
      return;
    }
    end?.();
    end = undefined;
  });
  watching().observe(element);
  return () => {
    watching().unobserve(element);
    watched.delete(element);
    end?.();
  };
};
