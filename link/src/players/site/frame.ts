/** A frame of another site in this page, and how to talk with it. */
export type Frame = {
  /** Says something to the site, once its page is there, or has said something; before that it is lost. */
  readonly post: (message: unknown) => void;
  readonly close: () => void;
};

/**
 * What the page of the site may do: run, keep what is its own, and open its pages beside this one when somebody clicks there. It cannot lead this
 * page elsewhere.
 */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation';
const ALLOWED = 'autoplay; encrypted-media; picture-in-picture';

/**
 * Opens the page at `url` in a frame behind `element`, in its place. `hear` gets what that very frame says, as long as it shows that very site:
 * whoever else says something to this page is not listened to. The site learns where it is shown, and nothing of the room's address.
 */
export const openFrame = (
  element: HTMLElement,
  url: string,
  title: string,
  hear: (data: unknown) => void,
): Frame => {
  const { origin } = new URL(url);
  const page = element.ownerDocument.defaultView;
  const frame = element.ownerDocument.createElement('iframe');
  let isThere = false;

  const heard = ({ source, origin: from, data }: MessageEvent): void => {
    if (source === null || source !== frame.contentWindow || from !== origin) return;
    isThere = true;
    hear(data);
  };
  frame.className = 'site-frame';
  frame.title = title;
  frame.setAttribute('sandbox', SANDBOX);
  frame.allow = ALLOWED;
  frame.referrerPolicy = 'strict-origin';
  frame.addEventListener('load', () => {
    isThere = true;
  });
  frame.src = url;
  page?.addEventListener('message', heard);
  element.after(frame);
  return {
    post: (message) => {
      if (isThere) frame.contentWindow?.postMessage(message, origin);
    },
    close: () => {
      page?.removeEventListener('message', heard);
      frame.remove();
    },
  };
};
