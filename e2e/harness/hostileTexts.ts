/** What a text has to end first, to be markup where it stands. */
const breakouts = ['', '">', '</textarea></title></style></script>-->'];

/** What would run a script, or put foreign nodes into the page, if it were taken for markup, a template or an address. */
const vectors = [
  '<script>alert(1)</script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script src=data:,alert(1)></script>',
  '<img src=x onerror=alert(1)>',
  '<img src onerror=alert`1`>',
  '<img/src=x/onerror=alert(1)//',
  '<img srcset=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1)>',
  '<svg><a href=javascript:alert(1)>x',
  '<math><mtext></form><img src=x onerror=alert(1)>',
  '<iframe src=javascript:alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<object data=javascript:alert(1)>',
  '<embed src=javascript:alert(1)>',
  '<a href=javascript:alert(1)>x</a>',
  '<base href=javascript:alert(1)//>',
  '<meta http-equiv=refresh content=0;url=javascript:alert(1)>',
  '<link rel=stylesheet href=data:,*{}>',
  '<style>@import"data:,*{}"</style>',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<form action=javascript:alert(1)><button>x',
  '<template><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)" autofocus onfocus="alert(1)',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://example.org/"onmouseover="alert(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: some template engines would evaluate it.
  '${alert(1)}',
  '<!--<img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '%3Cscript%3Ealert(1)%3C/script%3E',
];

/** Texts with which people attack pages that take texts for something else: each vector behind each breakout. */
export const hostileTexts: readonly string[] = breakouts.flatMap((breakout) =>
  vectors.map((vector) => breakout + vector),
);
