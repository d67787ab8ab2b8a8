import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, serve } from './start';
import { expect, incidents, test } from './workbench';

const ROWS = `id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death
1,2020,2,3,Iraq,3,IS - Civilians,IS,Civilians,33.3,44.4,2,2,4
2,2020,2,30,Iraq,3,IS - Civilians,IS,Civilians,33.3,44.4,1,1,1
3,2020,5,9,Iraq,1,Iraq: Government,Government of Iraq,IS,35.1,43.9,5,7,7
`;

// A workbench of its own, over a ledger in which an import waits.
let folder = '';
let workbench = { address: '', stop: async (): Promise<void> => {} };
test.use({ baseURL: async ({}, use) => use(workbench.address) });

test.beforeAll(async () => {
  test.setTimeout(300_000); // a first start builds the program
  folder = mkdtempSync(join(tmpdir(), 'ascribe-inbox-'));
  const ledger = join(folder, 'inbox.duckdb');
  const file = join(folder, 'ged211.csv');
  writeFileSync(file, ROWS);
  const ended = spawnSync(command, ['import', '--inbox', '--ledger', ledger, file], { encoding: 'utf8' });
  // Done, with the row of 30 February left out.
  expect(ended.status, ended.stderr).toBe(3);
  workbench = await serve(['serve', '--ledger', ledger, '--no-browser', '--port', '0']);
});

test.afterAll(async () => {
  await workbench.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('an import waits in the inbox, is looked at, taken in, and left out again', async ({ page }) => {
  await page.goto('/imports');
  const panel = page.getByRole('region', { name: 'UCDP GED 21.1' });
  await expect(panel.locator('.state')).toHaveText('waits');
  await expect(panel.locator('.counts dd')).toHaveText(['2', '2', '2', '1']);
  await panel.getByText('Why one row could not be used').click();
  await expect(panel.locator('.skipped li')).toContainText('line 3');
  await expect(panel.locator('.sample > li')).toHaveCount(2);
  await expect(panel.locator('.sample > li').first()).toContainText('2–4');
  expect(await incidents(page)).toHaveLength(0);

  await expect(panel.getByRole('button', { name: 'Take in' })).toBeDisabled();
  await panel.getByLabel('Your name').fill('A. Reader');
  await panel.getByRole('button', { name: 'Take in' }).click();
  await expect(panel.locator('.state')).toHaveText('in the record');
  await expect(panel).toContainText('by A. Reader');
  expect(await incidents(page)).toHaveLength(2);

  await panel.getByRole('button', { name: 'Discard' }).click();
  await expect(panel.locator('.state')).toHaveText('left out of the record');
  expect(await incidents(page)).toHaveLength(0);
});
