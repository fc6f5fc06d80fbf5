import { html } from 'hono/html';
import { page, type Frame } from '../pages/layout.ts';
import type { Html } from '../pages/parts.ts';
import { doorSection } from './door.ts';
import { flowsSection } from './flows.ts';
import { startingSection } from './starting.ts';
import { testIdsSection } from './test-ids.ts';
import { usersSection } from './users.ts';
import { zooSection } from './zoo.ts';

/** What is known of the demo to whoever tests on it: the same on every host. */
export const guideBody: Html = html`<h1>Testing on this demo</h1>
  <p class="soft links">
    <a href="#starting-title">Starting it</a> <a href="#flows-title">Flows</a>
    <a href="#guide-users-title">Users</a> <a href="#test-ids-title">Test ids</a>
    <a href="#door-title">Door</a> <a href="#shapes-title">Shapes</a>
  </p>
  ${startingSection} ${flowsSection} ${usersSection} ${testIdsSection} ${doorSection} ${zooSection}`;

/** `/testing` */
export function guidePage(frame: Frame): Html {
  return page(frame, { id: 'testing', title: 'Testing on this demo', body: guideBody });
}
