import { describe, expect, it } from 'vitest';
import { blocks } from '../src/pages/Reader';
import { around, codePoints, paragraphs, segments, slice } from '../src/passages';

describe('passages count code points', () => {
  const text = 'A 🔥 fire in 𐍈 town';

  it('a sign outside the basic plane counts one, as it does on the server', () => {
    expect(slice(codePoints(text), 2, 8)).toBe('🔥 fire');
  });

  it('a quoted passage is cut from its sentence by code points', () => {
    expect(around(text, 4, 8)).toEqual(['A 🔥 ', 'fire', ' in 𐍈 town']);
  });
});

describe('overlapping passages', () => {
  const points = codePoints('abcdefghij');

  it('cut the text so that each stretch lies under the same marks', () => {
    const cut = segments(points, 0, 10, [
      { id: 'long', start: 1, end: 8 },
      { id: 'late', start: 5, end: 10 },
      { id: 'short', start: 2, end: 4 },
    ]);
    expect(cut.map(({ text, marks }) => [text, marks])).toEqual([
      ['a', []],
      ['b', ['long']],
      ['cd', ['short', 'long']],
      ['e', ['long']],
      ['fgh', ['late', 'long']],
      ['ij', ['late']],
    ]);
  });

  it('put together again give the text', () => {
    const marks = [
      { id: 'a', start: 3, end: 7 },
      { id: 'b', start: 0, end: 5 },
      { id: 'c', start: 6, end: 99 },
    ];
    expect(
      segments(points, 0, 10, marks)
        .map((segment) => segment.text)
        .join(''),
    ).toBe('abcdefghij');
  });

  it('that begin in one paragraph and end in the next mark both', () => {
    const marks = [{ id: 'a', start: 3, end: 7 }];
    expect(segments(points, 0, 5, marks).at(-1)).toMatchObject({ text: 'de', marks: ['a'] });
    expect(segments(points, 5, 10, marks)[0]).toMatchObject({ text: 'fg', marks: ['a'] });
  });
});

describe('paragraphs and furniture', () => {
  const text = 'By A. Writer\n\nMOSCOW — It began.\n  \nIt ended.';
  const points = codePoints(text);

  it('blank lines are no paragraphs', () => {
    expect(paragraphs(points).map(({ start, end }) => slice(points, start, end))).toEqual([
      'By A. Writer',
      'MOSCOW — It began.',
      'It ended.',
    ]);
  });

  it('furniture stands alone, or inside the paragraph that it opens', () => {
    const cut = blocks(points, [
      { start: 0, end: 12, kind: 'byline' },
      { start: 14, end: 23, kind: 'dateline' },
    ]);
    expect(
      cut.map((pieces) => pieces.map((piece) => [slice(points, piece.start, piece.end), piece.furniture?.kind])),
    ).toEqual([
      [['By A. Writer', 'byline']],
      [
        ['MOSCOW — ', 'dateline'],
        ['It began.', undefined],
      ],
      [['It ended.', undefined]],
    ]);
  });
});
