import { describe, expect, it } from 'vitest';
import { asking, perspectiveOf, switched, through } from '../src/perspective';

describe('the perspective in the address', () => {
  it('is every voice where nothing is said', () => {
    expect(perspectiveOf(new URLSearchParams(''))).toBe('every-voice');
    expect(through('/incidents', 'every-voice')).toBe('/incidents');
    expect(asking('', 'every-voice')).toBe('');
  });

  it('goes along on every way, behind what the way asks for', () => {
    expect(through('/incidents/I-1?assertion=a-1#x', 'claims-first')).toBe(
      '/incidents/I-1?assertion=a-1&perspective=claims-first#x',
    );
    expect(asking('limit=2', 'claims-first')).toBe('?limit=2&perspective=claims-first');
  });

  it('gives way to one that the way names itself', () => {
    expect(through('/difference?perspective=a&against=b', 'claims-first')).toBe('/difference?perspective=a&against=b');
  });

  it('is switched without touching the filters', () => {
    const next = switched(new URLSearchParams('status=weak&perspective=a'), 'b');
    expect(next.toString()).toBe('status=weak&perspective=b');
    expect(switched(next, 'every-voice').toString()).toBe('status=weak');
  });
});
