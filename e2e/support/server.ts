/** The real program with a database of its own, on a port of its own. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const binary = process.env.CLIENTELE ?? '../target/debug/clientele';

export const OWNER = { email: 'huda@baytcoffee.sa', password: 'qahwa with cardamom' };

export class Server {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly port: number,
    private process: ChildProcess,
  ) {}

  static async start(): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), 'clientele-e2e-'));
    const port = await freePort();
    const server = new Server(`http://127.0.0.1:${port}`, folder, port, launch(folder, port));
    await server.answers();
    return server;
  }

  /** Starts with a workspace and its owner, for tests that do not set up. */
  static async startSetUp(): Promise<Server> {
    const server = await Server.start();
    await server.command('setup', [
      ...['--workspace', 'Bayt Coffee', '--name', 'Huda Al-Harbi', '--email', OWNER.email],
      ...['--password', OWNER.password, '--time-zone', 'Asia/Riyadh', '--region', 'SA'],
    ]);
    return server;
  }

  /** Runs a command of the program on this server's data; gives what it prints. */
  async command(name: string, args: string[]): Promise<string> {
    const { stdout } = await run(binary, [...name.split(' '), '--data', this.folder, ...args]);
    return stdout;
  }

  /** Ends the program as a power cut would. */
  async kill(): Promise<void> {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGKILL');
    await ended;
  }

  /** Starts it again on the same data and port. */
  async again(): Promise<void> {
    this.process = launch(this.folder, this.port);
    await this.answers();
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answers(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const there = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (there?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('the server does not answer');
  }
}

function launch(folder: string, port: number): ChildProcess {
  const args = ['serve', '--data', folder, '--listen', `127.0.0.1:${port}`];
  return spawn(binary, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
