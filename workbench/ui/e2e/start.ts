import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The first start builds the program and codes the corpus. */
const PATIENCE = 15 * 60_000;

/** Starts `ascribe demo` on a free port, unless a running workbench is named; gives back how to stop it. */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['ASCRIBE_URL']) return undefined;
  const { address, stop } = await serve(['demo', '--no-browser', '--port', '0']);
  process.env['ASCRIBE_URL'] = address;
  return stop;
}

export const command = fileURLToPath(new URL('../../../ascribe', import.meta.url));

/** Runs `ascribe` with these arguments until it names the address of its workbench. */
export async function serve(given: string[]): Promise<{ address: string; stop: () => Promise<void> }> {
  if (!existsSync(command)) {
    throw new Error(`Cannot start the workbench: ${command} is missing. Name a running one with ASCRIBE_URL=http://…`);
  }
  const server = spawn(command, given, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // with its children a group of its own, so that all of them end
  });
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || server.pid === undefined) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    process.kill(-server.pid, 'SIGTERM');
    await ended;
  };
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`ascribe ${given.join(' ')} printed no address in time. It said:\n${said}`)),
      PATIENCE,
    );
    const listen = (bytes: Buffer): void => {
      said += bytes.toString();
      const found = /http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/.exec(said);
      if (found) {
        clearTimeout(timer);
        resolve(found[0]);
      }
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ascribe ${given.join(' ')} ended with code ${code}. It said:\n${said}`));
    });
  });
  return { address, stop };
}
