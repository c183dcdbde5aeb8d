/**
 * Why a media cannot be played, in plain causes:
 * - `notFound`: the address answers with this HTTP status (404, 410, 5xx, ...);
 * - `forbidden`: the address wants rights that this page has not (401, 403);
 * - `cors`: the server answers but does not allow other sites' pages to read it;
 * - `codec`: it is media, of a kind that this browser cannot decode;
 * - `notMedia`: it is something else, of this content type (a web page, mostly);
 * - `network`: no answer, or it broke off;
 * - `expired`: the signed address of an upload is no longer good; ask for another;
 * - `noCopy`: each plays an own copy, and this person has chosen none (OC2);
 * - `onItsSite`: it is on a page of its site, and played there (ST1);
 * - `damaged`, `tooMuch`, `serverShort`: the server could make nothing of an upload that this browser plays: it is broken, has more in it
 *   than it takes apart, or wants more memory, disk or time than there is;
 * - `siteNotAgreed`: another site's own player shows it, and this person has not agreed to that (EM2);
 * - `siteGone`, `siteForbids`, `siteBroken`, `siteSilent`: that site has no such film or shows it to nobody; it does not show it elsewhere, or not to
 *   this person; its player failed; it does not answer;
 * - `fileGone`: the file on this disk is not there any more, or another one by now.
 */
export type Problem =
  | { readonly type: 'notFound'; readonly status: number }
  | { readonly type: 'forbidden'; readonly status: number }
  | { readonly type: 'cors' }
  | { readonly type: 'codec' }
  | { readonly type: 'notMedia'; readonly contentType: string }
  | { readonly type: 'network' }
  | { readonly type: 'expired' }
  | { readonly type: 'noCopy' | 'onItsSite' }
  | { readonly type: 'damaged' | 'tooMuch' | 'serverShort' }
  | {
      readonly type: 'siteNotAgreed' | 'siteGone' | 'siteForbids' | 'siteBroken' | 'siteSilent';
    }
  | { readonly type: 'fileGone' };
