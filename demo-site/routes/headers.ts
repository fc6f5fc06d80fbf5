import { secureHeaders } from 'hono/secure-headers';

/** Of every page but the zoo's. */
export const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: 'DENY',
  originAgentCluster: false,
  // Nothing leaves the site. With no-referrer browsers also send `Origin: null` with the site's own forms, which then could
  // not be told from a stranger's where there is no Sec-Fetch-Site, as on plain http under a name.
  referrerPolicy: 'same-origin',
  // It would hold for every other server on this machine's localhost.
  strictTransportSecurity: false,
});
