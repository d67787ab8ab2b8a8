import { expect, test } from './workbench';

interface Matches {
  items: { id: string; a: { summary: string }; b: { summary: string }; weight: number; reasons: unknown[] }[];
  judged: number;
  pairs: number;
  threshold: number;
}

test('doubtful pairs are answered by key, counted, and taken back', async ({ page }) => {
  const asked = async (): Promise<Matches> =>
    (await (await page.request.get('/api/v1/matches?state=open&limit=500')).json()) as Matches;
  const before = await asked();
  const doubts = before.items.map((one) => Math.abs(one.weight - before.threshold));
  expect(doubts).toEqual([...doubts].sort((a, b) => a - b));

  await page.goto('/matches');
  const sides = page.locator('.comparison thead .summary');
  await expect(sides).toHaveText([before.items[0]?.a.summary ?? '', before.items[0]?.b.summary ?? '']);
  await expect(page.locator('.comparison .bits')).toHaveCount(before.items[0]?.reasons.length ?? -1);
  const progress = page.locator('.progress');
  await expect(progress).toContainText(`${before.judged} of`);

  // Without a name nothing is decided.
  await page.keyboard.press('u');
  await expect(page.getByRole('alert')).toContainText('Give your name');
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('A. Reader, unsure');
  await page.getByRole('heading', { level: 1 }).click();

  await page.keyboard.press('u');
  await expect(page.getByRole('status')).toContainText('Unsure');
  await expect(progress).toContainText(`${before.judged + 1} of`);
  await expect(sides.first()).toHaveText(before.items[1]?.a.summary ?? '');
  await page.keyboard.press('n');
  await expect(progress).toContainText(`${before.judged + 2} of`);
  // The page goes on at once; what was recorded follows.
  await expect
    .poll(async () => {
      const judgements = await page.request.get('/api/v1/judgements?limit=2');
      return ((await judgements.json()) as { items: { decision: string }[] }).items.map((one) => one.decision).sort();
    })
    .toEqual(['not-same-incident', 'unsure']);

  await page.keyboard.press('z');
  await expect(progress).toContainText(`${before.judged + 1} of`);
  await expect(sides.first()).toHaveText(before.items[1]?.a.summary ?? '');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(progress).toContainText(`${before.judged} of`);
  await expect(sides.first()).toHaveText(before.items[0]?.a.summary ?? '');
  expect((await asked()).items.map((one) => one.id)).toEqual(before.items.map((one) => one.id));
});
