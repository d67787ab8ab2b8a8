import type { Page } from '@playwright/test';
import { expect, test } from './workbench';

interface Sheet {
  label: string;
  reports: { id: string; number: number; title: string | null }[];
}

async function sheet(page: Page, label: string): Promise<Sheet> {
  return (await (await page.request.get(`/api/v1/incidents/${label}`)).json()) as Sheet;
}

/** How many reports tell of each incident: what a merge and a split change, and what their undo has to give back. */
async function record(page: Page): Promise<Record<string, number>> {
  const response = await page.request.get('/api/v1/incidents?limit=500');
  const { items } = (await response.json()) as { items: { label: string; reports: number }[] };
  return Object.fromEntries(items.map((incident) => [incident.label, incident.reports]));
}

const ids = (one: Sheet): string[] => one.reports.map((report) => report.id).sort();

/** Two incidents that no report tells both of: such a report itself holds them to be two. */
async function apart(page: Page, labels: string[]): Promise<[Sheet, Sheet]> {
  const one = await sheet(page, labels[0] ?? '');
  for (const label of labels.slice(1, 20)) {
    const other = await sheet(page, label);
    if (!ids(other).some((id) => ids(one).includes(id))) return [one, other];
  }
  throw new Error('The demo corpus has no two incidents that are told by different reports.');
}

async function decide(page: Page, reason: string): Promise<void> {
  await page.getByLabel('Reason').fill(reason);
  await page.getByLabel('Your name').fill('A. Reader');
  await page.getByRole('button', { name: 'Record the judgement' }).click();
  await expect(page.locator('.banner', { hasText: 'Recorded' })).toBeVisible();
}

async function undo(page: Page): Promise<void> {
  await page.locator('.banner').getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.banner', { hasText: 'undone' })).toBeVisible();
}

test('two incidents are merged on the sheet, the label given up leads on, and the undo gives both back', async ({
  page,
}) => {
  const before = await record(page);
  const [one, other] = await apart(page, Object.keys(before));

  await page.goto(`/incidents/${one.label}`);
  await page.getByRole('button', { name: 'Merge with another incident' }).click();
  const recorded = page.getByRole('button', { name: 'Record the judgement' });
  await expect(recorded).toBeDisabled();
  await page.getByLabel('The other incident').fill(other.label);
  await decide(page, 'Both tell of the same morning.');

  const merged = await sheet(page, other.label);
  expect(ids(merged)).toEqual([...ids(one), ...ids(other)].sort());
  const givenUp = merged.label === one.label ? other.label : one.label;
  expect(Object.keys(await record(page))).not.toContain(givenUp);

  await undo(page);
  expect(await record(page)).toEqual(before);
});

test('reports are split off on the sheet into an incident of their own, and the undo brings them back', async ({
  page,
}) => {
  const before = await record(page);
  const label = Object.keys(before).find((one) => (before[one] ?? 0) > 1);
  if (!label) throw new Error('The demo corpus has no incident that several reports tell of.');
  const { reports } = await sheet(page, label);
  const leaving = reports.at(-1)?.id ?? '';

  await page.goto(`/incidents/${label}`);
  await page.getByRole('button', { name: 'Split', exact: true }).click();
  const group = page.getByRole('group', { name: 'Reports that leave' });
  const recorded = page.getByRole('button', { name: 'Record the judgement' });
  await expect(group.getByRole('checkbox')).toHaveCount(reports.length);
  await expect(recorded).toBeDisabled();
  // Not all of them can leave.
  for (const box of await group.getByRole('checkbox').all()) await box.check();
  await expect(recorded).toBeDisabled();
  for (const box of await group.getByRole('checkbox').all()) await box.uncheck();
  await group.getByRole('checkbox').last().check();
  await decide(page, 'It tells of the next day.');

  const after = await record(page);
  expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 1);
  expect(ids(await sheet(page, label))).not.toEqual(ids({ label, reports }));
  const fresh = Object.keys(after).find((one) => !(one in before)) ?? '';
  const parted = [ids(await sheet(page, label)), ids(await sheet(page, fresh))];
  expect(parted).toContainEqual([leaving]);

  await undo(page);
  expect(await record(page)).toEqual(before);
});
