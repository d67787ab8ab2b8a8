/** A text cut into Unicode code points, as every passage of the API counts them (a JavaScript string counts UTF-16 units). */
export type CodePoints = readonly string[];

export const codePoints = (text: string): CodePoints => Array.from(text);

export const slice = (points: CodePoints, start: number, end: number): string => points.slice(start, end).join('');

/** Text before, in and after a passage of it. */
export function around(text: string, start: number, end: number): [before: string, passage: string, after: string] {
  const points = codePoints(text);
  return [slice(points, 0, start), slice(points, start, end), slice(points, end, points.length)];
}

export interface Marked {
  id: string;
  start: number;
  end: number;
}

/** A stretch of text on which the same marks lie throughout. */
export interface Segment {
  start: number;
  end: number;
  text: string;
  /** Ids of the marks that cover it: the shortest passage first, as the most specific one. */
  marks: string[];
}

/** Cuts `start..end` of a text wherever a mark begins or ends; marks may overlap in any way. */
export function segments(points: CodePoints, start: number, end: number, marks: readonly Marked[]): Segment[] {
  const here = marks
    .filter((mark) => mark.start < end && mark.end > start)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? -1 : 1));
  const cuts = new Set([start, end]);
  for (const mark of here) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const borders = [...cuts].sort((a, b) => a - b);
  return borders.slice(0, -1).map((from, at) => {
    const to = borders[at + 1] ?? end;
    return {
      start: from,
      end: to,
      text: slice(points, from, to),
      marks: here.filter((mark) => mark.start <= from && mark.end >= to).map((mark) => mark.id),
    };
  });
}

/** Paragraphs of a text: as the server cuts them, else at line breaks. What lies between them is kept out. */
export function paragraphs(points: CodePoints): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= points.length; at++) {
    if (at === points.length || points[at] === '\n') {
      if (slice(points, start, at).trim() !== '') found.push({ start, end: at });
      start = at + 1;
    }
  }
  return found;
}
