import { html } from 'hono/html';
import type { SeedUser } from '../engine/seed.ts';
import type { ProviderProfile } from '../providers/profile.ts';
import { userTable, type Html } from './parts.ts';
import { problemOf } from './problem.ts';

/** A provider as the list shows it. */
export interface ListedSite {
  profile: ProviderProfile;
  users: readonly SeedUser[];
  /** Without a slash at its end. */
  url: string;
}

/** `/` of the host that is none of the providers'. */
export function allPage(sites: readonly ListedSite[]): Html {
  return frontDocument(
    'Demo providers',
    'all',
    html`<div class="hero">
        <h1>${sites.length} providers to try two-factor authentication on</h1>
        <p class="lead">
          Each tells the flow of a real one’s public page, on one engine. Everything is made up, and nothing
          leaves this computer.
        </p>
        <p class="links">
          <a href="/testing">Testing on this demo</a>
          <a href="/shapes">Every awkward way to ask for a code</a>
        </p>
      </div>
      ${sites.map((site) => siteCard(site))}`,
  );
}

/** What is shown on that host instead of a page. */
export function allProblemPage(status: number): Html {
  const [title, text] = problemOf(status);
  return frontDocument(
    title,
    'problem',
    html`<div class="card panel">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/">The list of providers</a></p>
    </div>`,
  );
}

export function frontDocument(title: string, id: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en" data-provider="all">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="stylesheet" href="/assets/providers.css" />
        <link rel="icon" href="/assets/cloudmc.svg" type="image/svg+xml" />
      </head>
      <body data-page="${id}">
        <main class="${id === 'problem' ? 'narrow' : ''}">${body}</main>
      </body>
    </html>`;
}

function siteCard({ profile, users, url }: ListedSite): Html {
  return html`<section
    class="card listed"
    aria-labelledby="${profile.id}-title"
    data-testid="site-${profile.id}"
  >
    <div class="listed-about">
      <h2 id="${profile.id}-title">
        <img src="/assets/${profile.id}.svg" width="28" height="28" alt="" />
        <a href="${url}/">${profile.name}</a>
      </h2>
      <p>${profile.front.lead}</p>
      <p class="links soft">
        <a href="${url}/login">Sign in</a>
        <a href="${url}/outbox">Outbox</a>
        <a href="${url}/about">What it tells</a>
      </p>
    </div>
    <div class="scroll crib">${userTable(users)}</div>
  </section>`;
}
