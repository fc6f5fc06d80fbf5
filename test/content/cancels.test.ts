// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { cancels } from '../../src/content/cancels.ts';

function pressed(html: string): boolean {
  document.body.innerHTML = html;
  const target = document.querySelector('[data-target]') ?? document.body.firstElementChild;
  return target !== null && cancels(target);
}

describe('a form is left by what is called', () => {
  test.each([
    '<button>Cancel</button>',
    '<button><i data-target></i> Cancel</button>',
    '<button aria-label="Close"><svg></svg></button>',
    '<button>×</button>',
    '<a href="#">Back</a>',
    '<input type="button" value="Abbrechen">',
    '<button>取消</button>',
  ])('%s', (html) => {
    expect(pressed(html)).toBe(true);
  });
});

describe('and not by', () => {
  test.each([
    '<button>Verify</button>',
    '<button>Continue</button>',
    '<a href="#">Use a backup code</a>',
    '<p>Cancel</p>',
    '<button>Backup codes</button>',
  ])('%s', (html) => {
    expect(pressed(html)).toBe(false);
  });
});
