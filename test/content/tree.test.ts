// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { own } from '../../src/content/own.ts';
import { allIn, treesOf } from '../../src/content/tree.ts';
import { standInLayout } from './stand-in-layout.ts';

beforeAll(standInLayout);
beforeEach(() => document.body.replaceChildren());

function hostIn(parent: ParentNode, text: string): HTMLElement {
  const host = document.createElement('div');
  parent.append(host);
  host.attachShadow({ mode: 'open' }).append(text, document.createElement('p'));
  return host;
}

test('the trees are the document’s and every shadow tree’s, outer ones first', () => {
  const outer = hostIn(document.body, 'outer');
  const inner = hostIn(outer.shadowRoot ?? document, 'inner');
  expect(treesOf()).toEqual([document, outer.shadowRoot, inner.shadowRoot]);
  expect(allIn(treesOf(), 'p', 9)).toHaveLength(2);
});

test('what we have put there is no part of the page: our own words are not the site’s', () => {
  const theirs = hostIn(document.body, 'Try again');
  const ours = hostIn(document.body, 'Filled');
  own.add(ours);
  expect(treesOf()).toEqual([document, theirs.shadowRoot]);
});
