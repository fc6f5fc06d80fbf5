// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

function rootIn(html: string, selector: string): ShadowRoot | undefined {
  document.body.insertAdjacentHTML('beforeend', html);
  return document.body.querySelector(selector)?.attachShadow({ mode: 'open' });
}

test('a tree is found in a component, in an empty element, beside what its host declared it with, and beside its slots', () => {
  const roots = [
    rootIn('<x-part>with text</x-part>', 'x-part'),
    rootIn('<span></span>', 'span'),
    rootIn('<p><template></template></p>', 'p'),
    rootIn('<main><b>for a slot</b></main>', 'main'),
  ];
  expect(new Set(treesOf())).toEqual(new Set([document, ...roots]));
});

describe('closed trees', () => {
  let asked: Element[];
  beforeEach(() => {
    asked = [];
    const openOrClosedShadowRoot = (element: Element): null => {
      asked.push(element);
      return null;
    };
    Object.assign(globalThis, { chrome: { dom: { openOrClosedShadowRoot } } });
  });
  afterEach(standInLayout);

  test('are asked for of few elements, however many there are that could have one', () => {
    document.body.innerHTML = '<i></i><div></div>'.repeat(2000) + '<p>Text</p>'.repeat(2000);
    treesOf();
    expect(asked).toHaveLength(300);
    expect(asked.every(({ localName }) => localName === 'div')).toBe(true);
  });

  test('are not asked for at all where only open ones are wanted', () => {
    const { shadowRoot } = hostIn(document.body, 'open');
    expect(treesOf('open')).toEqual([document, shadowRoot]);
    expect(asked).toEqual([]);
  });
});
